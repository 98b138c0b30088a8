#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "text/align.h"
#include "text/text.h"

namespace trichluc {
namespace {

TEST(Compare, SortsAsAVietnameseDictionary) {
  const std::vector<std::string> sorted = {"an",      "Ân", "bà", "Bắc Kạn",  "Cà Mau",    "dân",
                                           "Đà Nẵng", "em", "ên", "Hà Giang", "Hải Dương", "Hòa Bình",
                                           "ôn",      "ơn", "ủy", "ứng"};
  std::vector<std::string> shuffled = sorted;
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
  std::sort(shuffled.begin(), shuffled.end(), [](const auto& a, const auto& b) { return Compare(a, b) < 0; });
  EXPECT_EQ(shuffled, sorted);
}

TEST(Compare, PutsTonesLast) {
  for (const auto& [a, b] : {std::pair{"ma", "mà"},
                             {"mà", "mả"},
                             {"mả", "mã"},
                             {"mã", "má"},
                             {"má", "mạ"},
                             {"mạ", "mạc"},
                             {"Má An", "ma Bắc"},
                             {"dz", "đa"}}) {
    EXPECT_LT(Compare(a, b), 0) << a << " " << b;
    EXPECT_GT(Compare(b, a), 0) << a << " " << b;
  }
  EXPECT_EQ(Compare("Hoà Bình", "Hòa Bình"), 0);
  EXPECT_EQ(Compare("ho\u0300a", "hòa"), 0);
}

TEST(AlignLetters, NamesWhatIsMissingAndWhatIsOther) {
  using Steps = std::vector<std::pair<char32_t, char32_t>>;
  EXPECT_EQ(AlignLetters("239", "289"), (Steps{{U'2', U'2'}, {U'3', U'8'}, {U'9', U'9'}}));
  EXPECT_EQ(AlignLetters("12", "1"), (Steps{{U'1', U'1'}, {U'2', U'-'}}));
  EXPECT_EQ(AlignLetters("", "ư"), (Steps{{U'-', U'ư'}}));
}

TEST(EditDistance, CountsCodePoints) {
  struct Row {
    const char *a, *b;
    size_t expected;
  };
  const Row rows[] = {{"", "", 0},     {"", "quý", 3},      {"quý", "qúy", 2}, {"mach", "match", 1},
                      {"ab", "ba", 2}, {"thuế", "thuê", 1}, {"sở", "sở", 0}};
  for (const Row& row : rows) {
    EXPECT_EQ(EditDistance(row.a, row.b), row.expected) << row.a;
    EXPECT_EQ(EditDistance(row.b, row.a), row.expected) << row.a;
  }
}

// The definition, spelled out.
size_t Slow(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  const std::u32string rest_a = a.substr(1), rest_b = b.substr(1);
  return std::min({Slow(rest_a, rest_b) + (a[0] != b[0]), Slow(rest_a, b) + 1, Slow(a, rest_b) + 1});
}

TEST(EditDistance, AgreesWithTheDefinitionUpToTheLimit) {
  std::mt19937 random(11);
  const auto word = [&] {
    std::u32string out(random() % 7, U'a');
    for (char32_t& c : out) c = U"aăâ"[random() % 3];
    return out;
  };
  for (int i = 0; i < 300; ++i) {
    const std::u32string a = word(), b = word();
    const size_t exact = Slow(a, b);
    EXPECT_EQ(EditDistance(FromCodePoints(a), FromCodePoints(b)), exact);
    EXPECT_EQ(EditDistance(std::u32string_view(a), std::u32string_view(b)), exact);
    for (size_t limit = 0; limit < 6; ++limit) {
      EXPECT_EQ(EditDistance(FromCodePoints(a), FromCodePoints(b), limit), std::min(exact, limit + 1));
    }
  }
}

TEST(EditDistance, OfLongTextsIsTheSameWithAndWithoutLimit) {
  std::mt19937 random(12);
  for (int i = 0; i < 60; ++i) {
    std::u32string a(100 + random() % 100, U'a');
    for (char32_t& c : a) c = U"abcd"[random() % 4];
    std::u32string b = a;
    for (size_t changes = random() % 12; changes > 0; --changes)
      b.erase(random() % b.size(), random() % 3).insert(random() % b.size(), 1, U'a');
    const size_t exact = EditDistance(std::u32string_view(a), std::u32string_view(b));
    for (size_t limit = 0; limit < 30; ++limit) {
      EXPECT_EQ(EditDistance(std::u32string_view(a), std::u32string_view(b), limit),
                std::min(exact, limit + 1));
    }
  }
}

}  // namespace
}  // namespace trichluc
