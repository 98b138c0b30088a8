#include "image/turn.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "image/bricks.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kRule = 9;  // mm: longer straight runs are rules, not letters
// Both say whether print runs across or down: strokes above their lines more, since pieces of rules disturb
// rows of print.
constexpr double kRowWeight = 0.7, kUpnessGround = 1.5;
constexpr double kSurelyDown = -3, kLeastUpness = 5;  // of Turn::upness
constexpr double kClearlySideways = 4,
                 kSparseUpness = 3;  // rows so much sharper down the page need less: a few lines
constexpr float kWidest = 12;        // degrees of skew

// The angle that makes lines level, and how clear it is.
std::pair<double, double> LevelAngle(Pix* bilevel) {
  l_float32 angle = 0, clear = 0;
  if (pixFindSkewSweepAndSearch(bilevel, &angle, &clear, 4, 4, kWidest, 1.0, 0.05) != 0) return {0, 0};
  return {angle, clear};
}

PixPtr WithoutRules(Pix* bilevel, int dpi) {
  const int length = Pixels(kRule, dpi);
  PixPtr text(pixCopy(nullptr, bilevel));
  for (const PixPtr& rules : {Opened(bilevel, length, 1), Opened(bilevel, 1, length)}) {
    pixSubtract(text.get(), text.get(), rules.get());
  }
  return text;
}

// How sharply rows of print stand apart.
double Rowness(Pix* text) {
  l_float32 sum = 0;
  pixFindDifferentialSquareSum(text, &sum);
  return std::max(1.0, static_cast<double>(sum));
}

double Upness(Pix* text) {
  l_float32 up = 0;
  pixUpDownDetect(text, &up, 0, 0, 0);
  return up;
}

}  // namespace

Turn MeasureTurn(Pix* bilevel, int dpi) {
  Turn turn;
  PixPtr page(dpi >= 280 ? pixReduceRankBinaryCascade(bilevel, 2, 0, 0, 0) : pixClone(bilevel));
  if (dpi >= 280) dpi /= 2;
  const PixPtr aside(pixRotate90(page.get(), 1));
  const auto [level, level_clear] = LevelAngle(page.get());
  const auto [across, across_clear] = LevelAngle(aside.get());
  page = WithoutRules(Straighten(page.get(), -(across_clear > level_clear ? across : level)).get(), dpi);
  const PixPtr turned(pixRotate90(page.get(), 1));
  turn.sideways = Rowness(turned.get()) / Rowness(page.get());
  const double up_level = Upness(page.get()), up_aside = Upness(turned.get());
  const double more = std::log((std::abs(up_aside) + kUpnessGround) / (std::abs(up_level) + kUpnessGround));
  const double least = turn.sideways > kClearlySideways ? kSparseUpness : kLeastUpness;
  const bool sideways = more + kRowWeight * std::log(turn.sideways) > 0 && std::abs(up_aside) > least;
  const double up = turn.upness = sideways ? up_aside : up_level;
  // Turned clockwise by 90, sideways content that had been turned by 270 stands upright.
  if (sideways) turn.degrees = up < 0 ? 90 : 270;
  if (!sideways && up < kSurelyDown) turn.degrees = 180;
  return turn;
}

Image TurnBack(const Image& page, int degrees) {
  if (degrees == 0) return page;
  const PixPtr pix = ToPix(page);
  const PixPtr turned(pixRotateOrth(pix.get(), (360 - degrees) / 90 % 4));
  if (!turned) throw UsageError("an image cannot be turned");
  return FromPix(turned.get(), page.dpi);
}

}  // namespace trichluc
