#include "image/tones.h"

#include <algorithm>

namespace trichluc {

Tones TonesOf(const Image& image) {
  Tones tones;
  for (const int value : image.pixels) {
    tones.darkest = std::min(tones.darkest, value);
    tones.lightest = std::max(tones.lightest, value);
  }
  return tones;
}

}  // namespace trichluc
