#include "image/dots.h"

#include <gtest/gtest.h>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

void Dots(PaintedPage* page, double x0, double y0, double x1, double y1, double step = 0.85, double dot = 0.28) {
  for (double t = 0; t < x1 - x0 + y1 - y0; t += step)
    page->Rectangle(x1 > x0 ? x0 + t : x0, x1 > x0 ? y0 : y0 + t, x1 > x0 ? dot : 0.28, x1 > x0 ? 0.28 : dot);
}

// Two rows of three cells, each 30 × 12 mm.
PaintedPage DottedTable(int dpi) {
  PaintedPage page(140, 80, dpi);
  for (int row = 0; row < 3; ++row) Dots(&page, 20, 20 + 12 * row, 110, 20 + 12 * row);
  for (int column = 0; column < 4; ++column) Dots(&page, 20 + 30 * column, 20, 20 + 30 * column, 44);
  return page;
}

TEST(Dots, ATableOfSharpDotsIsAGrid) {
  for (const int dpi : {200, 300, 400}) {
    const PageImage seen = Analyse(DottedTable(dpi).image(), 0);
    ASSERT_EQ(seen.grids.size(), 1u) << dpi;
    EXPECT_EQ(seen.grids[0].rows, 2) << dpi;
    EXPECT_EQ(seen.grids[0].columns, 3) << dpi;
  }
}

TEST(Dots, EachRowOfDotsIsDrawn) {
  Image page = DottedTable(300).image();
  EXPECT_EQ(DrawDottedRules(&page), 7);
}

// Drawn pages round the steps of dots: rules across come out a little denser than those down, and all belong to one table.
TEST(Dots, DenserRowsAcrossCountToo) {
  PaintedPage page(140, 80, 300);
  for (int row = 0; row < 3; ++row) Dots(&page, 20, 20 + 12 * row, 110, 20 + 12 * row, 0.677, 0.42);
  for (int column = 0; column < 4; ++column) Dots(&page, 20 + 30 * column, 20, 20 + 30 * column, 44);
  Image image = page.image();
  EXPECT_EQ(DrawDottedRules(&image), 7);
}

TEST(Dots, LeadersStay) {
  PaintedPage page(140, 80, 300);
  for (int line = 0; line < 4; ++line) Dots(&page, 20, 20 + 8 * line, 110, 20 + 8 * line);
  Image image = page.image();
  const Image before = image;
  EXPECT_EQ(DrawDottedRules(&image), 0);
  EXPECT_EQ(image.pixels, before.pixels);
}

TEST(Dots, SolidRulesAreNoDots) {
  PaintedPage page(140, 80, 300);
  for (int row = 0; row < 3; ++row) page.Rectangle(20, 20 + 12 * row, 90, 0.3);
  for (int column = 0; column < 4; ++column) page.Rectangle(20 + 30 * column, 20, 0.3, 24);
  Image image = page.image();
  EXPECT_EQ(DrawDottedRules(&image), 0);
}

}  // namespace
}  // namespace trichluc
