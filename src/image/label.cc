#include "image/label.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "image/analyse.h"
#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLeastLength = 12, kMostLength = 75, kLeastHeight = 4, kMostHeight = 27;  // mm
constexpr double kLonger = 1.5;
constexpr double kSteepest = 50;                          // degrees
constexpr double kLeastLetter = 2, kMostLetter = 9.5;     // mm
constexpr double kFrame = 0.85;                           // of the whole: no letters that touch are so wide

PixPtr Ink(Pix* grey, int darkest = kInk) { return PixPtr(pixThresholdToBinary(grey, darkest)); }

std::vector<Box> PiecesOf(Pix* mask) {
  std::vector<Box> out;
  BOXA* boxes = pixConnCompBB(mask, 8);
  for (l_int32 i = 0; boxes != nullptr && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    out.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  return out;
}

struct Point {
  int x, y;
};

// The ends of each row's ink.
std::vector<Point> Outline(Pix* mask) {
  std::vector<Point> points;
  const int width = pixGetWidth(mask), height = pixGetHeight(mask), words = pixGetWpl(mask);
  for (int y = 0; y < height; ++y) {
    const uint32_t* row = pixGetData(mask) + static_cast<size_t>(y) * words;
    int left = 0, right = width - 1;
    while (left < width && !GET_DATA_BIT(row, left)) ++left;
    if (left == width) continue;
    while (!GET_DATA_BIT(row, right)) --right;
    points.push_back({left, y});
    points.push_back({right, y});
  }
  return points;
}

struct Extent {
  double length, height;
};

Extent ExtentAt(const std::vector<Point>& points, double degrees) {
  const double c = std::cos(degrees * M_PI / 180), s = std::sin(degrees * M_PI / 180);
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const auto& [x, y] : points) {
    const double along = x * c + y * s, across = y * c - x * s;
    left = std::min(left, along), right = std::max(right, along);
    top = std::min(top, across), bottom = std::max(bottom, across);
  }
  return {right - left + 1, bottom - top + 1};
}

std::optional<double> TurnOf(Pix* mask, int dpi) {
  const std::vector<Point> points = Outline(mask);
  if (points.empty()) return std::nullopt;
  double best = 0, least = 1e18;
  const auto look = [&](double from, double to, double step) {
    for (double degrees = from; degrees <= to + step / 2; degrees += step) {
      const Extent extent = ExtentAt(points, degrees);
      if (extent.length * extent.height < least) least = extent.length * extent.height, best = degrees;
    }
  };
  look(-kSteepest, kSteepest, 1);
  look(best - 1, best + 1, 0.25);
  Extent extent = ExtentAt(points, best);
  if (extent.height > extent.length) {  // it stands on its narrow side
    std::swap(extent.length, extent.height);
    best += best > 0 ? -90 : 90;
  }
  const double mm = dpi / 25.4;
  const bool fits = extent.length >= kLeastLength * mm && extent.length <= kMostLength * mm && extent.height >= kLeastHeight * mm &&
                    extent.height <= kMostHeight * mm && extent.length > kLonger * extent.height && std::abs(best) <= kSteepest;
  return fits ? std::optional<double>(best) : std::nullopt;
}

struct LetterRow {
  Box box;  // empty: no letters
  int em = 0;
};

// Pieces of one height in a row, as much of them as possible: letters, or some that touch; the sides of a frame are none.
LetterRow RowOfLetters(std::vector<Box> pieces, int dpi) {
  constexpr double kNarrowest = 0.3, kFewest = 2;  // of their height: a letter, all together
  const int least = Pixels(kLeastLetter, dpi), most = Pixels(kMostLetter, dpi);
  std::erase_if(pieces, [&](const Box& box) {
    return box.Height() < least || box.Height() > most || box.Width() < kNarrowest * box.Height();
  });
  LetterRow best;
  int widest = 0;
  for (const Box& one : pieces) {
    Box row;
    int width = 0;
    for (const Box& other : pieces) {
      const bool level = std::abs(other.CentreY() - one.CentreY()) < one.Height() / 3;
      if (!level || other.Height() < 0.7 * one.Height() || other.Height() > 1.5 * one.Height()) continue;
      row = row.Union(other);
      width += other.Width();
    }
    if (width > widest && width > kFewest * one.Height()) widest = width, best = {row, one.Height()};
  }
  return best;
}

