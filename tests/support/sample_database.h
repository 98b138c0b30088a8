// A database of invented documents in a folder of its own.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {

class SampleDatabase {
 public:
  SampleDatabase() : database_(folder_ / "sample.db", Database::Mode::kCreate) {
    run_ = database_.BeginRun({"0.1.0", "vie", std::string(64, 'f'), "ingest"});
  }

  // One file with these documents and one page that was read; the hash is its number.
  void Add(const std::string& path, const std::vector<Document>& documents) {
    FileRecord file;
    file.path = path;
    file.sha256 = std::to_string(++files_);
    file.sha256.insert(0, 64 - file.sha256.size(), '0');
    file.bytes = 1;
    file.pages = 9;
    file.readings = {RichReading(1)};
    file.page_texts = {"trang một"};
    file.documents = documents;
    database_.SaveFile(file, run_);
  }

  Database& database() { return database_; }
  const TempFolder& folder() const { return folder_; }
  std::string path() const { return folder_ / "sample.db"; }

 private:
  TempFolder folder_;
  Database database_;
  long long run_ = 0;
  int files_ = 0;
};

// Nothing but a place in the file: what a page that says nothing gives.
inline Document BareDocument() {
  Document document;
  document.page_from = document.page_to = 1;
  return document;
}

}  // namespace trichluc
