// Rows that no rule parts inside a grid whose columns are ruled. Private to the room.
#pragma once

#include "tables/draft.h"

namespace trichluc {

// Parts each row of the grid whose first cell holds several labels of rows, one a line ("1" / "2" / "3"; titles may stand above
// them, and some may be misread, "I1" for "1.1"): between two labels the row begins at the widest white that runs across all
// columns. Where labels do not go on from each other, or no white parts them, the row stays whole. A cell that stands for several
// rows, the row below among them, stands for all parts, or, where its print has the white too, begins anew there. Thin rules
// between rows are lost on faint scans, and some offices print none.
void PartAtLabels(TableFragment& fragment);

}  // namespace trichluc
