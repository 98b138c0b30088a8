// The rows of the next page put below the rows so far: cut rows made whole, cells spanning the break one.
#pragma once

#include <vector>

#include "tables/draft.h"
#include "tables/row_cut.h"

namespace trichluc {

// `open`: the rule that closes the upper page's last row, or opens the lower page's first one, is missing.
void AppendRows(std::vector<DraftRow>& rows, std::vector<DraftRow> below, bool open,
                const ColumnHabits& habits);

}  // namespace trichluc
