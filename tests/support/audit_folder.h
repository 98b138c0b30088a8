// A folder of truth and a database beside it, made for one test.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "base/files.h"
#include "report/audit.h"
#include "support/temp_folder.h"

namespace trichluc {

class AuditFolder {
 public:
  AuditFolder() : database_(folder_ / "a.db", Database::Mode::kCreate), run_(database_.BeginRun({})) {}
  ~AuditFolder() { database_.EndRun(run_, 0, 0, 0); }

  const TempFolder& folder() const { return folder_; }
  const Database& database() const { return database_; }
  AuditOptions Options(const std::string& quality = "") const { return {folder_ / "truth", quality, "a.db"}; }
  AuditReport Run(const std::string& quality = "") const { return Audit(database_, Options(quality)); }

  void WriteTruth(const std::string& id, const std::string& json, const std::string& text = "") {
    folder_.Write("truth/" + id + "/truth.json", json);
    if (!text.empty()) folder_.Write("truth/" + id + "/truth.txt", text);
  }
  // The scan's bytes are its own name.
  std::string WriteScan(const std::string& id, const std::string& quality) {
    return folder_.Write("truth/" + id + "/" + quality + ".pdf", id + quality);
  }
  // The lines under the scan's stamps.
  void WriteStamps(const std::string& id, const std::string& quality, const std::string& json) {
    folder_.Write("truth/" + id + "/" + quality + ".stamps.json", json);
  }
  void Store(const std::string& path, const std::vector<Document>& documents,
             const std::vector<std::string>& page_texts = {"x"}) {
    FileRecord file;
    file.path = path;
    file.sha256 = Sha256OfFile(path);
    file.pages = static_cast<int>(page_texts.size());
    for (int page = 1; page <= file.pages; ++page) file.readings.emplace_back().page = page;
    file.page_texts = page_texts;
    file.documents = documents;
    database_.SaveFile(file, run_);
  }
  void Save(const FileRecord& file) { database_.SaveFile(file, run_); }
  void StoreFailure(const std::string& path, const std::string& error) {
    database_.SaveFailure(path, Sha256OfFile(path), "broken", error, run_);
  }

 private:
  TempFolder folder_;
  Database database_;
  long long run_;
};

inline Document NumberedDocument(const std::string& number) {
  Document document;
  document.page_from = document.page_to = 1;
  document.number = number;
  return document;
}

template <typename Action>
std::string UsageErrorOf(Action action) {
  try {
    action();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace trichluc
