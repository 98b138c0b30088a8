#include "repair/quality.h"

#include <gtest/gtest.h>

#include <sstream>

namespace trichluc {
namespace {

PageReading Page(const std::string& text, float confidence, int times) {
  PageReading reading;
  for (int i = 0; i < times; ++i) {
    std::istringstream in(text);
    for (std::string word; in >> word;) reading.words.push_back({word, {0, 0, 10, 10}, confidence});
  }
  return reading;
}

TEST(Quality, CountsWhatCanBeJudged) {
  const ReadingQuality quality = MeasureQuality(Page("Số: 12/KH-UBND UBND tỉnh huỵện 2023 a", 0.9f, 1));
  EXPECT_EQ(quality.words, 3);  // Số, tỉnh, huỵện
  EXPECT_DOUBLE_EQ(quality.valid_syllables, 2.0 / 3);
  EXPECT_NEAR(quality.mean_confidence, 0.9, 1e-6);
}

TEST(Quality, PagesOfGarbageAreUnreadable) {
  const char* good = "Kế hoạch triển khai thực hiện nhiệm vụ";
  EXPECT_FALSE(IsUnreadable(MeasureQuality(Page(good, 0.94f, 8))));
  EXPECT_TRUE(IsUnreadable(MeasureQuality(Page("Kế hoạch tvr lnp uắb khai", 0.94f, 8))));
  EXPECT_TRUE(IsUnreadable(MeasureQuality(Page(good, 0.4f, 8))));
  EXPECT_FALSE(IsUnreadable(MeasureQuality(Page("tvr lnp", 0.2f, 3)))) << "too few words to say";
  EXPECT_FALSE(IsUnreadable(MeasureQuality(PageReading{})));
}

}  // namespace
}  // namespace trichluc
