// Mistakes of the grid that the text gives away.
#pragma once

#include <vector>

#include "tables/draft.h"

namespace trichluc {

// A title over several columns, which was cut where the rules above and below it run: its letters touch the
// cut from both sides, as the text of cells never does. The pieces are one cell again.
void HealCutTitles(std::vector<DraftRow>& rows);

// A rule seen where none is cuts one cell of a row in two, and all others span the halves. When the lower
// text goes on with the upper one, they are one again.
void HealCutCells(std::vector<DraftRow>& rows);

// The other way round: of the rule between two rows the part across one column was not seen, so that its cell stands for both. Its
// lines fall apart where the other cells are parted, wider than lines of one text do, and lie in the middle of either row.
void PartCellsOverRows(std::vector<DraftRow>& rows);

}  // namespace trichluc
