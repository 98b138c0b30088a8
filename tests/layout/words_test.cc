#include "layout/words.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

// Words at 13 points and 150 dpi: an em is 27 pixels.
constexpr double kEm = 27;

size_t Usable(const Word& last) {
  const std::vector<Word> words = {{"hoạt", {100, 100, 142, 121}, 0.97f, -1, -1, {}}, {"động;", {150, 100, 200, 121}, 0.97f, -1, -1, {}}, last};
  return UsableWords(words, kEm).size();
}

TEST(UsableWordsTest, ASpeckIsNoFigure) {
  EXPECT_EQ(Usable({"7", {230, 104, 233, 108}, 0.27f, -1, -1, {}}), 2u);
  EXPECT_EQ(Usable({"7", {210, 102, 221, 120}, 0.27f, -1, -1, {}}), 3u) << "as high as a figure";
  EXPECT_EQ(Usable({"7", {203, 100, 209, 112}, 0.27f, -1, -1, {}}), 3u) << "the mark of a footnote";
  EXPECT_EQ(Usable({"7", {210, 104, 214, 108}, 0.9f, -1, -1, {}}), 3u) << "the engine is sure";
}

}  // namespace
}  // namespace trichluc
