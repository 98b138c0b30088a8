// Grids of consecutive pages → tables of the document.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/table.h"

namespace trichluc {

struct JoinOptions {
  // Whether these cell texts are column titles (the rules know the words); may be empty.
  std::function<bool(const std::vector<std::string>&)> looks_like_header;
  // The lines of reading.grids[grid].cells[cell] (layout's CellLines); may be empty: then the words' own
  // order is taken and a word that stands lower or jumps back to the left begins a line.
  std::function<std::vector<Line>(const PageReading& reading, int grid, int cell)> cell_lines;
};

// Joins what goes on over pages: fragments with the same columns, where nothing but page numbers and
// footnotes stands between; repeated heading rows are dropped; a row cut by the page break becomes one row, a
// cell spanning the break one cell. Rows without any text are left out, and so is a grid of a single column
// whose print stands in none of its own, which is a frame. Pages must be in order.
std::vector<Table> JoinTables(const std::vector<PageReading>& readings, const JoinOptions& options);

// Drops words of a page without grids that JoinTables does not ask for: it asks whether the page is blank.
void KeepForJoining(PageReading* page);

}  // namespace trichluc
