// Of two readings of a damaged page the likelier words stay.
#include "pipeline/second_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;

PageReading ReadingOf(const std::vector<Word>& words) {
  PageReading reading;
  reading.page = 1;
  reading.words = words;
  return reading;
}

Word At(int x, const char* text, float confidence, int width = 50) {
  return {text, {x, 100, x + width, 130}, confidence};
}

std::vector<std::string> Texts(const PageReading& reading) {
  std::vector<std::string> texts;
  for (const Word& word : reading.words) texts.push_back(word.text);
  return texts;
}

std::vector<std::string> Together(const std::vector<Word>& first, const std::vector<Word>& second) {
  PageReading reading = ReadingOf(first);
  TakeLikelierWords(&reading, ReadingOf(second));
  return Texts(reading);
}

TEST(SecondReading, OfTwoReadingsOfAWordTheLikelierStays) {
  EXPECT_THAT(Together({At(0, "công", 0.9f), At(60, "tac", 0.5f)}, {At(0, "cong", 0.6f), At(62, "tác", 0.9f)}),
              ElementsAre("công", "tác"));
  // As sure, but no word of the language.
  EXPECT_THAT(Together({At(0, "huỵện", 0.8f)}, {At(0, "huyện", 0.75f)}), ElementsAre("huyện"));
  EXPECT_THAT(Together({At(0, "huyện", 0.75f)}, {At(0, "huỵện", 0.8f)}), ElementsAre("huyện"));
  // In doubt the first.
  EXPECT_THAT(Together({At(0, "tinh", 0.8f)}, {At(0, "tỉnh", 0.79f)}), ElementsAre("tinh"));
}

TEST(SecondReading, WordsThatWerePartedOtherwiseAreWeighedTogether) {
  EXPECT_THAT(Together({At(0, "trên", 0.9f), At(60, "địabàn", 0.4f, 110), At(200, "tỉnh", 0.9f)},
                       {At(0, "trên", 0.9f), At(60, "địa", 0.9f), At(118, "bàn", 0.9f), At(200, "tỉnh", 0.9f)}),
              ElementsAre("trên", "địa", "bàn", "tỉnh"));
}

TEST(SecondReading, WhatOnlyTheSecondSawMustBeSure) {
  EXPECT_THAT(Together({At(0, "một", 0.9f)}, {At(0, "một", 0.9f), At(100, "hai", 0.9f), At(200, "ba", 0.3f), At(300, "xqz", 0.9f)}),
              ElementsAre("hai", "một"));
  EXPECT_THAT(Together({At(0, "một", 0.4f)}, {}), ElementsAre("một"));
}

TEST(SecondReading, FiguresOverWhichTheyDisagreeAreAsSureAsTheLessSureOne) {
  PageReading reading = ReadingOf({At(0, "12/2021", 0.6f), At(100, "15", 0.9f)});
  TakeLikelierWords(&reading, ReadingOf({At(0, "17/2021", 0.9f), At(100, "15", 0.3f)}));
  ASSERT_EQ(reading.words.size(), 2u);
  EXPECT_EQ(reading.words[0].text, "17/2021");
  EXPECT_FLOAT_EQ(reading.words[0].confidence, 0.6f);
  EXPECT_FLOAT_EQ(reading.words[1].confidence, 0.9f);
}

TEST(SecondReading, WordsStayInTheirCellsBehindThoseOutside) {
  PageReading reading = ReadingOf({At(0, "ngoài", 0.9f), At(100, "trong", 0.4f)});
  PageReading second = ReadingOf({At(500, "xa", 0.9f), At(100, "trông", 0.9f), At(200, "nom", 0.9f)});
  reading.grids = {Grid{{90, 90, 400, 140}, 1, 1, {{0, 0, 1, 1, {90, 90, 400, 140}}}, {90, 400}, {90, 140}}};
  second.grids = reading.grids;
  reading.words[1].grid = reading.words[1].cell = 0;
  for (size_t i : {1u, 2u}) second.words[i].grid = second.words[i].cell = 0;
  TakeLikelierWords(&reading, second);
  EXPECT_THAT(Texts(reading), ElementsAre("ngoài", "xa", "trông", "nom"));
  for (const Word& word : reading.words) EXPECT_EQ(word.grid == 0, word.text == "trông" || word.text == "nom") << word.text;
}

TEST(SecondReading, IsWantedUnderBlackSealsAndWhereTheEngineIsUnsure) {
  PageReading reading = ReadingOf({At(0, "công", 0.96f), At(100, "tác", 0.95f)});
  EXPECT_FALSE(WantsSecondReading(reading));
  reading.measurements = {{"black_seals", 1}};
  EXPECT_TRUE(WantsSecondReading(reading));
  EXPECT_TRUE(WantsSecondReading(ReadingOf({At(0, "công", 0.96f), At(100, "tác", 0.6f)})));
  EXPECT_FALSE(WantsSecondReading(ReadingOf({})));
}

