// Columns of a table that has rules between its rows alone. Its rows are single cells, and what stands in their columns need not stand on
// one base line (text in the middle of its row beside text of three lines), which mixes up an engine that reads the row as one.
// Private to the room.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

struct WhiteGap {
  int left = 0, right = 0;  // pixels of the page
};

// The white that nearly all rows of a grid without inner upright rules share, between ink at both sides of it; empty for other grids and
// where fewer than four rows tell.
std::vector<WhiteGap> WhiteGaps(const Image& text, const Grid& grid);

// `ink`, parted at the gaps that this row leaves white, too; from left to right.
std::vector<Box> PartAtGaps(const Image& text, const Box& ink, const std::vector<WhiteGap>& gaps);

}  // namespace trichluc
