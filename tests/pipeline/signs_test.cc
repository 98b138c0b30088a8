#include "pipeline/signs.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace trichluc {
namespace {

// A "<" of 16 × 16 pixels at (10, 10), with or without a bar below; a figure behind it.
std::string Read(const std::string& text, bool bar) {
  Image page{60, 50, 1, 200, std::vector<uint8_t>(60 * 50, 250)};
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 3; ++x) page.Row(10 + y)[std::min(24, 10 + 2 * std::abs(y - 8) + x)] = 20;
  }
  for (int x = 10; bar && x < 26; ++x) page.Row(29)[x] = page.Row(30)[x] = 20;
  for (int y = 10; y < 28; ++y) page.Row(y)[36] = page.Row(y)[37] = 20;
  std::vector<Word> words{{text, {10, 10, 40, 27}, 0.9f}};
  CorrectSigns(page, words);
  return words[0].text;
}

TEST(Signs, ASignOnABarIsOrEqual) {
  EXPECT_EQ(Read("<1", true), "≤1");
  EXPECT_EQ(Read("<", true), "≤");
}

TEST(Signs, WithoutABarItStays) { EXPECT_EQ(Read("<1", false), "<1"); }

TEST(Signs, OtherWordsStay) { EXPECT_EQ(Read("c1", true), "c1"); }

}  // namespace
}  // namespace trichluc
