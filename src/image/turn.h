// Which way up a page lies: sheets are fed sideways and upside down, and landscape pages stored as portrait.
#pragma once

#include "image/pix.h"
#include "model/image.h"

namespace trichluc {

struct Turn {
  int degrees = 0;  // clockwise turn of the content: 0, 90, 180, 270; turning it back makes the page upright
  double sideways = 0;  // how much more the print is in lines down the page than across it, as a quotient
  // How many standard deviations more strokes rise above their lines than hang below them, once lines lie
  // level; the marks of Vietnamese stand above. Positive: upright. 0: too little print to say.
  double upness = 0;
};

// `bilevel`: the whole page. Ruling lines are left out, since they run both ways; skew up to 12 degrees does
// no harm.
Turn MeasureTurn(Pix* bilevel, int dpi);

// The page with its content turned back by 0, 90, 180 or 270 degrees, without loss.
Image TurnBack(const Image& page, int degrees);

}  // namespace trichluc
