// Grids whose rows are ruled and whose columns are white gaps: the outer frame and the level rules were seen, and, if any, the
// upright rules of the heading alone, or some of those between the columns. Private to the room.
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "model/reading.h"
#include "tables/tables.h"

namespace trichluc {

struct PartedPages {
  std::vector<PageReading> readings;
  std::set<std::pair<int, int>> grids;  // page and index of those that were divided
};

// The pages with such grids divided into columns (grids with `ruled` false, their words in the new cells); none when no grid is one.
// A frame around a text stays a grid of one column.
std::optional<PartedPages> WithPartedColumns(const std::vector<PageReading>& readings);

// `options` for these pages: who arranges lines by the cells that were read knows nothing of the new ones. `parted` must outlive them.
JoinOptions OptionsFor(const PartedPages& parted, const JoinOptions& options);

}  // namespace trichluc
