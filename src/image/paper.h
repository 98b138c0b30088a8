// Where the paper lies on a page that was turned straight: turning needs a larger canvas, and so did the
// glass on which the paper lay askew.
#pragma once

#include "image/pix.h"

namespace trichluc {

constexpr double kAskew = 2;  // degrees: up to here the canvas is little larger than the paper

// `straight` is an image of width × height pixels after Straighten(…, degrees). A glass that was cut to the
// paper as it lay tells the paper's size, if that is one of the sizes that paper has; else the paper is as
// large as the image was. What ink lies outside belongs to it too.
Box PaperOf(Pix* straight, int width, int height, double degrees, int dpi);

}  // namespace trichluc
