// Stamps are taken off; print that their frames cross stays whole.
#include "pipeline/erase_inside.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

size_t InkIn(const Image& image, const PaintedPage& page, double x, double y, double w, double h) {
  const Image piece = Cut(image, {page.Pixels(x), page.Pixels(y), page.Pixels(x + w), page.Pixels(y + h)});
  return static_cast<size_t>(std::count_if(piece.pixels.begin(), piece.pixels.end(), [](uint8_t grey) { return grey < 128; }));
}

TEST(EraseInside, LettersThatTheFrameCrossesKeepTheirMarks) {
  PaintedPage page(100, 60, 200, 1);
  page.Rectangle(20, 20, 2, 4);      // a figure
  page.Rectangle(30, 37, 2, 6);      // a letter, half inside
  page.Rectangle(30, 35.8, 2, 0.6);  // its mark
  const auto at = [&](double mm) { return page.Pixels(mm); };
  Image image = page.image();
  EraseInside(image, {at(10), at(10), at(60), at(40)});
  EXPECT_EQ(InkIn(image, page, 19, 19, 4, 6), 0u);
  EXPECT_GT(InkIn(image, page, 30, 38, 2, 4), 0u);
  EXPECT_GT(InkIn(image, page, 30, 35.5, 2, 1.2), 0u);
}

// What a coloured stamp was set upon in black is a line of the page where it goes on outside; what a clerk wrote is none.
TEST(EraseInside, LinesUnderAColouredStampStay) {
  PaintedPage page(100, 60, 200, 1);
  page.Rectangle(20, 20, 2, 4);                                          // a figure
  for (int i = 0; i < 6; ++i) page.Rectangle(48 + 4 * i, 34, 2.5, 3);    // letters, the last ones outside
  for (const bool coloured : {true, false}) {
    Image image = page.image();
    EraseInside(image, {page.Pixels(10), page.Pixels(10), page.Pixels(60), page.Pixels(40)}, coloured);
    EXPECT_EQ(InkIn(image, page, 19, 19, 4, 6), 0u);
    EXPECT_EQ(InkIn(image, page, 47, 33, 4, 5) > 0, coloured);
    EXPECT_GT(InkIn(image, page, 63, 33, 4, 5), 0u);
  }
}

}  // namespace
}  // namespace trichluc
