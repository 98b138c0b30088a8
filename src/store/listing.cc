// Lines for lists: each one query that loads no document.
#include "store/listing.h"

#include <algorithm>

#include "store/database_impl.h"

namespace trichluc {
namespace {

constexpr long long kAll = -1;  // LIMIT of SQLite

long long LimitOf(size_t limit) { return limit == 0 ? kAll : static_cast<long long>(limit); }

long long Count(Connection& connection, const char* sql) {
  Statement query = connection.Query(sql);
  long long count = 0;
  if (query.Next()) query >> count;
  return count;
}

// A list in one direction. What lies before a screen is passed over in the order of the indexes alone, which costs
// no look at the rows; it differs from the order of the list only among files of one path.
struct Order {
  Order(const std::string& from, const std::string& key, const std::string& last, const std::string& down)
      : passed("SELECT f.path, " + key + from + " ORDER BY f.path" + down + ", f.id" + down + ", d.ordinal" + down +
               last + " LIMIT 1 OFFSET ?"),
        group("SELECT " + key + from + " WHERE f.path = ? ORDER BY f.path" + down + ", f.id" + down + ", d.ordinal" +
              down + last),
        keys("SELECT " + key + from + " WHERE f.path " + (down.empty() ? ">=" : "<=") + " ? ORDER BY f.path" + down +
             ", f.sha256" + down + ", d.page_from" + down + ", d.ordinal" + down + last + " LIMIT ? OFFSET ?") {}
  std::string passed;  // the path of the row behind those passed over, and its key
  std::string group;   // the keys of that path, in the order of `passed`
  std::string keys;    // from that path on, in the order of the list
};

struct List {
  const char *last, *count;  // last: the greatest key, which no count exceeds and which costs nothing
  Order forward, backward;
};

std::vector<long long> KeysFrom(Connection& connection, const Order& order, long long most, long long passed) {
  std::string path;
  long long first = 0, rest = 0;
  Statement at = connection.Query(order.passed.c_str());
  if (at << passed; !at.Next()) return {};
  at >> path >> first;
  Statement group = connection.Query(order.group.c_str());
  for (group << path; group.Next(); ++rest) {
    long long key = 0;
    group >> key;
    if (key == first) break;
  }
  std::vector<long long> keys;
  Statement query = connection.Query(order.keys.c_str());
  for (query << path << most << rest; query.Next();) query >> keys.emplace_back();
  return keys;
}

// The keys of a screen's rows, counted from the nearer end of the list: what is passed over costs time as well.
std::vector<long long> KeysOf(Connection& connection, const List& list, size_t limit, size_t offset) {
  long long most = LimitOf(limit), passed = static_cast<long long>(offset);
  const bool late = limit > 0 && offset > 0 && 2 * passed > Count(connection, list.last);
  const long long all = late ? Count(connection, list.count) : 0;
  const bool backward = all > 0 && 2 * passed > all;
  if (!backward) return KeysFrom(connection, list.forward, most, passed);
  most = std::clamp(all - passed, 0ll, most);
  std::vector<long long> keys = KeysFrom(connection, list.backward, most, std::max(0ll, all - passed - most));
  std::reverse(keys.begin(), keys.end());
  return keys;
}

const List& Documents() {
  const std::string from = " FROM files f CROSS JOIN documents d ON d.file_id = f.id";
  static const List list{"SELECT ifnull(max(id), 0) FROM documents",
                         "SELECT count(*) FROM documents",
                         {from, "d.id", "", ""},
                         {from, "d.id", "", " DESC"}};
  return list;
}

const List& Tasks() {
  const std::string from =
      " FROM files f CROSS JOIN documents d ON d.file_id = f.id CROSS JOIN tasks t ON t.document_id = d.id";
  static const List list{"SELECT ifnull(max(id), 0) FROM tasks",
                         "SELECT count(*) FROM tasks",
                         {from, "t.id", ", t.ordinal", ""},
                         {from, "t.id", ", t.ordinal DESC", " DESC"}};
  return list;
}

void Take(Statement& query, DocumentName* name) {
  query >> name->id >> name->number >> name->symbol >> name->issued_on;
}

}  // namespace

// + keeps SQLite from looking through all documents of an issuer.
std::vector<DocumentLine> Database::ListDocuments(size_t limit, size_t offset) const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  std::vector<DocumentLine> lines;
  for (const long long key : KeysOf(connection, Documents(), limit, offset)) {
    Statement query = connection.Query(
        "SELECT d.id, d.number, d.symbol, d.issued_on, y.code, i.name, d.subject, f.path, "
        "(SELECT count(*) FROM tasks t WHERE t.document_id = d.id), "
        "(SELECT count(*) FROM flags g WHERE g.document_id = d.id) + "
        "(SELECT count(*) FROM documents o WHERE o.number = d.number AND +o.issuer_id IS d.issuer_id AND "
        "o.id "
        "<> d.id) "
        "FROM documents d JOIN files f ON f.id = d.file_id "
        "LEFT JOIN document_types y ON y.id = d.document_type_id LEFT JOIN agencies i ON i.id = d.issuer_id "
        "WHERE d.id = ?");
    query << key;
    query.Next();
    DocumentLine& line = lines.emplace_back();
    Take(query, &line.name);
    query >> line.type_code >> line.issuer >> line.subject >> line.path >> line.tasks >> line.flags;
  }
  return lines;
}

