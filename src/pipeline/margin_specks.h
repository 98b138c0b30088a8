// Specks in the left margin that were read as words: "1 ngày 30/3/2016" where a speck stands before a full line.
#pragma once

#include "model/reading.h"

namespace trichluc {

// Drops words outside grids that stand wholly left of the text and apart from it, where the engine was unsure of each and all that
// stands there on the line are three letters at most. The left edge of the text is where the leftmost of the page's long lines
// (three of them at least, and one in five) begin; a page without them keeps everything. Returns how many went.
int DropMarginSpecks(PageReading* reading);

}  // namespace trichluc