// Of a level stamp, what stands in a row of letters, with the marks above and below them.
Image OnlyLetters(const Image& level, Pix* mask, int* em) {
  const std::vector<Box> pieces = PiecesOf(mask);
  const LetterRow row = RowOfLetters(pieces, level.dpi);
  if (row.box.Empty()) return {};
  *em = row.em;
  const Box around = Box{row.box.left - row.em, row.box.top - row.em, row.box.right + row.em, row.box.bottom + row.em}.Intersect(
      {0, 0, level.width, level.height});
  const Box room{row.box.left - row.em / 4, row.box.top - 2 * row.em / 3, row.box.right + row.em / 4, row.box.bottom + row.em / 3};
  Image out{around.Width(), around.Height(), 1, level.dpi, {}};
  out.pixels.assign(static_cast<size_t>(out.width) * out.height, 255);
  BOXA* boxes = nullptr;
  PIXA* parts = nullptr;
  boxes = pixConnComp(mask, &parts, 8);
  for (l_int32 i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const Box box{x, y, x + w, y + h};
    if (!room.Contains(box.CentreX(), box.CentreY()) || h > 1.6 * row.em || box.Intersect(around) != box) continue;
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    for (int dy = 0; dy < h; ++dy) {
      const uint32_t* bits = pixGetData(part.get()) + static_cast<size_t>(dy) * pixGetWpl(part.get());
      for (int dx = 0; dx < w; ++dx) {
        if (GET_DATA_BIT(bits, dx)) out.Row(y + dy - around.top)[x + dx - around.left] = level.Row(y + dy)[x + dx];
      }
    }
  }
  pixaDestroy(&parts);
  boxaDestroy(&boxes);
  return out;
}

// The shaft of an arrow runs behind the letters and holds them together: white over the columns that show nothing but it.
void ErasePureShaft(Image* level) {
  constexpr double kTall = 0.8, kShaft = 0.45;  // the columns that are taller than most; of their height
  const PixPtr mask = Ink(ToPix(*level).get());
  const PixPtr columns = Transpose(mask.get());
  std::vector<int> tall(static_cast<size_t>(level->width));
  const std::vector<Point> ends = Outline(columns.get());  // two of each column that has ink
  std::vector<int> heights;
  for (size_t i = 0; i + 1 < ends.size(); i += 2) {
    heights.push_back(ends[i + 1].x - ends[i].x);
    tall[static_cast<size_t>(ends[i].y)] = heights.back();
  }
  if (heights.empty()) return;
  const auto usual = heights.begin() + static_cast<std::ptrdiff_t>(kTall * static_cast<double>(heights.size() - 1));
  std::nth_element(heights.begin(), usual, heights.end());
  for (int x = 0; x < level->width; ++x) {
    if (tall[static_cast<size_t>(x)] >= kShaft * *usual) continue;
    for (int y = 0; y < level->height; ++y) level->Row(y)[x] = 255;
  }
}

int WidthOfInk(Pix* mask) {
  int left = pixGetWidth(mask), right = 0;
  for (const auto& [x, y] : Outline(mask)) left = std::min(left, x), right = std::max(right, x + 1);
  return std::max(1, right - left);
}

