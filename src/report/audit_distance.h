// Levenshtein distance of whole pages, sixty-four rows at a time. Private to the room.
#pragma once

#include <string>
#include <vector>

namespace trichluc {

// Equal to the textbook's table of a.size() × b.size() cells, in a sixty-fourth of its steps: the block
// algorithm of Myers (JACM 1999) in Hyyrö's form (2003). Two pages of 3,000 characters take about a
// millisecond.
size_t LevenshteinDistance(const std::u32string& a, const std::u32string& b);

// How alike two rows' texts are, 1 for equal ones; 0 where more than half of the longer differs: not the same row.
double LikenessOfRows(const std::u32string& a, const std::u32string& b);

// Distance of `line` to the stretch of `text` that is nearest to it (Sellers 1980).
size_t DistanceWithin(const std::u32string& line, const std::u32string& text);

// Distance in whole words (separated by single blanks).
size_t WordDistance(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace trichluc
