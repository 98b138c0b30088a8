// A database file of any bytes: it is refused by a UsageError, or everything that is read of databases can be
// read.
#include <sstream>

#include "base/error.h"
#include "fuzz/folder.h"
#include "fuzz/target.h"
#include "report/export.h"
#include "report/graph.h"
#include "report/list.h"
#include "report/pages.h"
#include "report/show.h"
#include "report/status.h"
#include "store/database.h"

using namespace trichluc;

namespace {

template <typename Read>
void Try(const Read& read) {
  try {
    read();
  } catch (const UsageError& error) {
    fuzz::Require(std::string_view(error.what()).find("fuzz.db") != std::string_view::npos,
                  "an error names the database");
  }
}

void ReadAll(const Database& database) {
  std::ostringstream out;
  Try([&] { ExportNdjson(database, out); });
  Try([&] { ExportCsv(database, out); });
  Try([&] { ListDocuments(database, 100); });
  Try([&] { ListTasks(database, 100); });
  Try([&] { ListFailures(database, 100); });
  Try([&] { database.KnownDocuments(); });
  Try([&] { database.Runs(); });
  Try([&] {
    for (const char* key : {"1", "112/KH-UBND", "rich", "112"}) {
      for (const StoredDocument& found : database.FindDocuments(key)) {
        ShowDocument(found, 80);
        ExportOne(found);
      }
    }
  });
  std::vector<StoredFile> files;
  Try([&] { files = database.Files(); });
  for (const StoredFile& file : files) {
    Try([&] { database.Readings(file.id); });
    Try([&] { database.Crops(file.id, 1); });
    Try([&] { database.PageTexts(file.id); });
    Try([&] { database.Changes(file.id); });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const fuzz::Folder folder;
  folder.Write("fuzz.db", {reinterpret_cast<const char*>(data), size});
  Try([] { ReadAll(Database(folder.path() + "/fuzz.db", Database::Mode::kReadOnly)); });
  return 0;
}
