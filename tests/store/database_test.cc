#include "store/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/error.h"
#include "store/sqlite.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

FileRecord MakeFile(const std::string& path, const std::string& sha256, std::vector<Document> documents) {
  FileRecord file;
  file.path = path;
  file.sha256 = sha256;
  file.bytes = 1234;
  file.pages = 3;
  file.documents = std::move(documents);
  return file;
}

Document Numbered(const std::string& number, const std::string& date = "") {
  Document document;
  document.page_from = document.page_to = 1;
  document.number = number;
  if (!date.empty()) document.issued_on = date;
  return document;
}

Document BareNumberless() {
  Document document;
  document.page_from = document.page_to = 1;
  return document;
}

class DatabaseTest : public ::testing::Test {
 protected:
  DatabaseTest() : database_(folder_ / "t.db", Database::Mode::kCreate) {
    run_ = database_.BeginRun({"0.1", "vie", "hash", "ingest"});
  }

  std::vector<StoredDocument> All() const {
    std::vector<StoredDocument> all;
    database_.ForEachDocument([&](const StoredDocument& stored) {
      all.push_back(stored);
      return true;
    });
    return all;
  }
  std::vector<std::string> Numbers() const {
    std::vector<std::string> numbers;
    for (const StoredDocument& stored : All()) numbers.push_back(stored.document.number.value_or("-"));
    return numbers;
  }

  TempFolder folder_;
  Database database_;
  long long run_ = 0;
};

TEST_F(DatabaseTest, RichFileComesBackEqual) {
  FileRecord file = MakeFile("in/a.pdf", "aa", {RichDocument()});
  file.readings = {RichReading(1), RichReading(2)};
  file.page_texts = {"trang một\ndòng hai", ""};
  database_.SaveFile(file, run_);
  const std::vector<StoredDocument> all = All();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].document, RichDocument());
  EXPECT_EQ(all[0].path, "in/a.pdf");
  EXPECT_EQ(all[0].sha256, "aa");
  EXPECT_EQ(all[0].file_pages, 3);
  EXPECT_EQ(database_.Readings(all[0].file_id), file.readings);
  EXPECT_EQ(database_.PageTexts(all[0].file_id), file.page_texts);
}

TEST_F(DatabaseTest, RepairsStandBesideTheReadingAndGoWithIt) {
  FileRecord file = MakeFile("in/a.pdf", "aa", {RichDocument()});
  file.readings = {RichReading(1), RichReading(2)};
  file.page_texts = {"", ""};
  const Repair first{1, {10, 20, 60, 40}, "thâu;", "thầu;", "word.context", 0.99};
  const Repair second{2, {1, 2, 3, 4}, "huỵện", "huyện", "word.syllable", 0.98};
  file.repairs = {first, second};
  database_.SaveFile(file, run_);
  EXPECT_EQ(All()[0].repairs, file.repairs);
  EXPECT_EQ(database_.Readings(All()[0].file_id), file.readings);
  database_.ReplaceDocuments(All()[0].file_id, {RichDocument()}, file.page_texts, run_, {second});
  EXPECT_EQ(All()[0].repairs, std::vector{second});
  database_.SaveFile(MakeFile("in/a.pdf", "aa", {RichDocument()}), run_);
  EXPECT_TRUE(All()[0].repairs.empty());
}

TEST_F(DatabaseTest, RandomDocumentsComeBackEqual) {
  std::vector<Document> expected;
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomRecords random(seed);
    FileRecord file = MakeFile("f" + std::to_string(100 + seed), "sha" + std::to_string(seed), {});
    for (int i = 0; i < 3; ++i) file.documents.push_back(random.MakeDocument());
    for (size_t i = 0; i < 3; ++i) file.documents[i].page_from = static_cast<int>(i) + 1;
    expected.insert(expected.end(), file.documents.begin(), file.documents.end());
    database_.SaveFile(file, run_);
  }
  const std::vector<StoredDocument> all = All();
  ASSERT_EQ(all.size(), expected.size());
  for (size_t i = 0; i < all.size(); ++i) ASSERT_EQ(all[i].document, expected[i]) << "document " << i;
}

TEST_F(DatabaseTest, WhatWasWrittenIsThereForTheNextProgram) {
  database_.SaveFile(MakeFile("a.pdf", "aa", {RichDocument()}), run_);
  const Database reader(folder_ / "t.db", Database::Mode::kReadOnly);
  ASSERT_THAT(reader.FindDocuments("07/KH-UBND"), SizeIs(1));
  EXPECT_EQ(reader.FindDocuments("07/KH-UBND")[0].document, RichDocument());
}

