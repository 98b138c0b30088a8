// Lines for lists: each one query that loads no document.
#include "store/listing.h"

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

void Take(Statement& query, DocumentName* name) {
  query >> name->id >> name->number >> name->symbol >> name->issued_on;
}

}  // namespace

// + keeps SQLite from looking through all documents of an issuer. The files' index gives the order, so that a
// first screen costs no more than itself.
std::vector<DocumentLine> Database::ListDocuments(size_t limit, size_t offset) const {
  std::vector<DocumentLine> lines;
  Statement query = impl_->connection.Query(
      "SELECT d.id, d.number, d.symbol, d.issued_on, y.code, i.name, d.subject, f.path, "
      "(SELECT count(*) FROM tasks t WHERE t.document_id = d.id), "
      "(SELECT count(*) FROM flags g WHERE g.document_id = d.id) + "
      "(SELECT count(*) FROM documents o WHERE o.number = d.number AND +o.issuer_id IS d.issuer_id AND o.id "
      "<> d.id) "
      "FROM (SELECT d.id FROM files f CROSS JOIN documents d ON d.file_id = f.id "
      "ORDER BY f.path, f.sha256, d.page_from, d.ordinal LIMIT ? OFFSET ?) chosen "
      "CROSS JOIN documents d ON d.id = chosen.id JOIN files f ON f.id = d.file_id "
      "LEFT JOIN document_types y ON y.id = d.document_type_id LEFT JOIN agencies i ON i.id = d.issuer_id "
      "ORDER BY f.path, f.sha256, d.page_from, d.ordinal");
  for (query << LimitOf(limit) << static_cast<long long>(offset); query.Next();) {
    DocumentLine& line = lines.emplace_back();
    Take(query, &line.name);
    query >> line.type_code >> line.issuer >> line.subject >> line.path >> line.tasks >> line.flags;
  }
  return lines;
}

std::vector<TaskLine> Database::ListTasks(size_t limit, size_t offset) const {
  std::vector<TaskLine> lines;
  Statement query = impl_->connection.Query(
      "SELECT d.id, d.number, d.symbol, d.issued_on, t.no, t.content, "
      "(SELECT group_concat(name, '; ') FROM (SELECT a.name FROM task_agencies x JOIN agencies a ON a.id = "
      "x.agency_id WHERE x.task_id = t.id AND x.role = 'lead' ORDER BY x.ordinal)), l.date_to, l.text "
      "FROM (SELECT t.id FROM files f CROSS JOIN documents d ON d.file_id = f.id CROSS JOIN tasks t ON "
      "t.document_id = d.id ORDER BY f.path, f.sha256, d.page_from, d.ordinal, t.ordinal LIMIT ? OFFSET ?) "
      "chosen "
      "CROSS JOIN tasks t ON t.id = chosen.id JOIN documents d ON d.id = t.document_id JOIN files f ON f.id "
      "= "
      "d.file_id LEFT JOIN deadlines l ON l.task_id = t.id "
      "ORDER BY f.path, f.sha256, d.page_from, d.ordinal, t.ordinal");
  for (query << LimitOf(limit) << static_cast<long long>(offset); query.Next();) {
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
