// Stamps are taken off; print that their frames cross stays whole.
#include "pipeline/erase_inside.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

TEST(EraseInside, LettersThatTheFrameCrossesKeepTheirMarks) {
  PaintedPage page(100, 60, 200, 1);
  page.Rectangle(20, 20, 2, 4);      // a figure
  page.Rectangle(30, 37, 2, 6);      // a letter, half inside
  page.Rectangle(30, 35.8, 2, 0.6);  // its mark
  const auto at = [&](double mm) { return page.Pixels(mm); };
  Image image = page.image();
  EraseInside(image, {at(10), at(10), at(60), at(40)});
  const auto ink = [&](double x, double y, double w, double h) {
    const Image piece = Cut(image, {at(x), at(y), at(x + w), at(y + h)});
    return std::count_if(piece.pixels.begin(), piece.pixels.end(), [](uint8_t grey) { return grey < 128; });
  };
  EXPECT_EQ(ink(19, 19, 4, 6), 0);
  EXPECT_GT(ink(30, 38, 2, 4), 0);
  EXPECT_GT(ink(30, 35.5, 2, 1.2), 0);
}

}  // namespace
}  // namespace trichluc
