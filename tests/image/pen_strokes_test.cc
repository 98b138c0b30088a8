#include "image/pen_strokes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kLetter = 3.5;  // mm

// A wave that runs to and fro like a name written fast.
void Sign(testing::PaintedPage& page, double x, double y, double width, double height) {
  page.Curve([=](double t) { return std::array<double, 2>{x + width * t, y + height / 2 * (1 + std::sin(25 * t))}; }, 0.4);
}

KnownPrint Letters(const testing::PaintedPage& page) {
  KnownPrint known;
  known.letter = page.Pixels(kLetter);
  return known;
}

TEST(FindPenStrokes, ASignatureIsFoundWithWhatLiesBesideIt) {
  testing::PaintedPage page(210, 100, 200);
  Sign(page, 100, 40, 40, 15);
  page.Rectangle(141, 48, 1, 1);   // its dot
  page.Rectangle(20, 48, 1.5, 2);  // far away
  const std::vector<Box> found = FindPenStrokes(page.image(), Letters(page));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_NEAR(found[0].left, page.Pixels(100), 3);
  EXPECT_NEAR(found[0].right, page.Pixels(142), 3);
  EXPECT_NEAR(found[0].bottom, page.Pixels(55), 4);
}

TEST(FindPenStrokes, LettersRulesFramesAndBlotsAreNone) {
  testing::PaintedPage page(210, 100, 200);
  for (int i = 0; i < 20; ++i) page.Rectangle(20 + 4 * i, 20, 2, kLetter);
  page.Rectangle(20, 30, 12, kLetter);          // letters that run together
  page.Across(20, 120, 40, 0.4);                // a rule
  page.Across(120, 160, 60, 0.4);               // a frame
  page.Across(120, 160, 75, 0.4);
  page.Down(120, 60, 75, 0.4);
  page.Down(160, 60, 75, 0.4);
  page.Rectangle(60, 60, 12, 12);               // a blot
  page.Curve([](double t) { return std::array<double, 2>{200 + 12 * t, 20 + 30 * t}; }, 0.4);  // runs out of the page
  EXPECT_THAT(FindPenStrokes(page.image(), Letters(page)), IsEmpty());
}

TEST(FindPenStrokes, WhatIsPrintOrClosedIsNone) {
  testing::PaintedPage page(210, 100, 200);
  Sign(page, 100, 40, 40, 15);
  KnownPrint known = Letters(page);
  known.words = {{page.Pixels(99), page.Pixels(39), page.Pixels(142), page.Pixels(56)}};
  EXPECT_THAT(FindPenStrokes(page.image(), known), IsEmpty());
  known.words.clear();
  known.closed = {{page.Pixels(99), page.Pixels(39), page.Pixels(142), page.Pixels(56)}};
  EXPECT_THAT(FindPenStrokes(page.image(), known), IsEmpty());
  EXPECT_THAT(FindPenStrokes(page.image(), KnownPrint{}), IsEmpty()) << "no height of print";
}

TEST(FindPenStrokes, SmallStrokesAreFoundOnlyWhereTheyAreExpected) {
  testing::PaintedPage page(210, 100, 200);
  Sign(page, 100, 40, 10, 4.5);
  KnownPrint known = Letters(page);
  EXPECT_THAT(FindPenStrokes(page.image(), known), IsEmpty());
  known.strokes = {{page.Pixels(99), page.Pixels(39), page.Pixels(111), page.Pixels(46)}};
  EXPECT_THAT(FindPenStrokes(page.image(), known), SizeIs(1));
}

TEST(FindPenStrokes, ALowStrokeLiesOnNoLikelyWordAndOnNoRule) {
  testing::PaintedPage page(210, 100, 200);
  Sign(page, 100, 40, 20, 4.6);
  KnownPrint known = Letters(page);
  EXPECT_THAT(FindPenStrokes(page.image(), known), SizeIs(1));
  known.likely = {{page.Pixels(99), page.Pixels(39), page.Pixels(122), page.Pixels(46)}};
  EXPECT_THAT(FindPenStrokes(page.image(), known), IsEmpty()) << "print that runs together";
  known.likely.clear();
  page.Across(99, 122, 44.6, 0.3);
  EXPECT_THAT(FindPenStrokes(page.image(), known), IsEmpty()) << "underlined";
}

}  // namespace
}  // namespace trichluc
