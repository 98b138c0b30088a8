// Stamps of the receiving office whose form is a small grid over the left margin and the beginnings of the text's lines: whom a letter
// is routed to, "Chuyển", "Lưu hồ sơ".
#pragma once

#include <optional>
#include <vector>

#include "model/reading.h"

namespace trichluc {

struct MarginStamps {
  std::vector<size_t> grids;  // of PageReading::grids, ascending
  std::vector<Box> margins;   // what of them, and of what is written above them, stands left of the text
};

// Of a page whose cells are read: ruled grids of less than a third of the page's width, begun in the margin, into which the text's left
// edge falls and beside which two lines of text or more go on.
MarginStamps FindMarginStamps(const PageReading& reading);

}  // namespace trichluc
