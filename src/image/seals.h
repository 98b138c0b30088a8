// Round seals in black: on bilevel and grey scans no colour tells them from print, but their ring does.
#pragma once

#include <vector>

#include "image/rings.h"
#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Rings of 26 to 42 mm (seals of state and party bodies have 32 to 40 mm) whose outline is dark nearly all
// the way round, darker than what lies around it; also over running text and tables, and where up to half of
// it lies beside the page.
std::vector<Ring> FindBlackSeals(const Image& upright);
// As a region "stamp", "black", cut off at the image's edges.
Region SealRegion(const Ring& ring, const Image& image);

// On a grey scan, takes off a seal that is paler than print, by its tone: print under it stays whole. False, and nothing
// done, where its tone does not tell it from print.
bool LiftPaleSeal(Image* page, const Ring& seal);

// Takes off the lines of a seal's ring where no stroke of print crosses them; all of it by its tone, and true, where it is paler
// than print. `one_ink`: print and seal are of one tone (all of it red), so that no tone tells them apart.
bool EraseSealInk(Image& image, const Box& seal, bool one_ink);

}  // namespace trichluc
