// Routing stamps over the beginnings of lines, and tables, which stay.
#include "pipeline/margin_stamps.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

// Twelve lines of text that begin at x = 237, and a grid.
PageReading Page(const Box& box, bool ruled = true) {
  PageReading reading;
  reading.width = 1654;
  reading.height = 2339;
  reading.dpi = 200;
  Grid grid;
  grid.box = box;
  grid.ruled = ruled;
  for (int line = 0; line < 12; ++line) {
    for (int word = 0; word < 14; ++word) {
      const Box place{237 + 90 * word, 900 + 46 * line, 317 + 90 * word, 930 + 46 * line};
      if (!box.Contains(place.CentreX(), place.CentreY())) reading.words.push_back({"người", place, 0.96f});
    }
  }
  reading.grids.push_back(grid);
  return reading;
}

TEST(MarginStamps, AGridOverTheBeginningsOfLines) {
  const MarginStamps stamps = FindMarginStamps(Page({48, 1000, 375, 1385}));
  ASSERT_EQ(stamps.grids.size(), 1u);
  EXPECT_EQ(stamps.grids[0], 0u);
  EXPECT_EQ(stamps.margins[0].left, 0);
  EXPECT_LT(stamps.margins[0].right, 237);
  EXPECT_GT(stamps.margins[0].right, 220);
  EXPECT_LT(stamps.margins[0].top, 900);  // what is written above the form
}

TEST(MarginStamps, TablesStay) {
  EXPECT_TRUE(FindMarginStamps(Page({237, 1000, 560, 1385})).grids.empty()) << "begins with the text";
  EXPECT_TRUE(FindMarginStamps(Page({100, 1000, 1500, 1385})).grids.empty()) << "as wide as the text";
  EXPECT_TRUE(FindMarginStamps(Page({48, 1000, 200, 1385})).grids.empty()) << "beside the text";
  EXPECT_TRUE(FindMarginStamps(Page({48, 1600, 375, 1900})).grids.empty()) << "below the text";
  EXPECT_TRUE(FindMarginStamps(Page({48, 1000, 375, 1385}, false)).grids.empty()) << "white gaps";
}

}  // namespace
}  // namespace trichluc
