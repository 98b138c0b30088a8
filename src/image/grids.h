// Ruling lines → tables.
//
// Lines that meet form a family; each family may be one table. Its lines are snapped to column and row edges,
// edges that hold no cell (an underline, a stroke of a letter) are dropped, missing outer edges are put where
// the other lines end, and unit cells are joined wherever no line stands between them.
#pragma once

#include <vector>

#include "image/lines.h"
#include "model/reading.h"

namespace trichluc {

// Top to bottom. A frame around one cell is no table. `page` is asked again wherever a line of the table
// seems to stop, so that a broken one does not join cells.
// `traces`, when given, gets these stretches.
std::vector<Grid> BuildGrids(const RuledLines& lines, const LevelPage& page, RuledLines* traces = nullptr);

}  // namespace trichluc
