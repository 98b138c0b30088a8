// The scans: the same bytes every time, one image a page, the pages' true size.
#include "corpus/make.h"
#include "corpus_support.h"

namespace trichluc::corpus {
namespace {

Description Signed() {
  return Described(
      R"({"kind": "letterhead", "left": [{"text": "SỞ Y TẾ", "bold": true}], "number": "Số: 5/SYT"},
      {"kind": "signature", "right": ["GIÁM ĐỐC"], "name": "Lê A"},
      {"kind": "page", "orientation": "landscape"}, {"kind": "para", "text": "Phụ lục"})");
}

int Count(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(CorpusScanTest, TheSameBytesTwice) {
  for (const Quality& quality : Qualities()) {
    if (quality.dpi > 300) continue;  // slow, and other numbers of usual200 alone
    const Description first = Signed(), second = Signed();
    const std::string bytes = MakeScan(first, Typeset(first), quality);
    EXPECT_EQ(bytes, MakeScan(second, Typeset(second), quality)) << quality.name;
    if (quality.coding == Coding::kDigital) {
      EXPECT_GT(Count(bytes, "/Type /Font"), 0);
      continue;
    }
    EXPECT_EQ(Count(bytes, "/Subtype /Image"), 2) << quality.name;
    EXPECT_EQ(Count(bytes, "/Type /Page "), 2) << quality.name;
  }
}

TEST(CorpusScanTest, PagesAreA4) {
  const Description description = Signed();
  const std::string bytes = MakeScan(description, Typeset(description), FindQuality("usual200"));
  EXPECT_TRUE(Contains(bytes, "/Width 1654 /Height 2339"));
  EXPECT_TRUE(Contains(bytes, "/MediaBox [0 0 595.440 842.040]"));
  EXPECT_TRUE(Contains(bytes, "/Width 2339 /Height 1654"));
  EXPECT_TRUE(Contains(bytes, "/DeviceRGB"));   // the page with the seal
  EXPECT_TRUE(Contains(bytes, "/DeviceGray"));  // the other
}

TEST(CorpusScanTest, UprightPagesShareASheetOfA3) {
  const Description description = Described(
      R"({"kind": "para", "text": "1"}, {"kind": "page"}, {"kind": "para", "text": "2"},
      {"kind": "page", "orientation": "landscape"}, {"kind": "para", "text": "3"},
      {"kind": "page", "orientation": "portrait"}, {"kind": "para", "text": "4"})");
  const std::string bytes = MakeScan(description, Typeset(description), FindQuality("a3"));
  EXPECT_EQ(Count(bytes, "/Type /Page "), 3) << "1 and 2, 3, 4";
  EXPECT_EQ(Count(bytes, "/Width 3307 /Height 2339"), 1);
  EXPECT_EQ(Count(bytes, "/Width 2339 /Height 1654"), 1);
  EXPECT_EQ(Count(bytes, "/Width 1654 /Height 2339"), 1);
}

TEST(CorpusScanTest, UnknownQualityNamesTheKnown) {
  EXPECT_THROW(
      {
        try {
          FindQuality("usual");
        } catch (const Error& error) {
          EXPECT_STREQ(error.what(),
                       "no quality \"usual\"; known are clean300 usual200 poor150 "
                       "turn90 turn180 turn270 skew5 skew10 border shadow faint dirty through dark "
                       "dpi100 dpi400 dpi600 stamped stamped150 blur150 a3 dirt dirt150 jp2 digital tcvn3 vni vps");
          throw;
        }
      },
      Error);
}

}  // namespace
}  // namespace trichluc::corpus
