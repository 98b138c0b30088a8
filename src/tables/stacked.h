// Two tables with text between them that were seen as one grid. Private to the room.
#pragma once

#include <vector>

#include "tables/draft.h"

namespace trichluc {

// Parts a fragment where a row is one cell from edge to edge and the rows above it have inner edges that those below do not
// have, and the other way round: of one table's section rows the one side's edges are the other's, too. The row between is text,
// not a row, and is left out; each part keeps the edges that its rows use. A fragment without such a row comes back as it is.
std::vector<TableFragment> PartStacked(TableFragment fragment);

}  // namespace trichluc
