// Tables that have level rules and no others: which rules belong together.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// Level rules of the same length above each other, nothing but them and print between.
struct RuleFamily {
  int left = 0, right = 0;
  std::vector<int> y;
};

// The rules of a page that are two fifths of its width at least, three or more to a family; a double rule is one.
std::vector<RuleFamily> Families(std::vector<Box> rules, const PageReading& page);

// The words between the first rule and the last.
std::vector<const Word*> WordsOf(const RuleFamily& family, const std::vector<const Word*>& words);

// Two tables may have rules of one length: where columns stand elsewhere another begins. A line or two is no table: the rest of a row that
// the page before broke ("thị  xã  Kinh  Môn", justified) stands above the rows that tell where the columns are. `height`: of words.
std::vector<RuleFamily> PartFamilies(const std::vector<RuleFamily>& families, const std::vector<const Word*>& words, double height);

}  // namespace trichluc
