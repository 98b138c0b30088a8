#include "image/spread.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/analyse.h"
#include "image/border.h"
#include "image/pix.h"
#include "image/turn.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLong = 420, kShort = 297, kTolerance = 0.08;  // mm: A3, cut or laid carelessly
constexpr double kGutter = 10;                                  // mm: half of a narrow margin on either side
constexpr double kEdge = 5;                                     // mm at top and bottom, where the glass shows
constexpr double kSpeck = 1;                                    // mm
constexpr double kFoldLong = 15, kFoldThick = 1.5;              // mm

struct BoxDeleter {
  void operator()(::Box* box) const { boxDestroy(&box); }
};
struct BoxaDeleter {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};
struct PixaDeleter {
  void operator()(Pixa* pieces) const { pixaDestroy(&pieces); }
};

bool IsAbout(int pixels, double mm, int dpi) { return std::abs(pixels * 25.4 / dpi - mm) <= kTolerance * mm; }

bool IsA3(const Image& page) {
  return page.dpi > 0 && IsAbout(std::max(page.width, page.height), kLong, page.dpi) &&
         IsAbout(std::min(page.width, page.height), kShort, page.dpi);
}

PixPtr Ink(const Image& page) {
  const PixPtr grey(pixConvertTo8(ToPix(page).get(), 0));
  return PixPtr(pixThresholdToBinary(Level(grey.get()).get(), kInk));
}

// A speck, or the shadow of a fold, which reaches neither side; `width` of the strip.
bool IsDirt(Pix* piece, int width, int dpi) {
  const int wide = pixGetWidth(piece), high = pixGetHeight(piece);
  if (std::max(wide, high) <= Pixels(kSpeck, dpi)) return true;
  l_int32 area = 0;
  pixCountPixels(piece, &area, nullptr);
  return high >= Pixels(kFoldLong, dpi) && wide < width && area <= high * Pixels(kFoldThick, dpi);
}

bool WhiteDownTheMiddle(Pix* ink, int dpi) {
  const int width = Pixels(kGutter, dpi), edge = Pixels(kEdge, dpi);
  const std::unique_ptr<::Box, BoxDeleter> strip(
      boxCreate((pixGetWidth(ink) - width) / 2, edge, width, pixGetHeight(ink) - 2 * edge));
  const PixPtr middle(pixClipRectangle(ink, strip.get(), nullptr));
  Pixa* found = nullptr;
  const std::unique_ptr<Boxa, BoxaDeleter> boxes(pixConnComp(middle.get(), &found, 8));
  const std::unique_ptr<Pixa, PixaDeleter> pieces(found);
  for (int i = 0; i < pixaGetCount(pieces.get()); ++i) {
    const PixPtr piece(pixaGetPix(pieces.get(), i, L_CLONE));
    if (!IsDirt(piece.get(), width, dpi)) return false;
  }
  return true;
}

}  // namespace

std::optional<Spread> PartSpread(const Image& page) {
  if (!IsA3(page)) return std::nullopt;
  Image clean = page;
  WhitenBorder(&clean);
  PixPtr ink = Ink(clean);
  const Turn turn = MeasureTurn(ink.get(), page.dpi);
  if (turn.degrees != 0) ink = Ink(TurnBack(clean, turn.degrees));
  if (pixGetWidth(ink.get()) < pixGetHeight(ink.get()) || !WhiteDownTheMiddle(ink.get(), page.dpi))
    return std::nullopt;
  const Image sheet = TurnBack(page, turn.degrees);
  const int middle = sheet.width / 2;
  return Spread{Cut(sheet, {0, 0, middle, sheet.height}), Cut(sheet, {middle, 0, sheet.width, sheet.height}),
                turn.degrees};
}

}  // namespace trichluc
