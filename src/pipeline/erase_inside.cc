#include "pipeline/erase_inside.h"

#include <algorithm>
#include <vector>

#include "hand/pieces.h"
#include "image/analyse.h"
#include "model/pixels.h"
#include "pipeline/moved.h"

namespace trichluc {
namespace {

constexpr double kMark = 0.8, kHighestMark = 1.8;  // mm between a letter and its mark; the mark's height
constexpr double kAlike = 0.6;                     // of the height of the higher of two letters of a line: how far they lie side by side
constexpr double kWordGap = 0.8;                   // heights of a letter

bool GoOn(const Box& a, const Box& b) {
  const int height = std::max(a.Height(), b.Height());
  const int beside = std::min(a.bottom, b.bottom) - std::max(a.top, b.top), gap = std::max(a.left, b.left) - std::min(a.right, b.right);
  return beside >= kAlike * height && gap <= kWordGap * height;
}

// Takes letters out of `within` that go on with a line outside, letter by letter.
void LeaveLines(const Pieces& pieces, std::vector<bool>* within) {
  const auto count = pieces.pieces.size();
  for (bool more = true; more;) {
    more = false;
    for (size_t i = 0; i < count; ++i) {
      for (size_t other = 0; (*within)[i] && other < count; ++other) {
        if ((*within)[other] || !GoOn(pieces.pieces[i].box, pieces.pieces[other].box)) continue;
        (*within)[i] = false;
        more = true;
      }
    }
  }
}

}  // namespace

void EraseInside(Image& image, const Box& box, bool coloured) {
  const int margin = Pixels(3, image.dpi);
  const Box around = Box{box.left - margin, box.top - margin, box.right + margin, box.bottom + margin}.Intersect(
      {0, 0, image.width, image.height});
  const Box inside = Moved(box, -around.left, -around.top);
  const Image cut = Cut(image, around);
  const Pieces pieces = FindPieces(cut);
  std::vector<bool> within(pieces.pieces.size());
  for (size_t i = 0; i < within.size(); ++i) within[i] = pieces.pieces[i].box.Intersect(inside) == pieces.pieces[i].box;
  if (coloured) LeaveLines(pieces, &within);
  // The marks of letters that the frame crosses stand wholly inside.
  const int near = Pixels(kMark, image.dpi);
  const auto is_mark = [&](size_t i) {
    const Box& box = pieces.pieces[i].box;
    const Box reach{box.left, box.top - near, box.right, box.bottom + near};
    if (box.Height() > Pixels(kHighestMark, image.dpi)) return false;
    for (size_t other = 0; other < within.size(); ++other) {
      if (!within[other] && !pieces.pieces[other].box.Intersect(inside).Empty() && !pieces.pieces[other].box.Intersect(reach).Empty()) return true;
    }
    return false;
  };
  std::vector<bool> erased(within);
  for (size_t i = 0; i < within.size(); ++i) erased[i] = within[i] && !is_mark(i);
  for (int y = 0; y < cut.height; ++y) {
    for (int x = 0; x < cut.width; ++x) {
      const int index = pieces.label[static_cast<size_t>(y) * cut.width + x];
      const bool gone = index >= 0 ? erased[static_cast<size_t>(index)] : inside.Contains(x, y);
      if (gone) image.Row(y + around.top)[x + around.left] = 255;
    }
  }
}

}  // namespace trichluc
