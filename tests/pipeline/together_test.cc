// A later import raises, and takes back, what a document could not say by itself; the database keeps the log.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/pipeline.h"
#include "report/explain.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

FileRecord FileOf(const std::string& name, Document document) {
  document.page_from = document.page_to = 1;
  FileRecord file;
  file.path = "in/" + name + ".pdf";
  file.sha256 = name;
  file.pages = 1;
  file.readings.resize(1);
  file.readings[0].page = 1;
  file.page_texts = {""};
  file.documents = {document};
  return file;
}

Document Plan() {
  Document plan;
  plan.symbol = "KH-SYT";
  plan.issuer = Agency{std::nullopt, "Sở Y tế tỉnh Kiên Giang", "SỞ Y TẾ"};
  plan.issued_on = "2018-03-01";
  plan.flags = {{"handwritten", 1, "number: /KH-SYT; 239 (0.60), 289 (0.38)"}};
  plan.evidence = {{"number", 1, {1, 2, 3, 4}, "239 (0.60), 289 (0.38)", "hand.reader", 0.5}};
  plan.confidence = {{"number", 0.5}};
  plan.open_fields = {
      {"number", 1, {1, 2, 3, 4}, "Số: /KH-SYT", "", "/", 0.02, 0, {{"239", 0.6}, {"289", 0.38}}}};
  return plan;
}

Document Letter() {
  Document letter;
  letter.number = "7/UBND-TH";
  letter.number_seq = 7;
  letter.symbol = "UBND-TH";
  letter.references = {{"Kế hoạch", "289/KH-SYT", "2018-03-01", "Sở Y tế", "implements", 1}};
  return letter;
}

class Weighing : public ::testing::Test {
 protected:
  Weighing() : database_(folder_ / "t.db", Database::Mode::kCreate) {
    run_ = database_.BeginRun({"0.1", "vie", "hash", "ingest"});
  }
  StoredDocument Stored(const std::string& name) const { return database_.FindDocuments(name).at(0); }

  TempFolder folder_;
  Database database_;
  long long run_ = 0;
};

TEST_F(Weighing, ALaterImportRaisesAReadingAndIsLogged) {
  database_.SaveFile(FileOf("plan", Plan()), run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 0);
  EXPECT_EQ(Stored("plan").document, FileOf("plan", Plan()).documents[0]);  // nothing was touched

  database_.SaveFile(FileOf("letter", Letter()), run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 1);
  const StoredDocument plan = Stored("plan");
  EXPECT_EQ(plan.document.number, "289/KH-SYT");
  EXPECT_EQ(plan.document.number_seq, 289);
  EXPECT_GT(plan.document.confidence.at(0).second, 0.9);
  EXPECT_THAT(plan.document.flags.at(0).detail, HasSubstr("289 (0.9"));
  EXPECT_EQ(Stored("letter").reference_targets, std::vector<long long>{plan.id});  // linked now
  const std::vector<FieldChange> log = database_.Changes(plan.id);
  ASSERT_THAT(log, SizeIs(1));
  EXPECT_EQ(log[0].before, std::nullopt);
  EXPECT_EQ(log[0].after, "289/KH-SYT");
  EXPECT_EQ(log[0].reason, "hand.cited_by");
  EXPECT_THAT(ExplainField(plan, "number", 200, log), HasSubstr("from none to 289/KH-SYT"));

  EXPECT_EQ(WeighHandwriting(database_, run_), 0);
  EXPECT_EQ(Stored("plan").document, plan.document);
}

TEST_F(Weighing, WhatNoDocumentSaysAnyMoreIsTakenBack) {
  database_.SaveFile(FileOf("letter", Letter()), run_);
  database_.SaveFile(FileOf("plan", Plan()), run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 1);
  const long long letter = database_.FindFile("letter")->id;
  database_.ReplaceDocuments(letter, {}, {""}, run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 1);
  const StoredDocument plan = Stored("plan");
  EXPECT_EQ(plan.document, FileOf("plan", Plan()).documents[0]);
  EXPECT_EQ(database_.Changes(plan.id).at(1).before, "289/KH-SYT");
  EXPECT_EQ(database_.Changes(plan.id).at(1).after, std::nullopt);
}

TEST_F(Weighing, ExtractedAgainADocumentIsRaisedAgainWithoutASecondEntry) {
  database_.SaveFile(FileOf("letter", Letter()), run_);
  database_.SaveFile(FileOf("plan", Plan()), run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 1);
  database_.ReplaceDocuments(database_.FindFile("plan")->id, FileOf("plan", Plan()).documents, {""}, run_);
  EXPECT_EQ(Stored("plan").document.number, std::nullopt);
  EXPECT_EQ(WeighHandwriting(database_, run_), 0);
  EXPECT_EQ(Stored("plan").document.number, "289/KH-SYT");
  EXPECT_THAT(database_.Changes(Stored("plan").id), SizeIs(1));
}

TEST_F(Weighing, PrintedNumbersAreNeverTouched) {
  Document typed = Plan();
  typed.number = "239/KH-SYT";
  typed.number_seq = 239;
  typed.open_fields.clear();
  typed.flags.clear();
  database_.SaveFile(FileOf("typed", typed), run_);
  database_.SaveFile(FileOf("letter", Letter()), run_);
  EXPECT_EQ(WeighHandwriting(database_, run_), 0);
  EXPECT_EQ(Stored("typed").document.number, "239/KH-SYT");
  EXPECT_THAT(database_.Changes(Stored("typed").id), IsEmpty());
}

}  // namespace
}  // namespace trichluc
