#include "render/colour.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr int kChroma = 60;  // largest minus smallest channel; JPEG noise and yellowed paper stay below

}  // namespace

bool HasColour(const Image& image) {
  if (image.channels != 3) return false;
  const size_t count = image.pixels.size() / 3;
  size_t coloured = 0;
  for (int y = 0; y < image.height; ++y) {
    const uint8_t* p = image.Row(y);
    unsigned of_row = 0;
    for (int x = 0; x < image.width; ++x, p += 3) {
      const int high = std::max(p[0], std::max(p[1], p[2])), low = std::min(p[0], std::min(p[1], p[2]));
      of_row += high - low >= kChroma;
    }
    coloured += of_row;
    if (coloured * 5000 >= count && coloured > 0) return true;
  }
  return false;
}

Image ToGrey(const Image& image) {
  if (image.channels == 1) return image;
  Image grey{image.width, image.height, 1, image.dpi};
  grey.pixels.resize(image.pixels.size() / 3);
  const uint8_t* p = image.pixels.data();
  for (uint8_t& out : grey.pixels) {
    out = static_cast<uint8_t>((p[0] * 299 + p[1] * 587 + p[2] * 114 + 500) / 1000);
    p += 3;
  }
  return grey;
}

}  // namespace trichluc
