// Words that the engine cut in two or read twice.
#include "pipeline/cut_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;

struct Placed {
  std::string text;
  int left, right;
};

std::vector<std::string> Joined(const std::vector<Placed>& placed) {
  std::vector<Word> words;
  for (const Placed& one : placed) words.push_back({one.text, {one.left, 100, one.right, 140}, 0.9f, -1, -1, {}});
  const int went = JoinCutWords(&words);
  EXPECT_EQ(words.size() + static_cast<size_t>(went), placed.size());
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(word.text);
  return texts;
}

TEST(CutWords, OneSyllable) {
  EXPECT_THAT(Joined({{"tr", 449, 473}, {"uyền", 474, 544}, {"những", 555, 649}}), ElementsAre("truyền", "những"));
  EXPECT_THAT(Joined({{"T", 449, 473}, {"hông,", 475, 544}}), ElementsAre("Thông,"));
  EXPECT_THAT(Joined({{"tr", 449, 473}, {"uyền", 490, 544}}), ElementsAre("tr", "uyền"));  // a blank is printed
  EXPECT_THAT(Joined({{"ba", 449, 473}, {"ng", 474, 500}}), ElementsAre("bang"));
  EXPECT_THAT(Joined({{"ba", 449, 473}, {"na", 474, 500}}), ElementsAre("ba", "na"));  // two words of the language
  EXPECT_THAT(Joined({{"Tr", 449, 473}, {"Uyền", 474, 544}}), ElementsAre("Tr", "Uyền"));
}

TEST(CutWords, Symbols) {
  EXPECT_THAT(Joined({{"1743/QĐ-", 100, 200}, {"BGTVT,", 202, 300}}), ElementsAre("1743/QĐ-BGTVT,"));
  EXPECT_THAT(Joined({{"51", 100, 130}, {"-KL/TW", 135, 250}}), ElementsAre("51-KL/TW"));
  EXPECT_THAT(Joined({{"29-", 100, 146}, {"-NQ/TW,", 137, 250}}), ElementsAre("29-NQ/TW,"));
  EXPECT_THAT(Joined({{"2016", 100, 150}, {"-", 145, 160}, {"2020", 170, 220}}), ElementsAre("2016", "-", "2020"));
  EXPECT_THAT(Joined({{"1743/QĐ-", 100, 200}, {"BGTVT,", 212, 300}}), ElementsAre("1743/QĐ-", "BGTVT,"));
}

TEST(CutWords, ReadOnceMore) {
  EXPECT_THAT(Joined({{"á", 100, 118}, {"án,", 102, 150}}), ElementsAre("án,"));
  EXPECT_THAT(Joined({{"s", 1086, 1101}, {"số", 1086, 1115}}), ElementsAre("số"));
  EXPECT_THAT(Joined({{"đẹp", 100, 150}, {"đẹp", 160, 210}}), ElementsAre("đẹp", "đẹp"));
}

}  // namespace
}  // namespace trichluc
