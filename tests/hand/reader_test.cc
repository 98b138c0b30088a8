#include "hand/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace trichluc {
namespace {

using ::testing::SizeIs;

std::string Collapse(const std::vector<int>& path, const std::string& signs) {
  std::string text;
  int last = 0;
  for (int sign : path) {
    if (sign != 0 && sign != last) text += signs[sign - 1];
    last = sign;
  }
  return text;
}

TEST(LikelyStrings, AgreesWithAllAlignmentsCountedOneByOne) {
  const std::string signs = "01";
  for (int seed = 1; seed < 20; ++seed) {
    std::vector<std::vector<float>> steps;
    for (int t = 0; t < 5; ++t) {
      std::vector<float> chances;
      float sum = 0;
      for (int c = 0; c < 3; ++c) {
        chances.push_back(0.05f + std::abs(std::sin(seed * 7.3f + t * 2.1f + c * 1.7f)));
        sum += chances.back();
      }
      for (float& chance : chances) chance /= sum;
      steps.push_back(chances);
    }
    std::map<std::string, double> all;
    for (int code = 0; code < 243; ++code) {
      std::vector<int> path;
      double chance = 1;
      for (int t = 0, rest = code; t < 5; ++t, rest /= 3) {
        path.push_back(rest % 3);
        chance *= steps[t][rest % 3];
      }
      all[Collapse(path, signs)] += chance;
    }
    const std::vector<HandCandidate> found = LikelyStrings(steps, signs, 3);
    ASSERT_THAT(found, SizeIs(3));
    double best = 0;
    for (const auto& [text, chance] : all) best = std::max(best, chance);
    EXPECT_NEAR(found[0].probability, best, 1e-6) << seed;
    for (const HandCandidate& candidate : found)
      EXPECT_NEAR(candidate.probability, all[candidate.text], 1e-6) << candidate.text;
  }
}

TEST(LikelyStrings, TwoEqualFiguresNeedNothingBetweenThem) {
  const std::vector<float> one{0.1f, 0.9f}, none{0.9f, 0.1f};
  EXPECT_EQ(LikelyStrings({one, one}, "1", 1).front().text, "1");
  EXPECT_EQ(LikelyStrings({one, none, one}, "1", 1).front().text, "11");
  EXPECT_EQ(LikelyStrings({none}, "1", 1).front().text, "");
}

TEST(StripOf, PaperIsNothingAndTheDarkestInkIsAll) {
  Image crop{40, 20, 1, 200, std::vector<uint8_t>(800, 230)};
  for (int y = 5; y < 15; ++y) {
    for (int x = 10; x < 14; ++x) crop.Row(y)[x] = 90;  // faint ink
  }
  const Ink strip = StripOf(crop);
  EXPECT_EQ(strip.height, kStripHeight);
  EXPECT_EQ(strip.width, 64);
  EXPECT_FLOAT_EQ(strip.values[0], 0);
  EXPECT_FLOAT_EQ(strip.values[16 * 64 + 19], 1);
}

TEST(StripOf, NothingComesOfNothing) {
  EXPECT_EQ(StripOf({}).width, 8);
  const Ink blank = StripOf({30, 10, 1, 200, std::vector<uint8_t>(300, 250)});
  EXPECT_EQ(*std::max_element(blank.values.begin(), blank.values.end()), 0);
}

TEST(StripOf, RedInkFadesAndBlueInkStays) {
  Image crop{32, 32, 3, 200, std::vector<uint8_t>(32 * 32 * 3, 255)};
  for (int y = 0; y < 32; ++y) {
    uint8_t* row = crop.Row(y);
    row[3 * 8] = 230, row[3 * 8 + 1] = row[3 * 8 + 2] = 40;     // a stamp's edge
    row[3 * 20] = row[3 * 20 + 1] = 60, row[3 * 20 + 2] = 200;  // a pen
  }
  const Ink strip = StripOf(crop);
  EXPECT_LT(strip.values[16 * 32 + 8], 0.3);
  EXPECT_GT(strip.values[16 * 32 + 20], 0.9);
}

}  // namespace
}  // namespace trichluc
