// What documents say as it is stored is not written again; whatever differs is, and what must be renewed is renewed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "store/database.h"
#include "store/sqlite.h"
#include "support/sample_documents.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;

class ReplaceTest : public ::testing::Test {
 protected:
  ReplaceTest() : database_(folder_ / "t.db", Database::Mode::kCreate) {
    run_ = database_.BeginRun({"0.1", "vie", "hash", "ingest"});
    for (const char* sha256 : {"aa", "bb"}) {  // behind the first a second: rows written anew get other keys
      FileRecord file;
      file.path = std::string(sha256) + ".pdf";
      file.sha256 = sha256;
      file.pages = 3;
      file.readings = {RichReading(1), RichReading(2), RichReading(3)};
      file.page_texts = texts_;
      file.documents = {RichDocument()};
      file.repairs = repairs_;
      database_.SaveFile(file, run_);
    }
    later_ = database_.BeginRun({"0.1", "", "other", "reextract", "", "repairer"});
  }

  void Replace(const Document& document) {
    database_.ReplaceDocuments(1, {document}, texts_, later_, repairs_);
  }

  std::vector<long long> KeysBy(const char* sql) {
    Connection connection(folder_ / "t.db", SQLITE_OPEN_READONLY);
    Statement query = connection.Query(sql);
    std::vector<long long> keys;
    while (query.Next()) query >> keys.emplace_back();
    return keys;
  }

  // Keys of the first file's tasks, tables, evidence and entries for `search`.
  std::vector<long long> TaskKeys() {
    return KeysBy("SELECT id FROM tasks WHERE document_id = 1 UNION ALL SELECT id FROM search_entries WHERE document_id = 1 "
                  "AND task_ordinal IS NOT NULL");
  }
  std::vector<long long> TableKeys() { return KeysBy("SELECT id FROM tables WHERE document_id = 1"); }
  std::vector<long long> EvidenceKeys() { return KeysBy("SELECT id FROM evidence WHERE document_id = 1"); }
  std::vector<long long> HeadKeys() {
    return KeysBy("SELECT id FROM search_entries WHERE document_id = 1 AND task_ordinal IS NULL");
  }
  std::vector<std::vector<long long>> Keys() { return {TaskKeys(), TableKeys(), EvidenceKeys(), HeadKeys()}; }

  Document First() { return database_.FindDocuments("1").at(0).document; }

  TempFolder folder_;
  Database database_;
  std::vector<std::string> texts_ = {"một", "hai", "ba"};
  std::vector<Repair> repairs_ = {{1, {10, 20, 60, 40}, "thâu", "thầu", "word.context", 0.99}};
  long long run_ = 0, later_ = 0;
};

TEST_F(ReplaceTest, EqualDocumentsKeepTheirRows) {
  const auto before = Keys();
  for (const auto& keys : before) ASSERT_FALSE(keys.empty());
  Replace(RichDocument());
  EXPECT_EQ(Keys(), before);
  EXPECT_EQ(First(), RichDocument());
  EXPECT_EQ(database_.FindFile("aa")->rules_hash, "other") << "made by this run all the same";
  EXPECT_EQ(database_.FindFile("aa")->repairer, "repairer");
  EXPECT_EQ(database_.FindFile("bb")->rules_hash, "hash");
  Document other = RichDocument();
  other.place = "Rạch Giá";
  Replace(other);
  EXPECT_NE(Keys(), before) << "keys tell what was written";
}

TEST_F(ReplaceTest, PartsThatAreEqualKeepTheirRows) {
  const auto tasks = TaskKeys(), tables = TableKeys(), evidence = EvidenceKeys(), head = HeadKeys();
  Document other = RichDocument();
  other.subject = "Về việc nghiệm thu";
  Replace(other);
  EXPECT_NE(HeadKeys(), head);
  EXPECT_EQ(TaskKeys(), tasks);
  EXPECT_EQ(TableKeys(), tables);
  EXPECT_EQ(EvidenceKeys(), evidence);
  EXPECT_EQ(database_.Search({"nghiem", "thu"}, 0).size(), 1u);
  other.tasks[0].content = "Kiểm kê tài sản";
  Replace(other);
  EXPECT_NE(TaskKeys(), tasks);
  EXPECT_EQ(TableKeys(), tables);
  EXPECT_EQ(database_.Search({"kiem", "ke"}, 0).size(), 1u);
  other.signers[0].name = "Phan Thị Bưởi";
  Replace(other);
  EXPECT_EQ(database_.Search({"buoi"}, 0).size(), 1u) << "signers are found with the head";
}

TEST_F(ReplaceTest, OneOfSeveralDocumentsIsWrittenAlone) {
  Document second = RichDocument();
  second.page_from = 3;
  database_.ReplaceDocuments(1, {RichDocument(), second}, texts_, later_, repairs_);
  const auto before = Keys();
  second.subject = "khác";
  database_.ReplaceDocuments(1, {RichDocument(), second}, texts_, later_, repairs_);
  EXPECT_EQ(Keys(), before);
  EXPECT_EQ(database_.FindDocuments("1").at(0).document, RichDocument());
}

