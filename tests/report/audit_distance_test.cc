#include "report/audit_distance.h"

#include <gtest/gtest.h>

#include <random>

#include "text/text.h"

namespace trichluc {
namespace {

TEST(LevenshteinDistance, AgreesWithTheTableOfAllCells) {
  std::mt19937 random(5);
  const auto make = [&](size_t length, unsigned letters) {
    std::u32string text;
    for (size_t i = 0; i < length; ++i) text += static_cast<char32_t>(U'ạ' + random() % letters);
    return text;
  };
  const size_t lengths[] = {0, 1, 2, 31, 63, 64, 65, 127, 128, 129, 191, 200, 321};
  for (const size_t a : lengths) {
    for (const size_t b : lengths) {
      for (const unsigned letters : {2u, 5u, 60u}) {
        const std::u32string left = make(a, letters), right = make(b, letters);
        EXPECT_EQ(LevenshteinDistance(left, right), EditDistance(FromCodePoints(left), FromCodePoints(right)))
            << a << " " << b << " " << letters;
      }
    }
  }
}

TEST(LevenshteinDistance, AgreesOnTextsThatAreNearlyEqual) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::u32string text;
    for (size_t i = random() % 300; i > 0; --i) text += static_cast<char32_t>(U'a' + random() % 20);
    std::u32string other = text;
    for (int changes = static_cast<int>(random() % 12); changes > 0 && !other.empty(); --changes) {
      const size_t at = random() % other.size();
      if (random() % 3 == 0) {
        other.erase(at, 1);
      } else if (random() % 2 == 0) {
        other.insert(at, 1, U'x');
      } else {
        other[at] = U'y';
      }
    }
    EXPECT_EQ(LevenshteinDistance(text, other), EditDistance(FromCodePoints(text), FromCodePoints(other)));
    EXPECT_EQ(LevenshteinDistance(text, other), LevenshteinDistance(other, text));
  }
}

TEST(DistanceWithin, IsTheLeastDistanceToAnyStretch) {
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    const auto make = [&](size_t length) {
      std::u32string text;
      for (size_t i = 0; i < length; ++i) text += static_cast<char32_t>(U'a' + random() % 4);
      return text;
    };
    const std::u32string line = make(random() % 9), text = make(random() % 14);
    size_t least = line.size();
    for (size_t from = 0; from < text.size(); ++from) {
      for (size_t length = 1; from + length <= text.size(); ++length) {
        least = std::min(least, LevenshteinDistance(line, text.substr(from, length)));
      }
    }
    EXPECT_EQ(DistanceWithin(line, text), least);
  }
}

TEST(WordDistance, CountsWords) {
  struct Row {
    std::vector<std::string> a, b;
    size_t expected;
  };
  const Row rows[] = {{{}, {}, 0},
                      {{"Sở", "Y", "tế"}, {}, 3},
                      {{"Sở", "Y", "tế"}, {"Sở", "tế"}, 1},
                      {{"Sở", "Y", "tế"}, {"Sở", "Ytế"}, 2},
                      {{"a", "b", "a"}, {"b", "a", "b"}, 2}};
  for (const Row& row : rows) EXPECT_EQ(WordDistance(row.a, row.b), row.expected);
}

}  // namespace
}  // namespace trichluc
