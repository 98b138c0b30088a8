// Columns of tables that have rules between their rows alone.
#include "pipeline/white_gaps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int kWidth = 1000, kRow = 60;

struct Sheet {
  Image image{kWidth, 0, 1, 200, {}};
  Grid grid;

  // One row a call: stretches of ink from left to right.
  Sheet& Row(const std::vector<std::pair<int, int>>& inked) {
    const int top = image.height;
    image.height += kRow;
    image.pixels.resize(static_cast<size_t>(kWidth) * static_cast<size_t>(image.height), 255);
    for (const auto& [from, to] : inked) {
      for (int y = top + 20; y < top + 40; ++y) std::fill(image.Row(y) + from, image.Row(y) + to, uint8_t{0});
    }
    grid.cells.push_back({grid.rows++, 0, 1, 1, {0, top, kWidth, top + kRow}});
    grid.columns = 1;
    grid.box = {0, 0, kWidth, image.height};
    return *this;
  }
};

Sheet Table() {
  Sheet sheet;
  for (int row = 0; row < 6; ++row) sheet.Row({{20, 40}, {100, 300}, {315, 480}, {600, 700}});
  return sheet;
}

TEST(WhiteGaps, AreWhatRowsShare) {
  Sheet sheet = Table();
  sheet.Row({{20, 560}});  // a heading across the table
  const auto gaps = WhiteGaps(sheet.image, sheet.grid);
  ASSERT_THAT(gaps, SizeIs(2));  // a blank between words is none
  EXPECT_EQ(gaps[0].left, 40);
  EXPECT_EQ(gaps[0].right, 100);
  EXPECT_EQ(gaps[1].left, 480);
  const auto parts = PartAtGaps(sheet.image, {20, 20, 700, 40}, gaps);
  ASSERT_THAT(parts, SizeIs(3));
  EXPECT_EQ(parts[0].right, 70);
  EXPECT_EQ(parts[1].right, parts[2].left);
  EXPECT_THAT(PartAtGaps(sheet.image, {20, 6 * kRow + 20, 560, 6 * kRow + 40}, gaps), SizeIs(1));  // the heading stays whole
}

TEST(WhiteGaps, NeedRowsWithoutUprightRules) {
  Sheet few;
  few.Row({{20, 40}, {100, 300}}).Row({{20, 40}, {100, 300}}).Row({{20, 40}, {100, 300}});
  EXPECT_THAT(WhiteGaps(few.image, few.grid), IsEmpty());
  Sheet ruled = Table();
  ruled.grid.columns = 2;
  EXPECT_THAT(WhiteGaps(ruled.image, ruled.grid), IsEmpty());
  Sheet text;  // paragraphs, whose blanks fall anywhere
  for (int row = 0; row < 6; ++row) text.Row({{20, 200 + 37 * row}, {240 + 37 * row, 900}});
  EXPECT_THAT(WhiteGaps(text.image, text.grid), IsEmpty());
}

}  // namespace
}  // namespace trichluc
