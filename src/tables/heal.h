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

}  // namespace trichluc
