#include "extract/number_column.h"

#include <gmock/gmock.h>

namespace trichluc {
namespace {

using ::testing::ElementsAreArray;
using Numbers = std::vector<std::string>;

Numbers Mended(Numbers numbers) {
  MendNumberColumn(&numbers, std::vector<bool>(numbers.size(), false));
  return numbers;
}

TEST(NumberColumn, WhatTheOthersLeaveOneFigureFor) {
  const Numbers ten = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
  EXPECT_THAT(Mended({"I", "2", "3", "4", "5", "6", "7", "8", "9", "10"}), ElementsAreArray(ten));
  EXPECT_THAT(Mended({"1", "2", "3", "4", "5", "6", "2", "gì", "9", "10"}), ElementsAreArray(ten));
  EXPECT_THAT(Mended({"1", "2", "3", "4", "5", "6", "7", "8.", "92", "10"}), ElementsAreArray(ten));
  EXPECT_THAT(Mended({"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}), ElementsAreArray(ten));
  EXPECT_THAT(Mended({"1", "5", "3", "4"}), ElementsAreArray({"1", "2", "3", "4"}));
  EXPECT_THAT(Mended({"06.", "07.", "3.", "09.", "10."}), ElementsAreArray({"06.", "07.", "08.", "09.", "10."}));
}

TEST(NumberColumn, OtherNumbersStay) {
  for (const Numbers& numbers : {
           Numbers{"1", "2", "3", "3", "5", "6"},              // given twice
           Numbers{"1", "2", "3", "4", "5", "1", "2", "3"},    // begun anew
           Numbers{"1", "2", "3", "", "5", "6"},               // left out
           Numbers{"1", "2", "3", "4", "5", "Tổng số"},
           Numbers{"I", "1", "2", "3", "II", "1", "2", "3"},   // parts
           Numbers{"1", "2", "5", "6", "7", "8"},              // a gap
           Numbers{"7", "8", "10", "C. Nhân lực", "11", "12"},  // … before a part
           Numbers{"8", "9", "10", "IV", "12", "13"},
           Numbers{"1", "2", "2.1", "2.2", "2.3", "3"},
           Numbers{"1.", "2.", "3.", "4."},
           Numbers{"12", "7", "30", "4", "9"},
       })
    EXPECT_THAT(Mended(numbers), ElementsAreArray(numbers));
}

// As typists number: "4", "3", "5". What is no figure is mended all the same.
TEST(NumberColumn, SureFiguresStay) {
  Numbers numbers = {"1", "2", "3", "4", "3", "gì", "7", "8"};
  MendNumberColumn(&numbers, std::vector<bool>(numbers.size(), true));
  EXPECT_THAT(numbers, ElementsAreArray({"1", "2", "3", "4", "3", "gì", "7", "8"}));
  numbers = {"1", "2", "3", "4", "5", "gì", "7", "8"};
  MendNumberColumn(&numbers, std::vector<bool>(numbers.size(), true));
  EXPECT_THAT(numbers, ElementsAreArray({"1", "2", "3", "4", "5", "6", "7", "8"}));
}

}  // namespace
}  // namespace trichluc