// A rectangle of four sides, nothing else: ink beside nearly all of each edge, little on the whole.
bool IsFrame(Pix* level) {
  constexpr double kSide = 0.25, kCovered = 0.85, kInked = 0.5;
  l_int32 x = 0, y = 0, w = 0, h = 0;
  BOX* around = nullptr;
  if (pixClipToForeground(level, nullptr, &around) != 0 || around == nullptr) return false;
  boxGetGeometry(around, &x, &y, &w, &h);
  boxDestroy(&around);
  const int deep = std::max(2, static_cast<int>(kSide * h));
  int top = 0, bottom = 0, left = 0, right = 0, inked = 0;
  const auto ink = [&](int at_x, int at_y) {
    return GET_DATA_BIT(pixGetData(level) + static_cast<size_t>(y + at_y) * pixGetWpl(level), x + at_x) != 0;
  };
  for (int i = 0; i < w; ++i) {
    bool above = false, below = false;
    for (int d = 0; d < deep; ++d) above = above || ink(i, d), below = below || ink(i, h - 1 - d);
    top += above, bottom += below;
  }
  for (int i = 0; i < h; ++i) {
    bool before = false, behind = false;
    for (int d = 0; d < deep; ++d) before = before || ink(d, i), behind = behind || ink(w - 1 - d, i);
    left += before, right += behind;
    for (int k = 0; k < w; ++k) inked += ink(k, i);
  }
  return std::min(top, bottom) >= kCovered * w && std::min(left, right) >= kCovered * h && inked < kInked * w * h;
}

}  // namespace

std::optional<double> TurnOfLabel(const Image& ink) { return TurnOf(Ink(ToPix(ink).get()).get(), ink.dpi); }

Image LettersOfLabel(const Image& ink, double degrees, int* em) {
  constexpr int kDark = 115;  // where letters touch each other or the frame
  Image level = FromPix(Straighten(ToPix(ink).get(), degrees).get(), ink.dpi);
  for (const bool shaft : {true, false}) {
    if (!shaft) ErasePureShaft(&level);
    for (const int darkest : {kInk, kDark}) {
      PixPtr mask = Ink(ToPix(level).get(), darkest);
      const int widest = static_cast<int>(kFrame * WidthOfInk(mask.get()));
      mask.reset(pixSelectBySize(mask.get(), widest, Pixels(kMostLetter, ink.dpi), 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
      Image letters = OnlyLetters(level, mask.get(), em);
      if (!letters.Empty()) return letters;
    }
  }
  return {};
}

std::vector<Box> FindLabelFrames(const Image& page, const Box& part) {
  const Image image = Cut(page, part);
  if (image.Empty()) return {};
  const int dpi = page.dpi;
  PixPtr mask = Ink(ToPix(image).get());
  mask.reset(pixSelectBySize(mask.get(), Pixels(kLeastLength, dpi), Pixels(kLeastHeight, dpi), 8, L_SELECT_IF_BOTH,
                             L_SELECT_IF_GTE, nullptr));
  std::vector<Box> frames;
  for (const Box& box : PiecesOf(mask.get())) {
    if (box.Width() > Pixels(kMostLength, dpi) || box.Height() > box.Width()) continue;
    const PixPtr piece = ClipTo(mask.get(), box);
    const PixPtr alone(pixSelectBySize(piece.get(), box.Width(), box.Height(), 8, L_SELECT_IF_BOTH, L_SELECT_IF_GTE, nullptr));
    const std::optional<double> turn = TurnOf(alone.get(), dpi);
    if (!turn || !IsFrame(Straighten(alone.get(), *turn).get())) continue;
    const Box at{box.left + part.left, box.top + part.top, box.right + part.left, box.bottom + part.top};
    const auto inside = [](const Box& one, const Box& other) { return one.Intersect(other) == one; };
    if (std::any_of(frames.begin(), frames.end(), [&](const Box& other) { return inside(at, other); })) continue;
    std::erase_if(frames, [&](const Box& other) { return inside(other, at); });
    frames.push_back(at);
  }
  return frames;
}

}  // namespace trichluc
