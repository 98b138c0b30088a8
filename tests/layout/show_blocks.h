// A page's blocks as text: "L", "R" or "F" for the column and the lines below, "[0]" for a grid.
#pragma once

#include <string>

#include "layout/layout.h"

namespace trichluc {

inline std::string ShowBlocks(const PageReading& reading) {
  std::string out;
  for (const Block& block : ArrangePage(reading).blocks) {
    if (block.grid >= 0) {
      out += "[" + std::to_string(block.grid) + "]\n";
      continue;
    }
    out += block.column == BlockColumn::kLeft ? "L" : block.column == BlockColumn::kRight ? "R" : "F";
    for (const Line& line : block.lines) out += " " + line.Text() + "\n";
  }
  return out;
}

}  // namespace trichluc
