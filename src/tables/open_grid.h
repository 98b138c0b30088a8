// Tables without rules between their columns: columns from white gaps, rows from level rules, numbers and
// gaps.
//
//   regions   lines of print that keep the same white gaps free, three columns at least; level rules of one
//   length above
//             each other say where a table begins and ends
//   columns   the strips that no line of the region prints on, lines that run across the table (section rows)
//   apart rows      level rules where there are; else a row begins where its number stands, where the white
//   above is wider than
//             between lines, and around lines that run across
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// Grids, with `ruled` false, for the words of `reading` that stand outside its grids. `rules`: level ruling
// lines outside grids. Words are not changed.
std::vector<Grid> FindOpenGrids(const PageReading& reading, const std::vector<Box>& rules);

}  // namespace trichluc
