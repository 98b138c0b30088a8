// Which grids of consecutive pages make one table.
#pragma once

#include <vector>

#include "tables/draft.h"
#include "tables/tables.h"

namespace trichluc {

// Fragments of one table, in order, and the edges of its columns (shares of its width).
struct FragmentGroup {
  std::vector<TableFragment> fragments;
  std::vector<double> edges;
};

// Grids go together when their columns agree, when they do not begin with other titles, and when nothing
// stands between them but page numbers, footnotes and what repeats at the same place on both pages. Grids of
// one column and grids without text are left out.
std::vector<FragmentGroup> GroupFragments(const std::vector<PageReading>& readings,
                                          const JoinOptions& options);

}  // namespace trichluc
