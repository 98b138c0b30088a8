// The same pixels as Leptonica's, for every size of rectangle up to a few words of a row.
#include "image/bricks.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <random>
#include <utility>

namespace trichluc {
namespace {

// Strokes and dots, some of them at the edges, on a width that is no multiple of a word.
PixPtr Strokes(int width, int height, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  PixPtr pix(pixCreate(width, height, 1));
  for (int i = 0; i < 60; ++i) {
    const bool across = below(2) == 0;
    const int length = 1 + below(90), thick = 1 + below(4);
    pixRasterop(pix.get(), below(width) - 20, below(height) - 20, across ? length : thick, across ? thick : length, PIX_SET,
                nullptr, 0, 0);
  }
  for (int i = 0; i < 200; ++i) pixSetPixel(pix.get(), below(width), below(height), 1);
  return pix;
}

bool Same(Pix* a, Pix* b) {
  l_int32 same = 0;
  pixEqual(a, b, &same);
  return same != 0;
}

const std::pair<int, int> kSizes[] = {{1, 1}, {2, 1}, {3, 3}, {1, 3}, {5, 2}, {27, 1}, {31, 1}, {32, 1}, {33, 1}, {64, 1}, {71, 4}, {1, 40}, {24, 24}};

TEST(BricksTest, AreLeptonicas) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const PixPtr pix = Strokes(301, 143, seed);
    for (const auto& [w, h] : kSizes) {
      SCOPED_TRACE(std::to_string(w) + " × " + std::to_string(h));
      EXPECT_TRUE(Same(Dilated(pix.get(), w, h).get(), PixPtr(pixDilateBrick(nullptr, pix.get(), w, h)).get()));
      EXPECT_TRUE(Same(Opened(pix.get(), w, h).get(), PixPtr(pixOpenBrick(nullptr, pix.get(), w, h)).get()));
      EXPECT_TRUE(Same(Closed(pix.get(), w, h).get(), PixPtr(pixCloseSafeBrick(nullptr, pix.get(), w, h)).get()));
    }
  }
}

TEST(BricksTest, ARectangleLargerThanThePicture) {
  const PixPtr pix = Strokes(40, 20, 7);
  l_int32 set = 1;
  pixZero(Opened(pix.get(), 60, 1).get(), &set);
  EXPECT_EQ(set, 1);  // all clear
  pixZero(Opened(pix.get(), 1, 30).get(), &set);
  EXPECT_EQ(set, 1);
  EXPECT_TRUE(Same(Dilated(pix.get(), 99, 51).get(), PixPtr(pixDilateBrick(nullptr, pix.get(), 99, 51)).get()));
}

}  // namespace
}  // namespace trichluc
