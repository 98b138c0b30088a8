// Makes the database that tests/databases keeps of every schema (README there): keep_database FILE.
#include "store/database.h"
#include "support/sample_documents.h"

int main(int argc, char** argv) {
  using namespace trichluc;
  if (argc != 2) return 1;
  Database database(argv[1], Database::Mode::kCreate);
  const long long run = database.BeginRun({"0.1.0", "vie", std::string(64, 'a'), "ingest", "tesseract 5.3.0, vie 0123456789ab", "0123"});
  FileRecord file;
  file.path = "in/rich.pdf";
  file.sha256 = std::string(64, 'b');
  file.bytes = 1234;
  file.pages = 3;
  file.readings = {RichReading(1)};
  file.page_texts = {"trang một"};
  file.documents = {RichDocument()};
  database.SaveFile(file, run);
  database.EndRun(run, 1, 0, 0);
  return 0;
}
