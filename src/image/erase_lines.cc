#include "image/erase_lines.h"

#include <algorithm>
#include <cmath>

namespace trichluc {
namespace {

constexpr int kInk = 140;    // darker is ink
constexpr int kPaper = 225;  // lighter is paper: where the seam of a line ends

// A page seen along a line: (t, a) is (x, y) for horizontal and (y, x) for vertical lines.
class View {
 public:
  View(Image& image, bool vertical) : image_(image), vertical_(vertical) {}
  int Along() const { return vertical_ ? image_.height : image_.width; }
  int Across() const { return vertical_ ? image_.width : image_.height; }
  uint8_t& operator()(int t, int a) { return vertical_ ? image_.Row(t)[a] : image_.Row(a)[t]; }

 private:
  Image& image_;
  bool vertical_;
};

// Whether ink stands at `a` within `reach` of t (strokes cross at a slant).
bool InkNear(View& view, int t, int a, int reach) {
  if (a < 0 || a >= view.Across()) return false;
  for (int i = std::max(0, t - reach); i <= std::min(view.Along() - 1, t + reach); ++i) {
    if (view(i, a) < kInk) return true;
  }
  return false;
}

// From the centre outward to the first paper, at most `most`; `most` + 1 when there is none: a stroke touches
// here.
int Seam(View& view, int t, int centre, int direction, int most) {
  for (int d = 0; d <= most; ++d) {
    const int a = centre + direction * d;
    if (a < 0 || a >= view.Across() || view(t, a) >= kPaper) return d;
  }
  return most + 1;
}

void EraseLine(View view, const RuledLine& line) {
  const int half = static_cast<int>(std::ceil(line.thickness / 2)), most = half + 2;
  for (int t = std::max(0, line.begin - 2); t < std::min(view.Along(), line.end + 2); ++t) {
    const int centre = static_cast<int>(std::lround(line.At(t)));
    if (centre < 0 || centre >= view.Across()) continue;
    const int before = Seam(view, t, centre, -1, most), after = Seam(view, t, centre, 1, most);
    const bool touched_before = before > most && InkNear(view, t, centre - most - 1, 0);
    const bool touched_after = after > most && InkNear(view, t, centre + most + 1, 0);
    if (touched_before && InkNear(view, t, centre + most + 1, most)) continue;
    if (touched_after && InkNear(view, t, centre - most - 1, most)) continue;
    // A dot may stand a pixel beside the line's centre, which is paper then.
    const int from = touched_before ? half : std::clamp(before, half, most),
              to = touched_after ? half : std::clamp(after, half, most);
    for (int a = std::max(0, centre - from); a <= std::min(view.Across() - 1, centre + to); ++a)
      view(t, a) = 255;
  }
}

}  // namespace

void EraseHorizontal(Image& grey, const RuledLine& line) { EraseLine(View(grey, false), line); }
void EraseVertical(Image& grey, const RuledLine& line) { EraseLine(View(grey, true), line); }

}  // namespace trichluc