TEST_F(ReplaceTest, TextsAndRepairsAreRenewedBesideEqualDocuments) {
  const auto before = Keys();
  texts_[1] = "hai, sửa";
  repairs_[0].confidence = 0.98;
  repairs_.push_back({3, {1, 2, 3, 4}, "huỵện", "huyện", "word.syllable", 0.98});
  Replace(RichDocument());
  EXPECT_EQ(Keys(), before);
  EXPECT_THAT(database_.PageTexts(1), ElementsAre("một", "hai, sửa", "ba"));
  EXPECT_EQ(database_.Repairs(1), repairs_);
  EXPECT_EQ(database_.Search({"hai", "sua"}, 0).size(), 1u);
}

TEST_F(ReplaceTest, WhateverDiffersIsWritten) {
  const std::map<std::string, std::function<void(Document&)>> changes = {
      {"subject", [](Document& d) { d.subject = "khác"; }},
      {"a value lost", [](Document& d) { d.urgency.reset(); }},
      {"a signer's title", [](Document& d) { d.signers[1].title = "Chánh Văn phòng"; }},
      {"a recipient's order", [](Document& d) { std::swap(d.recipients[0], d.recipients[1]); }},
      {"stamp", [](Document& d) { d.incoming.reset(); }},
      {"a reference's relation", [](Document& d) { d.references[1].relation = "basis"; }},
      {"a cell", [](Document& d) { d.tables[0].rows[1][1] += "."; }},
      {"a row without cells", [](Document& d) { d.tables[0].rows.pop_back(); }},
      {"a task's confidence", [](Document& d) { d.tasks[0].confidence -= 1e-12; }},
      {"roles", [](Document& d) { std::swap(d.tasks[0].lead, d.tasks[0].coordinators); }},
      {"a deadline", [](Document& d) { d.tasks[0].deadline->to = "2024-04-01"; }},
      {"a box", [](Document& d) { d.evidence[0].box.right += 1; }},
      {"a rule", [](Document& d) { d.evidence[0].rule = "other.rule"; }},
      {"a flag", [](Document& d) { d.flags.push_back({"numbering_gap", 2, "3 behind 1"}); }},
      {"an agency's life", [](Document& d) { d.issuer->life.to = d.tasks[0].approver[0].life.to = "2025-03"; }},
      {"an agency's key", [](Document& d) { d.parent_issuer->id = "H33"; }},
      {"pages", [](Document& d) { d.page_to = 2; }},
      {"handwriting", [](Document& d) { d.open_fields[0].unseen /= 2; }},
  };
  for (const auto& [what, change] : changes) {
    Document document = RichDocument();
    change(document);
    ASSERT_NE(document, RichDocument()) << what;
    Replace(RichDocument());
    Replace(document);
    EXPECT_TRUE(First() == document) << what << '\n' << Dump(First()) << "\nfor\n" << Dump(document);
  }
}

TEST_F(ReplaceTest, OneDocumentMoreOrLessIsWritten) {
  Document second = RichDocument();
  second.page_from = 3;
  database_.ReplaceDocuments(1, {RichDocument(), second}, texts_, later_, repairs_);
  EXPECT_EQ(database_.ListDocuments(0, 0).size(), 3u);
  database_.ReplaceDocuments(1, {RichDocument()}, texts_, later_, repairs_);
  EXPECT_EQ(database_.ListDocuments(0, 0).size(), 2u);
  database_.ReplaceDocuments(1, {}, texts_, later_, repairs_);
  EXPECT_EQ(database_.ListDocuments(0, 0).size(), 1u);
}

// Other documents gave the number; extracted again the document stands as it does by itself, until they are weighed
// again. The log goes on from the value it had last.
TEST_F(ReplaceTest, WhatOtherDocumentsSaidIsTakenOffAndLogged) {
  Document open = RichDocument();
  open.number.reset();
  open.number_seq.reset();
  Replace(open);
  Verdict verdict;
  verdict.document_id = 1;
  verdict.field = "number";
  verdict.value = "18/KH-UBND";
  verdict.probability = 0.95;
  EXPECT_EQ(database_.Revise({verdict}, later_), 1);
  EXPECT_EQ(First().number, "18/KH-UBND");
  Replace(open);
  EXPECT_EQ(First(), open);
  EXPECT_EQ(database_.Revise({verdict}, later_), 0) << "it is what it was";
  EXPECT_EQ(First().number, "18/KH-UBND");
  EXPECT_EQ(database_.Changes(1).size(), 1u);
  Document read = RichDocument();  // now the page says so itself
  read.number = "18/KH-UBND";
  read.number_seq = 18;
  Replace(read);
  EXPECT_EQ(First(), read);
}

// References point to a document also when it alone was written anew.
TEST_F(ReplaceTest, LinksFollowDocumentsThatChange) {
  Document cited = RichDocument();
  cited.number = "12/QĐ-TTg";  // RichDocument names it, of 2024-01-09
  cited.issued_on = "2024-01-09";
  database_.ReplaceDocuments(2, {cited}, texts_, later_, repairs_);
  EXPECT_EQ(database_.FindDocuments("1").at(0).reference_targets.at(0), 2);
  Replace(RichDocument());
  EXPECT_EQ(database_.FindDocuments("1").at(0).reference_targets.at(0), 2);
  database_.ReplaceDocuments(2, {RichDocument()}, texts_, later_, repairs_);
  EXPECT_EQ(database_.FindDocuments("1").at(0).reference_targets.at(0), 0);
}

}  // namespace
}  // namespace trichluc
