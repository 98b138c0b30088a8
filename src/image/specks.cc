#include "image/specks.h"

#include <leptonica/allheaders.h>

#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLargest = 0.8, kAlone = 1.5;  // mm

}  // namespace

int TakeOffSpecks(Image* page) {
  const int around = 2 * Pixels(kAlone / 2, page->dpi) + 1, size = Pixels(kLargest, page->dpi) + around;
  const PixPtr ink(pixThresholdToBinary(ToPix(*page).get(), kInk));
  const PixPtr wide(pixDilateBrick(nullptr, ink.get(), around, around));
  const PixPtr specks(pixSelectBySize(wide.get(), size, size, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
  l_int32 count = 0;
  if (!specks || pixCountConnComp(specks.get(), 8, &count) != 0 || count < kManySpecks) return count;
  for (int y = 0; y < page->height; ++y) {
    const uint32_t* line = pixGetData(specks.get()) + static_cast<size_t>(y) * pixGetWpl(specks.get());
    uint8_t* row = page->Row(y);
    for (int x = 0; x < page->width; ++x) {
      if (GET_DATA_BIT(line, x) != 0) row[x] = 255;
    }
  }
  return count;
}

}  // namespace trichluc
