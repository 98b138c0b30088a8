// Stamps are put down by hand, often aslant: turned level, their lines can be read as print is.
#pragma once

#include <optional>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

struct LevelStamp {
  Image image;         // the stamp turned level; larger, so that nothing is lost
  double degrees = 0;  // how far it lay turned, clockwise

  // Another picture of the same place, turned as far.
  Image Turned(const Image& other) const;
  // A box of `image` on the picture that was given.
  Box Back(const Box& box, const Image& given) const;
};

// By the stamp's frame, else its lines. Nothing where it lies level within half a degree, or turned further than 12.
std::optional<LevelStamp> TurnLevel(const Image& stamp);

}  // namespace trichluc
