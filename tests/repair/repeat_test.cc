// Repairs made once more from what was stored of them.
#include <gtest/gtest.h>

#include "repair/repair.h"

namespace trichluc {
namespace {

PageReading Page(int page, const std::vector<std::string>& words) {
  PageReading reading;
  reading.page = page;
  for (const std::string& word : words) {
    const int left = 100 * static_cast<int>(reading.words.size());
    reading.words.push_back({word, {left, 50, left + 90, 80}, 0.9f});
  }
  return reading;
}

std::string TextOf(const PageReading& reading) {
  std::string text;
  for (const Word& word : reading.words) text += word.text + " ";
  return text;
}

TEST(Repeat, ChangesTheWordInItsPlaceAndNoOther) {
  std::vector<PageReading> readings = {Page(1, {"thâu", "thâu"}), Page(2, {"đâu", "thâu"})};
  EXPECT_TRUE(Repeat({{1, {100, 50, 190, 80}, "thâu", "thầu", "word.context", 0.99},
                      {2, {0, 50, 90, 80}, "đâu", "đấu", "word.context", 0.99}},
                     &readings));
  EXPECT_EQ(TextOf(readings[0]), "thâu thầu ");
  EXPECT_EQ(TextOf(readings[1]), "đấu thâu ");
}

TEST(Repeat, AWordMayChangeTwice) {
  std::vector<PageReading> readings = {Page(1, {"Binh"})};
  EXPECT_TRUE(Repeat({{1, {0, 50, 90, 80}, "Binh", "Bính", "year.name", 0.9}, {1, {0, 50, 90, 80}, "Bính", "Bình", "word.context", 0.9}},
                     &readings));
  EXPECT_EQ(TextOf(readings[0]), "Bình ");
}

TEST(Repeat, WhereAWordIsNotThereNothingIsChanged) {
  std::vector<PageReading> readings = {Page(1, {"đâu", "thâu"})};
  for (const Repair& strange : {Repair{1, {100, 50, 190, 81}, "thâu", "thầu", "", 1}, Repair{1, {100, 50, 190, 80}, "thau", "thầu", "", 1},
                                Repair{3, {100, 50, 190, 80}, "thâu", "thầu", "", 1}}) {
    EXPECT_FALSE(Repeat({{1, {0, 50, 90, 80}, "đâu", "đấu", "", 1}, strange}, &readings));
    EXPECT_EQ(TextOf(readings[0]), "đâu thâu ");
  }
}

}  // namespace
}  // namespace trichluc
