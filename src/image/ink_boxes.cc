#include "image/ink_boxes.h"

#include <leptonica/allheaders.h>

#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {

std::vector<Box> InkBoxes(const Image& grey) {
  std::vector<Box> boxes;
  if (grey.Empty()) return boxes;
  const PixPtr ink(pixThresholdToBinary(ToPix(grey).get(), kInk));
  BOXA* found = ink ? pixConnCompBB(ink.get(), 8) : nullptr;
  for (l_int32 i = 0; i < boxaGetCount(found); ++i) {
    l_int32 x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(found, i, &x, &y, &width, &height);
    boxes.push_back({x, y, x + width, y + height});
  }
  boxaDestroy(&found);
  return boxes;
}

}  // namespace trichluc
