// What strokes look like decides whether they are figures or letters.
#include "pipeline/numerals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace trichluc {
namespace {

// Letters from rows of '#' and '.', three times as large, on white.
Image Draw(const std::vector<std::string>& rows) {
  constexpr int kScale = 3, kMargin = 6;
  Image image{static_cast<int>(rows[0].size()) * kScale + 2 * kMargin, static_cast<int>(rows.size()) * kScale + 2 * kMargin, 1, 200, {}};
  image.pixels.assign(static_cast<size_t>(image.width) * image.height, 250);
  for (size_t y = 0; y < rows.size() * kScale; ++y) {
    for (size_t x = 0; x < rows[0].size() * kScale; ++x) {
      if (rows[y / kScale][x / kScale] == '#') image.Row(static_cast<int>(y) + kMargin)[x + kMargin] = 10;
    }
  }
  return image;
}

std::string Corrected(const std::string& read, const std::vector<std::string>& rows) {
  const Image image = Draw(rows);
  std::vector<Word> words{{read, {6, 6, image.width - 6, image.height - 6}, 0.4f}};
  CorrectNumerals(image, words);
  return words[0].text;
}

const std::vector<std::string> kOne = {"..##.", ".###.", "...#.", "...#.", "...#.", "...#.", "...#.", "..###"};
const std::vector<std::string> kRomanOne = {"#####", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "#####"};

TEST(NumeralsTest, ASmallLWithAFlagIsTheFigureOne) {
  EXPECT_EQ(Corrected("l", kOne), "1");
  EXPECT_EQ(Corrected("l.", kOne), "1.");
  EXPECT_EQ(Corrected("|", kOne), "1");
}

TEST(NumeralsTest, WithSerifsItIsALetter) { EXPECT_EQ(Corrected("l", kRomanOne), "I"); }

TEST(NumeralsTest, AnIWithADotIsNotTakenForAFigure) { EXPECT_EQ(Corrected("i", kOne), "i"); }

TEST(NumeralsTest, FiguresStay) { EXPECT_EQ(Corrected("1", kOne), "1"); }

std::vector<std::string> SmallNumerals(const std::vector<std::string>& read) {
  std::vector<Word> words;
  for (const std::string& text : read) words.push_back({text, {0, 0, 10, 10}, 0.9f});
  CorrectSmallNumerals(words);
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(word.text);
  return texts;
}

TEST(NumeralsTest, SmallRomanFiguresOfLists) {
  EXPECT_EQ(SmallNumerals({"(1)", "(1i)", "(1ii);", "(1v)", "(v1)"}),
            (std::vector<std::string>{"(i)", "(ii)", "(iii);", "(iv)", "(vi)"}));
}

TEST(NumeralsTest, ArabicFiguresOfListsStay) {
  EXPECT_EQ(SmallNumerals({"(1)", "(2)", "(11)"}), (std::vector<std::string>{"(1)", "(2)", "(11)"}));
  EXPECT_EQ(SmallNumerals({"(1)", "(11)"}), (std::vector<std::string>{"(1)", "(11)"}));
  EXPECT_EQ(SmallNumerals({"(1)", "(2)", "(ii)"}), (std::vector<std::string>{"(1)", "(2)", "(ii)"}));
}

TEST(NumeralsTest, OtherBracketsStay) {
  EXPECT_EQ(SmallNumerals({"(ii)", "(vvi)", "(ivi)", "(il)a", "()", "(i", "(11/5)"}),
            (std::vector<std::string>{"(ii)", "(vvi)", "(ivi)", "(ii)a", "()", "(i", "(11/5)"}));
}

}  // namespace
}  // namespace trichluc
