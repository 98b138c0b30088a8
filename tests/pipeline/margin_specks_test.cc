// Specks in the left margin go; what begins a line stays.
#include "pipeline/margin_specks.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/printed_page.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Six full lines of a page of 200 dpi whose text begins at x = 177, and what else was read.
PageReading Page(std::vector<Word> words) {
  PageReading reading;
  reading.width = 1654;
  reading.height = 2339;
  reading.dpi = 200;
  for (int line = 0; line < 6; ++line) {
    for (int word = 0; word < 16; ++word)
      reading.words.push_back({"người", {177 + 84 * word, 1200 + 53 * line, 251 + 84 * word, 1235 + 53 * line}, 0.96f});
  }
  reading.words.insert(reading.words.end(), words.begin(), words.end());
  return reading;
}

// What stands in the margin of what is kept.
std::vector<std::string> Kept(PageReading reading) {
  DropMarginSpecks(&reading);
  std::vector<std::string> texts;
  for (const Word& word : reading.words) {
    if (word.box.left < 170) texts.push_back(word.text);
  }
  return texts;
}

TEST(MarginSpecks, GoWhereTheEngineWasUnsure) {
  EXPECT_THAT(Kept(Page({{"-", {129, 1228, 143, 1250}, 0.28f}, {"1", {128, 1247, 145, 1300}, 0.72f}})), IsEmpty());
}

TEST(MarginSpecks, SureWordsAndStampsStay) {
  EXPECT_THAT(Kept(Page({{"HỎA", {20, 1210, 70, 1235}, 0.6f}, {"TỐC", {80, 1210, 130, 1235}, 0.55f}})), ElementsAre("HỎA", "TỐC"));
  EXPECT_THAT(Kept(Page({{"1.", {120, 1210, 140, 1235}, 0.95f}})), ElementsAre("1."));
}

// Most lines begin further right here than this one.
TEST(MarginSpecks, TheFirstWordOfALineStays) {
  EXPECT_THAT(Kept(Page({{"dục", {110, 1205, 162, 1240}, 0.7f}})), ElementsAre("dục"));
}

TEST(MarginSpecks, WithoutLongLinesAllStays) {
  PageReading reading = Page({{"1", {60, 1210, 75, 1235}, 0.3f}});
  std::erase_if(reading.words, [](const Word& word) { return word.box.left > 600; });
  EXPECT_THAT(Kept(reading), ElementsAre("1"));
}

}  // namespace
}  // namespace trichluc
