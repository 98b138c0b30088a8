// How far the letters of Times New Roman reach above and below the baseline. With this a word's box tells its
// font size and its baseline, whichever letters it is made of: "xem" and "Độc" of one line differ in height
// by a factor of two.
#pragma once

#include <string_view>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// Above and below the baseline, as a share of the font size (em).
struct Reach {
  double up = 0, down = 0;
  bool IsOfMark() const { return up <= 0; }  // every letter reaches above the baseline
};

// Code points; a broken byte counts as one.
std::vector<char32_t> DecodeUtf8(std::string_view text);

bool IsLetterOrDigit(char32_t c);
bool IsDigit(char32_t c);
bool IsSmallLetter(char32_t c);
// Whether a word is made of marks alone ("-", "./.", "•").
bool IsMark(std::string_view text);

// The reach of the whole word; marks alone reach {0, 0}: they tell nothing about size.
Reach ReachOf(std::string_view text);

// Font size in pixels as the word's box tells it, or 0 for marks. `reach` is the word's.
double EmOf(const Word& word);
double EmOf(const Word& word, const Reach& reach);

// The y of the word's baseline, `em` being the font size of its surroundings.
double BaselineOf(const Word& word, double em);
double BaselineOf(const Word& word, const Reach& reach, double em);

}  // namespace trichluc
