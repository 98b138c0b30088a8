#include "image/specks.h"

#include <leptonica/allheaders.h>

#include "image/bricks.h"
#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLargest = 0.8, kAlone = 1.5;  // mm

}  // namespace

int TakeOffSpecks(Image* page) {
  const int around = 2 * Pixels(kAlone / 2, page->dpi) + 1, size = Pixels(kLargest, page->dpi) + around;
  const PixPtr ink(pixThresholdToBinary(ToPix(*page).get(), kInk));
  const PixPtr wide = Dilated(ink.get(), around, around);
  const PixPtr specks(pixSelectBySize(wide.get(), size, size, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
  l_int32 count = 0;
  if (!specks || pixCountConnComp(specks.get(), 8, &count) != 0 || count < kManySpecks) return count;
  Whiten(page, specks.get());
  return count;
}

}  // namespace trichluc
