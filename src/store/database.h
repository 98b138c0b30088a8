// Records ↔ SQLite. The only room that speaks SQL; schema in store/schema.sql, one migration a version.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/record.h"

namespace trichluc {

struct RunInfo {
  std::string program_version, engine, rules_hash, command;
};

// A document as stored, with the keys a person uses to name it.
struct StoredDocument {
  long long id = 0;
  long long file_id = 0;
  std::string path, sha256;
  int file_pages = 0;
  Document document;
};

struct StoredFile {
  long long id = 0;
  std::string path, sha256, status;  // "done" | "failed"
  std::string error_code, error;     // of a failed file
  int pages = 0;
  std::string rules_hash, engine;
};

// One connection; not thread-safe. Every failure is a UsageError that names the database file.
class Database {
 public:
  enum class Mode { kCreate, kReadWrite, kReadOnly };
  // kCreate makes the file and its schema when absent; an older schema is migrated (kCreate, kReadWrite), a newer one
  // refused.
  Database(const std::string& path, Mode mode);
  ~Database();

  long long BeginRun(const RunInfo& run);
  void EndRun(long long run, int done, int failed, int skipped);

  std::optional<StoredFile> FindFile(const std::string& sha256) const;
  std::vector<StoredFile> Files() const;

  // The file with its pages and documents in one transaction: in whole or not at all. Replaces what was stored for the
  // same sha256.
  void SaveFile(const FileRecord& file, long long run);
  void SaveFailure(const std::string& path, const std::string& sha256, const std::string& error_code,
                   const std::string& error, long long run);

  std::vector<PageReading> Readings(long long file_id) const;
  std::vector<std::string> PageTexts(long long file_id) const;
  // New documents (and page texts) for a stored file, in one transaction: what reextract does.
  void ReplaceDocuments(long long file_id, const std::vector<Document>& documents,
                        const std::vector<std::string>& page_texts, long long run);

  // In order of file and page. The callback returns false to stop.
  void ForEachDocument(const std::function<bool(const StoredDocument&)>& visit) const;
  // By row id, by number ("112/KH-UBND"), by file name; several when the number repeats.
  std::vector<StoredDocument> FindDocuments(const std::string& key) const;

  struct Impl;

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trichluc
