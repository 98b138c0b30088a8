#include "image/raised.h"

#include <gtest/gtest.h>

#include "model/geometry.h"

namespace trichluc {
namespace {

constexpr int kEm = 36, kBaseline = 28;

// Glyphs as black boxes on paper, 140 × 40 pixels.
int Raised(const std::vector<Box>& glyphs, int closing = 0) {
  Image image{140, 40, 1, 200, std::vector<uint8_t>(140 * 40, 250)};
  for (const Box& glyph : glyphs) {
    for (int y = glyph.top; y < glyph.bottom; ++y) {
      for (int x = glyph.left; x < glyph.right; ++x) image.Row(y)[x] = 30;
    }
  }
  return RaisedGlyphs(image, kBaseline, kEm, closing);
}

Box Letter(int left) { return {left, 12, left + 14, kBaseline}; }
Box Figure(int left) { return {left, 5, left + 14, kBaseline}; }
Box Small(int left) { return {left, 3, left + 7, 17}; }

TEST(Raised, FiguresBehindAWordAreCounted) {
  EXPECT_EQ(Raised({Letter(2), Letter(20), Small(38)}), 1);
  EXPECT_EQ(Raised({Letter(2), Letter(20), Small(38), Small(48)}), 2);
}

TEST(Raised, PunctuationBehindThemIsPassedOver) {
  const Box comma{60, 25, 63, 32};
  EXPECT_EQ(Raised({Letter(2), Letter(20), Small(38), comma}, 1), 1);
  EXPECT_EQ(Raised({Letter(2), Letter(20), Small(38), comma}, 0), 0);
}

TEST(Raised, FiguresOfTheTextAreNot) { EXPECT_EQ(Raised({Letter(2), Figure(20), Figure(38)}), 0); }

TEST(Raised, FiguresBesideALetterThatReachesTheNextLineAreNot) {
  const auto figure = [](int left) { return Box{left, 0, left + 12, 17}; };  // above a fifth of the em over the line
  EXPECT_EQ(Raised({figure(2), {20, 0, 34, kBaseline}, figure(38), figure(56)}), 0);
}

TEST(Raised, QuotesAndMarksOverLettersAreNot) {
  const Box quote{38, 3, 42, 11}, acute{6, 2, 12, 9};
  EXPECT_EQ(Raised({Letter(2), Letter(20), quote, {44, 3, 48, 11}}), 0);
  EXPECT_EQ(Raised({Letter(2), acute}), 0);
}

TEST(Raised, AWordOfRaisedFiguresAloneHasNoTail) { EXPECT_EQ(Raised({Small(2)}), 0); }

TEST(Raised, NothingOnEmptyPaperOrInPrintTooSmall) {
  EXPECT_EQ(Raised({}), 0);
  EXPECT_EQ(RaisedGlyphs(Image{}, 10, 36, 0), 0);
}

}  // namespace
}  // namespace trichluc
