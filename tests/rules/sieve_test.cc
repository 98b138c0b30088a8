#include "rules/sieve.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace trichluc {
namespace {

const std::vector<std::string> kPatterns = {"^(?:Điều|Mục) \\d+", "trước ngày (\\d+)", "quý [IV]+|năm \\d{4}", "\\d+$", "(?i)SỞ Y TẾ",
                                            "\\bngày\\b",         ".*",                ""};
const std::vector<std::string> kTexts = {"",         "Điều 5. trước ngày 30", "quý II/2024, năm 2025", "Sở Y tế", "ngày", "hàng ngày 7",
                                         "không có", "trước ngày 1\nquý I"};

std::vector<size_t> Found(const Sieve& sieve, const std::string& text) {
  std::vector<size_t> found;
  sieve.Find(text, &found);
  std::sort(found.begin(), found.end());
  return found;
}

TEST(Sieve, FindsWhatEachPatternFindsByItself) {
  for (const RE2::Anchor anchor : {RE2::UNANCHORED, RE2::ANCHOR_START, RE2::ANCHOR_BOTH}) {
    std::vector<std::unique_ptr<RE2>> expressions;
    Sieve sieve(anchor);
    for (const std::string& pattern : kPatterns) {
      expressions.push_back(std::make_unique<RE2>(pattern));
      sieve.Add(10 + expressions.size(), expressions.back().get());
    }
    for (int i = 0; i < Sieve::kSeldom; ++i) EXPECT_EQ(Found(sieve, "").size(), kPatterns.size());
    for (const std::string& text : kTexts) {
      std::vector<size_t> expected;
      for (size_t i = 0; i < expressions.size(); ++i) {
        if (expressions[i]->Match(text, 0, text.size(), anchor, nullptr, 0)) expected.push_back(11 + i);
      }
      EXPECT_EQ(Found(sieve, text), expected) << text << ", anchor " << anchor;
    }
  }
}

TEST(Sieve, AsksNoPatternThatIsAlone) {
  const RE2 expression("x");
  Sieve sieve(RE2::UNANCHORED);
  EXPECT_EQ(Found(sieve, "y"), std::vector<size_t>{});
  sieve.Add(3, &expression);
  EXPECT_EQ(Found(sieve, "y"), std::vector<size_t>{3});
}

TEST(BeginsAtStart, IsSureOfIt) {
  for (const char* pattern : {"^x", "^(?:a|b)c", "^[|]", "^[]|]x", "^[^]|]x", "^\\|", "^\\(a"}) EXPECT_TRUE(BeginsAtStart(pattern)) << pattern;
  for (const char* pattern : {"", "x^", "^a|b", "^(?:a)|b", "(?:^a)", "^[a]|b", "^[^]a]|b", "^\\(|b", "^\\Q(\\E|b", "^[[:alpha:](]|b"}) {
    EXPECT_FALSE(BeginsAtStart(pattern)) << pattern;
  }
}

TEST(RuleGroup, KeepsTheOrderOfTheFile) {
  const RE2 anywhere("b"), start("^a"), whole("a b"), other("c");
  RuleGroup group;
  group.Add(1, &whole, true);
  group.Add(2, &anywhere, false);
  group.Add(4, &start, false);
  group.Add(7, &other, false);
  EXPECT_EQ(group.Anywhere(" a b ", "a b"), (std::vector<size_t>{1, 2, 4, 7}));
  EXPECT_EQ(group.Whole("a b"), (std::vector<size_t>{1, 2, 4, 7}));
  for (int i = 0; i < Sieve::kSeldom; ++i) group.Anywhere("", ""), group.Whole("");
  EXPECT_EQ(group.Anywhere(" a b ", "a b"), (std::vector<size_t>{1, 2, 4}));  // 1 and 4, each alone of its kind, are not asked
  EXPECT_EQ(group.Whole("a b"), std::vector<size_t>{1});
  EXPECT_EQ(group.Whole("c"), std::vector<size_t>{7});
}

}  // namespace
}  // namespace trichluc
