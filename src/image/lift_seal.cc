#include "image/lift_seal.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/pix.h"
#include "image/seal_ink.h"
#include "image/seals.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kInner = 0.5;   // of the radius: within it there is the star, and no ring
constexpr double kStroke = 1.4;  // mm: no stroke of print is as thick; the star is
constexpr double kPoint = 1.6;   // mm: what is left of the star's points

constexpr double kAside = 25, kLeastStrip = 5;  // mm beside the seal in which lines of print are looked for
constexpr double kHalfPitch = 2.5;              // mm: between two lines of print, half of it
constexpr double kLeastInk = 0.04;              // of a strip's width in the densest row of a line
constexpr double kCore = 0.45;                  // of the densest row: rows of small letters
constexpr double kSerifs = 1;                   // mm: between the dense rows of heads and feet, at most
constexpr double kLeastCore = 1;                // mm: small letters are so high
constexpr double kInLine = 0.6;                 // of a piece or line that the other covers
constexpr double kMark = 1.4, kMarkGap = 1;     // mm: height of a letter's mark, and from the letter

// Lines of print, by how much ink their rows hold: from the top of small letters down to the feet of all.
struct PrintLine {
  int top, bottom;
};

void AddLines(const Image& page, const Box& strip, std::vector<PrintLine>* lines) {
  if (strip.Width() < Pixels(kLeastStrip, page.dpi)) return;
  std::vector<int> ink;
  for (int y = strip.top; y < strip.bottom; ++y) {
    const uint8_t* row = page.Row(y);
    ink.push_back(static_cast<int>(
        std::count_if(row + strip.left, row + strip.right, [](uint8_t v) { return v < kInk; })));
  }
  const int reach = Pixels(kHalfPitch, page.dpi), count = static_cast<int>(ink.size());
  const auto core = [&](int y) {
    const int most =
        *std::max_element(ink.begin() + std::max(0, y - reach), ink.begin() + std::min(count, y + reach + 1));
    return most >= kLeastInk * strip.Width() && ink[static_cast<size_t>(y)] >= kCore * most;
  };
  std::vector<PrintLine> found;
  for (int y = 0; y < count; ++y) {
    if (!core(y)) continue;
    const bool goes_on = !found.empty() && strip.top + y - found.back().bottom <= Pixels(kSerifs, page.dpi);
    if (goes_on)
      found.back().bottom = strip.top + y + 1;
    else
      found.push_back({strip.top + y, strip.top + y + 1});
  }
  for (const PrintLine& line : found) {
    if (line.bottom - line.top >= Pixels(kLeastCore, page.dpi)) lines->push_back(line);
  }
}

// Of the print to the left of the seal, to the right of it, and through its middle.
std::vector<PrintLine> LinesAround(const Image& page, const Box& seal) {
  const Box whole{0, 0, page.width, page.height};
  const int away = Pixels(kAside, page.dpi), gap = Pixels(1, page.dpi), third = seal.Width() / 3;
  const int top = seal.top - away / 4, bottom = seal.bottom + away / 4;
  std::vector<PrintLine> lines;
  AddLines(page, Box{seal.left - away, top, seal.left - gap, bottom}.Intersect(whole), &lines);
  AddLines(page, Box{seal.right + gap, top, seal.right + away, bottom}.Intersect(whole), &lines);
  AddLines(page, Box{seal.left + third, top, seal.right - third, bottom}.Intersect(whole), &lines);
  return lines;
}

// Whether a piece of ink is part of a line.
bool IsIn(const PrintLine& line, const Box& piece) {
  const int overlap = std::min(piece.bottom, line.bottom) - std::max(piece.top, line.top);
  return overlap >= kInLine * std::min(piece.Height(), line.bottom - line.top);
}

