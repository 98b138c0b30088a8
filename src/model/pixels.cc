#include "model/pixels.h"

#include <algorithm>
#include <cmath>

namespace trichluc {

int Pixels(double millimetres, int dpi, int least) {
  return std::max(least, static_cast<int>(std::lround(millimetres * (dpi > 0 ? dpi : 200) / 25.4)));
}

int WholePixels(double millimetres, int dpi) { return static_cast<int>(millimetres * dpi / 25.4); }

}  // namespace trichluc
