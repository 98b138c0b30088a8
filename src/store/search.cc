// Words in subjects, tasks and pages, through the full-text indexes of schema.sql.
#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

#include "store/database_impl.h"
#include "store/found_text.h"
#include "store/rows.h"

namespace trichluc {
namespace {

constexpr size_t kFew = 40;        // matches that are looked at before the order of places is known
constexpr size_t kLinesOfOne = 3;  // of one document in one place, so that one does not fill the screen

// One string of FTS5's language: all its words in this order, the last one a beginning where the term ends
// in "*".
std::string Quoted(std::string term) {
  const bool prefix = !term.empty() && term.back() == '*';
  if (prefix) term.pop_back();
  std::string quoted = "\"";
  for (const char c : term) {
    if (c == '\0') continue;
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + (prefix ? "\"*" : "\"");
}

// A dash, a bracket: no word, and no reason to find nothing.
bool HasLetters(const std::string& term) {
  return std::any_of(term.begin(), term.end(),
                     [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
}

// Costs FTS5 a look at all words that begin so before the first match, however few are wanted.
bool HasBeginning(const std::vector<std::string>& terms) {
  return std::any_of(terms.begin(), terms.end(), [](const std::string& term) { return term.ends_with('*'); });
}

std::string Expression(const std::vector<std::string>& terms) {
  std::string expression;
  for (const std::string& term : terms) {
    if (HasLetters(term)) expression += (expression.empty() ? "" : " AND ") + Quoted(term);
  }
  return expression;
}

// As the indexes are written: đ is no letter with a mark to SQLite.
std::string WithoutBars(std::string text) {
  for (const auto& [barred, plain] : {std::pair("đ", "d"), std::pair("Đ", "D")}) {
    for (size_t at = 0; (at = text.find(barred, at)) != std::string::npos;) text.replace(at, 2, plain);
  }
  return text;
}

using Place = SearchHit::Place;

// The newest documents first: an order that no match needs to be weighed for. An entry is a head or a task, the
// other of its columns is empty: asking for both at once finds the same as asking for each.
constexpr const char* kEntries =
    "SELECT d.id, d.number, d.symbol, d.issued_on, t.no, e.page, highlight(entry_index, e.task_ordinal IS NOT NULL, "
    "char(1), char(2)), e.task_ordinal IS NOT NULL "
    "FROM entry_index JOIN search_entries e ON e.id = entry_index.rowid JOIN documents d ON d.id = e.document_id "
    "LEFT JOIN tasks t ON t.document_id = e.document_id AND t.ordinal = e.task_ordinal "
    "WHERE entry_index MATCH ?1 ORDER BY entry_index.rowid DESC";

const char* SqlOf(Place place) {
  switch (place) {
    case Place::kHead:
      return "SELECT d.id, d.number, d.symbol, d.issued_on, NULL, e.page, highlight(entry_index, 0, char(1), "
             "char(2)) "
             "FROM entry_index JOIN search_entries e ON e.id = entry_index.rowid JOIN documents d ON d.id = "
             "e.document_id WHERE entry_index MATCH '{head} : (' || ?1 || ')' ORDER BY entry_index.rowid "
             "DESC";
    case Place::kTask:
      return "SELECT d.id, d.number, d.symbol, d.issued_on, t.no, e.page, highlight(entry_index, 1, char(1), "
             "char(2)) "
             "FROM entry_index JOIN search_entries e ON e.id = entry_index.rowid JOIN documents d ON d.id = "
             "e.document_id JOIN tasks t ON t.document_id = e.document_id AND t.ordinal = e.task_ordinal "
             "WHERE entry_index MATCH '{task} : (' || ?1 || ')' ORDER BY entry_index.rowid DESC";
    case Place::kPage:
      break;
  }
  return "SELECT d.id, d.number, d.symbol, d.issued_on, NULL, p.page, highlight(page_index, 0, char(1), "
         "char(2)) "
         "FROM page_index JOIN pages p ON p.id = page_index.rowid JOIN documents d ON d.file_id = p.file_id "
         "AND "
         "p.page BETWEEN d.page_from AND d.page_to WHERE page_index MATCH ?1 ORDER BY page_index.rowid DESC";
}

struct Match {
  SearchHit hit;  // without text and found
  std::string marked;
};

Match Take(Statement& query, Place place) {
  Match match;
  SearchHit& hit = match.hit;
  hit.place = place;
  query >> hit.name.id >> hit.name.number >> hit.name.symbol >> hit.name.issued_on >> hit.task_no >> hit.page >>
      match.marked;
  return match;
}

// All heads and tasks that match, by place; nothing where they are more than a screen: the first of each are then
// found sooner place by place.
std::optional<std::map<Place, std::vector<Match>>> FewEntries(Connection& connection, const std::string& expression) {
  std::map<Place, std::vector<Match>> found;
  size_t count = 0;
  Statement query = connection.Query(kEntries);
  for (query << expression; query.Next();) {
    if (++count > kFew) return std::nullopt;
    Match match = Take(query, Place::kHead);
    int task = 0;
    query >> task;
    match.hit.place = task != 0 ? Place::kTask : Place::kHead;
    found[match.hit.place].push_back(std::move(match));
  }
  return found;
}

// What is shown of all that matches: at most `limit` hits, and kLinesOfOne of one document and place.
class Shown {
 public:
  explicit Shown(size_t limit) : limit_(limit) {}
  bool Full() const { return limit_ > 0 && hits_.size() >= limit_; }
  void Begin() { lines_.clear(); }  // of each place
  void Add(Match match) {
    SearchHit& hit = match.hit;
    const bool again = !pages_.insert({hit.name.id, hit.page}).second;
    if ((again && hit.place == Place::kPage) || (limit_ > 0 && lines_[hit.name.id]++ >= kLinesOfOne)) return;
    TakeFound(match.marked, &hit);
    hits_.push_back(std::move(hit));
  }
  std::vector<SearchHit> Hits() { return std::move(hits_); }

 private:
  size_t limit_;
  std::vector<SearchHit> hits_;
  std::set<std::pair<long long, int>> pages_;  // documents and pages: a page repeats what stands on it
  std::map<long long, size_t> lines_;          // of each document
};

}  // namespace

void IndexHead(Connection& connection, long long id) {
  (connection.Query("DELETE FROM search_entries WHERE document_id = ? AND task_ordinal IS NULL") << id).Run();
  (connection.Query(
       "INSERT INTO search_entries (document_id, task_ordinal, page, head, task) "
       "SELECT d.id, NULL, d.page_from, rtrim(ifnull(d.subject || ' · ', '') || ifnull(d.number || ' · ', "
       "'') || "
       "ifnull(i.name || ' · ', '') || ifnull(nullif(d.issuer_printed, i.name) || ' · ', '') || "
       "ifnull(p.name || ' · ', '') || ifnull(nullif(d.parent_issuer_printed, p.name) || ' · ', '') || "
       "ifnull((SELECT group_concat(s.name, ' · ') FROM signers s WHERE s.document_id = d.id), ''), ' ·'), "
       "'' "
       "FROM documents d LEFT JOIN agencies i ON i.id = d.issuer_id LEFT JOIN agencies p ON p.id = "
       "d.parent_issuer_id WHERE d.id = ?")
   << id)
      .Run();
}

void IndexTasks(Connection& connection, long long id) {
  (connection.Query("DELETE FROM search_entries WHERE document_id = ? AND task_ordinal IS NOT NULL") << id).Run();
  (connection.Query(
       "INSERT INTO search_entries (document_id, task_ordinal, page, head, task) "
       "SELECT t.document_id, t.ordinal, t.page_from, '', t.content || ifnull(' · ' || t.output, '') || "
       "ifnull(' · ' || (SELECT group_concat(a.name || iif(x.printed = a.name, '', ' (' || x.printed || "
       "')'), ' · ') "
       "FROM task_agencies x JOIN agencies a ON a.id = x.agency_id WHERE x.task_id = t.id), '') "
       "FROM tasks t WHERE t.document_id = ? ORDER BY t.ordinal")
   << id)
      .Run();
}

void IndexDocument(Connection& connection, long long id) {
  IndexHead(connection, id);
  IndexTasks(connection, id);
}

std::vector<SearchHit> Database::Search(const std::vector<std::string>& terms, size_t limit) const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  const std::string expression = WithoutBars(Expression(terms));
  if (expression.empty()) return {};
  Shown shown(limit);
  std::optional<std::map<Place, std::vector<Match>>> few;
  if (!HasBeginning(terms)) few = FewEntries(connection, expression);
  for (const Place place : {Place::kHead, Place::kTask, Place::kPage}) {
    shown.Begin();
    if (few && place != Place::kPage) {
      for (Match& match : (*few)[place]) {
        if (!shown.Full()) shown.Add(std::move(match));
      }
      continue;
    }
    Statement query = connection.Query(SqlOf(place));
    for (query << expression; !shown.Full() && query.Next();) shown.Add(Take(query, place));
  }
  return shown.Hits();
}

}  // namespace trichluc
