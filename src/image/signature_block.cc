#include "image/signature_block.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/analyse.h"
#include "image/pix.h"
#include "image/seals.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kWidestLetters = 30, kHighestLetter = 7;  // mm: letters that touch, at most
constexpr double kLowestLetter = 1.8;                      // mm: of a letter that tells of a line
constexpr int kLettersOfLine = 2;
constexpr double kOneLine = 0.35;  // of the lower row's height: between the middles
constexpr double kHiddenOfLine = 25, kMarksOfLine = 1;  // mm: of a line's row to either side; above its letters
constexpr double kThinner = 0.75;  // of the letters' strokes: the pen's
constexpr double kRim = 0.19;  // of the seal's height: the title above and the name below reach in so far at least,
constexpr double kDeepest = 0.4;  // and at most, where their letters are seen beside it

// The boxes of letters that nothing touches and that lie beside the seal, where it is not off.
std::vector<Box> LettersBeside(Pix* letters, const Box& seal, int dpi) {
  const double reach = seal.Empty() ? 0 : seal.Width() / 2.0 + Pixels(1, dpi);
  const int lowest = Pixels(kLowestLetter, dpi);
  std::vector<Box> beside;
  BOXA* boxes = pixConnCompBB(letters, 8);
  for (l_int32 i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const Box box{x, y, x + w, y + h};
    const double away = std::hypot(box.CentreX() - seal.CentreX(), box.CentreY() - seal.CentreY());
    if (away > reach && h >= lowest && w >= lowest / 2) beside.push_back(box);
  }
  boxaDestroy(&boxes);
  return beside;
}

// The turn of a line's feet, column by column, by least squares and once more without what hangs below or stands above; 0
// where it is no more than a page's own, or too much for print.
double TurnOf(Pix* letters, const Box& line, int dpi) {
  constexpr double kLeast = 0.4, kMost = 8, kApart = 0.5, kShortest = 8;
  if (line.Width() < Pixels(kShortest, dpi)) return 0;
  std::vector<std::pair<double, double>> feet;
  for (int x = line.left; x < line.right; ++x) {
    l_uint32 ink = 0;
    for (int y = line.bottom - 1; y >= line.top && ink == 0; --y) {
      pixGetPixel(letters, x, y, &ink);
      if (ink != 0) feet.emplace_back(x, y);
    }
  }
  double slope = 0;
  for (const bool again : {false, true}) {
    double x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [at, foot] : feet) {
      x += at;
      y += foot;
      xx += at * at;
      xy += at * foot;
    }
    const double n = static_cast<double>(feet.size()), spread = n * xx - x * x;
    if (spread <= 0) return 0;
    slope = (n * xy - x * y) / spread;
    const double start = (y - slope * x) / n;
    if (again) break;
    std::erase_if(feet, [&](const auto& foot) {
      return std::abs(foot.second - start - slope * foot.first) > Pixels(kApart, dpi);
    });
  }
  const double degrees = std::atan(slope) * 180 / M_PI;
  return std::abs(degrees) < kLeast || std::abs(degrees) > kMost ? 0 : degrees;
}

struct Row {
  Box box;
  int letters;
};

// Of a line that is turned, or where small letters and those with marks have other middles, rows lie over each other.
void JoinRows(std::vector<Row>* rows) {
  for (size_t i = 0; i < rows->size(); ++i) {
    for (size_t k = i + 1; k < rows->size();) {
      const Row &one = (*rows)[i], &other = (*rows)[k];
      const int lower = std::min(one.box.Height(), other.box.Height());
      if (std::abs(one.box.CentreY() - other.box.CentreY()) > kOneLine * lower) {
        ++k;
        continue;
      }
      (*rows)[i] = {one.box.Union(other.box), one.letters + other.letters};
      rows->erase(rows->begin() + static_cast<std::ptrdiff_t>(k));
      k = i + 1;
    }
  }
}

