// Documents of the corpus scanned two pages to a sheet of A3, with real recognition: the audit finds the text
// and the tasks of the single pages.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corpus/make.h"
#include "corpus/truth.h"
#include "pipeline/pipeline.h"
#include "report/audit.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

int SheetOf(int page) { return (page + 1) / 2; }

// Truth counts single pages; the file counts sheets.
nlohmann::json OnSheets(nlohmann::json truth) {
  for (auto& [key, value] : truth.items()) {
    const bool page = key == "page" || key == "page_from" || key == "page_to";
    if (page && value.is_number_integer()) value = SheetOf(value.get<int>());
    if (value.is_structured()) value = OnSheets(value);
  }
  return truth;
}

std::string OnSheets(std::string text) {
  bool left = true;
  for (char& c : text) {
    if (c != '\f') continue;
    if (left) c = '\n';
    left = !left;
  }
  return text;
}

class A3 : public ::testing::TestWithParam<const char*> {};

TEST_P(A3, IsReadAsSinglePages) {
  const std::string id = GetParam();
  const corpus::Description description = corpus::ReadDescription(TRICHLUC_SOURCE_DIR "/corpus/" + id);
  const corpus::Paper paper = corpus::Typeset(description);
  for (const auto& sheet : paper.sheets)
    ASSERT_GT(sheet->height(), sheet->width()) << "pages that can be paired";
  TempFolder folder;
  const std::string truth = corpus::TruthFile(corpus::MakeTruth(description, paper));
  folder.Write("truth/" + id + "/truth.json", OnSheets(nlohmann::json::parse(truth)).dump());
  folder.Write("truth/" + id + "/truth.txt", OnSheets(corpus::PaperText(paper)));
  const std::string scan = folder.Write("truth/" + id + "/a3.pdf",
                                        corpus::MakeScan(description, paper, corpus::FindQuality("a3")));
  Database database(folder / "a3.db", Database::Mode::kCreate);
  IngestOptions options;
  options.reading.program = TRICHLUC_BUILD_DIR "/trichluc-reader";
  options.reading.models = TRICHLUC_SOURCE_DIR "/rules/models";
  const IngestResult result =
      Ingest({scan}, database, RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules"), options, {});
  EXPECT_EQ(result.pages, SheetOf(static_cast<int>(paper.sheets.size())));

  const AuditReport report = Audit(database, {folder / "truth", "a3", "a3.db"});
  const auto value = [&](const char* figure) { return FigureValue(report.total, figure).value_or(-1); };
  for (const char* figure : {"page_cer", "header", "task_f1", "cells", "table_row_f1"})
    RecordProperty(figure, std::to_string(value(figure)));  // --gtest_output=json:FILE
  EXPECT_LE(value("page_cer"), 0.01);
  EXPECT_GE(value("page_cer"), 0);
  EXPECT_EQ(value("header"), 1);
  EXPECT_EQ(value("task_f1"), 1);
  EXPECT_GE(value("cells"), 0.95);
  if (HasFailure()) ADD_FAILURE() << PrintAudit(report) << "\n" << PrintMisses(report.misses, 30, "");
}

INSTANTIATE_TEST_SUITE_P(Documents, A3, ::testing::Values("t-cut", "t-bundle"));

}  // namespace
}  // namespace trichluc
