#include "corpus/plain.h"

#include <gtest/gtest.h>

namespace trichluc::corpus {
namespace {

TEST(CorpusPlainTest, NormalisesBlanksAndComposes) {
  EXPECT_EQ(Normalise("  Sở\n Tài\u00a0 chính\t"), "Sở Tài chính");
  EXPECT_EQ(Normalise("Ho\u0300a"), "Hòa");
  EXPECT_EQ(Normalise("112/\u2060KH-UBND"), "112/KH-UBND");
}

TEST(CorpusPlainTest, StripsMarkup) {
  EXPECT_EQ(PlainText("<b>Sở NN&amp;PTNT</b>"), "Sở NN&PTNT");
  EXPECT_EQ(PlainText("Sở NN&PTNT"), "Sở NN&PTNT");
  EXPECT_EQ(PlainText("Quy hoạch tỉnh<sup>12</sup>, diện tích 30 m<sup>2</sup>"),
            "Quy hoạch tỉnh, diện tích 30 m2");
  std::string why;
  EXPECT_FALSE(StripMarkup("a & b", &why));
  EXPECT_FALSE(why.empty());
}

TEST(CorpusPlainTest, FindsWholeWordsOverLineBreaks) {
  EXPECT_EQ(FindPrinted("số 13/2021/QĐ- UBND ngày", "13/2021/QĐ-UBND"), std::string("số ").size());
  EXPECT_EQ(FindPrinted("số 113/2021/QĐ-UBND", "13/2021/QĐ-UBND"), std::string::npos);
  EXPECT_EQ(FindPrinted("số 12/QĐ-UBND", "12/QĐ-UB"), std::string::npos);
  EXPECT_EQ(FindPrinted("số 12/QĐ", ""), std::string::npos);
}

}  // namespace
}  // namespace trichluc::corpus
