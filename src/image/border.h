// The black that a scanner adds around the paper: an open lid, a sheet smaller than the glass.
#pragma once

#include "model/image.h"

namespace trichluc {

// Whitens dark areas at least 3 mm thick that reach the edge of the image. Returns the share of the page that
// was whitened; 0 where there are none, and where most of the page is dark (a photograph, white print on
// black).
double WhitenBorder(Image* page);

}  // namespace trichluc