TEST_F(DatabaseTest, FilesSayWhatBecameOfThem) {
  FileRecord file = MakeFile("b.pdf", "bb", {});
  file.readings = {RichReading(1)};
  database_.SaveFile(file, run_);
  database_.SaveFailure("a.pdf", "", "not_found", "no such file", run_);
  const std::vector<StoredFile> files = database_.Files();
  ASSERT_THAT(files, SizeIs(2));
  EXPECT_EQ(files[0].path, "a.pdf");
  EXPECT_EQ(files[0].status, "failed");
  EXPECT_EQ(files[0].error_code, "not_found");
  EXPECT_EQ(files[0].error, "no such file");
  EXPECT_EQ(files[1].status, "done");
  EXPECT_EQ(files[1].error_code, "");
  EXPECT_EQ(files[1].pages, 3);
  EXPECT_EQ(files[1].rules_hash, "hash");
  EXPECT_EQ(files[1].engine, "tesseract 5.3.0 vie");
  ASSERT_TRUE(database_.FindFile("bb"));
  EXPECT_EQ(database_.FindFile("bb")->path, "b.pdf");
  EXPECT_FALSE(database_.FindFile("cc"));
  EXPECT_FALSE(database_.FindFile("")) << "files without content have no common identity";
}

TEST_F(DatabaseTest, SavingAgainReplacesWhatTheSameBytesGave) {
  database_.SaveFile(MakeFile("a.pdf", "aa", {Numbered("1/KH"), Numbered("2/KH")}), run_);
  database_.SaveFile(MakeFile("renamed.pdf", "aa", {Numbered("3/KH")}), run_);
  EXPECT_THAT(Numbers(), ElementsAre("3/KH"));
  EXPECT_THAT(database_.Files(), SizeIs(1));
}

TEST_F(DatabaseTest, FailureIsForgottenWhenTheFileSucceeds) {
  database_.SaveFailure("a.pdf", "", "unreadable", "permission denied", run_);
  database_.SaveFailure("a.pdf", "aa", "engine", "died", run_);
  ASSERT_THAT(database_.Files(), SizeIs(1));
  EXPECT_EQ(database_.Files()[0].error_code, "engine");
  database_.SaveFile(MakeFile("a.pdf", "aa", {Numbered("1/KH")}), run_);
  ASSERT_THAT(database_.Files(), SizeIs(1));
  EXPECT_EQ(database_.Files()[0].status, "done");
}

TEST_F(DatabaseTest, FailedSecondReadingDestroysNothing) {
  database_.SaveFile(MakeFile("a.pdf", "aa", {Numbered("1/KH")}), run_);
  database_.SaveFailure("a.pdf", "aa", "engine", "died", run_);
  EXPECT_THAT(Numbers(), ElementsAre("1/KH"));
  EXPECT_EQ(database_.FindFile("aa")->status, "done");
}

TEST_F(DatabaseTest, FileThatCannotBeStoredLeavesNothingBehind) {
  FileRecord file = MakeFile("a.pdf", "aa", {Numbered("1/KH")});
  file.readings = {RichReading(1), RichReading(1)};  // two pages 1
  EXPECT_THROW(database_.SaveFile(file, run_), UsageError);
  EXPECT_THAT(database_.Files(), IsEmpty());
  EXPECT_THAT(All(), IsEmpty());
  file.readings.pop_back();
  database_.SaveFile(file, run_);
  EXPECT_THAT(Numbers(), ElementsAre("1/KH"));
}

TEST_F(DatabaseTest, ReplaceDocumentsKeepsReadingsAndIds) {
  FileRecord file = MakeFile("a.pdf", "aa", {Numbered("1/KH"), Numbered("2/KH")});
  file.documents[1].page_from = 3;
  file.readings = {RichReading(1), RichReading(2)};
  file.page_texts = {"one", "two"};
  database_.SaveFile(file, run_);
  const std::vector<StoredDocument> before = All();
  const long long second_run = database_.BeginRun({"0.1", "", "other", "reextract"});
  std::vector<Document> documents = {Numbered("1/KH"), Numbered("1b/KH"), Numbered("2/KH")};
  documents[1].page_from = 2;
  documents[2].page_from = 3;
  database_.ReplaceDocuments(before[0].file_id, documents, {"ONE", "TWO"}, second_run);
  const std::vector<StoredDocument> after = All();
  ASSERT_THAT(after, SizeIs(3));
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[2].id, before[1].id);
  EXPECT_NE(after[1].id, before[0].id);
  EXPECT_NE(after[1].id, before[1].id);
  EXPECT_EQ(database_.Readings(before[0].file_id), file.readings);
  EXPECT_THAT(database_.PageTexts(before[0].file_id), ElementsAre("ONE", "TWO"));
  EXPECT_EQ(database_.FindFile("aa")->rules_hash, "other");
}

