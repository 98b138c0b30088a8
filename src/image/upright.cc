#include "image/upright.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "image/lines.h"

namespace trichluc {
namespace {

constexpr double kLargest = 12, kSmallest = 0.05;  // degrees
constexpr double kEnoughRules = 100;               // mm of ruling lines that are trusted above the text
constexpr double kMostRest = 0.5;  // degrees by which they may tell another turn than sure text

// Leptonica's turn that makes lines of text level; nothing when it is not sure.
std::optional<double> SkewOfText(Pix* bilevel, int dpi) {
  l_float32 angle = 0, confidence = 0;
  const int reduce = dpi >= 250 ? 4 : 2;
  if (pixFindSkewSweepAndSearch(bilevel, &angle, &confidence, reduce, reduce / 2, kLargest, 1.0, 0.01) != 0)
    return std::nullopt;
  return confidence >= 2.5 ? std::optional<double>(-angle) : std::nullopt;
}

}  // namespace

PixPtr Level(Pix* grey) {
  const int tile = std::clamp(pixGetXRes(grey) / 8, 12, 60);
  PixPtr level(pixBackgroundNorm(grey, nullptr, nullptr, tile, tile, 120, tile * tile / 3, 220, 2, 2));
  return level ? std::move(level) : PixPtr(pixClone(grey));
}

Skew MeasureSkew(Pix* bilevel, int dpi) {
  const std::optional<double> of_text = SkewOfText(bilevel, dpi);
  Skew skew{of_text.value_or(0)};
  const PixPtr straight = Straighten(bilevel, skew.degrees);
  double length = 0;
  const double rest = TiltOf(FindClearLines(straight.get(), dpi), dpi, &length);
  // Text that is level is not turned for a signature's flourish or the edge of a sheet.
  if (length >= kEnoughRules && !(of_text && std::abs(rest) > kMostRest)) {
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
