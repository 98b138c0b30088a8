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

// The keys of a screen's rows, counted from the nearer end of the list: what is passed over costs time as
// well. `forward` and `backward` give all keys in the two orders, with LIMIT and OFFSET.
struct Order {
  const char *count, *forward, *backward;
};

std::vector<long long> KeysOf(Connection& connection, const Order& order, size_t limit, size_t offset) {
  long long most = LimitOf(limit), passed = static_cast<long long>(offset);
  const long long all = limit > 0 && offset > 0 ? Count(connection, order.count) : 0;
  const bool backward = all > 0 && 2 * passed > all;
  if (backward) {
    most = std::clamp(all - passed, 0ll, most);
    passed = std::max(0ll, all - passed - most);
  }
  std::vector<long long> keys;
  Statement query = connection.Query(backward ? order.backward : order.forward);
  for (query << most << passed; query.Next();) query >> keys.emplace_back();
  if (backward) std::reverse(keys.begin(), keys.end());
  return keys;
}

// The files' index gives the order.
constexpr Order kDocuments{
    "SELECT count(*) FROM documents",
    "SELECT d.id FROM files f CROSS JOIN documents d ON d.file_id = f.id "
    "ORDER BY f.path, f.sha256, d.page_from, d.ordinal LIMIT ? OFFSET ?",
    "SELECT d.id FROM files f CROSS JOIN documents d ON d.file_id = f.id "
    "ORDER BY f.path DESC, f.sha256 DESC, d.page_from DESC, d.ordinal DESC LIMIT ? OFFSET ?"};
constexpr Order kTasks{
    "SELECT count(*) FROM tasks",
    "SELECT t.id FROM files f CROSS JOIN documents d ON d.file_id = f.id CROSS JOIN tasks t ON t.document_id "
    "= d.id "
    "ORDER BY f.path, f.sha256, d.page_from, d.ordinal, t.ordinal LIMIT ? OFFSET ?",
    "SELECT t.id FROM files f CROSS JOIN documents d ON d.file_id = f.id CROSS JOIN tasks t ON t.document_id "
    "= d.id "
    "ORDER BY f.path DESC, f.sha256 DESC, d.page_from DESC, d.ordinal DESC, t.ordinal DESC LIMIT ? OFFSET ?"};

void Take(Statement& query, DocumentName* name) {
  query >> name->id >> name->number >> name->symbol >> name->issued_on;
}

}  // namespace

// + keeps SQLite from looking through all documents of an issuer.
std::vector<DocumentLine> Database::ListDocuments(size_t limit, size_t offset) const {
  Connection& connection = impl_->connection;
  Transaction snapshot(connection, Transaction::Kind::kRead);
  std::vector<DocumentLine> lines;
  for (const long long key : KeysOf(connection, kDocuments, limit, offset)) {
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
  for (const long long key : KeysOf(connection, kTasks, limit, offset)) {
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
