#include "image/stems.h"

#include <gtest/gtest.h>

#include <string>

namespace trichluc {
namespace {

// Letters from rows of '#' and '.', five times as large, on white.
Image Draw(const std::vector<std::string>& rows) {
  constexpr int kScale = 3;
  Image image{static_cast<int>(rows[0].size()) * kScale, static_cast<int>(rows.size()) * kScale, 1, 200, {}};
  image.pixels.assign(static_cast<size_t>(image.width) * image.height, 250);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (rows[static_cast<size_t>(y / kScale)][static_cast<size_t>(x / kScale)] == '#') image.Row(y)[x] = 10;
    }
  }
  return image;
}

TEST(Stems, ThreeNumeralsWhoseSerifsTouch) {
  const StemRun run = LeadingStems(Draw({".###########.", "..#...#...#..", "..#...#...#..", "..#...#...#..",
                                         "..#...#...#..", "..#...#...#..", "..#...#...#..", ".###########."}),
                                   false);
  ASSERT_EQ(run.stems.size(), 3u);
  EXPECT_TRUE(run.closed);
  for (const Stem& stem : run.stems) EXPECT_EQ(stem.kind, StemKind::kNumeral);
}

TEST(Stems, TheDigitHasItsFlagAtTheLeft) {
  const StemRun run =
      LeadingStems(Draw({"..##.", ".###.", "...#.", "...#.", "...#.", "...#.", "...#.", "..###"}), false);
  ASSERT_EQ(run.stems.size(), 1u);
  EXPECT_EQ(run.stems[0].kind, StemKind::kDigit);
}

TEST(Stems, ADashEndsTheRunAndLeavesItClosed) {
  const StemRun run = LeadingStems(Draw({".###.....###.", "..#......#.#.", "..#......#.#.", "..#..###.#.#.",
                                         "..#......#.#.", "..#......#.#.", "..#......#.#.", ".###.....###."}),
                                   false);
  EXPECT_EQ(run.stems.size(), 1u);
  EXPECT_TRUE(run.closed);
}

TEST(Stems, AnHIsNotTwoNumerals) {
  const StemRun run = LeadingStems(
      Draw({"###.###", ".#...#.", ".#...#.", ".#####.", ".#...#.", ".#...#.", ".#...#.", "###.###"}), false);
  EXPECT_FALSE(run.closed && run.stems.size() == 2);
}

TEST(Stems, NothingOnAnEmptyOrTinyImage) {
  EXPECT_TRUE(LeadingStems(Draw({"...", "..."}), false).stems.empty());
  EXPECT_TRUE(LeadingStems(Draw({"#"}), false).stems.empty());
}

}  // namespace
}  // namespace trichluc
