// What is left of rules when they are erased: the second line of a double rule, the dashes of a faint one.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Paints white the specks and dashes that lie along the edges of a grid (grey page): pieces of ink wholly
// within 1 mm of an edge and thin across it. Only along edges that have many of them: a lone dot near a rule
// is a letter's.
void SweepRemains(Image& text, const std::vector<Grid>& grids);

}  // namespace trichluc
