#include "image/stops.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/analyse.h"
#include "image/ink_boxes.h"

namespace trichluc {
namespace {

// In em. Letters:
constexpr double kLetter = 0.36, kHighest = 1.3;
constexpr double kAround = 4;   // to either side, where the baseline is looked for
constexpr double kAbout = 0.3;  // it is as near to where it is thought
// Stops and commas:
constexpr double kReach = 0.32;   // none reaches higher above the baseline
constexpr double kHang = 0.13;    // nor ends higher
constexpr double kWidest = 0.26;
constexpr double kBelow = 0.4;    // nothing further down is looked at
constexpr double kBeside = 0.06;  // one may stand as far under the last letter
constexpr double kLowestDot = 0.2, kHighestDot = 0.56, kAway = 0.12;  // the upper dot of a colon, and how far from above the lower one

std::vector<Box> InkIn(const Image& page, const Box& part) {
  std::vector<Box> ink = InkBoxes(Cut(page, part));
  for (Box& box : ink) box = {box.left + part.left, box.top + part.top, box.right + part.left, box.bottom + part.top};
  return ink;
}

// The line around a word: its ink, and its baseline by the middle one of the letters' feet.
struct Line {
  std::vector<Box> ink;
  double baseline = 0;
};

// Without ink where no letter stands.
Line LineAround(const Image& page, const Box& word, double em, double baseline) {
  const auto pixels = [&](double share) { return static_cast<int>(std::lround(share * em)); };
  const int foot = static_cast<int>(baseline);
  const Box part = Box{word.left - pixels(kAround), std::min(word.top, foot - pixels(kHighest)), word.right + pixels(kAround), foot + pixels(kBelow)}.Intersect(
      {0, 0, page.width, page.height});
  if (part.Empty()) return {};
  Line line{InkIn(page, part), 0};
  std::vector<int> feet;
  for (const Box& box : line.ink) {
    const bool letter = box.Height() >= kLetter * em && box.Height() <= kHighest * em;
    if (letter && std::abs(box.bottom - baseline) < kAbout * em) feet.push_back(box.bottom);
  }
  if (feet.empty()) return {};
  const auto middle = feet.begin() + static_cast<std::ptrdiff_t>(feet.size() / 2);
  std::nth_element(feet.begin(), middle, feet.end());
  line.baseline = *middle;
  return line;
}

}  // namespace

std::optional<StopShape> StopAtEnd(const Image& page, const Box& word, int room, double em, double baseline) {
  const Line line = LineAround(page, word, em, baseline);
  if (line.ink.empty()) return {};
  baseline = line.baseline;
  int letters = word.left;  // where they end
  for (const Box& box : line.ink) {
    if (box.Height() >= kLetter * em && box.top < baseline - kLetter * em && box.CentreX() < word.right) letters = std::max(letters, box.right);
  }
  const Box* mark = nullptr;
  for (const Box& box : line.ink) {
    if (box.top < baseline - kReach * em || box.bottom < baseline - kHang * em || box.Width() > kWidest * em) continue;
    if (box.CentreX() < letters - kBeside * em || box.CentreX() >= room) continue;
    if (mark == nullptr || box.Area() > mark->Area()) mark = &box;
  }
  if (mark == nullptr) return {};
  StopShape shape{mark->Height() / em, mark->Width() / em, (mark->bottom - baseline) / em, {}};
  for (const Box& box : line.ink) {
    if (box.bottom < baseline - kLowestDot * em && box.top > baseline - kHighestDot * em && box.Width() < kWidest * em &&
        std::abs(box.CentreX() - mark->CentreX()) < kAway * em)
      shape.dot_above = box.Height() / em;
  }
  return shape;
}

}  // namespace trichluc
