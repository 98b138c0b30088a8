// The paper's ground and the ink's darkness: tinted paper, shade over part of the page, print that is too
// pale.
#pragma once

#include "model/image.h"

namespace trichluc {

// The page as if its paper were white: each channel is stretched by the most frequent value of its bright
// half.
Image OnWhite(const Image& page);

// Grey values, measured tile by tile on a page that OnWhite has made.
struct Light {
  double shade = 0;     // how much darker than white the ground of the darkest twentieth of the page is
  double ink_tone = 0;  // of the darkest print: of the twentieth of the tiles with ink; 0 where none has any
  double usual_tone = 0;  // in the middle of all tiles with ink
};
Light MeasureLight(const Image& white);

constexpr double kUneven = 60;  // of Light::shade: the fold of a bound file, a lifted corner
constexpr double kPale = 130;   // of Light::ink_tone

// The ground made white everywhere; ink keeps its share of the light.
Image WithEvenLight(const Image& white);
// Ink of tone `tone` made as dark as usual print.
Image WithStrongInk(const Image& white, double tone);

}  // namespace trichluc