// The page is read surely, but for what lies under the seal.
TEST(SecondReading, OnSurePagesOnlyWordsUnderSealsChange) {
  PageReading reading = ReadingOf({At(0, "công", 0.99f), At(100, "tac", 0.99f), At(200, "thu", 0.99f), At(300, "thâu", 0.68f)});
  reading.measurements = {{"black_seals", 1}};
  reading.regions = {{"stamp", {290, 0, 400, 200}}};
  TakeLikelierWords(&reading, ReadingOf({At(0, "cộng", 0.99f), At(100, "tác", 0.99f), At(200, "thư", 0.99f), At(300, "thầu", 0.9f),
                                       At(360, "tỉnh", 0.99f, 30)}));  // a letter of the seal, it may be
  EXPECT_THAT(Texts(reading), ElementsAre("công", "tac", "thu", "thầu"));
}

// Below the seal's middle a name stands: it is taken whole from the reading that says more of it.
TEST(SecondReading, ANameUnderASealIsOfOneReading) {
  const auto name = [](const std::vector<Word>& second) {
    PageReading reading = ReadingOf({At(300, "th", 0.9f), At(400, "Tuyến", 0.97f)});
    reading.measurements = {{"black_seals", 1}};
    reading.regions = {{"stamp", {150, -100, 420, 170}}};
    TakeLikelierWords(&reading, ReadingOf(second));
    return Texts(reading);
  };
  EXPECT_THAT(name({At(200, "Phan", 0.9f), At(280, "Đình", 0.9f), At(400, "Tuyến", 0.96f)}), ElementsAre("Phan", "Đình", "Tuyến"));
  EXPECT_THAT(name({At(200, "qxz", 0.5f), At(400, "Tuyến", 0.96f)}), ElementsAre("th", "Tuyến")) << "letters of the seal";
}

// In a block that its reader learnt the second is believed where it says hardly more of a name; outside the first stays.
TEST(SecondReading, InBlocksThatItsReaderLearntTheSecondIsBelieved) {
  const auto names = [](const SealedBlocks& learnt) {
    PageReading reading = ReadingOf({At(200, "Cương", 0.62f), At(280, "Công", 0.99f), At(340, "Tuệ", 0.99f)});
    for (int x = 1000; x < 1400; x += 60) reading.words.push_back(At(x, "tỉnh", 0.99f));  // a page that was read surely
    reading.measurements = {{"black_seals", 1}};
    reading.regions = {{"stamp", {150, -100, 420, 170}}};
    TakeLikelierWords(&reading, ReadingOf({At(200, "Cường", 0.75f), At(280, "Công", 0.99f), At(340, "Tuệ", 0.99f)}), learnt);
    return Texts(reading).front();
  };
  EXPECT_EQ(names({{{0, -200, 600, 300}}, {}}), "Cường");
  EXPECT_EQ(names({{{0, 400, 600, 700}}, {}}), "Cương");
}

// All readers had a say on such a line: what the first one read alone is no argument any more, nor is what only it saw.
TEST(SecondReading, LinesThatWereVotedOnAreTheSecondsOwn) {
  PageReading reading = ReadingOf({At(200, "Cường", 0.99f), At(280, "Công", 0.99f), At(340, "Tuệ", 0.99f)});
  for (int x = 1000; x < 1400; x += 60) reading.words.push_back(At(x, "tỉnh", 0.99f));
  reading.measurements = {{"black_seals", 1}};
  reading.regions = {{"stamp", {150, -100, 420, 170}}};
  const Box block{150, -200, 600, 300}, line{150, 90, 600, 140};
  TakeLikelierWords(&reading, ReadingOf({At(200, "Cương", 0.5f), At(280, "Công", 0.9f), At(1000, "tính", 0.99f)}), {{block}, {line}});
  EXPECT_THAT(Texts(reading), ElementsAre("Cương", "Công", "tỉnh", "tỉnh", "tỉnh", "tỉnh", "tỉnh", "tỉnh", "tỉnh"));
}

// Its grids and all come with it.
TEST(SecondReading, AnUnsurePageGoesByTheReadingThatIsSurer) {
  PageReading reading = ReadingOf({At(0, "cong", 0.5f), At(100, "tác", 0.9f)}), second = ReadingOf({At(0, "công", 0.9f), At(100, "tac", 0.7f)});
  second.grids.resize(1);
  TakeLikelierWords(&reading, second);
  EXPECT_THAT(Texts(reading), ElementsAre("công", "tác"));
  EXPECT_EQ(reading.grids.size(), 1u);
}

TEST(SecondReading, LinesOfNumberStayAsTheFirstReadThem) {
  EXPECT_THAT(Together({At(0, "092", 0.3f), At(100, "/SYT-NVY", 0.5f), At(600, "tac", 0.5f)},
                       {At(0, "v2", 0.9f), At(100, "/SVT-NVY", 0.9f), At(600, "tác", 0.9f)}),
              ElementsAre("092", "/SYT-NVY", "tác"));
}

TEST(SecondReading, SaysHowManyWordsItChangedAndMeasuresAnew) {
  PageReading reading = ReadingOf({At(0, "công", 0.5f)});
  reading.measurements = {{"mean_confidence", 0.5}, {"valid_syllables", 1}};
  reading.words.push_back(At(100, "tác", 0.5f));
  TakeLikelierWords(&reading, ReadingOf({At(0, "cộng", 0.9f), At(100, "tac", 0.05f)}));
  ASSERT_EQ(reading.measurements.size(), 3u);
  EXPECT_NEAR(reading.measurements[0].value, 0.7, 1e-6);
  EXPECT_EQ(reading.measurements[2].name, "second_reading");
  EXPECT_EQ(reading.measurements[2].value, 1);
}

}  // namespace
}  // namespace trichluc
