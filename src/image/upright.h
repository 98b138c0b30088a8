// Turning a page upright.
#pragma once

#include "image/pix.h"

namespace trichluc {

struct Skew {
  double degrees = 0;  // clockwise turn of the page's content; turning it back makes the page upright
  bool from_rules = false;
};

// Bilevel picture of a grey page: ink is what is darker than its surroundings. Faint rules and print stay,
// tinted paper and shadows do not.
PixPtr Binarise(Pix* grey);

// Measured on long ruling lines where there are any, else on lines of text; 0 when neither says anything
// clearly, or beyond 10 degrees.
Skew MeasureSkew(Pix* bilevel, int dpi);

// Turned by -degrees on a canvas large enough to lose nothing, white where nothing was. A copy below 0.05
// degrees.
PixPtr Straighten(Pix* pix, double degrees);

}  // namespace trichluc
