#include "image/broken_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "image/analyse.h"
#include "image/ridges.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

constexpr double kRuleTop = 20, kRuleBottom = 90;  // mm

// What a threshold left of an upright rule: dots, and strokes now and then, `apart` mm on the whole.
void Broken(PaintedPage* page, double x, double top, double bottom, double apart, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> gap(0.3, 2 * apart - 0.3), length(0.2, 0.9);
  for (double y = top; y < bottom;) {
    const double stroke = std::min(length(random), bottom - y);
    page->Rectangle(x, y, 0.25, stroke);
    y += stroke + gap(random);
  }
}

std::vector<RuledLine> Upright(PaintedPage& page) { return FindBrokenRules(Transpose(page.image()), 20); }

TEST(BrokenRules, DotsAndStrokesOneBelowTheOther) {
  PaintedPage page(180, 120, 150);
  Broken(&page, 60, kRuleTop, kRuleBottom, 1.5, 1);
  const std::vector<RuledLine> found = Upright(page);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].Middle(), page.Pixels(60), 2);
  EXPECT_NEAR(found[0].begin, page.Pixels(kRuleTop), page.Pixels(2));
  EXPECT_NEAR(found[0].end, page.Pixels(kRuleBottom), page.Pixels(2));
}

TEST(BrokenRules, LeaningByHalfADegree) {
  PaintedPage page(180, 120, 150);
  for (double y = kRuleTop; y < kRuleBottom; y += 1.3) page.Rectangle(60 + 0.01 * y, y, 0.25, 0.3);
  ASSERT_EQ(Upright(page).size(), 1u);
}

TEST(BrokenRules, SpecksAllOverAreNone) {
  PaintedPage page(180, 120, 150);
  std::mt19937 random(3);
  std::uniform_real_distribution<double> x(10, 170), y(10, 110);
  for (int i = 0; i < 1500; ++i) page.Rectangle(x(random), y(random), 0.25, 0.25);
  EXPECT_TRUE(Upright(page).empty());
}

TEST(BrokenRules, AScreenIsNone) {
  PaintedPage page(180, 120, 150);
  for (double x = 20; x < 100; x += 0.8) {
    for (double y = 20; y < 90; y += 0.8) page.Rectangle(x, y, 0.2, 0.2);
  }
  EXPECT_TRUE(Upright(page).empty());
}

TEST(BrokenRules, LinesOfPrintAreNone) {
  PaintedPage page(180, 120, 150);
  std::mt19937 random(4);
  for (double y = 20; y < 100; y += 6) page.TextLine(20, y, 140, random);
  EXPECT_TRUE(Upright(page).empty());
}

TEST(BrokenRules, TheyStopForATitle) {
  PaintedPage page(180, 120, 150);
  Broken(&page, 60, kRuleTop, kRuleBottom, 1.2, 5);
  page.Rectangle(40, 50, 60, 3);
  const std::vector<RuledLine> found = Upright(page);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_LT(std::min(found[0].end, found[1].end), page.Pixels(50));
  EXPECT_GT(std::max(found[0].begin, found[1].begin), page.Pixels(53));
}

// Nearly solid rules that end before a title which is too short to reach them.
TEST(BrokenRules, ASolidRuleStopsWhereItEnds) {
  PaintedPage page(180, 120, 150);
  page.Rectangle(60, kRuleTop, 0.3, 50 - kRuleTop);
  page.Rectangle(60, 57, 0.3, kRuleBottom - 57);
  Broken(&page, 100, kRuleTop, kRuleBottom, 1.2, 8);
  EXPECT_EQ(Upright(page).size(), 3u);
}

TEST(BrokenRules, TheyGoOnToTheRulesTheyMeet) {
  PaintedPage page(180, 120, 150);
  Broken(&page, 60, kRuleTop + 5, kRuleBottom, 1.2, 6);
  page.Across(30, 150, kRuleTop);
  std::vector<RuledLine> found = Upright(page);
  ASSERT_EQ(found.size(), 1u);
  const RuledLine rule{page.Pixels(30), page.Pixels(150), 2, std::vector<float>(120, static_cast<float>(page.Pixels(kRuleTop)))};
  GoOnToRules(Transpose(page.image()), {rule}, 0, &found);
  EXPECT_NEAR(found[0].begin, page.Pixels(kRuleTop), 2);

  page.Rectangle(50, kRuleTop + 2, 20, 2);  // a word between
  found = Upright(page);
  GoOnToRules(Transpose(page.image()), {rule}, 0, &found);
  EXPECT_GT(found[0].begin, page.Pixels(kRuleTop + 4));
}

// "P. HCQT", "P. KHTH", "P. CNTT" below each other: the dots stand beside letters.
TEST(BrokenRules, DotsOfLettersAreNone) {
  PaintedPage page(180, 120, 150);
  for (double y = kRuleTop; y < kRuleBottom; y += 2.5) page.Rectangle(58, y, 1.5, 1.6), page.Rectangle(60, y + 1.3, 0.25, 0.3), page.Rectangle(62, y, 6, 1.6);
  EXPECT_TRUE(Upright(page).empty());
}

// The underline of a word between two of them meets none.
TEST(BrokenRules, WhatMeetsNoneStays) {
  PaintedPage page(180, 120, 150);
  Broken(&page, 60, kRuleTop, kRuleBottom, 1.2, 6);
  const std::vector<RuledLine> upright = Upright(page);
  const int y = page.Pixels(50);
  std::vector<RuledLine> lines = {{page.Pixels(65), page.Pixels(90), 2, std::vector<float>(20, static_cast<float>(y))},
                                  {page.Pixels(30), page.Pixels(52), 2, std::vector<float>(20, static_cast<float>(y))}};
  GoOnToRules(page.image(), upright, 1, &lines);
  EXPECT_EQ(lines[0].begin, page.Pixels(65));
  GoOnToRules(page.image(), upright, 0, &lines);
  EXPECT_NEAR(lines[0].begin, page.Pixels(60), 2);
  EXPECT_NEAR(lines[1].end, page.Pixels(60), 2);
}

TEST(BrokenRules, ATableOfThem) {
  PaintedPage page(210, 150, 150);
  std::mt19937 random(7);
  for (const double y : {40.0, 50.0, 70.0, 90.0}) page.Across(30, 180, y);
  unsigned seed = 10;
  for (const double x : {30.0, 45.0, 110.0, 150.0, 180.0}) Broken(&page, x, 40, 90, 1.5, seed++);
  for (const double y : {47.0, 57.0, 63.0, 77.0, 83.0}) {
    for (const double x : {32.0, 47.0, 112.0, 152.0}) page.TextLine(x, y, x == 32 ? 8 : 25, random);
  }
  const PageImage seen = Analyse(page.image(), 0);
  ASSERT_EQ(seen.grids.size(), 1u);
  EXPECT_EQ(seen.grids[0].rows, 3);
  EXPECT_EQ(seen.grids[0].columns, 4);
}

}  // namespace
}  // namespace trichluc
