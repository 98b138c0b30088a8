// Strokes of seals and signatures that were read as words go; print under a seal stays.
#include "pipeline/stroke_words.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace trichluc {
namespace {

using ::testing::ElementsAre;

PageReading Signed(std::vector<Word> words) {
  PageReading reading;
  reading.width = 1654;
  reading.height = 2339;
  reading.dpi = 200;
  reading.regions = {{"stamp", {850, 800, 1150, 1100}, "red"}, {"signature", {1000, 850, 1400, 1000}, "blue"}};
  reading.words = std::move(words);
  return reading;
}

std::vector<std::string> KeptWords(PageReading reading) {
  DropStrokes(&reading);
  std::vector<std::string> texts;
  for (const Word& word : reading.words) texts.push_back(word.text);
  return texts;
}

TEST(StrokeWordsTest, WhatIsNoWordGoes) {
  EXPECT_THAT(KeptWords(Signed({{"l5)", {1040, 975, 1140, 995}, 0.24f}})), ElementsAre());
  EXPECT_THAT(KeptWords(Signed({{"Ly", {1030, 900, 1074, 918}, 0.31f}, {"1)", {1080, 900, 1100, 918}, 0.85f}})), ElementsAre());
}

TEST(StrokeWordsTest, NamesAndTitlesStay) {
  EXPECT_THAT(KeptWords(Signed({{"GIÁM", {900, 820, 990, 850}, 0.7f}, {"Thúy", {1010, 950, 1080, 980}, 0.61f}})),
              ElementsAre("GIÁM", "Thúy"));
}

TEST(StrokeWordsTest, PrintInALineUnderTheSealStays) {
  EXPECT_THAT(KeptWords(Signed({{"năm", {880, 900, 940, 925}, 0.96f}, {"20l", {950, 900, 990, 925}, 0.3f}})),
              ElementsAre("năm", "20l"));
}

TEST(StrokeWordsTest, LongWordsStay) {
  EXPECT_THAT(KeptWords(Signed({{"ubnd@kiengiang.gov.vn", {860, 900, 1100, 925}, 0.5f}})), ElementsAre("ubnd@kiengiang.gov.vn"));
}

TEST(StrokeWordsTest, OutsideOfMarksAllStays) {
  EXPECT_THAT(KeptWords(Signed({{"22.", {200, 1500, 260, 1525}, 0.1f}})), ElementsAre("22."));
}

TEST(StrokeWordsTest, AStampOfArrivalIsPrint) {
  PageReading reading = Signed({{"2O", {900, 900, 930, 920}, 0.5f}});
  reading.regions.push_back({"incoming", {850, 800, 1150, 1100}, "red"});
  EXPECT_THAT(KeptWords(reading), ElementsAre("2O"));
}

}  // namespace
}  // namespace trichluc
