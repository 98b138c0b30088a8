// What joining tables asks of the rules.
#pragma once

#include "extract/extract.h"
#include "layout/layout.h"
#include "tables/tables.h"

namespace trichluc {

// Valid as long as the extractor.
inline JoinOptions JoinOptionsFor(const Extractor& extractor) {
  JoinOptions options;
  options.cell_lines = CellLines;
  options.looks_like_header = [&extractor](const std::vector<std::string>& cells) {
    return extractor.LooksLikeHeader(cells);
  };
  return options;
}

}  // namespace trichluc
