// The rows of a table without rules between them.
#pragma once

#include <vector>

#include "tables/print_bands.h"

namespace trichluc {

struct OpenRows {
  std::vector<int> edges;  // rows + 1 y positions
  std::vector<int>
      across_from;  // of each row the column from which its text runs across the rest; -1: nowhere
};

// `bands` from top to bottom, `across` those that run over columns; `rules`: y of level rules, which part
// rows wherever they stand. `height` is that of words.
OpenRows FindOpenRows(const std::vector<Band>& bands, const std::vector<bool>& across,
                      const std::vector<int>& column_edges, const std::vector<int>& rules, double height);

}  // namespace trichluc