// Star, emblem: what is thicker than print, with what of it is thin.
void LiftStar(Image* page, const Box& inside) {
  const PixPtr ink(pixThresholdToBinary(ClipTo(ToPix(*page).get(), inside).get(), kInk));
  const int stroke = Pixels(kStroke, page->dpi), point = Pixels(kPoint, page->dpi);
  PixPtr thick(pixOpenBrick(nullptr, ink.get(), stroke, stroke));
  l_int32 none = 1;
  pixZero(thick.get(), &none);
  if (none == 1) return;
  for (int grown = 0; grown < point; ++grown) {
    thick.reset(pixDilateBrick(nullptr, thick.get(), 3, 3));
    pixAnd(thick.get(), thick.get(), ink.get());
  }
  thick.reset(pixDilateBrick(nullptr, thick.get(), 3, 3));  // its soft edge
  Whiten(page, thick.get(), inside.left, inside.top);
}

// The seal's own letters: pieces that lie between its rings and are no part of a line of print.
void LiftLetters(Image* page, const Box& seal, const RingInk& ring) {
  const Box box = seal.Intersect({0, 0, page->width, page->height});
  const std::vector<PrintLine> lines = LinesAround(*page, seal);
  const PixPtr ink(pixThresholdToBinary(ClipTo(ToPix(*page).get(), box).get(), kInk));
  PIXA* found = nullptr;
  BOXA* boxes = pixConnComp(ink.get(), &found, 8);
  const PixPtr foreign(pixCreateTemplate(ink.get()));
  std::vector<Box> print;
  std::vector<int> others;
  const int pieces = boxaGetCount(boxes);
  const auto box_of = [&](int i) {
    l_int32 x, y, w, h;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    return Box{box.left + x, box.top + y, box.left + x + w, box.top + y + h};
  };
  for (int i = 0; i < pieces; ++i) {
    const Box piece = box_of(i);
    const bool in_line =
        std::any_of(lines.begin(), lines.end(), [&](const PrintLine& line) { return IsIn(line, piece); });
    if (in_line || !ring.HoldsLetters(piece))
      print.push_back(piece);
    else
      others.push_back(i);
  }
  const int mark = Pixels(kMark, page->dpi), near = Pixels(kMarkGap, page->dpi);
  for (const int i : others) {
    const Box piece = box_of(i);
    // Marks above and below letters of print.
    const bool of_letter =
        piece.Height() <= mark && std::any_of(print.begin(), print.end(), [&](const Box& letter) {
          const int shared = std::min(letter.right, piece.right) - std::max(letter.left, piece.left);
          const int gap = std::max(letter.top - piece.bottom, piece.top - letter.bottom);
          return letter.Height() > mark && shared * 2 >= piece.Width() && gap <= near;
        });
    if (of_letter) continue;
    PIX* shape = pixaGetPix(found, i, L_CLONE);
    pixRasterop(foreign.get(), piece.left - box.left, piece.top - box.top, piece.Width(), piece.Height(),
                PIX_PAINT, shape, 0, 0);
    pixDestroy(&shape);
  }
  pixaDestroy(&found);
  boxaDestroy(&boxes);
  const PixPtr soft(pixDilateBrick(nullptr, foreign.get(), 3, 3));
  Whiten(page, soft.get(), box.left, box.top);
}

}  // namespace

std::optional<TakenSeal> LiftSeal(Image* page, const Ring& seal, const SealNetwork* network) {
  const Box whole{0, 0, page->width, page->height};
  const auto around = [&](double radius) {
    return Box{static_cast<int>(seal.x - radius), static_cast<int>(seal.y - radius),
               static_cast<int>(seal.x + radius), static_cast<int>(seal.y + radius)};
  };
  const Box box = around(seal.radius), middle = around(kInner * seal.radius).Intersect(whole);
  if (page->Empty() || box.Intersect(whole).Empty()) return std::nullopt;
  if (LiftPaleSeal(page, seal)) return std::nullopt;
  if (network != nullptr) {
    TakenSeal taken = network->Take(*page, seal);
    taken.TakeOff(page);
    return taken;
  }
  const RingInk ring(*page, seal);
  for (const size_t pixel : ring.Pixels()) page->pixels[pixel] = 255;
  if (!middle.Empty()) LiftStar(page, middle);
  LiftLetters(page, box, ring);
  return std::nullopt;
}

}  // namespace trichluc
