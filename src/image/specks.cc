#include "image/specks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <vector>

#include "image/bricks.h"
#include "image/ink_boxes.h"
#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLargest = 0.8, kAlone = 1.5;  // mm

// A hyphen or dash stands as far from its line's words as a blank and more, at half the height of small letters:
constexpr double kShortest = 0.6, kThickest = 0.45, kSlender = 1.8;  // mm, mm, heights
constexpr double kLetter = 1.2, kHighest = 6, kBlank = 2.5;          // mm: the letter beside it

bool IsDash(const Box& box, int dpi) {
  return box.Width() >= Pixels(kShortest, dpi) && box.Height() <= Pixels(kThickest, dpi) && box.Width() >= kSlender * box.Height();
}

bool BesideLetter(const Box& dash, const std::vector<Box>& ink, int dpi) {
  return std::any_of(ink.begin(), ink.end(), [&](const Box& box) {
    const int gap = std::max(box.left - dash.right, dash.left - box.right);
    return box.Height() >= Pixels(kLetter, dpi) && box.Height() <= Pixels(kHighest, dpi) && box.Width() >= Pixels(kLetter, dpi) / 2 && gap > 0 &&
           gap <= Pixels(kBlank, dpi) && box.top < dash.top && box.bottom > dash.bottom;
  });
}

}  // namespace

int TakeOffSpecks(Image* page) {
  const int around = 2 * Pixels(kAlone / 2, page->dpi) + 1, size = Pixels(kLargest, page->dpi) + around;
  const PixPtr ink(pixThresholdToBinary(ToPix(*page).get(), kInk));
  const PixPtr wide = Dilated(ink.get(), around, around);
  const PixPtr specks(pixSelectBySize(wide.get(), size, size, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
  l_int32 count = 0;
  if (!specks || pixCountConnComp(specks.get(), 8, &count) != 0 || count < kManySpecks) return count;
  const std::vector<Box> boxes = InkBoxes(*page);
  for (const Box& box : boxes) {
    if (!IsDash(box, page->dpi) || !BesideLetter(box, boxes, page->dpi)) continue;
    const int grown = around / 2;
    pixRasterop(specks.get(), box.left - grown, box.top - grown, box.Width() + 2 * grown, box.Height() + 2 * grown, PIX_CLR, nullptr, 0, 0);
  }
  Whiten(page, specks.get());
  return count;
}

}  // namespace trichluc
