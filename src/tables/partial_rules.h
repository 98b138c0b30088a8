// Level rules that cross some columns of a table without upright rules: between rows beside a cell that is merged over both, and
// below a heading over several columns.
#pragma once

#include <vector>

#include "model/reading.h"
#include "tables/print_bands.h"

namespace trichluc {

struct PartialRule {
  int y = 0;
  std::vector<bool> crosses;  // by column
};

// Those of `rules` that begin and end at edges of columns, from top to bottom; rules at one height are one. `through`: y of those that
// cross the whole table; only what lies between these counts. `height` is that of words.
std::vector<PartialRule> FindPartialRules(const std::vector<Box>& rules, const std::vector<int>& column_edges, const std::vector<int>& through,
                                          double height);

// Makes one of the cells above and below a rule in the columns that it does not cross, and one of those above it in neighbouring columns that it
// does where print of `bands` runs over their edges.
void MergeBesideRules(const std::vector<PartialRule>& rules, const std::vector<Band>& bands, Grid* grid);

}  // namespace trichluc
