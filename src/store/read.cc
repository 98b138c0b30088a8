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
      "SELECT o.id FROM documents d JOIN documents o ON o.number = d.number AND o.issuer_id IS d.issuer_id "
      "AND o.id <> "
      "d.id WHERE d.id = ? ORDER BY o.id");
  for (duplicates << id; duplicates.Next();) duplicates >> stored.duplicates.emplace_back();
  stored.repairs =
      LoadRepairs(connection, stored.file_id, stored.document.page_from, stored.document.page_to);
  return stored;
}

// By what else than id and number a document can be named.
struct Names {
  long long id = 0;
  std::string path;
  std::optional<long long> number_seq;
};

std::vector<Names> AllNames(Connection& connection) {
  std::vector<Names> all;
  Statement query = connection.Query(
      "SELECT d.id, f.path, d.number_seq FROM documents d JOIN files f ON f.id = d.file_id "
      "ORDER BY f.path, f.sha256, d.page_from, d.ordinal");
  while (query.Next()) {
    Names& names = all.emplace_back();
    query >> names.id >> names.path >> names.number_seq;
  }
  return all;
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

// In the order of AllNames.
const char* const kById =
    "SELECT d.id FROM documents d JOIN files f ON f.id = d.file_id WHERE d.id = ? ORDER BY f.path, f.sha256, "
    "d.page_from, d.ordinal";
const char* const kByNumber =
    "SELECT d.id FROM documents d JOIN files f ON f.id = d.file_id WHERE d.number = ? ORDER BY f.path, f.sha256, "
    "d.page_from, d.ordinal";

template <typename Key>
std::vector<long long> Ids(Connection& connection, const char* sql, const Key& key) {
  std::vector<long long> ids;
  Statement query = connection.Query(sql);
  for (query << key; query.Next();) query >> ids.emplace_back();
  return ids;
}

template <typename Predicate>
std::vector<long long> IdsWhere(const std::vector<Names>& all, Predicate predicate) {
  std::vector<long long> ids;
  for (const Names& names : all) {
    if (predicate(names)) ids.push_back(names.id);
  }
  return ids;
}

// Ids and numbers have an index; only for the rest all names are looked through.
std::vector<long long> Resolve(Connection& connection, const std::string& key) {
  const std::optional<long long> integer = AsInteger(key);
  std::vector<long long> ids;
  if (integer) ids = Ids(connection, kById, *integer);
  if (ids.empty()) ids = Ids(connection, kByNumber, key);
  if (!ids.empty()) return ids;
  const std::vector<Names> all = AllNames(connection);
  ids = IdsWhere(all, [&](const Names& names) { return IsFileName(names.path, key); });
  if (ids.empty() && integer)
    ids = IdsWhere(all, [&](const Names& names) { return names.number_seq == *integer; });
  return ids;
}

}  // namespace

void Database::ForEachDocument(const std::function<bool(const StoredDocument&)>& visit) const {
  Transaction snapshot(impl_->connection, Transaction::Kind::kRead);
  for (const Names& names : AllNames(impl_->connection)) {
    if (!visit(LoadStored(impl_->connection, names.id))) return;
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
