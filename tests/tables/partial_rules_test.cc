#include "tables/partial_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/open_grid.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;

const std::vector<int> kEdges = {100, 200, 600, 900, 1200};
constexpr double kHeight = 26;

Box Rule(int left, int right, int y) { return {left, y, right, y + 1}; }

TEST(PartialRules, BesideAMergedCell) {
  const auto found = FindPartialRules({Rule(100, 600, 500), Rule(905, 1200, 501), Rule(100, 1200, 300)}, kEdges, {300, 700}, kHeight);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0].crosses, ElementsAre(true, true, false, true));
}

TEST(PartialRules, WhatEndsAmidAColumnIsNone) { EXPECT_TRUE(FindPartialRules({Rule(260, 420, 500)}, kEdges, {300, 700}, kHeight).empty()); }

TEST(PartialRules, AboveAndBelowTheTableNothingCounts) {
  EXPECT_TRUE(FindPartialRules({Rule(100, 600, 250), Rule(100, 600, 750)}, kEdges, {300, 700}, kHeight).empty());
  EXPECT_TRUE(FindPartialRules({Rule(100, 600, 500)}, kEdges, {}, kHeight).empty());
}

// A table of four columns with a rule below each row, seen at 200 dpi.
class OpenTable {
 public:
  OpenTable() { page_.page = 1, page_.width = 1654, page_.height = 2339, page_.dpi = 200; }

  void Put(int left, int y, const std::vector<std::string>& words) {
    for (const std::string& text : words) {
      const int width = 14 * static_cast<int>(text.size());
      Word word;
      word.text = text, word.confidence = 0.9f, word.box = {left, y, left + width, y + 26};
      page_.words.push_back(word);
      left += width + 10;
    }
  }
  void Line(int left, int right, int y) { rules_.push_back(Rule(left, right, y)); }
  std::vector<Grid> Find() const { return FindOpenGrids(page_, rules_); }
  std::string TextIn(const GridCell& cell) const {
    std::string text;
    for (const Word& word : page_.words) {
      if (cell.box.Contains(word.box.CentreX(), word.box.CentreY())) text += (text.empty() ? "" : " ") + word.text;
    }
    return text;
  }
  std::vector<std::string> Cells(const Grid& grid) const {
    std::vector<std::string> texts;
    for (const GridCell& cell : grid.cells)
      texts.push_back(std::to_string(cell.row) + "+" + std::to_string(cell.row_span) + " " + std::to_string(cell.column) + "+" +
                      std::to_string(cell.column_span) + " " + TextIn(cell));
    return texts;
  }

 private:
  PageReading page_;
  std::vector<Box> rules_;
};

TEST(PartialRules, AHeadingOfTwoLevelsAndACellOverTwoRows) {
  OpenTable table;
  for (const int y : {300, 400, 500, 600, 700}) {
    if (y != 500) table.Line(200, 1500, y);
  }
  table.Line(800, 1400, 350), table.Line(200, 802, 500), table.Line(1098, 1500, 500);
  table.Put(210, 340, {"TT"}), table.Put(400, 340, {"Noi", "dung"}), table.Put(900, 310, {"Don", "vi", "thuc", "hien"}), table.Put(1412, 340, {"Han"});
  table.Put(860, 365, {"Chu", "tri"}), table.Put(1160, 365, {"Phoi", "hop"});
  table.Put(215, 440, {"1"}), table.Put(300, 440, {"Ra", "soat", "quy", "hoach"}), table.Put(1110, 440, {"So", "Tu", "phap"}), table.Put(1412, 440, {"5/6"});
  table.Put(815, 487, {"Phong", "VH"});
  table.Put(215, 540, {"2"}), table.Put(300, 540, {"Tap", "huan", "can", "bo"}), table.Put(1110, 540, {"So", "Noi", "vu"}), table.Put(1412, 540, {"7/6"});
  table.Put(215, 640, {"3"}), table.Put(300, 640, {"Tong", "ket", "nam"}), table.Put(815, 640, {"Van", "phong"}), table.Put(1110, 640, {"Thanh", "tra"}), table.Put(1412, 640, {"8/6"});
  const std::vector<Grid> grids = table.Find();
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_THAT(table.Cells(grids[0]),
              ElementsAre("0+2 0+1 TT", "0+2 1+1 Noi dung", "0+1 2+2 Don vi thuc hien", "0+2 4+1 Han", "1+1 2+1 Chu tri", "1+1 3+1 Phoi hop", "2+1 0+1 1",
                          "2+1 1+1 Ra soat quy hoach", "2+2 2+1 Phong VH", "2+1 3+1 So Tu phap", "2+1 4+1 5/6", "3+1 0+1 2",
                          "3+1 1+1 Tap huan can bo", "3+1 3+1 So Noi vu", "3+1 4+1 7/6", "4+1 0+1 3", "4+1 1+1 Tong ket nam", "4+1 2+1 Van phong",
                          "4+1 3+1 Thanh tra", "4+1 4+1 8/6"));
}

// Number and lead stand in the middle of the last row, beside none of the lines of the others: no line prints in three columns.
TEST(PartialRules, ALastRowWhoseCellsStandBesideNone) {
  OpenTable table;
  for (const int y : {300, 360, 420, 480, 600}) table.Line(200, 1500, y);
  int y = 315;
  for (const char* no : {"TT", "1", "2"}) {
    table.Put(215, y, {no}), table.Put(300, y, {"Ra", "soat", "quy", "hoach"}), table.Put(815, y, {"So", "Noi", "vu"}), table.Put(1312, y, {"Thang", "6"});
    y += 60;
  }
  table.Put(1312, 490, {"Truoc"}), table.Put(300, 508, {"Cap", "nhat", "van"}), table.Put(215, 526, {"3"}), table.Put(815, 526, {"Van", "phong"});
  table.Put(300, 544, {"ban", "moi"}), table.Put(1312, 562, {"ngay", "5"});
  const std::vector<Grid> grids = table.Find();
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].rows, 4);
  EXPECT_EQ(grids[0].row_edges.back(), 600);
}

// A title behind its letter that one word takes over the edge of its column.
TEST(PartialRules, ATitleThatRunsOverTheEdge) {
  OpenTable table;
  for (const int y : {300, 360, 420, 480, 540}) table.Line(200, 1500, y);
  int y = 315;
  for (const char* no : {"TT", "1", "A", "2"}) {
    table.Put(215, y, {no});
    if (*no == 'A') {
      table.Put(300, y, {"RA", "SOAT", "HE", "THONG", "HOA", "CAC", "VAN", "BAN", "NAM", "NAY", "VA", "SAU"});
    } else {
      table.Put(300, y, {"Ra", "soat", "quy", "hoach", "cac", "khu"}), table.Put(815, y, {"So", "Noi", "vu"}), table.Put(1312, y, {"Thang", "6"});
    }
    y += 60;
  }
  const std::vector<Grid> grids = table.Find();
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_THAT(table.Cells(grids[0]), ::testing::Contains("2+1 1+3 RA SOAT HE THONG HOA CAC VAN BAN NAM NAY VA SAU"));
}

}  // namespace
}  // namespace trichluc
