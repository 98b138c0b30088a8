// What the engine saw of other words in a word's picture, beside the one it gave. Private to the room.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// Natural log odds for each letter of which the engine saw nothing: what stands under its threshold of 0.01.
constexpr double kUnseen = -5.3;

// Words (folded) that come of the letters of `word` between `before` and `behind` (marks at its ends, in code
// points) when one, two or three of them are what the engine also saw, with the natural log odds of each
// against what was given, at least `least`.
std::map<std::string, double> SeenInstead(const Word& word, size_t before, size_t behind, double least);

// Log odds of `other` against `read` (folded words) where it is none of those: kUnseen for each letter that
// differs.
double Unseen(const std::string& other, const std::string& read);

}  // namespace trichluc
