// What tells a round seal among the stamps of a page, and words of print among what its ring and star are read as.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

constexpr double kRound = 1.35;       // a seal is about as wide as high
constexpr double kSealAndName = 2.2;  // with a name in red below it, as one region

// A stamp of 20 mm at least. `longest`: of its sides, in parts of the other.
bool IsSeal(const Region& region, int dpi, double longest = kRound);

// Names and titles that are stamped or printed beside a seal: two or more words in a row, sure on the whole, and no other right
// before them, which would be a part of the name. What the seal's ring and star are read as is none.
std::vector<Word> SureRuns(const std::vector<Word>& read);

}  // namespace trichluc
