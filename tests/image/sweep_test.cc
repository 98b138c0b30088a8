#include "image/sweep.h"

#include <gtest/gtest.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

// A grid of one row, its rules erased, 60 × 20 mm; edges at 10, 40 and 70 mm.
Grid TwoCells(const PaintedPage& page) {
  Grid grid;
  grid.rows = 1;
  grid.columns = 2;
  grid.column_edges = {page.Pixels(10), page.Pixels(40), page.Pixels(70)};
  grid.row_edges = {page.Pixels(10), page.Pixels(30)};
  grid.box = {page.Pixels(10), page.Pixels(10), page.Pixels(70), page.Pixels(30)};
  return grid;
}

int InkOf(const Image& image) {
  return static_cast<int>(
      std::count_if(image.pixels.begin(), image.pixels.end(), [](uint8_t tone) { return tone < 128; }));
}

TEST(Sweep, DashesAlongAnEdgeGo) {
  PaintedPage page(80, 40, 200);
  for (double y = 11; y < 29; y += 2) page.Rectangle(40.5, y, 0.3, 0.9);
  Image image = page.image();
  SweepRemains(image, {TwoCells(page)});
  EXPECT_EQ(InkOf(image), 0);
}

TEST(Sweep, ALoneDotNearARuleIsALetters) {
  PaintedPage page(80, 40, 200);
  page.Rectangle(20, 29.4, 0.4, 0.4);
  page.Rectangle(30, 29.4, 0.4, 0.4);
  Image image = page.image();
  const int before = InkOf(image);
  SweepRemains(image, {TwoCells(page)});
  EXPECT_EQ(InkOf(image), before);
}

TEST(Sweep, TextInsideTheCellsStays) {
  PaintedPage page(80, 40, 200);
  std::mt19937 random(1);
  page.TextLine(12, 18, 26, random);
  page.TextLine(42, 25, 26, random);
  Image image = page.image();
  const int before = InkOf(image);
  SweepRemains(image, {TwoCells(page)});
  EXPECT_EQ(InkOf(image), before);
}

}  // namespace
}  // namespace trichluc
