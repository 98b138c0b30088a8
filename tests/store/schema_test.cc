// Files that are not today's database: older, newer, foreign, damaged, locked.
#include "store/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <regex>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "store/database.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

Connection Raw(const std::string& path) {
  return Connection(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

template <typename Action>
std::string ErrorOf(Action action) {
  try {
    action();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

// Every object of a database as its schema table has it, white space apart.
std::vector<std::string> Objects(Connection& connection) {
  std::vector<std::string> objects;
  Statement query =
      connection.Query("SELECT type, name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name");
  while (query.Next()) {
    std::string type, name, sql;
    query >> type >> name >> sql;
    objects.push_back(type + " " + name + " " + std::regex_replace(sql, std::regex("\\s+"), " "));
  }
  return objects;
}

TEST(Schema, EveryTableAndColumnIsExplained) {
  std::istringstream schema(kSchemaSql);
  std::string line;
  int columns = 0, tables = 0;
  bool inside = false;
  const std::regex column("^  [a-z_0-9]+ (TEXT|INTEGER|REAL|BLOB)\\b.*"), explained(".*-- \\S.*");
  while (std::getline(schema, line)) {
    const bool table = line.rfind("CREATE TABLE", 0) == 0;
    if (table) inside = true;
    if (line.rfind(")", 0) == 0) inside = false;
    if (inside && std::regex_match(line, column)) ++columns;
    if (table) ++tables;
    if (table || line.rfind("CREATE VIEW", 0) == 0 || (inside && std::regex_match(line, column))) {
      EXPECT_TRUE(std::regex_match(line, explained)) << line;
    }
  }
  EXPECT_GT(tables, 20);
  EXPECT_GT(columns, 100);
}

TEST(Schema, EveryTableIsStrictAndSound) {
  TempFolder folder;
  Connection connection = Raw(folder / "t.db");
  CreateSchema(connection);
  Statement loose = connection.Query(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND "
      "name NOT LIKE 'sqlite%'");
  EXPECT_FALSE(loose.Next());
  Statement broken = connection.Query("PRAGMA foreign_key_check");
  EXPECT_FALSE(broken.Next());
}

TEST(Schema, NewDatabaseIsOursAndOfTodaysVersion) {
  TempFolder folder;
  { Database database(folder / "t.db", Database::Mode::kCreate); }
  Connection connection = Raw(folder / "t.db");
  EXPECT_EQ(SchemaVersion(connection), kSchemaVersion);
  Statement mode = connection.Query("PRAGMA journal_mode");
  std::string value;
  ASSERT_TRUE(mode.Next());
  mode >> value;
  EXPECT_EQ(value, "wal");
}

TEST(Schema, EmptyFileIsFilled) {
  TempFolder folder;
  const std::string path = folder.Write("t.db", "");
  { Database database(path, Database::Mode::kCreate); }
  Connection connection = Raw(path);
  EXPECT_EQ(SchemaVersion(connection), kSchemaVersion);
}

TEST(Schema, ProgramsThatMakeOneDatabaseAtOnceAllGetIt) {
  TempFolder folder;
  for (int round = 0; round < 20; ++round) {
    const std::string path = folder / std::to_string(round);
    std::vector<std::future<std::string>> errors;
    for (int i = 0; i < 6; ++i)
      errors.push_back(std::async(std::launch::async,
                                  [&] { return ErrorOf([&] { Database(path, Database::Mode::kCreate); }); }));
    for (auto& error : errors) ASSERT_EQ(error.get(), "no error") << "round " << round;
    Connection connection = Raw(path);
    EXPECT_EQ(SchemaVersion(connection), kSchemaVersion);
  }
}

// tests/databases/vN.sql is a database as version N of the program left it.
class OldDatabase : public ::testing::TestWithParam<int> {
 protected:
  std::string Restore(const std::string& path) const {
    Connection connection = Raw(path);
    connection.Execute(
        ReadFile(TRICHLUC_SOURCE_DIR "/tests/databases/v" + std::to_string(GetParam()) + ".sql"));
    return path;
  }
};

TEST_P(OldDatabase, IsReadInFullAfterMigration) {
  TempFolder folder;
  const Database database(Restore(folder / "old.db"), Database::Mode::kReadWrite);
  const std::vector<StoredDocument> found = database.FindDocuments("07/KH-UBND");
  ASSERT_THAT(found, SizeIs(1));
  Document document = RichDocument();
  if (GetParam() <= 4) document.open_fields.clear();  // chances of handwriting were not kept yet
  EXPECT_EQ(found[0].document, document);
  PageReading reading = RichReading(1);
  if (GetParam() <= 2) reading.hand.clear();  // readings kept no handwriting yet
  EXPECT_EQ(database.Readings(found[0].file_id), std::vector{reading});
  for (const char* words : {"chuyen doi so", "kien giang", "lap mang", "van phong", "trang mot"})
    EXPECT_THAT(database.Search({words}, 0), SizeIs(1)) << words;
}

TEST_P(OldDatabase, HasTodaysSchemaAfterMigration) {
  TempFolder folder;
  Connection old = Raw(Restore(folder / "old.db"));
  Migrate(old, Migrations());
  Connection fresh = Raw(folder / "new.db");
  CreateSchema(fresh);
  EXPECT_EQ(Objects(old), Objects(fresh));
}

INSTANTIATE_TEST_SUITE_P(All, OldDatabase, ::testing::Range(1, kSchemaVersion + 1));

const std::vector<Migration>& InventedMigrations() {
  static const std::vector<Migration> kList = {
      {2, "ALTER TABLE documents ADD COLUMN colour TEXT; UPDATE documents SET colour = 'red'"},
      {3, "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT"}};
  return kList;
}

TEST(Migrate, TakesAnOldDatabaseThroughEveryVersion) {
  TempFolder folder;
  Connection connection = Raw(folder / "t.db");
  connection.Execute(ReadFile(TRICHLUC_SOURCE_DIR "/tests/databases/v1.sql"));
  Migrate(connection, InventedMigrations());
  EXPECT_EQ(SchemaVersion(connection), 3);
  Statement query = connection.Query("SELECT count(*) FROM documents WHERE colour = 'red'");
  int red = 0;
  ASSERT_TRUE(query.Next());
  query >> red;
  EXPECT_EQ(red, 1);
  Migrate(connection, InventedMigrations());
  EXPECT_EQ(SchemaVersion(connection), 3) << "a second time changes nothing";
}

TEST(Migrate, FailedStepLeavesTheVersionBefore) {
  TempFolder folder;
  Connection connection = Raw(folder / "t.db");
  connection.Execute(ReadFile(TRICHLUC_SOURCE_DIR "/tests/databases/v1.sql"));
  std::vector<Migration> migrations = InventedMigrations();
  migrations[1].sql = "CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)";
  EXPECT_THAT(ErrorOf([&] { Migrate(connection, migrations); }), HasSubstr("nowhere"));
  EXPECT_EQ(SchemaVersion(connection), 2);
  Statement query = connection.Query("SELECT 1 FROM sqlite_schema WHERE name = 'half'");
  EXPECT_FALSE(query.Next());
}

TEST(Migrate, MissingStepIsSaid) {
  TempFolder folder;
  Connection connection = Raw(folder / "t.db");
  connection.Execute(ReadFile(TRICHLUC_SOURCE_DIR "/tests/databases/v1.sql"));
  EXPECT_THAT(ErrorOf([&] { Migrate(connection, {InventedMigrations()[1]}); }),
              HasSubstr("has schema 1, and no migration leads from there to 3"));
}

struct Unusable {
  const char* what;
  std::function<void(const std::string& path)> make;
  Database::Mode mode;
  const char* message;
};

class UnusableDatabase : public ::testing::TestWithParam<Unusable> {};

TEST_P(UnusableDatabase, IsAUsageErrorWithFileCauseAndRemedy) {
  TempFolder folder;
  const std::string path = folder / "t.db";
  GetParam().make(path);
  EXPECT_THAT(ErrorOf([&] { Database database(path, GetParam().mode); }),
              AllOf(HasSubstr("database " + path), HasSubstr(GetParam().message)));
}

void MakeText(const std::string& path) { std::ofstream(path) << std::string(4096, 'x'); }
void MakeForeign(const std::string& path) { Raw(path).Execute("CREATE TABLE cats (name TEXT)"); }
void MakeVersion(const std::string& path, int version) {
  Connection connection = Raw(path);
  CreateSchema(connection);
  connection.Execute("PRAGMA user_version = " + std::to_string(version));
}
void MakeNewer(const std::string& path) { MakeVersion(path, kSchemaVersion + 5); }
void MakeFolder(const std::string& path) { std::filesystem::create_directory(path); }
void MakeNothing(const std::string&) {}
void MakeEmpty(const std::string& path) { std::ofstream{path}; }

INSTANTIATE_TEST_SUITE_P(
    All, UnusableDatabase,
    ::testing::Values(
        Unusable{"text", MakeText, Database::Mode::kCreate, "is not an SQLite database; give another file"},
        Unusable{"text_read", MakeText, Database::Mode::kReadOnly, "is not an SQLite database"},
        Unusable{"foreign", MakeForeign, Database::Mode::kCreate, "was made by another program"},
        Unusable{"foreign_read", MakeForeign, Database::Mode::kReadOnly, "was made by another program"},
        Unusable{"newer", MakeNewer, Database::Mode::kReadWrite, "use the trichluc that made it"},
        Unusable{"newer_read", MakeNewer, Database::Mode::kReadOnly, "use the trichluc that made it"},
        Unusable{"folder", MakeFolder, Database::Mode::kCreate, "is a folder"},
        Unusable{"absent", MakeNothing, Database::Mode::kReadWrite,
                 "does not exist; make it with `trichluc ingest"},
        Unusable{"absent_read", MakeNothing, Database::Mode::kReadOnly, "does not exist"},
        Unusable{"empty_read", MakeEmpty, Database::Mode::kReadOnly, "is empty; fill it with"}),
    [](const auto& info) { return info.param.what; });

TEST(Schema, FolderThatDoesNotExistIsSaid) {
  TempFolder folder;
  EXPECT_THAT(ErrorOf([&] { Database database(folder / "no/such/t.db", Database::Mode::kCreate); }),
              HasSubstr("cannot be opened; check that its folder exists"));
}

TEST(Schema, ForeignDatabaseIsNotTouched) {
  TempFolder folder;
  MakeForeign(folder / "t.db");
  const std::string before = Sha256OfFile(folder / "t.db");
  ErrorOf([&] { Database database(folder / "t.db", Database::Mode::kCreate); });
  EXPECT_EQ(Sha256OfFile(folder / "t.db"), before);
}

TEST(Schema, ReadOnlyRefusesToWrite) {
  TempFolder folder;
  { Database database(folder / "t.db", Database::Mode::kCreate); }
  Database reader(folder / "t.db", Database::Mode::kReadOnly);
  EXPECT_THAT(ErrorOf([&] { reader.BeginRun({"0.1", "", "", "ingest"}); }), HasSubstr("cannot be written"));
}

TEST(Schema, LockedDatabaseIsSaid) {
  TempFolder folder;
  { Database database(folder / "t.db", Database::Mode::kCreate); }
  Connection other = Raw(folder / "t.db"), waiting = Raw(folder / "t.db");
  other.Execute("BEGIN IMMEDIATE");
  waiting.Execute("PRAGMA busy_timeout = 1");
  EXPECT_THAT(ErrorOf([&] { Transaction transaction(waiting, Transaction::Kind::kWrite); }),
              AllOf(HasSubstr(folder / "t.db"), HasSubstr("is locked by another program; wait for it")));
}

TEST(Schema, ReaderSeesTheLastCommittedStateWhileAnotherWrites) {
  TempFolder folder;
  Database database(folder / "t.db", Database::Mode::kCreate);
  Connection other = Raw(folder / "t.db");
  other.Execute("BEGIN IMMEDIATE");
  other.Execute("INSERT INTO document_types (code, name) VALUES ('X', 'X')");
  const Database reader(folder / "t.db", Database::Mode::kReadOnly);
  EXPECT_THAT(reader.Files(), SizeIs(0));
}

TEST(Schema, ReadingLeavesNoFilesBehind) {
  TempFolder folder;
  { Database database(folder / "t.db", Database::Mode::kCreate); }
  {
    Database reader(folder / "t.db", Database::Mode::kReadOnly);
    reader.Files();
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    EXPECT_EQ(entry.path().filename(), "t.db");
    ++files;
  }
  EXPECT_EQ(files, 1);
}

TEST(Schema, DamagedPageIsSaid) {
  TempFolder folder;
  {
    Database database(folder / "t.db", Database::Mode::kCreate);
    FileRecord file{"a.pdf", "aa", 1, 1, {RichReading(1)}, {}, {""}, {}};
    database.SaveFile(file, database.BeginRun({"0.1", "", "", "ingest"}));
  }
  Raw(folder / "t.db").Execute("UPDATE pages SET reading = x'00'");
  Database database(folder / "t.db", Database::Mode::kReadOnly);
  EXPECT_THAT(ErrorOf([&] { database.Readings(1); }), HasSubstr("read the file again with ingest --force"));
}

TEST(Schema, DamagedFileIsSaid) {
  TempFolder folder;
  {
    Database database(folder / "t.db", Database::Mode::kCreate);
    FileRecord file{"a.pdf", "aa", 1, 1, {RichReading(1)}, {}, {""}, {RichDocument()}};
    database.SaveFile(file, database.BeginRun({"0.1", "", "", "ingest"}));
  }
  const std::string bytes = ReadFile(folder / "t.db");
  std::ofstream(folder / "t.db", std::ios::binary)
      << bytes.substr(0, 4096) << std::string(bytes.size() - 4096, '\xee');
  EXPECT_THAT(ErrorOf([&] {
                Database database(folder / "t.db", Database::Mode::kReadOnly);
                database.FindDocuments("x");
              }),
              HasSubstr("is damaged"));
}

}  // namespace
}  // namespace trichluc
