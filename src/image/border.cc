#include "image/border.h"

#include <leptonica/allheaders.h>

#include <algorithm>

#include "image/bricks.h"
#include "image/pix.h"

namespace trichluc {
namespace {

constexpr int kDark = 110;
constexpr double kThick = 3, kFringe = 1;      // mm
constexpr double kLeast = 0.001, kMost = 0.5;  // of the page

double Share(Pix* bilevel) {
  l_int32 count = 0;
  pixCountPixels(bilevel, &count, nullptr);
  return static_cast<double>(count) / (static_cast<double>(pixGetWidth(bilevel)) * pixGetHeight(bilevel));
}

}  // namespace

double WhitenBorder(Image* page) {
  const int dpi = page->dpi > 0 ? page->dpi : 200;
  const PixPtr pix = ToPix(*page);
  const PixPtr grey(pixConvertTo8(pix.get(), 0));
  const PixPtr dark(pixThresholdToBinary(grey.get(), kDark));
  const int thick = Pixels(kThick, dpi), fringe = 2 * Pixels(kFringe, dpi) + 1;
  // Opened as if the dark went on behind the edge.
  const PixPtr wide(pixAddBorder(dark.get(), thick, 1));
  const PixPtr opened = Opened(wide.get(), thick, thick);
  const PixPtr inside(pixRemoveBorder(opened.get(), thick));
  const PixPtr border(pixExtractBorderConnComps(inside.get(), 8));
  if (!border) return 0;
  const PixPtr mask = Dilated(border.get(), fringe, fringe);
  const double share = Share(mask.get());
  if (share < kLeast || share > kMost) return 0;
  for (int y = 0; y < page->height; ++y) {
    const uint32_t* line = pixGetData(mask.get()) + static_cast<size_t>(y) * pixGetWpl(mask.get());
    uint8_t* row = page->Row(y);
    for (int x = 0; x < page->width; ++x) {
      if (GET_DATA_BIT(line, x) != 0)
        std::fill_n(row + static_cast<ptrdiff_t>(x) * page->channels, page->channels, 255);
    }
  }
  return share;
}

}  // namespace trichluc