std::vector<TaskLine> Database::ListTasks(size_t limit, size_t offset) const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  std::vector<TaskLine> lines;
  for (const long long key : KeysOf(connection, Tasks(), limit, offset)) {
    Statement query = connection.Query(
        "SELECT d.id, d.number, d.symbol, d.issued_on, t.no, t.content, "
        "(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM task_agencies x JOIN agencies a ON a.id = "
        "x.agency_id WHERE x.task_id = t.id AND x.role = 'lead' ORDER BY x.ordinal)), l.date_to, l.text "
        "FROM tasks t JOIN documents d ON d.id = t.document_id LEFT JOIN deadlines l ON l.task_id = t.id "
        "WHERE t.id = ?");
    query << key;
    query.Next();
    TaskLine& line = lines.emplace_back();
    Take(query, &line.name);
    query >> line.no >> line.content >> line.lead >> line.until >> line.deadline;
  }
  return lines;
}

Totals Database::CountListed() const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  Totals totals;
  totals.documents = Count(connection, "SELECT count(*) FROM documents");
  totals.tasks = Count(connection, "SELECT count(*) FROM tasks");
  totals.failed = Count(connection, "SELECT count(*) FROM files WHERE status <> 'done'");
  totals.files = Count(connection, "SELECT count(*) FROM files") - totals.failed;
  return totals;
}

Totals Database::CountAll() const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  Totals totals = CountListed();
  totals.flags = Count(connection, "SELECT count(*) FROM flags");
  totals.pages = Count(connection, "SELECT ifnull(sum(page_count), 0) FROM files WHERE status = 'done'");
  totals.failed_pages = Count(connection, "SELECT count(*) FROM pages WHERE engine = ''");
  return totals;
}

long long Database::CountStale(const std::string& rules_hash) const {
  Statement query = impl_->connection.Query(
      "SELECT count(*) FROM files f JOIN runs x ON x.id = f.extract_run_id WHERE f.status = 'done' AND "
      "x.rules_hash <> ?");
  query << rules_hash;
  long long count = 0;
  if (query.Next()) query >> count;
  return count;
}

long long Database::CountReadOtherwise(const std::string& reader) const {
  Statement query = impl_->connection.Query(
      "SELECT count(*) FROM files f JOIN run_readers r ON r.run_id = f.read_run_id WHERE f.status = 'done' "
      "AND "
      "r.reader <> ?");
  query << reader;
  long long count = 0;
  if (query.Next()) query >> count;
  return count;
}

std::vector<std::string> Database::Names() const {
  std::vector<std::string> names;
  Statement query = impl_->connection.Query(
      "SELECT number FROM documents WHERE number IS NOT NULL UNION SELECT "
      "substr(path, 1 + length(rtrim(path, replace(path, '/', '')))) FROM files WHERE status = 'done'");
  while (query.Next()) query >> names.emplace_back();
  return names;
}

}  // namespace trichluc
