// Dotted rules of which a coarse bilevel scan kept a dot here and there.
#pragma once

#include <vector>

#include "image/lines.h"

namespace trichluc {

// Lines across between upright ones (`down`), where far more specks of at most 0.5 mm, away from all print, lie level than
// specks do by chance: 10 and more, in at least two columns. A column without any is closed only between such columns, where it
// need not have one; none is where print stands. Dots as dense as leaders (Số: ……) must reach an upright line in half of the
// columns. `across`: lines that are known already; nothing is found beside these. `level` as for FindLines.
std::vector<RuledLine> FindSparseDots(const Image& level, const std::vector<RuledLine>& across, const std::vector<RuledLine>& down);

}  // namespace trichluc
