#include <gtest/gtest.h>

#include "text/text.h"

namespace trichluc {
namespace {

struct Normalised {
  const char* text;
  const char* expected;
};

TEST(Normalise, GivesOneFormOfTheSameWords) {
  const Normalised rows[] = {
      {"", ""},
      {" \t\r\n ", ""},
      {"  Sở  Y tế \n", "Sở Y tế"},
      {"Số:\u00A0112\u2003/KH-UBND", "Số: 112 /KH-UBND"},
      {"kinh te\u0302\u0301", "kinh tế"},  // e, circumflex, acute
      {"ho\u00E0 ho\u0300a", "hoà hòa"},   // placement is kept
      {"Ủy\u200B ban\uFEFF", "Ủy ban"},    // zero-width blank, byte order mark
      {"Ủy\u200B\u0323", "Ủỵ"},            // the mark belongs to what stands before the dropped character
      {"a\x01"
       "b\x7F"
       "c",
       "abc"},                                 // control characters
      {"phối\u00ADhợp", "phối-hợp"},           // soft hyphen: printed in text layers
      {"Độc lập – Tự do", "Độc lập – Tự do"},  // dashes stay
      {"a\xFF"
       "b\xC3",
       "a\uFFFD"
       "b\uFFFD"},                             // invalid bytes
      {"\xE1\xBB", "\uFFFD\uFFFD"},            // cut in the middle: one for each byte
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a surrogate is no character
      {"dòng 1\u2028dòng 2\fdòng 3", "dòng 1 dòng 2 dòng 3"},
  };
  for (const Normalised& row : rows) EXPECT_EQ(Normalise(row.text), row.expected) << row.text;
}

TEST(Normalise, IsStable) {
  for (const char* text : {"  Sở  Y tế \n", "kinh te\u0302\u0301", "a\xFF", "Ủy\u200B\u0323"}) {
    EXPECT_EQ(Normalise(Normalise(text)), Normalise(text)) << text;
  }
}

TEST(NormaliseLines, KeepsLineBreaks) {
  const Normalised rows[] = {
      {"", ""},           {"\n\n", ""},         {" a  b \r\n\r\n  c\td \n", "a b\nc d"},
      {"a \n b", "a\nb"}, {"a\u2028b", "a\nb"},
  };
  for (const Normalised& row : rows) EXPECT_EQ(NormaliseLines(row.text), row.expected) << row.text;
}

TEST(CodePoints, GoBothWays) {
  EXPECT_EQ(ToCodePoints("Sở"), U"Sở");
  EXPECT_EQ(ToCodePoints("\xFF\xC3"), U"\uFFFD\uFFFD");
  EXPECT_EQ(FromCodePoints(U"Đến 😀"), "Đến 😀");
  EXPECT_EQ(FromCodePoints(std::u32string{0xD800, 0x110000}), "\uFFFD\uFFFD");
  EXPECT_EQ(Length("quý"), 3u);
  EXPECT_EQ(Length(""), 0u);
}

TEST(Case, FollowsVietnameseLetters) {
  EXPECT_EQ(ToLower("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"), "ủy ban nhân dân tỉnh đắk lắk");
  EXPECT_EQ(ToUpper("Ủy ban nhân dân tỉnh Đắk Lắk"), "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK");
  EXPECT_EQ(ToLower("I"), "i");  // not the Turkish one
  EXPECT_EQ(Capitalise("ủy ban NHÂN dân"), "Ủy ban NHÂN dân");
  EXPECT_EQ(Capitalise("“đề án”"), "“Đề án”");
  EXPECT_EQ(Capitalise("12"), "12");
  EXPECT_EQ(Capitalise(""), "");
  EXPECT_TRUE(IsUpper("SỞ Y TẾ"));
  EXPECT_TRUE(IsUpper("PHỤ LỤC 1."));
  EXPECT_FALSE(IsUpper("SỞ Y Tế"));
  EXPECT_FALSE(IsUpper("112/"));
  EXPECT_FALSE(IsUpper(""));
}

}  // namespace
}  // namespace trichluc
