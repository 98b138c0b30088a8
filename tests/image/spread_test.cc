#include "image/spread.h"

#include <gtest/gtest.h>

#include "image/turn.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

// A sheet with two pages of text, 45 mm of margins between them.
PaintedPage Sheet(double width = 420, double height = 297, int lines = 22) {
  PaintedPage page(width, height, 150);
  std::mt19937 random(7);
  for (int line = 0; line < lines; ++line) {
    page.TextLine(30, 30 + 9 * line, width / 2 - 47, random);
    page.TextLine(width / 2 + 30, 30 + 9 * line, width / 2 - 47, random);
  }
  return page;
}

TEST(SpreadTest, TwoPagesAreParted) {
  PaintedPage page = Sheet();
  page.Rectangle(200, 10, 3, 3);  // marks of its own on either half
  page.Rectangle(220, 10, 3, 3);
  const std::optional<Spread> spread = PartSpread(page.image());
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->turned, 0);
  EXPECT_EQ(spread->left.width, page.Pixels(210));
  EXPECT_EQ(spread->right.width, page.Pixels(210));
  EXPECT_EQ(spread->left.height, page.Pixels(297));
  EXPECT_EQ(*(spread->left.Row(page.Pixels(11)) + page.Pixels(201)), 0);
  EXPECT_EQ(*(spread->right.Row(page.Pixels(11)) + page.Pixels(11)), 0);
}

TEST(SpreadTest, SpecksAndAFoldAreNoPrint) {
  PaintedPage page = Sheet();
  page.Rectangle(209, 40, 0.7, 0.7);
  page.Rectangle(211, 90, 0.5, 0.9);
  page.Down(210.5, 0, 297, 0.6);
  EXPECT_TRUE(PartSpread(page.image()));
}

TEST(SpreadTest, TheSecondPageMayBeBlank) {
  PaintedPage page(420, 297, 150);
  std::mt19937 random(7);
  for (int line = 0; line < 22; ++line) page.TextLine(30, 30 + 9 * line, 163, random);
  EXPECT_TRUE(PartSpread(page.image()));
}

TEST(SpreadTest, WhatCrossesTheMiddleIsOnePage) {
  PaintedPage titled = Sheet();
  std::mt19937 random(1);
  titled.TextLine(180, 20, 60, random);
  EXPECT_FALSE(PartSpread(titled.image())) << "a title";

  PaintedPage numbered = Sheet();
  numbered.Rectangle(209, 12, 1.3, 3.2);
  EXPECT_FALSE(PartSpread(numbered.image())) << "a page's number";

  PaintedPage ruled = Sheet();
  for (int line = 0; line < 22; ++line) ruled.Across(25, 400, 32 + 9 * line);
  EXPECT_FALSE(PartSpread(ruled.image())) << "a table";
  ruled.Down(210, 32, 32 + 9 * 21);
  EXPECT_FALSE(PartSpread(ruled.image())) << "a table with a rule down the middle";
}

TEST(SpreadTest, OnlySheetsOfA3) {
  EXPECT_FALSE(PartSpread(Sheet(297, 210, 14).image()));
  EXPECT_FALSE(PartSpread(Sheet(420, 210, 14).image()));
}

TEST(SpreadTest, ASheetThatLiesTurnedIsTurnedFirst) {
  PaintedPage page = Sheet();
  page.Rectangle(220, 10, 3, 3);
  const std::optional<Spread> spread = PartSpread(TurnBack(page.image(), 90));
  ASSERT_TRUE(spread);
  EXPECT_EQ(spread->turned, 270);
  EXPECT_EQ(spread->right.width, page.Pixels(210));
  EXPECT_EQ(*(spread->right.Row(page.Pixels(11)) + page.Pixels(11)), 0);
}

}  // namespace
}  // namespace trichluc
