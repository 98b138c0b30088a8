// Titles of columns whose rule in the heading was not seen. Private to the room.
#pragma once

#include <vector>

#include "tables/draft.h"

namespace trichluc {

// A title over two or more columns below which no titles of their own stand is as many titles, "Thời gian" "Nội dung hoạt động", where
// the edge between the columns passes between its words: worn scans lose a short rule more easily than a long one. `edges` of the
// columns, shares of the width of the first fragment's grid. A title whose words an edge crosses, or that stands on one side of it,
// stays.
void PartTitles(const TableFragment& first, const std::vector<double>& edges, std::vector<DraftRow>* heading);

}  // namespace trichluc
