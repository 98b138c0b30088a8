// The disk runs full at any byte: one clear line, and the database holds what it held.
#include "support/full_disk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "store/database.h"
#include "store/sqlite.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

FileRecord Rich(const std::string& name) {
  FileRecord file;
  file.path = name + ".pdf";
  file.sha256 = name;
  file.bytes = 1;
  file.pages = 9;
  file.readings = {RichReading(1)};
  file.page_texts = {"trang một"};
  file.documents = {RichDocument()};
  return file;
}

std::string TextOf(const std::string& path, const char* sql) {
  Connection connection(path, SQLITE_OPEN_READWRITE);
  Statement query = connection.Query(sql);
  std::string all, value;
  while (query.Next()) {
    query >> value;
    all += value + ";";
  }
  return all;
}

// One import that meets the end of the disk after `bytes`; "" when it fitted.
std::string Import(FullDisk& disk, const std::string& path, long long bytes) {
  disk.Allow(bytes);
  std::string failure;
  try {
    Database database(path, Database::Mode::kCreate);
    const long long run = database.BeginRun({"0.1", "vie", "hash", "ingest"});
    database.SaveFile(Rich("b"), run);
    database.EndRun(run, 1, 0, 0);
  } catch (const UsageError& error) {
    failure = error.what();
  }
  disk.MakeRoom();
  return failure;
}

TEST(DiskFull, AtAnyByteLosesNothingAndTheSameCommandFinishes) {
  FullDisk disk;
  const TempFolder folder;
  int failures = 0;
  for (long long bytes = 0;; bytes += 4567) {
    const std::string path = folder / (std::to_string(bytes) + ".db");
    {
      Database database(path, Database::Mode::kCreate);
      database.SaveFile(Rich("a"), database.BeginRun({"0.1", "vie", "hash", "ingest"}));
    }
    const std::string failure = Import(disk, path, bytes);
    EXPECT_EQ(TextOf(path, "PRAGMA integrity_check"), "ok;");
    EXPECT_EQ(TextOf(path, "PRAGMA foreign_key_check"), "");
    const std::string files = TextOf(path, "SELECT path FROM files ORDER BY path");
    EXPECT_THAT(files, ::testing::AnyOf("a.pdf;", "a.pdf;b.pdf;"));
    EXPECT_EQ(TextOf(path, "SELECT count(*) FROM documents"), files == "a.pdf;" ? "1;" : "2;");
    if (failure.empty()) break;
    ++failures;
    EXPECT_THAT(failure, ::testing::AllOf(HasSubstr(path),
                                          HasSubstr("the disk is full; make room and run the command")));
    EXPECT_EQ(failure.find('\n'), std::string::npos);
    EXPECT_EQ(Import(disk, path, 1LL << 40), "");
    EXPECT_EQ(TextOf(path, "SELECT path FROM files ORDER BY path"), "a.pdf;b.pdf;");
  }
  EXPECT_GT(failures, 10) << "the disk must run full while documents are written";
}

TEST(DiskFull, ANewDatabaseIsMadeWhole) {
  FullDisk disk;
  const TempFolder folder;
  for (long long bytes : {0, 100, 5000, 20000, 100000}) {
    const std::string path = folder / (std::to_string(bytes) + ".db");
    EXPECT_THAT(Import(disk, path, bytes), HasSubstr("the disk is full"));
    EXPECT_EQ(Import(disk, path, 1LL << 40), "");
    EXPECT_EQ(TextOf(path, "SELECT path FROM files"), "b.pdf;");
  }
}

}  // namespace
}  // namespace trichluc
