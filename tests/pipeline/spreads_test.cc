// Two pages on one sheet: as one reading, and as single pages again. Real pages of the corpus (with recorded
// answers of the engine) laid side by side give the same documents as the pages alone.
#include "pipeline/spreads.h"

#include <gmock/gmock.h>

#include "pipeline/pipeline.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;

PageReading Page(const std::string& text) {
  PageReading page;
  page.page = 1;
  page.width = 800;
  page.height = 1100;
  page.dpi = 100;
  page.engine = "ink";
  page.words = {{text, {100, 50, 200, 70}, 0.9f}, {"cell", {110, 510, 150, 525}, 0.8f, 0, 0}};
  page.grids = {{{100, 500, 700, 600}, 1, 1, {{0, 0, 1, 1, {101, 501, 699, 599}}}, {100, 700}, {500, 600}}};
  page.regions = {{"stamp", {500, 800, 600, 900}, "red"}};
  page.crops = {{"number", {90, 40, 210, 80}, text}};
  page.hand = {{"day", {90, 40, 110, 80}, {{"7", 0.5}}, 0.1}};
  page.measurements = {{"skew_degrees", 0.5}, {"ink_share", 0.01}};
  return page;
}

TEST(SpreadsTest, JoinedAndPartedAgain) {
  const PageReading left = Page("trái"), right = Page("phải");
  const PageReading sheet = JoinSpread(left, right, 90);
  EXPECT_EQ(sheet.width, 1600);
  EXPECT_EQ(sheet.words[2].box.left, 900);
  EXPECT_EQ(sheet.words[3].grid, 1);
  EXPECT_THAT(sheet.grids[1].column_edges, ElementsAre(900, 1500));
  EXPECT_EQ(sheet.measurements[2], (Measurement{"spread_middle", 800}));
  EXPECT_EQ(sheet.measurements[3], (Measurement{"spread_turned_degrees", 90}));
  EXPECT_EQ(sheet.measurements[4], (Measurement{"right_skew_degrees", 0.5}));

  const PageReading alone = Page("một");
  PageReading first = left, second = right, third = alone;
  second.page = 2;
  third.page = 3;
  PageReading last = alone;
  last.page = 2;
  const SinglePages pages({sheet, last});
  EXPECT_THAT(pages.readings, ElementsAre(first, second, third));
  EXPECT_EQ(pages.IndexInFile(2), 0u);
  EXPECT_EQ(pages.IndexInFile(3), 1u);

  Document document;
  document.page_from = 2;
  document.page_to = 3;
  document.evidence = {{"number", 2, {10, 20, 30, 40}, "", "", 1},
                       {"number", 2, {}, "", "hand.file_name", 1},
                       {"place", 3, {10, 20, 30, 40}, "", "", 1}};
  document.flags = {{"missing", 2, ""}, {"missing", std::nullopt, ""}};
  pages.ToFile(&document);
  EXPECT_EQ(document.page_from, 1);
  EXPECT_EQ(document.page_to, 2);
  EXPECT_EQ(document.evidence[0].page, 1);
  EXPECT_EQ(document.evidence[0].box, (Box{810, 20, 830, 40}));
  EXPECT_EQ(document.evidence[1].box, Box{});
  EXPECT_EQ(document.evidence[2].page, 2);
  EXPECT_EQ(document.evidence[2].box, (Box{10, 20, 30, 40}));
  EXPECT_EQ(document.flags[0].page, 1);
  EXPECT_FALSE(document.flags[1].page);
}

FileRecord Recorded(const std::string& id, const std::shared_ptr<const RuleSet>& rules) {
  TempFolder folder;
  Database database(folder / "one.db", Database::Mode::kCreate);
  IngestOptions options;
  options.reading.program = TRICHLUC_BUILD_DIR "/trichluc-reader";
  options.reading.models = TRICHLUC_SOURCE_DIR "/rules/models";
  options.reading.recording = TRICHLUC_SOURCE_DIR "/tests/recorded/" + id + ".rec";
  const std::string scan = TRICHLUC_SOURCE_DIR "/corpus/" + id + "/usual200.pdf";
  EXPECT_EQ(Ingest({scan}, database, rules, options, {}).done, 1);
  FileRecord file;
  file.path = scan;
  file.readings = database.Readings(1);
  ExtractFile(file, rules);
  return file;
}

