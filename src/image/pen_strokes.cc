#include "image/pen_strokes.h"

#include <algorithm>

#include "image/ink_boxes.h"
#include "image/upright.h"

namespace trichluc {
namespace {

// In heights of a line's print.
constexpr double kHigh = 1.7;               // of a stroke that no letters make
constexpr double kWide = 3, kFlat = 1.35;   // … and of one that lies: letters that run together are lower
constexpr double kLow = 0.7;                // lower or narrower is a rule, or a brace
constexpr double kPiece = 0.2, kNear = 0.5;            // of a piece that belongs to a stroke, and how near it lies
constexpr double kTallest = 16, kWidest = 35;          // larger is a border or a picture
// Shares.
constexpr double kOfPrint = 0.4;  // of a piece's box under words
constexpr double kSolid = 0.45;   // of a box's pixels: pictures and blots have more ink
constexpr double kFrame = 0.75;   // of two sides that face each other

bool IsInk(const Image& grey, int x, int y) { return grey.Row(y)[x] < kInk; }

double InkShare(const Image& grey, const Box& box) {
  long ink = 0;
  for (int y = box.top; y < box.bottom; ++y) ink += std::count_if(grey.Row(y) + box.left, grey.Row(y) + box.right, [](uint8_t v) { return v < kInk; });
  return static_cast<double>(ink) / static_cast<double>(std::max(1L, box.Area()));
}

// How many of a side's columns (of an upright side: rows) have ink, as a share.
double SideShare(const Image& grey, const Box& side) {
  const bool level = side.Width() > side.Height();
  int inked = 0;
  for (int along = level ? side.left : side.top; along < (level ? side.right : side.bottom); ++along) {
    bool ink = false;
    for (int across = level ? side.top : side.left; !ink && across < (level ? side.bottom : side.right); ++across)
      ink = level ? IsInk(grey, along, across) : IsInk(grey, across, along);
    inked += ink;
  }
  return static_cast<double>(inked) / std::max(1, level ? side.Width() : side.Height());
}

// Two sides that face each other are inked; frames lie a little askew.
bool IsFrame(const Image& grey, const Box& box, int rim) {
  if (box.Width() <= 2 * rim || box.Height() <= 2 * rim) return false;
  const double upper = SideShare(grey, {box.left, box.top, box.right, box.top + rim}),
               lower = SideShare(grey, {box.left, box.bottom - rim, box.right, box.bottom}),
               left = SideShare(grey, {box.left, box.top, box.left + rim, box.bottom}),
               right = SideShare(grey, {box.right - rim, box.top, box.right, box.bottom});
  return std::min(upper, lower) > kFrame || std::min(left, right) > kFrame;
}

bool Within(const std::vector<Box>& boxes, const Box& piece) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return box.Contains(piece.CentreX(), piece.CentreY()); });
}

// How much of a box lies under others, which hardly overlap.
double ShareUnder(const std::vector<Box>& boxes, const Box& piece) {
  long area = 0;
  for (const Box& box : boxes) area += box.Intersect(piece).Area();
  return static_cast<double>(area) / static_cast<double>(std::max(1L, piece.Area()));
}

// A level line through most of it: letters that stand on a rule hang together by it.
bool HasRule(const Image& grey, const Box& box) {
  for (int y = box.top; y < box.bottom; ++y) {
    if (SideShare(grey, {box.left, y, box.right, y + 1}) > kFrame) return true;
  }
  return false;
}

bool IsStroke(const Image& grey, const Box& box, const KnownPrint& known) {
  const double height = static_cast<double>(box.Height()) / known.letter, width = static_cast<double>(box.Width()) / known.letter;
  const bool at_edge = box.left == 0 || box.top == 0 || box.right == grey.width || box.bottom == grey.height;
  if (at_edge || height > kTallest || width > kWidest || std::min(height, width) < kLow) return false;
  const bool lies = width >= kWide && height >= kFlat && ShareUnder(known.likely, box) < kOfPrint && !HasRule(grey, box);
  if (height < kHigh && !lies && !Within(known.strokes, box)) return false;
  return InkShare(grey, box) < kSolid && !IsFrame(grey, box, std::max(2, known.letter / 6));
}

bool Near(const Box& a, const Box& b, int reach) {
  return a.left - reach < b.right && b.left - reach < a.right && a.top - reach < b.bottom && b.top - reach < a.bottom;
}

// Strokes near each other are one, with the pieces between and beside them.
std::vector<Box> Gathered(std::vector<Box> strokes, std::vector<Box> pieces, int reach) {
  for (bool grown = true; grown;) {
    grown = false;
    for (Box& stroke : strokes) {
      grown |= std::erase_if(pieces, [&](const Box& piece) {
                 if (!Near(stroke, piece, reach)) return false;
                 stroke = stroke.Union(piece);
                 return true;
               }) > 0;
    }
    for (size_t i = 0; i < strokes.size(); ++i) {
      for (size_t k = i + 1; k < strokes.size();) {
        if (!Near(strokes[i], strokes[k], reach)) {
          ++k;
          continue;
        }
        strokes[i] = strokes[i].Union(strokes[k]);
        strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(k));
        grown = true;
      }
    }
  }
  return strokes;
}

}  // namespace

std::vector<Box> FindPenStrokes(const Image& grey, const KnownPrint& known) {
  std::vector<Box> strokes, pieces;
  if (known.letter <= 0) return strokes;
  for (const Box& box : InkBoxes(grey)) {
    if (std::max(box.Width(), box.Height()) < kPiece * known.letter || Within(known.closed, box)) continue;
    if (ShareUnder(known.words, box) > kOfPrint) continue;
    (IsStroke(grey, box, known) ? strokes : pieces).push_back(box);
  }
  // Pieces of a stroke are small; what is large and no stroke by itself is something else.
  std::erase_if(pieces, [&](const Box& piece) { return std::max(piece.Width(), piece.Height()) > kHigh * known.letter; });
  return Gathered(std::move(strokes), std::move(pieces), static_cast<int>(kNear * known.letter));
}

}  // namespace trichluc
