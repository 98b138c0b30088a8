#include "pipeline/note_marks.h"

#include <gtest/gtest.h>

#include "model/geometry.h"

namespace trichluc {
namespace {

// A page of black boxes; 13 pt at 200 dpi, baseline at 40.
class NoteMarks : public ::testing::Test {
 protected:
  NoteMarks() : page_{400, 60, 1, 200, std::vector<uint8_t>(400 * 60, 250)} {}

  void Draw(const Box& glyph) {
    for (int y = glyph.top; y < glyph.bottom; ++y) {
      for (int x = glyph.left; x < glyph.right; ++x) page_.Row(y)[x] = 30;
    }
  }
  // "ab" and figures raised behind it; returns the box of all.
  Box Print(int figures) {
    Draw({20, 17, 34, 41});
    Draw({38, 24, 52, 41});
    Box box{20, 17, 52, 41};
    for (int i = 0; i < figures; ++i) {
      const Box figure{54 + 9 * i, 16, 61 + 9 * i, 30};
      Draw(figure);
      box = box.Union(figure);
    }
    return box;
  }
  std::string Marked(const std::string& read, const Box& box) {
    std::vector<Word> words{{read, box, 0.9f}};
    MarkRaised(page_, words);
    return words[0].text;
  }

  Image page_;
};

TEST_F(NoteMarks, RaisedFiguresAreWrittenAsSuch) { EXPECT_EQ(Marked("ba12", Print(2)), "ba¹²"); }

TEST_F(NoteMarks, LettersReadForFiguresToo) { EXPECT_EQ(Marked("ba?", Print(1)), "ba²"); }

TEST_F(NoteMarks, WhatCanBeNoFigureStays) { EXPECT_EQ(Marked("bax", Print(1)), "bax"); }

TEST_F(NoteMarks, ALetterThatMakesASyllableIsNoFigure) {
  EXPECT_EQ(Marked("bai", Print(1)), "bai");
  EXPECT_EQ(Marked("tinhi", Print(1)), "tinh¹");
}

TEST_F(NoteMarks, AQuotationMarkIsTwoGlyphs) {
  Print(1);
  Draw({64, 14, 67, 20});
  Draw({69, 14, 72, 20});
  EXPECT_EQ(Marked("ba7”", {20, 14, 72, 41}), "ba⁷”");
}

TEST_F(NoteMarks, ExponentsOfUnitsStay) { EXPECT_EQ(Marked("km2", Print(1)), "km2"); }

TEST_F(NoteMarks, FiguresOnTheLineStay) {
  Draw({20, 17, 34, 41});
  Draw({38, 17, 52, 41});
  EXPECT_EQ(Marked("b2", {20, 17, 52, 41}), "b2");
}

// "đối" of print half as large, whose ố touches a mark of the next line.
TEST_F(NoteMarks, LettersBesideOneThatTouchesTheNextLineStay) {
  Draw({20, 17, 45, 41});
  Draw({47, 17, 52, 31});
  std::vector<Word> words{{"đối", {20, 17, 52, 41}, 0.9f}};
  for (int i = 0; i < 5; ++i) words.push_back({"dân", {80 + 30 * i, 17, 104 + 30 * i, 32}, 0.9f});
  EXPECT_EQ(MarkRaised(page_, words), 0);
  EXPECT_EQ(words[0].text, "đối");
}

TEST_F(NoteMarks, AMarkReadAsItsOwnWordJoinsItsWord) {
  const Box all = Print(1);
  std::vector<Word> words{{"ba", {20, 17, 52, 41}, 0.9f}, {"7", {54, 16, 61, 30}, 0.9f}};
  EXPECT_EQ(MarkRaised(page_, words), 1);
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0].text, "ba⁷");
  EXPECT_EQ(words[0].box, all);
}

}  // namespace
}  // namespace trichluc