// Rows of at least kLettersOfLine letters.
std::vector<PrintLine> LinesOfPrint(Pix* letters, const Box& seal, int dpi) {
  std::vector<Row> rows;
  for (const Box& box : LettersBeside(letters, seal, dpi)) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& other) {
      return std::abs(other.box.CentreY() - box.CentreY()) < Pixels(kLowestLetter, dpi) / 2;
    });
    if (row == rows.end()) {
      rows.push_back({box, 1});
    } else {
      *row = {row->box.Union(box), row->letters + 1};
    }
  }
  JoinRows(&rows);
  const Box whole{0, 0, pixGetWidth(letters), pixGetHeight(letters)};
  const int aside = Pixels(kHiddenOfLine, dpi), marks = Pixels(kMarksOfLine, dpi);
  std::vector<PrintLine> lines;
  for (const auto& [box, count] : rows) {
    if (count < kLettersOfLine) continue;
    const Box wide{box.left - aside, box.top - marks, box.right + aside, box.bottom + marks / 2};
    lines.push_back({box, wide.Intersect(whole), TurnOf(letters, box, dpi)});
  }
  std::sort(lines.begin(), lines.end(),
            [](const PrintLine& a, const PrintLine& b) { return a.letters.top < b.letters.top; });
  return lines;
}

// Sets what lies inside the seal.
void SetRound(Pix* mask, const Box& seal, int margin) {
  const int radius = seal.Width() / 2 + margin;
  for (int y = std::max(0, seal.CentreY() - radius); y < std::min(pixGetHeight(mask), seal.CentreY() + radius); ++y) {
    const int dy = y - seal.CentreY(), half = static_cast<int>(std::sqrt(static_cast<double>(radius * radius - dy * dy)));
    pixRasterop(mask, seal.CentreX() - half, y, 2 * half, 1, PIX_SET, nullptr, 0, 0);
  }
}

// How wide the strokes of letters are on average, in pixels: twice their area for their outline.
int StrokeWidth(Pix* letters, const Box& box) {
  const PixPtr line = ClipTo(letters, box);
  const PixPtr inside(pixErodeBrick(nullptr, line.get(), 3, 3));
  l_int32 area = 0, core = 0;
  pixCountPixels(line.get(), &area, nullptr);
  pixCountPixels(inside.get(), &core, nullptr);
  return area > core ? 2 * area / (area - core) : 0;
}

// What hangs together no wider and higher than letters that touch.
PixPtr LettersOf(Pix* ink, int dpi) {
  return PixPtr(pixSelectBySize(ink, Pixels(kWidestLetters, dpi), Pixels(kHighestLetter, dpi), 8, L_SELECT_IF_BOTH,
                                L_SELECT_IF_LT, nullptr));
}

// The part of the seal where no print stands: between its rims; where these are looked for, between the title and the name, which may
// reach in further.
Box Middle(const Image& block, const Box& seal, bool title, bool name) {
  const int rim = static_cast<int>(kRim * seal.Height()), deepest = static_cast<int>(kDeepest * seal.Height()),
            margin = Pixels(1, block.dpi);
  int top = seal.top + rim, bottom = seal.bottom - rim;
  const PixPtr ink(pixThresholdToBinary(ToPix(block).get(), kInk)), letters(LettersOf(ink.get(), block.dpi));
  const bool looked_for = (title || name) && letters;
  for (const PrintLine& line : looked_for ? LinesOfPrint(letters.get(), seal, block.dpi) : std::vector<PrintLine>()) {
    if (title && line.letters.bottom < seal.top + deepest) top = std::max(top, line.letters.bottom + margin / 4);
    if (name && line.letters.top > seal.bottom - deepest) bottom = std::min(bottom, line.letters.top - margin / 2);
  }
  return Box{seal.left - margin, top, seal.right + margin, bottom}.Intersect({0, 0, block.width, block.height});
}