TEST_F(DatabaseTest, LivesOfAgenciesAreWhatTheRegistrySaidLast) {
  const Agency old{"so-ke-hoach", "Sở Kế hoạch", "SKH", {{}, "2025-03", "so-tai-chinh", "Sở Tài chính"}};
  const Agency young{"so-tai-chinh", "Sở Tài chính", "Sở Tài chính"};
  Document document = Numbered("1/QĐ");
  document.issuer = young;
  document.parent_issuer = old;
  document.tasks.emplace_back().lead = {old, young};
  database_.SaveFile(MakeFile("a.pdf", "aa", {document}), run_);
  EXPECT_EQ(database_.FindDocuments("1/QĐ").at(0).document, document);

  document.parent_issuer->life.to = "2025-03-01";
  document.tasks[0].lead[0].life.to = "2025-03-01";
  database_.SaveFile(MakeFile("a.pdf", "aa", {document}), run_);
  EXPECT_EQ(database_.FindDocuments("1/QĐ").at(0).document, document);

  Connection connection(folder_ / "t.db", SQLITE_OPEN_READWRITE);
  Statement query = connection.Query(
      "SELECT name, printed, valid_to, successor_key, successor, issued_count, task_count FROM v_agencies "
      "ORDER BY name");
  std::vector<std::string> rows;
  while (query.Next()) {
    std::string name, printed, to, key, successor;
    int issued = 0, tasks = 0;
    query >> name >> printed >> to >> key >> successor >> issued >> tasks;
    rows.push_back(name + "|" + printed + "|" + to + "|" + key + "|" + successor + "|" +
                   std::to_string(issued) + "|" + std::to_string(tasks));
  }
  EXPECT_THAT(rows, ElementsAre("Sở Kế hoạch|SKH|2025-03-01|so-tai-chinh|Sở Tài chính|0|1",
                                "Sở Tài chính|Sở Tài chính||||1|1"));
}

TEST_F(DatabaseTest, OrderIsByPathAndPageWhateverTheOrderOfImport) {
  Document late = Numbered("2/KH");
  late.page_from = 5;
  database_.SaveFile(MakeFile("b.pdf", "bb", {Numbered("3/KH")}), run_);
  database_.SaveFile(MakeFile("a.pdf", "aa", {late, Numbered("1/KH")}), run_);
  EXPECT_THAT(Numbers(), ElementsAre("1/KH", "2/KH", "3/KH"));
}

TEST_F(DatabaseTest, VisitStopsWhenAskedAndMayRead) {
  database_.SaveFile(MakeFile("a.pdf", "aa", {Numbered("1/KH"), Numbered("2/KH")}), run_);
  int visited = 0;
  database_.ForEachDocument([&](const StoredDocument& stored) {
    EXPECT_THAT(database_.FindDocuments(*stored.document.number), SizeIs(1));
    database_.ForEachDocument([](const StoredDocument&) { return true; });
    ++visited;
    return false;
  });
  EXPECT_EQ(visited, 1);
}

TEST_F(DatabaseTest, DocumentsAreFoundByEveryNameTheyHave) {
  Document with_sequence = Numbered("112/KH-UBND");
  with_sequence.number_seq = 112;
  database_.SaveFile(MakeFile("in/Kế hoạch 112.pdf", "aa", {with_sequence}), run_);
  Document second = Numbered("2/KH");
  second.page_from = 2;
  database_.SaveFile(MakeFile("in/bundle.v2.pdf", "bb", {Numbered("112/KH-UBND"), second}), run_);
  const auto found = [&](const std::string& key) {
    std::vector<std::string> paths;
    for (const StoredDocument& stored : database_.FindDocuments(key)) {
      paths.push_back(stored.path + " " + *stored.document.number);
    }
    return paths;
  };
  EXPECT_THAT(found("112/KH-UBND"),
              ElementsAre("in/Kế hoạch 112.pdf 112/KH-UBND", "in/bundle.v2.pdf 112/KH-UBND"));
  EXPECT_THAT(found("112"), ElementsAre("in/Kế hoạch 112.pdf 112/KH-UBND"));
  EXPECT_THAT(found("Kế hoạch 112.pdf"), ElementsAre("in/Kế hoạch 112.pdf 112/KH-UBND"));
  EXPECT_THAT(found("Kế hoạch 112"), ElementsAre("in/Kế hoạch 112.pdf 112/KH-UBND"));
  EXPECT_THAT(found("in/bundle.v2.pdf"),
              ElementsAre("in/bundle.v2.pdf 112/KH-UBND", "in/bundle.v2.pdf 2/KH"));
  EXPECT_THAT(found("1"), ElementsAre("in/Kế hoạch 112.pdf 112/KH-UBND")) << "a row id";
  EXPECT_THAT(found("999/KH"), IsEmpty());
  EXPECT_THAT(found(""), IsEmpty());
}

