#include "image/bar.h"

#include <gtest/gtest.h>

#include "model/geometry.h"

namespace trichluc {
namespace {

// Black boxes on paper, 40 × 30 pixels.
bool OnBar(const std::vector<Box>& boxes, uint8_t ink = 20) {
  Image word{40, 30, 1, 200, std::vector<uint8_t>(40 * 30, 250)};
  for (const Box& box : boxes) {
    for (int y = box.top; y < box.bottom; ++y) {
      for (int x = box.left; x < box.right; ++x) word.Row(y)[x] = ink;
    }
  }
  return StandsOnBar(word);
}

const Box kStroke{4, 2, 8, 20}, kBar{4, 23, 18, 25};

TEST(Bar, InkOverTheWholeWidthAtTheFootIsOne) {
  EXPECT_TRUE(OnBar({kStroke, kBar}));
  EXPECT_FALSE(OnBar({kStroke, {4, 23, 10, 25}, {14, 2, 18, 20}, {8, 10, 14, 12}}));
}

TEST(Bar, HigherUpItIsNone) { EXPECT_FALSE(OnBar({kStroke, {4, 2, 18, 4}})); }

TEST(Bar, OnlyTheFirstGlyphCounts) {
  EXPECT_FALSE(OnBar({{4, 10, 18, 12}, {10, 2, 12, 25}, {24, 2, 26, 20}, {22, 23, 36, 25}}));
}

TEST(Bar, NothingOnEmptyOrPalePaperOrInSmallPrint) {
  EXPECT_FALSE(StandsOnBar(Image{}));
  EXPECT_FALSE(OnBar({}));
  EXPECT_FALSE(OnBar({kStroke, kBar}, 220));
  EXPECT_FALSE(OnBar({{4, 2, 8, 5}, {4, 7, 18, 9}}));
}

}  // namespace
}  // namespace trichluc
