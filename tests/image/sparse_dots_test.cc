#include "image/sparse_dots.h"

#include <gtest/gtest.h>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

constexpr double kLeft = 20, kTop = 20, kDotsWidth = 35, kHeight = 30;  // mm; columns of kDotsWidth

// A frame around three columns with solid rules between them, not yet parted into rows.
PaintedPage Table() {
  PaintedPage page(180, 80, 150);
  for (const double y : {kTop, kTop + kHeight}) page.Across(kLeft, kLeft + 3 * kDotsWidth, y);
  for (int c = 0; c <= 3; ++c) page.Down(kLeft + c * kDotsWidth, kTop, kTop + kHeight);
  return page;
}

// What is left of a dotted rule over so many columns: a dot each `apart` mm.
void Dots(PaintedPage* page, double y, int columns, double apart) {
  for (double x = kLeft + 1.5; x < kLeft + columns * kDotsWidth; x += apart) page->Rectangle(x, y, 0.2, 0.2);
}

int RowsOf(PaintedPage page) {
  const PageImage seen = Analyse(page.image(), 0);
  return seen.grids.size() == 1 ? seen.grids[0].rows : -1;
}

TEST(SparseDots, ARuleOfFewDotsPartsRows) {
  PaintedPage page = Table();
  Dots(&page, kTop + 14, 3, 7);
  EXPECT_EQ(RowsOf(page), 2);
}

// A page that a phone took lies straight on the whole, but not everywhere.
TEST(SparseDots, ARuleThatIsNotQuiteLevel) {
  PaintedPage page = Table();
  for (double x = 1.5; x < 3 * kDotsWidth; x += 4) page.Rectangle(kLeft + x, kTop + 14 + 0.006 * x, 0.2, 0.2);
  EXPECT_EQ(RowsOf(page), 2);
}

TEST(SparseDots, FewerThanTenAreNone) {
  PaintedPage page = Table();
  Dots(&page, kTop + 14, 3, 16);
  EXPECT_EQ(RowsOf(page), 1);
}

TEST(SparseDots, SpecksAllOverAreNone) {
  PaintedPage page = Table();
  for (double y = kTop + 3; y < kTop + kHeight - 2; y += 0.5) page.Rectangle(kLeft + 2 + std::fmod(y * 37, 3 * kDotsWidth - 4), y, 0.2, 0.2);
  EXPECT_EQ(RowsOf(page), 1);
}

TEST(SparseDots, InOneColumnTheyAreNone) {
  PaintedPage page = Table();
  Dots(&page, kTop + 14, 1, 3);
  EXPECT_EQ(RowsOf(page), 1);
}

// Leaders in cells do not reach the rules beside them.
TEST(SparseDots, LeadersAreNone) {
  PaintedPage page = Table();
  for (int c = 0; c < 3; ++c) {
    for (double x = 3; x < kDotsWidth - 3; x += 0.9) page.Rectangle(kLeft + c * kDotsWidth + x, kTop + 14, 0.3, 0.3);
  }
  EXPECT_EQ(RowsOf(page), 1);
}

// The second column has none where it should have several: its cell spans both rows.
TEST(SparseDots, AColumnWithoutAnyStaysOpen) {
  PaintedPage page = Table();
  for (double x = kLeft + 1.5; x < kLeft + 3 * kDotsWidth; x += 3) {
    if (x < kLeft + kDotsWidth || x > kLeft + 2 * kDotsWidth) page.Rectangle(x, kTop + 14, 0.2, 0.2);
  }
  const PageImage seen = Analyse(page.image(), 0);
  ASSERT_EQ(seen.grids.size(), 1u);
  EXPECT_EQ(seen.grids[0].rows, 2);
  EXPECT_EQ(seen.grids[0].cells.size(), 5u);
}

}  // namespace
}  // namespace trichluc