// `alone`: pages at the beginning that have a sheet of their own.
FileRecord SideBySide(const FileRecord& file, size_t alone) {
  FileRecord sheets;
  sheets.path = file.path;
  for (size_t i = 0; i < file.readings.size();) {
    const bool pair = i >= alone && i + 1 < file.readings.size();
    sheets.readings.push_back(pair ? JoinSpread(file.readings[i], file.readings[i + 1], 0)
                                   : file.readings[i]);
    sheets.readings.back().page = static_cast<int>(sheets.readings.size());
    i += pair ? 2 : 1;
  }
  return sheets;
}

class SpreadsOfCorpus : public ::testing::TestWithParam<std::tuple<const char*, int>> {};

TEST_P(SpreadsOfCorpus, GiveWhatTheSinglePagesGive) {
  const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  const auto& [id, alone] = GetParam();
  const FileRecord file = Recorded(id, rules);
  ASSERT_GE(file.readings.size(), 2u);
  FileRecord sheets = SideBySide(file, static_cast<size_t>(alone));
  ExtractFile(sheets, rules);
  const auto first = static_cast<size_t>(alone);
  const std::string &left = file.page_texts[first], &right = file.page_texts[first + 1];
  EXPECT_EQ(sheets.page_texts[first], left + (left.empty() || right.empty() ? "" : "\n") + right);
  const auto sheet_of = [&, alone = alone](int page) {
    return page <= alone ? page : alone + (page - alone + 1) / 2;
  };
  const auto is_right = [&, alone = alone](int page) { return page > alone && (page - alone) % 2 == 0; };
  ASSERT_EQ(sheets.documents.size(), file.documents.size());
  ASSERT_FALSE(file.documents.empty());
  for (size_t d = 0; d < file.documents.size(); ++d) {
    Document expected = file.documents[d];
    const Document& found = sheets.documents[d];
    ASSERT_EQ(found.evidence.size(), expected.evidence.size());
    for (size_t i = 0; i < expected.evidence.size(); ++i) {
      Evidence& evidence = expected.evidence[i];
      if (is_right(evidence.page) && !evidence.box.Empty()) {
        const int middle = file.readings[static_cast<size_t>(evidence.page) - 2].width;
        evidence.box.left += middle, evidence.box.right += middle;
      }
      evidence.page = sheet_of(evidence.page);
    }
    for (int* page : {&expected.page_from, &expected.page_to}) *page = sheet_of(*page);
    for (Reference& reference : expected.references) reference.page = sheet_of(reference.page);
    for (Flag& flag : expected.flags) flag.page = flag.page ? std::optional(sheet_of(*flag.page)) : flag.page;
    for (TableRecord& table : expected.tables)
      table.page_from = sheet_of(table.page_from), table.page_to = sheet_of(table.page_to);
    for (Task& task : expected.tasks)
      task.page_from = sheet_of(task.page_from), task.page_to = sheet_of(task.page_to);
    EXPECT_EQ(Dump(found), Dump(expected));
    EXPECT_EQ(found, expected);
  }
}

TEST_P(SpreadsOfCorpus, AreTheSameWhereWordsWereRepairedAhead) {
  const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  const auto& [id, alone] = GetParam();
  FileRecord sheets = SideBySide(Recorded(id, rules), static_cast<size_t>(alone)), ahead = sheets;
  FileExtractor extractor(rules);
  MendedPages mended;
  for (size_t i = 0; i < ahead.readings.size(); i += 2) mended[ahead.readings[i].page] = extractor.Mend(ahead.readings[i]);
  extractor.Extract(sheets);
  extractor.Extract(ahead, FileNames::kEvidence, std::move(mended));
  EXPECT_EQ(ahead.repairs, sheets.repairs);
  EXPECT_EQ(ahead.page_texts, sheets.page_texts);
  EXPECT_TRUE(ahead.documents == sheets.documents);
}

INSTANTIATE_TEST_SUITE_P(Documents, SpreadsOfCorpus,
                         ::testing::Values(std::tuple("t-cut", 0), std::tuple("t-bundle", 0),
                                           std::tuple("t-bundle", 1), std::tuple("t-text", 0)));

}  // namespace
}  // namespace trichluc
