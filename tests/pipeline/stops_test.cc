#include "pipeline/stops.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace trichluc {
namespace {

// "nn" and a mark behind it at 13 points and 150 dpi, its box as the engine gives it.
struct MarkedPage {
  Image image{200, 100, 1, 150, std::vector<uint8_t>(200 * 100, 250)};
  std::vector<Word> words;

  explicit MarkedPage(const std::string& text, const std::vector<Box>& mark) {
    Box box{40, 48, 66, 60};
    for (const Box& part : {Box{40, 48, 52, 60}, Box{54, 48, 66, 60}}) Fill(part);
    for (const Box& part : mark) Fill(part), box = box.Union(part);
    words = {{text, box, 0.9f, -1, -1, {}}, {"xuân", {90, 48, 130, 60}, 0.95f, -1, -1, {}}};
  }

  void Fill(const Box& box) {
    for (int y = box.top; y < box.bottom; ++y) std::fill(image.Row(y) + box.left, image.Row(y) + box.right, uint8_t{20});
  }

  std::string Corrected(int changed) {
    EXPECT_EQ(CorrectStops(image, words), changed);
    return words[0].text;
  }
};

TEST(Stops, WhatGoesBelowTheBaselineIsACommaOrSemicolon) {
  EXPECT_EQ(MarkedPage("nn.", {{69, 57, 72, 63}}).Corrected(1), "nn,");
  EXPECT_EQ(MarkedPage("nn:", {{69, 48, 72, 51}, {69, 57, 72, 63}}).Corrected(1), "nn;");
}

TEST(Stops, AStopStaysOne) {
  EXPECT_EQ(MarkedPage("nn.", {{69, 57, 72, 60}}).Corrected(0), "nn.");
  EXPECT_EQ(MarkedPage("nn:", {{69, 48, 72, 51}, {69, 57, 72, 60}}).Corrected(0), "nn:");
}

// The lower mark of a semicolon without its tail is larger than the upper one.
TEST(Stops, TheUpperDotIsAMeasure) { EXPECT_EQ(MarkedPage("nn:", {{69, 48, 72, 51}, {69, 56, 73, 61}}).Corrected(1), "nn;"); }

TEST(Stops, ACommaWithoutItsTailStaysOne) {
  EXPECT_EQ(MarkedPage("nn,", {{69, 57, 72, 60}}).Corrected(0), "nn,");
  EXPECT_EQ(MarkedPage("nn;", {{69, 48, 72, 51}, {69, 57, 72, 60}}).Corrected(0), "nn;");
}

TEST(Stops, DotsThatGoOnStay) { EXPECT_EQ(MarkedPage("nn,..", {{69, 57, 72, 63}}).Corrected(0), "nn,.."); }

TEST(Stops, BehindFiguresNothingIsSaid) { EXPECT_EQ(MarkedPage("n1.", {{69, 57, 72, 63}}).Corrected(0), "n1."); }

TEST(Stops, MarksAloneAndEmptyWordsStay) {
  EXPECT_EQ(MarkedPage("..", {{69, 57, 72, 63}}).Corrected(0), "..");
  EXPECT_EQ(MarkedPage("", {}).Corrected(0), "");
}

}  // namespace
}  // namespace trichluc
