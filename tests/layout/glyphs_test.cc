#include "layout/glyphs.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

TEST(Glyphs, ReachTellsTheFontSize) {
  // Heights of words set in 100 px Times New Roman, measured above and below the baseline.
  struct Case {
    const char* text;
    int up, down;
  };
  for (const Case& c :
       {Case{"xem", 46, 0}, Case{"Ban", 67, 0}, Case{"2023", 67, 0}, Case{"quý", 67, 22}, Case{"Độc", 68, 20},
        Case{"TẤM", 103, 0}, Case{"ngày", 67, 22}, Case{"đợt", 68, 20}}) {
    Word word{c.text, {0, 100 - c.up, 50, 100 + c.down}, 1.0f};
    EXPECT_NEAR(EmOf(word), 100, 12) << c.text;
    EXPECT_NEAR(BaselineOf(word, 100), 100, 4) << c.text;
  }
}

TEST(Glyphs, MarksTellNothing) {
  for (const char* text : {"-", "./.", "–", "•", "…"}) {
    EXPECT_TRUE(IsMark(text)) << text;
    EXPECT_EQ(EmOf({text, {0, 0, 10, 10}, 1.0f}), 0) << text;
    EXPECT_TRUE(IsMark(text) && ReachOf(text).IsOfMark()) << text;
  }
  for (const char* text : {"a)", "Ư", "đ", "7.", "ẽ"}) EXPECT_FALSE(IsMark(text)) << text;
}

TEST(Glyphs, Case) {
  for (const char* text : {"a", "đ", "ư", "ỹ", "ê", "ớ"})
    EXPECT_TRUE(IsSmallLetter(DecodeUtf8(text)[0])) << text;
  for (const char* text : {"A", "Đ", "Ư", "Ỹ", "Ê", "Ớ", "7", "-"})
    EXPECT_FALSE(IsSmallLetter(DecodeUtf8(text)[0])) << text;
}

TEST(Glyphs, BrokenUtf8IsNoCrash) {
  EXPECT_EQ(DecodeUtf8("\xC3").size(), 1u);
  EXPECT_EQ(DecodeUtf8("a\xFF\x80z").size(), 4u);
  EXPECT_EQ(DecodeUtf8("").size(), 0u);
}

}  // namespace
}  // namespace trichluc
