#include "render/colour.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr int kChroma = 60;  // largest minus smallest channel; JPEG noise and yellowed paper stay below

}  // namespace

bool HasColour(const Image& image) {
  if (image.channels != 3) return false;
  const size_t count = image.pixels.size() / 3;
  const uint8_t* p = image.pixels.data();
  size_t coloured = 0;
  for (size_t i = 0; i < count; ++i, p += 3) {
    const auto [low, high] = std::minmax({p[0], p[1], p[2]});
    coloured += high - low >= kChroma;
  }
  return coloured * 5000 >= count && coloured > 0;
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
