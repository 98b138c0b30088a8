// Lengths on paper as lengths on a page image.
#pragma once

namespace trichluc {

// Millimetres in pixels, to the nearest, at least `least`. A dpi that is not known counts as 200.
int Pixels(double millimetres, int dpi, int least = 1);

// Rounded down: how far a cut may reach.
int WholePixels(double millimetres, int dpi);

}  // namespace trichluc
