// Turning a page upright.
#pragma once

#include "image/pix.h"

namespace trichluc {

struct Skew {
  double degrees = 0;  // clockwise turn of the page's content; turning it back makes the page upright
  bool from_rules = false;
};

// A grey page with an even ground: tinted paper and shadows become white (about 220), ink keeps its darkness.
// Values below kInk are ink.
PixPtr Level(Pix* grey);
constexpr int kInk = 175;

// Measured on long ruling lines where there are any, else on lines of text; 0 when neither says anything
// clearly, or beyond 12 degrees.
Skew MeasureSkew(Pix* bilevel, int dpi);

// Turned by -degrees on a canvas large enough to lose nothing, white where nothing was. A copy below 0.05
// degrees.
PixPtr Straighten(Pix* pix, double degrees);

}  // namespace trichluc
