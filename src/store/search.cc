// Words in subjects, tasks and pages, through the full-text indexes of schema.sql.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "store/database_impl.h"
#include "store/found_text.h"
#include "store/rows.h"

namespace trichluc {
namespace {

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

// The newest documents first: an order that no match needs to be weighed for.
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

}  // namespace

void IndexDocument(Connection& connection, long long id) {
  (connection.Query("DELETE FROM search_entries WHERE document_id = ?") << id).Run();
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

std::vector<SearchHit> Database::Search(const std::vector<std::string>& terms, size_t limit) const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  const std::string expression = WithoutBars(Expression(terms));
  std::vector<SearchHit> hits;
  if (expression.empty()) return hits;
  std::set<std::pair<long long, int>> shown;  // documents and pages: a page repeats what stands on it
  std::map<long long, size_t> lines;          // of each document and place
  for (const Place place : {Place::kHead, Place::kTask, Place::kPage}) {
    Statement query = connection.Query(SqlOf(place));
    lines.clear();
    std::string marked;
    for (query << expression; (limit == 0 || hits.size() < limit) && query.Next();) {
      SearchHit hit;
      hit.place = place;
      query >> hit.name.id >> hit.name.number >> hit.name.symbol >> hit.name.issued_on >> hit.task_no >>
          hit.page >> marked;
      const bool again = !shown.insert({hit.name.id, hit.page}).second;
      if ((again && place == Place::kPage) || (limit > 0 && lines[hit.name.id]++ >= kLinesOfOne)) continue;
      TakeFound(marked, &hit);
      hits.push_back(std::move(hit));
    }
  }
  return hits;
}

}  // namespace trichluc