TEST_F(DatabaseTest, DuplicatesAreThoseOfNumberAndIssuer) {
  const auto with_issuer = [](const std::string& number, const std::string& issuer) {
    Document document = Numbered(number);
    document.issuer = Agency{std::nullopt, issuer, issuer};
    return document;
  };
  database_.SaveFile(MakeFile("a", "a", {with_issuer("5/KH", "Sở Y tế")}), run_);
  database_.SaveFile(MakeFile("b", "b", {with_issuer("5/KH", "Sở Nội vụ")}), run_);
  database_.SaveFile(MakeFile("c", "c", {with_issuer("5/KH", "Sở Y tế")}), run_);
  database_.SaveFile(MakeFile("d", "d", {BareNumberless(), BareNumberless()}), run_);
  const auto duplicates = [&](const char* key) { return database_.FindDocuments(key).at(0).duplicates; };
  EXPECT_THAT(duplicates("a"), ElementsAre(database_.FindDocuments("c").at(0).id));
  EXPECT_THAT(duplicates("c"), ElementsAre(database_.FindDocuments("a").at(0).id));
  EXPECT_THAT(duplicates("b"), IsEmpty());
  EXPECT_THAT(duplicates("d"), IsEmpty()) << "documents without a number are no duplicates of each other";
}

TEST_F(DatabaseTest, CropsOfOnePage) {
  FileRecord file = MakeFile("a.pdf", "aa", {Numbered("1/KH")});
  file.readings = {RichReading(1), PageReading{}};
  file.readings[1].page = 2;
  database_.SaveFile(file, run_);
  const long long id = database_.FindFile("aa")->id;
  EXPECT_EQ(database_.Crops(id, 1), RichReading(1).crops);
  EXPECT_THAT(database_.Crops(id, 2), IsEmpty());
}

TEST_F(DatabaseTest, HashesAreKnownByPlaceSizeAndTime) {
  database_.RememberFiles({{"/in/a.pdf", 10, 20, "first"}, {"/in/\xff.pdf", 1, 2, "odd"}});
  EXPECT_EQ(database_.KnownHash("/in/a.pdf", 10, 20), "first");
  EXPECT_EQ(database_.KnownHash("/in/\xff.pdf", 1, 2), "odd");
  EXPECT_EQ(database_.KnownHash("/in/a.pdf", 11, 20), "");
  EXPECT_EQ(database_.KnownHash("/in/a.pdf", 10, 21), "");
  EXPECT_EQ(database_.KnownHash("/in/b.pdf", 10, 20), "");
  database_.RememberFiles({{"/in/a.pdf", 11, 30, "second"}});
  EXPECT_EQ(database_.KnownHash("/in/a.pdf", 11, 30), "second");
}

TEST_F(DatabaseTest, RunsAreClosed) {
  database_.SaveFile(MakeFile("a.pdf", "aa", {RichDocument()}), run_);
  database_.EndRun(run_, 1, 0, 0);
  EXPECT_EQ(All()[0].document, RichDocument()) << "names in use are kept";
}

// A citation and documents that it may mean, in every order of import: the link is always the same.
struct LinkCase {
  const char* what;
  Reference reference;
  std::vector<Document> documents;
  int target;  // index in documents, -1 none
};

Document Issued(const std::string& number, const std::string& date, const std::string& issuer) {
  Document document = Numbered(number, date);
  if (!issuer.empty()) document.issuer = Agency{std::nullopt, issuer, issuer};
  return document;
}

class DatabaseLinks : public ::testing::TestWithParam<LinkCase> {};

