// Round seals in black: on bilevel and grey scans no colour tells them from print, but their ring does.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Rings of 26 to 42 mm (seals of state and party bodies have 32 to 40 mm) whose outline is dark nearly all
// the way round while paper lies around it, as regions "stamp", "black".
std::vector<Region> FindBlackSeals(const Image& upright);

// A signature block with the seal's ring, its middle, and the strokes of signatures taken off, so that the
// lines above and below can be read. `seal` in the block's pixels.
// `one_ink`: print and seal are of one tone (all of it red), so that no tone tells them apart.
Image WithoutSeal(const Image& block, const Box& seal, bool one_ink = false);

}  // namespace trichluc