// `block` without the lines of the seal's ring. What is left of the seal goes with its middle.
SignatureBlock WithoutMiddle(const Image& block, const Box& seal, const Box& middle) {
  SignatureBlock clean{{}, block, {}, {}, {}};
  const int margin = Pixels(1, block.dpi);
  if (!middle.Empty()) Erase(clean.print, middle);
  const PixPtr ink(pixThresholdToBinary(ToPix(clean.print).get(), kInk));
  const PixPtr letters(LettersOf(ink.get(), block.dpi));
  clean.letters = clean.print;
  if (!letters) return clean;
  const PixPtr strokes(pixXor(nullptr, ink.get(), letters.get()));
  const PixPtr around(pixDilateBrick(nullptr, strokes.get(), 3, 3));
  Whiten(&clean.letters, around.get());
  clean.lines = LinesOfPrint(letters.get(), seal, block.dpi);
  if (!clean.lines.empty() && !seal.Empty()) SetRound(around.get(), seal, margin);
  const PixPtr pen(pixCreateTemplate(around.get()));
  for (const PrintLine& line : clean.lines) {
    const Box& row = line.row;
    pixRasterop(around.get(), row.left, row.top, row.Width(), row.Height(), PIX_CLR, nullptr, 0, 0);
    const int thin = static_cast<int>(kThinner * StrokeWidth(letters.get(), line.letters));
    if (thin < 2) continue;
    const PixPtr touching = ClipTo(strokes.get(), row), thick(pixOpenBrick(nullptr, touching.get(), thin, thin));
    const PixPtr left(pixDilateBrick(nullptr, thick.get(), thin, thin));
    pixSubtract(touching.get(), touching.get(), left.get());
    pixRasterop(pen.get(), row.left, row.top, row.Width(), row.Height(), PIX_PAINT, touching.get(), 0, 0);
  }
  Whiten(&clean.print, around.get());
  l_int32 none = 1;
  pixZero(pen.get(), &none);
  if (none != 0) return clean;
  clean.no_pen = clean.print;
  Whiten(&clean.no_pen, pen.get());
  return clean;
}

}  // namespace

SignatureBlock WithoutSeal(const Image& block, const Box& seal, bool one_ink) {
  Image rest = block;
  const bool is_off = EraseSealInk(rest, seal, one_ink);
  if (is_off) return WithoutMiddle(rest, seal, Middle(rest, seal, true, true));
  // Titles are few and known: a wrong letter does no harm. Of names nothing tells which of two is right.
  const Box rims = Middle(rest, seal, false, false), below_title = Middle(rest, seal, true, false);
  SignatureBlock clean = WithoutMiddle(rest, seal, rims);
  clean.sealed = clean.print;
  const int middle = std::clamp(static_cast<int>(seal.CentreY()), 0, block.height);
  std::copy(block.Row(middle), block.Row(middle) + static_cast<std::ptrdiff_t>(block.height - middle) * block.width, clean.sealed.Row(middle));
  if (below_title == rims) return clean;
  const Image whole = WithoutMiddle(rest, seal, below_title).print;
  clean.whole_title = clean.print;
  std::copy(whole.Row(0), whole.Row(below_title.top), clean.whole_title.Row(0));
  return clean;
}

SignatureBlock WithoutSeal(const Image& page, const Box& block, const TakenSeal& seal) {
  constexpr double kStays = 0.08, kSurely = 0.4;  // the first below that of a page: what is left of a ring crosses no table here
  const auto without = [&](double least) {
    Image off = page;
    seal.TakeOff(&off, least);
    return Cut(off, block);
  };
  const Image given = Cut(page, block), rest = without(kStays);
  const double x = seal.X() - block.left, y = seal.Y() - block.top, radius = seal.view.radius / seal.view.scale;
  const Box round{static_cast<int>(x - radius), static_cast<int>(y - radius), static_cast<int>(x + radius), static_cast<int>(y + radius)};
  // What is left of an emblem, and words on the seal.
  SignatureBlock clean = WithoutMiddle(rest, {}, Middle(rest, round, true, true));
  clean.sealed = without(kSurely);
  const int middle = std::clamp(static_cast<int>(y), 0, given.height);
  std::copy(given.Row(middle), given.Row(middle) + static_cast<std::ptrdiff_t>(given.height - middle) * given.width, clean.sealed.Row(middle));
  return clean;
}

SignatureBlock WithoutPen(const Image& block, const Box& seal) { return WithoutMiddle(block, seal, {}); }

Image CutLevel(const Image& block, const PrintLine& line) {
  const Image row = Cut(block, line.row);
  if (line.degrees == 0) return row;
  const PixPtr level(Straighten(ToPix(row).get(), line.degrees));
  return FromPix(level.get(), block.dpi);
}

}  // namespace trichluc
