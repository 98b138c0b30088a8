// Grids that are no tables: what shines through from the back of the sheet, signatures beside each other, and a letterhead that was
// typed into a frame.
#pragma once

#include "model/reading.h"

namespace trichluc {

// Takes such grids off the page.
//
//   ghost        ruled, and hardly a word of it was read with any sureness: print of the other side, a stamp's form over text, a
//                table that lies sideways. What was read there goes with it. (Of 600 grids of real and made scans, worn
//                and faint ones among them, no table had a mean confidence below 0.75; four ghosts had 0.48 and less.)
//   text         without rules, and beyond the first column nearly every cell begins with a small letter: lines of footnotes and
//                of paragraphs whose blanks stand below each other (in eight tables without rules no cell began so, in six such
//                pieces of text five of six did)
//   signatures   without rules, and in two of its cells somebody signs for another ("KT. GIÁM ĐỐC")
//   letterhead   the country's motto stands in one of a few cells (NĐ 30/2020, component 1); the words of both become text of the page
void DissolveFalseGrids(PageReading* reading);

}  // namespace trichluc