TEST_P(DatabaseLinks, AreTheSameInEveryOrderOfImport) {
  const LinkCase& link = GetParam();
  Document citing = Numbered("1/BC");
  citing.references = {link.reference};
  std::vector<Document> documents = link.documents;
  documents.push_back(citing);
  std::vector<size_t> order(documents.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  do {
    TempFolder folder;
    Database database(folder / "t.db", Database::Mode::kCreate);
    const long long run = database.BeginRun({"0.1", "vie", "hash", "ingest"});
    for (const size_t i : order) {
      const std::string name = "f" + std::to_string(i);
      database.SaveFile(MakeFile(name, name, {documents[i]}), run);
    }
    const std::vector<StoredDocument> found =
        database.FindDocuments("f" + std::to_string(documents.size() - 1));
    ASSERT_THAT(found, SizeIs(1));
    const long long target =
        link.target < 0 ? 0 : database.FindDocuments("f" + std::to_string(link.target)).at(0).id;
    EXPECT_THAT(found[0].reference_targets, ElementsAre(target));
  } while (std::next_permutation(order.begin(), order.end()));
}

Reference Citing(const std::string& number, std::optional<std::string> date = {},
                 std::optional<std::string> agency = {}) {
  return {std::nullopt, number, date, agency, "basis", 1};
}

INSTANTIATE_TEST_SUITE_P(
    All, DatabaseLinks,
    ::testing::Values(
        LinkCase{"by_number", Citing("5/KH"), {Issued("5/KH", "2024-01-01", "")}, 0},
        LinkCase{"by_number_and_date", Citing("5/KH", "2024-01-01"), {Issued("5/KH", "2024-01-01", "A")}, 0},
        LinkCase{"undated_document", Citing("5/KH", "2024-01-01"), {Numbered("5/KH")}, 0},
        LinkCase{"another_day", Citing("5/KH", "2024-01-02"), {Issued("5/KH", "2024-01-01", "A")}, -1},
        LinkCase{"another_number", Citing("5/KH"), {Numbered("6/KH")}, -1},
        LinkCase{"day_decides",
                 Citing("5/KH", "2023-01-01"),
                 {Issued("5/KH", "2024-01-01", "A"), Issued("5/KH", "2023-01-01", "A")},
                 1},
        LinkCase{"agency_decides",
                 Citing("5/KH", {}, "B"),
                 {Issued("5/KH", "2024-01-01", "A"), Issued("5/KH", "2023-01-01", "B")},
                 1},
        LinkCase{"ambiguous", Citing("5/KH"), {Issued("5/KH", "", "A"), Issued("5/KH", "", "B")}, -1},
        LinkCase{"two_scans_of_one",
                 Citing("5/KH"),
                 {Issued("5/KH", "2024-01-01", "A"), Issued("5/KH", "2024-01-01", "A")},
                 0},
        LinkCase{"itself_is_not_meant", Citing("1/BC"), {}, -1}),
    [](const auto& info) { return info.param.what; });

TEST_F(DatabaseTest, LinkIsCutWhenItsTargetGoesAndTiedAgain) {
  Document citing = Numbered("1/BC");
  citing.references = {Citing("5/KH")};
  database_.SaveFile(MakeFile("citing.pdf", "cc", {citing}), run_);
  database_.SaveFile(MakeFile("target.pdf", "tt", {Numbered("5/KH")}), run_);
  const auto target = [&] { return database_.FindDocuments("citing.pdf").at(0).reference_targets.at(0); };
  const StoredDocument before = database_.FindDocuments("target.pdf").at(0);
  EXPECT_EQ(target(), before.id);
  database_.ReplaceDocuments(before.file_id, {Numbered("6/KH")}, {}, run_);
  EXPECT_EQ(target(), 0);
  database_.ReplaceDocuments(before.file_id, {Numbered("5/KH")}, {}, run_);
  EXPECT_EQ(target(), before.id);
}

// Found by fuzzing: bytes of a sound database changed, so that a name which may not be NULL is.
TEST(Database, ADamagedOneIsSaidToBe) {
  const TempFolder folder;
  const std::string path = folder / "damaged.db";
  std::filesystem::copy_file(TRICHLUC_SOURCE_DIR "/tests/fuzz/seeds/database/agency_without_name", path);
  const Database database(path, Database::Mode::kReadOnly);
  try {
    for (const char* key : {"1", "112/KH-UBND", "rich", "112"}) database.FindDocuments(key);
    FAIL() << "nothing was said";
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr("is damaged: an agency of a task has no name"));
    EXPECT_THAT(error.what(), HasSubstr("damaged.db"));
  }
}

}  // namespace
}  // namespace trichluc
