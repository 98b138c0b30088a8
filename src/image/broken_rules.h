// Rules that a coarse bilevel scan broke into dots and strokes: light grey or hairline ones, of which the threshold left a part.
#pragma once

#include <vector>

#include "image/lines.h"

namespace trichluc {

// Straight lines across, at least `least_mm` long and tilted by at most 1.1 degrees, along which thin ink (0.5 mm) stands again and again, nothing
// thicker nearly anywhere, and far more of it than beside the line. They stop where print stands on them. Dots below letters lie level, too: it is
// meant for the upright rules of a table, on a page whose rows were made columns (LevelPage::down).
std::vector<RuledLine> FindBrokenRules(const Image& level, double least_mm);

// Makes lines longer that end at most 9 mm, all white, before one of `crossing`, lines in the other direction that are there. Those of `lines` that
// meet fewer than `least_met` of them stay: a word's underline meets none.
void GoOnToRules(const Image& level, const std::vector<RuledLine>& crossing, size_t least_met, std::vector<RuledLine>* lines);

}  // namespace trichluc
