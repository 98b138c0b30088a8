// Files and their documents into the database. Every public function here is one transaction.
#include <algorithm>
#include <map>

#include "store/database_impl.h"
#include "store/rows.h"

namespace trichluc {
namespace {

// Ids of a file's documents by first page: a document extracted again keeps the id that people have noted.
using DocumentIds = std::multimap<int, long long>;

DocumentIds IdsOfFile(Connection& connection, long long file_id) {
  DocumentIds ids;
  Statement query =
      connection.Query("SELECT page_from, id FROM documents WHERE file_id = ? ORDER BY ordinal");
  for (query << file_id; query.Next();) {
    int page = 0;
    long long id = 0;
    query >> page >> id;
    ids.emplace(page, id);
  }
  return ids;
}

// Those with an old id first, so that no new document takes it.
void InsertDocuments(Connection& connection, long long file_id, const std::vector<Document>& documents,
                     DocumentIds old_ids) {
  std::vector<int> fresh;
  for (size_t i = 0; i < documents.size(); ++i) {
    const auto old = old_ids.find(documents[i].page_from);
    if (old == old_ids.end()) {
      fresh.push_back(static_cast<int>(i));
      continue;
    }
    InsertDocument(connection, file_id, static_cast<int>(i), documents[i], old->second);
    old_ids.erase(old);
  }
  for (const int i : fresh) {
    InsertDocument(connection, file_id, i, documents[static_cast<size_t>(i)], std::nullopt);
  }
}

// `before`: NumbersOfFile before the change.
void Relink(Connection& connection, long long file_id, std::vector<std::string> before) {
  const std::vector<std::string> now = NumbersOfFile(connection, file_id);
  before.insert(before.end(), now.begin(), now.end());
  LinkReferences(connection, file_id, before);
}

struct StoredBefore {
  std::optional<long long> id;
  std::string status;
};

StoredBefore FindKnown(Connection& connection, const std::string& sha256) {
  StoredBefore known;
  Statement query = connection.Query("SELECT id, status FROM files WHERE sha256 = ? AND sha256 <> ''");
  query << sha256;
  if (query.Next()) query >> known.id >> known.status;
  return known;
}

void InsertFile(Connection& connection, std::optional<long long> id, const FileRecord& file, long long run) {
  (connection.Query(
       "INSERT INTO files (id, path, sha256, bytes, page_count, status, read_run_id, extract_run_id) "
       "VALUES (?, ?, ?, ?, ?, 'done', ?, ?)")
   << id << file.path << file.sha256 << file.bytes << file.pages << run << run)
      .Run();
}

void Save(Connection& connection, const FileRecord& file, int readings,
          const Database::ReadingSource& reading, long long run) {
  Transaction transaction(connection, Transaction::Kind::kWrite);
  const StoredBefore known = FindKnown(connection, file.sha256);
  std::vector<std::string> numbers;
  DocumentIds ids;
  if (known.id) {
    numbers = NumbersOfFile(connection, *known.id);
    ids = IdsOfFile(connection, *known.id);
    (connection.Query("DELETE FROM files WHERE id = ?") << *known.id).Run();
  }
  (connection.Query("DELETE FROM files WHERE status = 'failed' AND path = ?") << file.path).Run();
  InsertFile(connection, known.id, file, run);
  const long long id = connection.LastId();
  for (int page = 1; page <= readings; ++page) {
    const auto index = static_cast<size_t>(page - 1);
    InsertPage(connection, id, reading(page), index < file.page_texts.size() ? file.page_texts[index] : "");
  }
  ReplaceRepairs(connection, id, file.repairs);
  InsertDocuments(connection, id, file.documents, std::move(ids));
  Relink(connection, id, std::move(numbers));
  transaction.Commit();
}

}  // namespace

void Database::SaveFile(const FileRecord& file, long long run) {
  const auto reading = [&](int page) { return file.readings[static_cast<size_t>(page - 1)]; };
  Save(impl_->connection, file, static_cast<int>(file.readings.size()), reading, run);
}

void Database::SaveFile(const FileRecord& file, const ReadingSource& reading, long long run) {
  Save(impl_->connection, file, file.pages, reading, run);
}

void Database::SaveFailure(const std::string& path, const std::string& sha256, const std::string& error_code,
                           const std::string& error, long long run) {
  Connection& connection = impl_->connection;
  Transaction transaction(connection, Transaction::Kind::kWrite);
  const StoredBefore known = FindKnown(connection, sha256);
  if (known.status == "done") return;
  if (known.id) (connection.Query("DELETE FROM files WHERE id = ?") << *known.id).Run();
  (connection.Query("DELETE FROM files WHERE status = 'failed' AND path = ?") << path).Run();
  (connection.Query(
       "INSERT INTO files (id, path, sha256, bytes, page_count, status, error_code, error, read_run_id, "
       "extract_run_id) VALUES (?, ?, ?, 0, 0, 'failed', ?, ?, ?, ?)")
   << known.id << path << sha256 << error_code << error << run << run)
      .Run();
  transaction.Commit();
}

namespace {

struct StoredDocument {
  long long id = 0;
  int page_from = 0;
};

std::vector<StoredDocument> DocumentsOfFile(Connection& connection, long long file_id) {
  std::vector<StoredDocument> stored;
  Statement query = connection.Query("SELECT id, page_from FROM documents WHERE file_id = ? ORDER BY ordinal");
  for (query << file_id; query.Next();) {
    StoredDocument& document = stored.emplace_back();
    query >> document.id >> document.page_from;
  }
  return stored;
}

// Where the file has as many documents as are stored of it, each from the same page on: writes what differs of each.
// What is stored holds what other documents said of it (Revise), too: that differs. False where they are others.
bool UpdateDocuments(Connection& connection, long long file_id, const std::vector<Document>& documents) {
  const std::vector<StoredDocument> stored = DocumentsOfFile(connection, file_id);
  const bool same = std::equal(stored.begin(), stored.end(), documents.begin(), documents.end(),
                               [](const StoredDocument& a, const Document& b) { return a.page_from == b.page_from; });
  for (size_t i = 0; same && i < documents.size(); ++i) {
    const Document before = LoadDocument(connection, stored[i].id);
    UpdateDocument(connection, file_id, static_cast<int>(i), documents[i], stored[i].id, before);
  }
  return same;
}

void ReplaceTexts(Connection& connection, long long file_id, const std::vector<std::string>& texts) {
  std::vector<long long> pages;
  {
    Statement query = connection.Query("SELECT id FROM pages WHERE file_id = ? ORDER BY page");
    for (query << file_id; query.Next();) query >> pages.emplace_back();
  }
  for (size_t i = 0; i < pages.size() && i < texts.size(); ++i) {
    (connection.Query("UPDATE pages SET text = ?1 WHERE id = ?2 AND text <> ?1") << texts[i] << pages[i]).Run();
  }
}

}  // namespace

void Database::ReplaceDocuments(long long file_id, const std::vector<Document>& documents,
                                const std::vector<std::string>& page_texts, long long run,
                                const std::vector<Repair>& repairs) {
  Connection& connection = impl_->connection;
  Transaction transaction(connection, Transaction::Kind::kWrite);
  std::vector<std::string> numbers = NumbersOfFile(connection, file_id);
  if (!UpdateDocuments(connection, file_id, documents)) {
    DocumentIds ids = IdsOfFile(connection, file_id);
    (connection.Query("DELETE FROM documents WHERE file_id = ?") << file_id).Run();
    InsertDocuments(connection, file_id, documents, std::move(ids));
  }
  ReplaceTexts(connection, file_id, page_texts);
  ReplaceRepairs(connection, file_id, repairs);
  (connection.Query("UPDATE files SET extract_run_id = ? WHERE id = ?") << run << file_id).Run();
  Relink(connection, file_id, std::move(numbers));
  transaction.Commit();
}

}  // namespace trichluc
