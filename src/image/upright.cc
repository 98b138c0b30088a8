#include "image/upright.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/lines.h"

namespace trichluc {
namespace {

constexpr double kLargest = 12, kSmallest = 0.05;  // degrees
constexpr double kEnoughRules = 100;               // mm of ruling lines that are trusted above the text

// Leptonica's turn that makes lines of text level; 0 when it is not sure.
double SkewOfText(Pix* bilevel, int dpi) {
  l_float32 angle = 0, confidence = 0;
  const int reduce = dpi >= 250 ? 4 : 2;
  if (pixFindSkewSweepAndSearch(bilevel, &angle, &confidence, reduce, reduce / 2, kLargest, 1.0, 0.01) != 0)
    return 0;
  return confidence >= 2.5 ? -angle : 0;
}

}  // namespace

PixPtr Level(Pix* grey) {
  const int tile = std::clamp(pixGetXRes(grey) / 8, 12, 60);
  PixPtr level(pixBackgroundNorm(grey, nullptr, nullptr, tile, tile, 120, tile * tile / 3, 220, 2, 2));
  return level ? std::move(level) : PixPtr(pixClone(grey));
}

Skew MeasureSkew(Pix* bilevel, int dpi) {
  Skew skew{SkewOfText(bilevel, dpi)};
  const PixPtr straight = Straighten(bilevel, skew.degrees);
  double length = 0;
  const double rest = TiltOf(FindClearLines(straight.get(), dpi), dpi, &length);
  if (length >= kEnoughRules) {
    skew.degrees += rest;
    skew.from_rules = true;
  }
  if (std::abs(skew.degrees) > kLargest || std::abs(skew.degrees) < kSmallest) skew.degrees = 0;
  return skew;
}

PixPtr Straighten(Pix* pix, double degrees) {
  if (std::abs(degrees) < kSmallest) return PixPtr(pixCopy(nullptr, pix));
  const float radians = static_cast<float>(-degrees * M_PI / 180);
  return PixPtr(
      pixRotate(pix, radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, pixGetWidth(pix), pixGetHeight(pix)));
}

}  // namespace trichluc
