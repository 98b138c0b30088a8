// Words of a page → lines and blocks in reading order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/layout.h"

namespace trichluc {

// Words outside grids become lines and blocks; each grid becomes one block at its place. Letterhead and
// signature block are two columns: left column first, then the right. Page numbers and footnotes are blocks
// like others. Words of a stamp of arrival (dấu đến: an "incoming" region, or a stamp that says so) or of urgency (a "label") are blocks
// of their own, marked as its stamp.
PageLayout ArrangePage(const PageReading& reading);

// The lines of one cell of a grid, top to bottom.
std::vector<Line> CellLines(const PageReading& reading, int grid, int cell);

// As CellLines.
using LinesOfCell = std::function<std::vector<Line>(const PageReading& reading, int grid, int cell)>;

// The page's text in reading order: lines separated by '\n', table cells one a line. `lines` gives those of cells.
std::string PageText(const PageReading& reading, const PageLayout& layout, const LinesOfCell& lines = CellLines);

}  // namespace trichluc
