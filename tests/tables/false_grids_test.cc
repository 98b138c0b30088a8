// Grids that are no tables.
#include "tables/false_grids.h"

#include <gtest/gtest.h>

#include <string>

#include "support/printed_table.h"
#include "text/text.h"

namespace trichluc {
namespace {

PageReading PrintedRows(const std::string& rows) {
  return TablePrinter({80, 80}, ParseRows(""), ParseRows(rows), {}).Print().at(0);
}

PageReading ReadWith(PageReading page, float confidence) {
  for (Word& word : page.words) word.confidence = confidence;
  return page;
}

const char* const kFalseRows = R"(
  |Số lượng chất thải|Tấn mỗi ngày|
  |Tỷ lệ thu gom được|Tính theo năm|)";

TEST(FalseGrids, WhatShinesThroughIsNoTableAndNoText) {
  PageReading page = ReadWith(PrintedRows(kFalseRows), 0.3f);
  page.words.push_back({"Sở", {300, 1900, 340, 1920}, 0.3f});
  DissolveFalseGrids(&page);
  EXPECT_TRUE(page.grids.empty());
  ASSERT_EQ(page.words.size(), 1u);
  EXPECT_EQ(page.words[0].text, "Sở");
}

TEST(FalseGrids, WornTablesStay) {
  PageReading page = ReadWith(PrintedRows(kFalseRows), 0.7f);
  DissolveFalseGrids(&page);
  EXPECT_EQ(page.grids.size(), 1u);
  page = ReadWith(PrintedRows(kFalseRows), 0.3f);
  page.words.resize(4);  // a form with hardly a word
  DissolveFalseGrids(&page);
  EXPECT_EQ(page.grids.size(), 1u);
}

TEST(FalseGrids, LinesWhoseBlanksStandBelowEachOtherAreText) {
  const char* const rows = R"(
    |* Các Bệnh viện|huyện, thị xã tuyển|
    |* Các Trung tâm|y tế dự phòng tuyển|
    |* Các Phòng khám|đa khoa khu vực|
    |* Các Trạm|y tế xã|)";
  PageReading page = PrintedRows(rows);
  DissolveFalseGrids(&page);
  EXPECT_EQ(page.grids.size(), 1u) << "with rules it is a table";
  page.grids[0].ruled = false;
  PageReading table = page;
  for (Word& word : table.words) word.text = Capitalise(word.text);
  DissolveFalseGrids(&page);
  EXPECT_TRUE(page.grids.empty());
  EXPECT_EQ(page.words.size(), table.words.size());
  DissolveFalseGrids(&table);
  EXPECT_EQ(table.grids.size(), 1u);
}

TEST(FalseGrids, ThoseWhoSignTogetherAreNoTable) {
  PageReading page = PrintedRows("|BẢO HIỂM XÃ HỘI|SỞ Y TẾ|\n|KT. GIÁM ĐỐC|KT. GIÁM ĐỐC|");
  const size_t words = page.words.size();
  DissolveFalseGrids(&page);
  EXPECT_EQ(page.grids.size(), 1u) << "with rules it is a form";
  page.grids[0].ruled = false;
  PageReading table = PrintedRows("|Nội dung ký|Người ký|\n|KT. GIÁM ĐỐC|Lê Văn Hoa|");
  table.grids[0].ruled = false;
  DissolveFalseGrids(&page);
  EXPECT_TRUE(page.grids.empty());
  EXPECT_EQ(page.words.size(), words);
  DissolveFalseGrids(&table);
  EXPECT_EQ(table.grids.size(), 1u);
}

TEST(FalseGrids, ALetterheadInAFrameIsText) {
  PageReading page = PrintedRows(R"(|SỞ Y TẾ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|)");
  Grid table = page.grids[0];
  page.grids.push_back(table);
  page.words.push_back({"Số:", {300, 900, 340, 920}, 0.9f, 1, 0});
  const size_t words = page.words.size();
  DissolveFalseGrids(&page);
  ASSERT_EQ(page.grids.size(), 1u);
  ASSERT_EQ(page.words.size(), words);
  EXPECT_EQ(page.words.front().grid, -1);
  EXPECT_EQ(page.words.back().grid, 0);  // of the table that stays
}

}  // namespace
}  // namespace trichluc
