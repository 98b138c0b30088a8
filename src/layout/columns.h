// Where a page has two columns: the letterhead and the signature block (Nghị định 30/2020/NĐ-CP, annex I:
// components 1–4 and 5b, 7 and 9b). The body never has; a table without rules is read row by row.
#pragma once

#include <vector>

#include "layout/bands.h"

namespace trichluc {

enum class ZoneSide { kBoth, kLeft, kRight };

// bands[first..last] are two columns, parted by an empty strip. `sides` has one entry a band; a band of one
// side may reach over the strip (a long `V/v`).
struct ColumnZone {
  size_t first = 0, last = 0;
  Interval gutter;
  std::vector<ZoneSide> sides;
};

// Top to bottom, without overlap.
std::vector<ColumnZone> FindColumnZones(const std::vector<PrintBand>& bands, const Interval& area,
                                        int page_height, double em);

}  // namespace trichluc
