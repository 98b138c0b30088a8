// The bar below a sign: recognition that lacks ≤ and ≥ reads < and >.
#pragma once

#include "model/image.h"

namespace trichluc {

// Whether the first glyph of a word's image (grey) stands on a bar: ink over most of its width somewhere in
// the lowest third of its height. False for print of less than 8 pixels.
bool StandsOnBar(const Image& word);

}  // namespace trichluc
