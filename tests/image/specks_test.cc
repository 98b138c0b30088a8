// Dirt goes, dots of letters and of lines stay.
#include "image/specks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

long Ink(const Image& image) {
  return std::count_if(image.pixels.begin(), image.pixels.end(), [](uint8_t grey) { return grey < 128; });
}

// So many specks, 8 mm apart, below everything else.
void Sprinkle(PaintedPage& page, int count) {
  for (int i = 0; i < count; ++i) page.Rectangle(15 + 8 * (i % 23), 150 + 8 * (i / 23), 0.5, 0.4);
}

TEST(SpecksTest, ManyAreTakenOff) {
  PaintedPage page(210, 297, 200);
  Sprinkle(page, 120);
  Image image = page.image();
  EXPECT_EQ(TakeOffSpecks(&image), 120);
  EXPECT_EQ(Ink(image), 0);
}

TEST(SpecksTest, AFewStay) {
  PaintedPage page(210, 297, 200);
  Sprinkle(page, kManySpecks - 1);
  Image image = page.image();
  EXPECT_EQ(TakeOffSpecks(&image), kManySpecks - 1);
  EXPECT_EQ(image.pixels, page.image().pixels);
}

TEST(SpecksTest, PrintStays) {
  PaintedPage print(210, 297, 200);
  std::mt19937 random(3);
  for (double y = 30; y < 100; y += 8) print.TextLine(30, y, 150, random);
  for (double x = 30; x < 180; x += 1.2) print.Rectangle(x, 110, 0.3, 0.3);  // a dotted line
  print.Rectangle(60, 120, 2, 0.4);                                          // a dash alone in its cell
  print.Rectangle(90, 119, 0.5, 2.6);                                        // a figure alone
  PaintedPage page = print;
  Sprinkle(page, 120);
  Image image = page.image();
  TakeOffSpecks(&image);
  EXPECT_EQ(image.pixels, print.image().pixels);
}

// "01/3/2023 -": a hyphen a blank behind its line stays, one of its size elsewhere is a speck.
TEST(SpecksTest, AHyphenAtTheEndOfALineStays) {
  PaintedPage print(210, 297, 150);
  for (const double x : {30.0, 32.0, 34.0}) print.Rectangle(x, 50, 1.4, 2.6);
  print.Rectangle(37.2, 51.2, 0.85, 0.35);
  PaintedPage page = print;
  Sprinkle(page, 120);
  page.Rectangle(100, 51.2, 0.85, 0.35);
  page.Rectangle(37.2, 60, 0.85, 0.35);
  Image image = page.image();
  TakeOffSpecks(&image);
  EXPECT_EQ(image.pixels, print.image().pixels);
}

}  // namespace
}  // namespace trichluc
