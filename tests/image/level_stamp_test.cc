// Stamps put down aslant are turned level.
#include "image/level_stamp.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

// Three lines of a frame that lie turned clockwise by so many degrees, and a mark near the end of the last.
Image Stamp(double degrees) {
  PaintedPage page(60, 40, 200);
  const double slope = std::tan(degrees * std::numbers::pi / 180);
  for (const double y : {12.0, 18.0, 28.0}) {
    for (double x = 8; x < 52; x += 0.1) page.Rectangle(x, y + slope * (x - 30), 0.2, 0.3);
  }
  page.Rectangle(44, 23 + slope * 14, 2, 2);
  return page.image();
}

TEST(LevelStamp, IsTurnedByItsFrame) {
  for (const double degrees : {-8.0, -3.0, 2.0, 6.0}) {
    const Image stamp = Stamp(degrees);
    const auto level = TurnLevel(stamp);
    ASSERT_TRUE(level) << degrees;
    EXPECT_NEAR(level->degrees, degrees, 0.5);
    // A row through the middle line of the frame holds it all.
    int most = 0;
    for (int y = 0; y < level->image.height; ++y) {
      int ink = 0;
      for (int x = 0; x < level->image.width; ++x) ink += level->image.Row(y)[x] < 128;
      most = std::max(most, ink);
    }
    EXPECT_GT(most, 300) << "44 mm are 346 pixels";
  }
}

TEST(LevelStamp, BoxesComeBack) {
  const Image stamp = Stamp(6);
  const auto level = TurnLevel(stamp);
  ASSERT_TRUE(level);
  // The mark: the one piece of ink whose right neighbour columns are white over two millimetres.
  const double turn = level->degrees * std::numbers::pi / 180, x = 45 - 30, y = 24 + std::tan(turn) * 15 - 20;  // from the middle, mm
  const auto pixel = [](double mm) { return static_cast<int>(std::lround(mm / 25.4 * 200)); };
  const int level_x = level->image.width / 2 + pixel(x * std::cos(turn) + y * std::sin(turn));
  const int level_y = level->image.height / 2 + pixel(y * std::cos(turn) - x * std::sin(turn));
  EXPECT_LT(level->image.Row(level_y)[level_x], 128) << "the mark lies there";
  const Box back = level->Back({level_x - 4, level_y - 4, level_x + 4, level_y + 4}, stamp);
  EXPECT_NEAR(back.CentreX(), stamp.width / 2 + pixel(x), 2);
  EXPECT_NEAR(back.CentreY(), stamp.height / 2 + pixel(y), 2);
}

TEST(LevelStamp, WhatLiesLevelStays) {
  EXPECT_FALSE(TurnLevel(Stamp(0)));
  EXPECT_FALSE(TurnLevel(PaintedPage(40, 20, 200).image())) << "no ink";
  EXPECT_FALSE(TurnLevel(Image{}));
}

}  // namespace
}  // namespace trichluc
