// Documents out of the database.
#include <algorithm>
#include <charconv>

#include "store/database_impl.h"
#include "store/rows.h"

namespace trichluc {
namespace {

StoredDocument LoadStored(Connection& connection, long long id) {
  StoredDocument stored;
  stored.id = id;
  {
    Statement query = connection.Query(
        "SELECT f.id, f.path, f.sha256, f.page_count FROM documents d JOIN files f ON f.id = d.file_id WHERE "
        "d.id = ?");
    query << id;
    if (query.Next()) query >> stored.file_id >> stored.path >> stored.sha256 >> stored.file_pages;
  }
  stored.document = LoadDocument(connection, id);
  Statement targets = connection.Query(
      "SELECT ifnull(target_document_id, 0) FROM document_references WHERE document_id = ? ORDER BY ordinal");
  for (targets << id; targets.Next();) targets >> stored.reference_targets.emplace_back();
  Statement duplicates = connection.Query(
      "SELECT o.id FROM documents d JOIN documents o ON o.number = d.number AND +o.issuer_id IS d.issuer_id "
      "AND o.id <> "
      "d.id WHERE d.id = ? ORDER BY o.id");
  for (duplicates << id; duplicates.Next();) duplicates >> stored.duplicates.emplace_back();
  stored.repairs =
      LoadRepairs(connection, stored.file_id, stored.document.page_from, stored.document.page_to);
  return stored;
}

bool IsFileName(const std::string& path, const std::string& key) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  return path == key || name == key || (!key.empty() && name.substr(0, name.find_last_of('.')) == key);
}

// A whole number, or nothing.
std::optional<long long> AsInteger(const std::string& key) {
  long long value = 0;
  const char* end = key.data() + key.size();
  const auto parsed = std::from_chars(key.data(), end, value);
  return !key.empty() && parsed.ec == std::errc() && parsed.ptr == end ? std::optional(value) : std::nullopt;
}

// All in the order of path and page.
#define TRICHLUC_IDS "SELECT d.id FROM documents d JOIN files f ON f.id = d.file_id "
#define TRICHLUC_IN_ORDER " ORDER BY f.path, f.sha256, d.page_from, d.ordinal"
const char* const kAll = TRICHLUC_IDS TRICHLUC_IN_ORDER;
const char* const kById = TRICHLUC_IDS "WHERE d.id = ?" TRICHLUC_IN_ORDER;
const char* const kByNumber = TRICHLUC_IDS "WHERE d.number = ?" TRICHLUC_IN_ORDER;
const char* const kBySequence = TRICHLUC_IDS "WHERE d.number_seq = ?" TRICHLUC_IN_ORDER;
const char* const kBySymbol = TRICHLUC_IDS "WHERE d.symbol = ?" TRICHLUC_IN_ORDER;
#undef TRICHLUC_IDS

// Path, name, or name without its ending ("." to "/" are all names that go on with a point); what stands behind
// the last point is for IsFileName to see.
const char* const kByFile =
    "SELECT d.id, f.path FROM files f JOIN documents d ON d.file_id = f.id WHERE f.id IN (SELECT id FROM files WHERE "
    "path = ?1 UNION SELECT id FROM files WHERE substr(path, 1 + length(rtrim(path, replace(path, '/', '')))) = ?1 "
    "UNION SELECT id FROM files WHERE substr(path, 1 + length(rtrim(path, replace(path, '/', '')))) BETWEEN "
    "?1 || '.' AND ?1 || '/')" TRICHLUC_IN_ORDER;
#undef TRICHLUC_IN_ORDER

template <typename Key>
std::vector<long long> IdsOf(Connection& connection, const char* sql, const Key& key) {
  std::vector<long long> ids;
  Statement query = connection.Query(sql);
  for (query << key; query.Next();) query >> ids.emplace_back();
  return ids;
}

std::vector<long long> IdsOfFile(Connection& connection, const std::string& key) {
  std::vector<long long> ids;
  Statement query = connection.Query(kByFile);
  for (query << key; query.Next();) {
    long long id = 0;
    std::string path;
    query >> id >> path;
    if (IsFileName(path, key)) ids.push_back(id);
  }
  return ids;
}

std::vector<long long> Resolve(Connection& connection, const std::string& key) {
  const std::optional<long long> integer = AsInteger(key);
  std::vector<long long> ids;
  if (integer) ids = IdsOf(connection, kById, *integer);
  if (ids.empty()) ids = IdsOf(connection, kByNumber, key);
  if (ids.empty()) ids = IdsOfFile(connection, key);
  if (ids.empty() && integer) ids = IdsOf(connection, kBySequence, *integer);
  constexpr std::string_view kUnread = "…/";  // as lists show a number of which the symbol alone is known
  if (ids.empty())
    ids = IdsOf(connection, kBySymbol, key.rfind(kUnread, 0) == 0 ? key.substr(kUnread.size()) : key);
  return ids;
}

}  // namespace

void Database::ForEachDocument(const std::function<bool(const StoredDocument&)>& visit) const {
  Transaction snapshot(impl_->connection, Transaction::Kind::kRead);
  std::vector<long long> ids;
  {
    Statement query = impl_->connection.Query(kAll);
    while (query.Next()) query >> ids.emplace_back();
  }
  for (const long long id : ids) {
    if (!visit(LoadStored(impl_->connection, id))) return;
  }
}

std::vector<StoredDocument> Database::FindDocuments(const std::string& key) const {
  Transaction snapshot(impl_->connection, Transaction::Kind::kRead);
  std::vector<StoredDocument> documents;
  for (const long long id : Resolve(impl_->connection, key)) {
    documents.push_back(LoadStored(impl_->connection, id));
  }
  return documents;
}

}  // namespace trichluc
