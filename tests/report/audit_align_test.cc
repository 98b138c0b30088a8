#include "report/audit_align.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

// Letters are rows; equal letters belong together.
std::vector<std::pair<size_t, size_t>> AlignLetters(const std::string& expected, const std::string& found) {
  return Align(expected.size(), found.size(),
               [&](size_t i, size_t j) { return expected[i] == found[j] ? 1.0 : 0.0; });
}

TEST(Align, KeepsOrderWhereItCan) {
  EXPECT_THAT(AlignLetters("", "abc"), ElementsAre());
  EXPECT_THAT(AlignLetters("abc", ""), ElementsAre());
  EXPECT_THAT(AlignLetters("abc", "xyz"), ElementsAre());
  EXPECT_THAT(AlignLetters("abc", "abc"), ElementsAre(Pair(0, 0), Pair(1, 1), Pair(2, 2)));
  EXPECT_THAT(AlignLetters("abc", "axc"), ElementsAre(Pair(0, 0), Pair(2, 2)));
}

TEST(Align, EqualRowsGoInOrder) {
  EXPECT_THAT(AlignLetters("aaa", "aaa"), ElementsAre(Pair(0, 0), Pair(1, 1), Pair(2, 2)));
  EXPECT_THAT(AlignLetters("axa", "aa"), ElementsAre(Pair(0, 0), Pair(2, 1)));
  EXPECT_THAT(AlignLetters("aa", "a"), ElementsAre(Pair(0, 0)));
  EXPECT_THAT(AlignLetters("a", "aa"), ElementsAre(Pair(0, 0)));
}

TEST(Align, WhatStandsElsewhereIsFoundToo) {
  EXPECT_THAT(AlignLetters("abcd", "cdab"), ElementsAre(Pair(0, 2), Pair(1, 3), Pair(2, 0), Pair(3, 1)));
}

TEST(Align, HeavierPairsWin) {
  const double weights[2][2] = {{0.8, 1.0}, {0.0, 0.9}};
  EXPECT_THAT(Align(2, 2, [&](size_t i, size_t j) { return weights[i][j]; }),
              ElementsAre(Pair(0, 0), Pair(1, 1)));
  EXPECT_THAT(Align(1, 2, [&](size_t i, size_t j) { return weights[i][j]; }), ElementsAre(Pair(0, 1)));
}

}  // namespace
}  // namespace trichluc
