#include "image/paper.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "image/bricks.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr std::pair<double, double> kSizes[] = {  // mm: A5, A4, A3, Letter, Legal
    {148, 210},
    {210, 297},
    {297, 420},
    {215.9, 279.4},
    {215.9, 355.6}};
constexpr double kPlay = 0.02;   // of a size
constexpr double kSpeck = 0.25;  // mm: smaller ink is dirt

bool IsPaper(double width, double height) {
  if (width > height) std::swap(width, height);
  return std::any_of(std::begin(kSizes), std::end(kSizes), [&](const std::pair<double, double>& size) {
    return std::abs(width - size.first) < kPlay * size.first &&
           std::abs(height - size.second) < kPlay * size.second;
  });
}

Box InkOf(Pix* straight, int dpi) {
  const int speck = std::max(2, Pixels(kSpeck, dpi));
  const PixPtr dark(pixThresholdToBinary(straight, kInk));
  const PixPtr ink = Opened(dark.get(), speck, speck);
  ::Box* found = nullptr;
  l_int32 x = 0, y = 0, width = 0, height = 0;
  if (!ink || pixClipToForeground(ink.get(), nullptr, &found) != 0 || found == nullptr) return {};
  boxGetGeometry(found, &x, &y, &width, &height);
  boxDestroy(&found);
  return {x, y, x + width, y + height};
}

}  // namespace

Box PaperOf(Pix* straight, int width, int height, double degrees, int dpi) {
  const double sine = std::sin(std::abs(degrees) * M_PI / 180), cosine = std::sqrt(1 - sine * sine);
  const double mm = dpi / 25.4, both = cosine * cosine - sine * sine;
  double wide = (width * cosine - height * sine) / both, high = (height * cosine - width * sine) / both;
  if (!IsPaper(wide / mm, high / mm)) wide = width, high = height;
  const int canvas_width = pixGetWidth(straight), canvas_height = pixGetHeight(straight);
  const Box paper{static_cast<int>((canvas_width - wide) / 2), static_cast<int>((canvas_height - high) / 2),
                  static_cast<int>((canvas_width + wide) / 2), static_cast<int>((canvas_height + high) / 2)};
  const Box ink = InkOf(straight, dpi);
  return (ink.Empty() ? paper : paper.Union(ink)).Intersect({0, 0, canvas_width, canvas_height});
}

}  // namespace trichluc
