#include "pipeline/word_vote.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace trichluc {
namespace {

using Said = std::vector<std::pair<std::string, float>>;

// Words of a line, one to each place of 100 pixels; "" for none there.
std::vector<Word> Line(const Said& said, int shift = 0) {
  std::vector<Word> words;
  int left = shift;
  for (const auto& [text, confidence] : said) {
    if (!text.empty()) words.push_back({text, {left, 0, left + 80, 20}, confidence, -1, -1, {}});
    left += 100;
  }
  return words;
}

std::string TextOf(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(VoteOnWords, TakesOfEachWordWhatMostSay) {
  const auto voted = VoteOnWords({Line({{"Võ", 0.83f}, {"Thị", 0.96f}}), Line({{"Vũ", 0.9f}, {"Thl", 0.5f}}, 5), Line({{"Vũ", 0.77f}, {"Thị", 0.97f}}, -4)});
  EXPECT_EQ(TextOf(voted), "Vũ Thị");
  EXPECT_FLOAT_EQ(voted[0].confidence, 0.9f) << "as the surest of them has it";
}

TEST(VoteOnWords, SureReadingsOutweighUnsureOnes) {
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Lê", 0.9f}}), Line({{"Lễ", 0.3f}}), Line({{"Lễ", 0.3f}})})), "Lê");
}

TEST(VoteOnWords, WhatCanBeAWordSaysMore) {
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Khấc", 0.7f}}), Line({{"Khcắ", 0.8f}})})), "Khấc");
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Mlô", 0.9f}}), Line({{"Mô", 0.6f}})})), "Mlô") << "names of other peoples are none";
}

TEST(VoteOnWords, TwoThatAreHalfSureDoNotOutweighOneThatIsSure) {
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Trần", 0.9f}}), Line({{"Tân", 0.5f}}), Line({{"Tân", 0.5f}})})), "Trần");
}

TEST(VoteOnWords, WhatOneOfManySawIsASpeck) {
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"x", 0.4f}, {"Hà", 0.9f}}), Line({{"", 0}, {"Hà", 0.9f}}), Line({{"", 0}, {"Hà", 0.9f}})})), "Hà");
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Võ", 0.8f}, {"Hà", 0.9f}}), Line({{"Võ", 0.8f}, {"Hà", 0.9f}}), Line({{"", 0}, {"Hà", 0.9f}})})), "Võ Hà");
}

TEST(VoteOnWords, ReadingsThatFoundNoLineSayNothing) {
  const auto name = Line({{"Hà", 0.6f}, {"Ninh", 0.6f}});
  EXPECT_EQ(TextOf(VoteOnWords({name, {}, {}})), "Hà Ninh");
  EXPECT_TRUE(VoteOnWords({name, {}, {}, {}}).empty()) << "hardly any found one";
}

TEST(VoteOnWords, TwoWordsThatOneReadingHasAsOneAreOnePlace) {
  const std::vector<Word> glued{{"HàThị", {0, 0, 180, 20}, 0.3f, -1, -1, {}}};
  EXPECT_EQ(TextOf(VoteOnWords({Line({{"Hà", 0.9f}, {"Thị", 0.9f}}), glued, Line({{"Hà", 0.8f}, {"Thị", 0.9f}})})), "Hà Thị");
}

TEST(VoteOnWords, NothingReadIsNothing) {
  EXPECT_TRUE(VoteOnWords({}).empty());
  EXPECT_TRUE(VoteOnWords({{}, {}}).empty());
}

TEST(AllAgree, OnTextAndAreSure) {
  const auto one = Line({{"Hà", 0.95f}}), other = Line({{"Hả", 0.95f}}), unsure = Line({{"Hà", 0.6f}});
  EXPECT_TRUE(AllAgree({one, one}));
  EXPECT_FALSE(AllAgree({one, other}));
  EXPECT_FALSE(AllAgree({one, unsure}));
  EXPECT_FALSE(AllAgree({{}, {}})) << "nothing was read";
}

}  // namespace
}  // namespace trichluc
