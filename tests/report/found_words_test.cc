#include "report/found_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/text_layout.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

// What stands between [ and ] was found.
SearchHit Hit(const std::string& marked) {
  SearchHit hit;
  for (const char c : marked) {
    if (c == '[') {
      hit.found.push_back({hit.text.size(), 0});
    } else if (c == ']') {
      hit.found.back().end = hit.text.size();
    } else {
      hit.text += c;
    }
  }
  return hit;
}

TEST(WordsAround, ShowsWhatWasFoundAndAsMuchAroundAsFits) {
  const SearchHit hit = Hit("một hai ba bốn năm [thực hiện] sáu bảy tám chín mười");
  EXPECT_EQ(WordsAround(hit, {"thuc hien"}, 100), "một hai ba bốn năm thực hiện sáu bảy tám chín mười");
  EXPECT_EQ(WordsAround(hit, {"thuc hien"}, 23), "…năm thực hiện sáu bảy…");
  EXPECT_EQ(WordsAround(hit, {"thuc hien"}, 22), "…năm thực hiện sáu…");
  EXPECT_EQ(WordsAround(hit, {"thuc hien"}, 0), "…thực hiện…");
  for (size_t width = 11; width < 60; ++width)
    EXPECT_LE(DisplayWidth(WordsAround(hit, {"thuc hien"}, width)), width);
}

TEST(WordsAround, EveryTermIsSeenOnce) {
  const SearchHit hit = Hit(
      "[Kế hoạch] số 5 về [thực hiện] việc a b c d e f g h [ĐẦU TƯ] công, [đầu tư] tư và (x) [kế hoạch] y");
  const std::vector<std::string> terms = {"dau tu", "\"kế hoạch\"", "thuc*"};
  EXPECT_EQ(WordsAround(hit, terms, 0), "Kế hoạch … thực hiện … ĐẦU TƯ…");
  for (size_t width = 34; width < 130; ++width) {
    const std::string line = WordsAround(hit, terms, width);
    EXPECT_LE(DisplayWidth(line), width);
    EXPECT_GE(DisplayWidth(line) + 6, std::min<size_t>(width, DisplayWidth(hit.text)))
        << "a word more would fit";
    for (const char* found : {"Kế hoạch", "thực hiện", "ĐẦU TƯ"}) EXPECT_THAT(line, HasSubstr(found));
  }
}

TEST(WordsAround, TermsThatStandInEachOther) {
  const SearchHit hit = Hit("a [thực hiện kế hoạch] b");
  EXPECT_EQ(WordsAround(hit, {"thuc hien", "hien ke"}, 0), "…thực hiện kế hoạch…");
  EXPECT_EQ(WordsAround(Hit("[07/KH-UBND] · x"), {"07/kh–ubnd"}, 0), "07/KH-UBND…");
}

}  // namespace
}  // namespace trichluc
