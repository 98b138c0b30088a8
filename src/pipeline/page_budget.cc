#include "pipeline/page_budget.h"

#include <fmt/format.h>

namespace trichluc {

std::string Excess(const PageReading& reading) {
  size_t cells = 0;
  for (const Grid& grid : reading.grids) cells += grid.cells.size();
  if (reading.words.size() > kMaxWords)
    return fmt::format("it was read as {} words, more than the {} that a page may have", reading.words.size(), kMaxWords);
  if (cells > kMaxCells)
    return fmt::format("its tables have {} cells, more than the {} that a page may have", cells, kMaxCells);
  return "";
}

}  // namespace trichluc
