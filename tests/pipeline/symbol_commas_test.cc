#include "pipeline/symbol_commas.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

using Places = std::vector<size_t>;

TEST(SymbolCommas, AreToldFromTheDescentsThatNoLetterHas) {
  // "-SVH,TT,DL" in Times: the pen is at 2.58 em of 5.61 before the first comma, at 4.05 before the second.
  const std::string text = "-SVHTT,DL";
  const double width = 0.333 + 0.556 + 0.722 + 0.722 + 0.25 + 0.611 + 0.611 + 0.25 + 0.722 + 0.611;
  const std::vector<double> both = {2.45 / width, 3.92 / width};
  EXPECT_EQ(MissingCommas(text, both), Places{4});
  EXPECT_EQ(MissingCommas("-SVHTTDL", both), (Places{4, 6}));
}

TEST(SymbolCommas, NothingIsMissingWhereAllAreSeen) {
  EXPECT_TRUE(MissingCommas("/CTPH-SVH,TT", {0.75}).empty());
  EXPECT_TRUE(MissingCommas("/QĐ-UBND", {}).empty());
}

TEST(SymbolCommas, ADescentElsewhereSaysNothing) {
  EXPECT_TRUE(MissingCommas("/QĐ-UBND", {0.02}).empty());   // before the slash
  EXPECT_TRUE(MissingCommas("/QĐ-UBND", {0.33}).empty());   // at the hyphen
  EXPECT_TRUE(MissingCommas("/A,BCD-E", {0.9, 0.95}).empty());  // its own comma was not seen
}

// Capitals as boxes 20 pixels high on row 40, `commas` at these columns.
Image Printed(const std::vector<int>& letters, const std::vector<int>& commas) {
  Image page{200, 60, 1, 200, std::vector<uint8_t>(200 * 60, 250)};
  const auto fill = [&](int left, int right, int top, int bottom) {
    for (int y = top; y < bottom; ++y) std::fill(page.Row(y) + left, page.Row(y) + right, uint8_t{20});
  };
  for (const int left : letters) fill(left, left + 12, 20, 40);
  for (const int left : commas) fill(left, left + 4, 37, 45);
  return page;
}

TEST(SymbolCommas, AreSeenInTheImage) {
  // Slash and five capitals of 0.722 em, an em being 30 pixels.
  Word word{"/DDHHH", {10, 20, 134, 40}, 0.5f, -1, -1, {{4, "N", 0.2f}}};
  const std::vector<int> letters = {20, 42, 72, 94, 116};
  std::vector<Word> words{word};
  EXPECT_EQ(CorrectSymbolCommas(Printed(letters, {65}), words), 1);
  EXPECT_EQ(words[0].text, "/DD,HHH");
  EXPECT_EQ(words[0].doubts[0].at, 5);
  words = {word};
  EXPECT_EQ(CorrectSymbolCommas(Printed(letters, {}), words), 0);
  words[0].text = "không/có";
  EXPECT_EQ(CorrectSymbolCommas(Printed(letters, {65}), words), 0);
}

}  // namespace
}  // namespace trichluc
