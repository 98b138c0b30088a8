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
};

// Joins what goes on over pages: fragments with the same columns, where nothing but page numbers and footnotes stands
// between; repeated heading rows are dropped; a row cut by the page break becomes one row. Pages must be in order.
std::vector<Table> JoinTables(const std::vector<PageReading>& readings, const JoinOptions& options);

}  // namespace trichluc
