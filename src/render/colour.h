// Whether a page has colour, and the page without it.
#pragma once

#include "model/image.h"

namespace trichluc {

// True when at least 2 pixels in 10,000 of an RGB image are clearly coloured: a small stamp or a signature is
// enough, the coloured seams that scanners leave beside black strokes and tinted paper are not.
bool HasColour(const Image& image);

// One channel: luminance (Rec. 601).
Image ToGrey(const Image& image);

}  // namespace trichluc
