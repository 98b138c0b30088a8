#include "image/streaks.h"

#include <algorithm>
#include <cmath>

#include "model/pixels.h"

namespace trichluc {
namespace {

constexpr double kBeyond = 6, kLeast = 12;  // mm: beyond the level rules, and how long
constexpr double kRows = 4;  // mm: between the uppermost level rule and the lowest
constexpr int kFewest = 2;  // above the level rules, and below
constexpr double kThin = 0.32;  // mm
constexpr double kAt = 1.5, kAside = 2;  // mm: from a rule's end to the level rule that it meets

}  // namespace

int DropStreaks(RuledLines* lines, int dpi) {
  const std::vector<RuledLine>& level = lines->horizontal;
  if (level.empty()) return 0;
  double top = level.front().Middle(), bottom = top;
  for (const RuledLine& rule : level) {
    top = std::min(top, rule.Middle());
    bottom = std::max(bottom, rule.Middle());
  }
  if (bottom - top < Pixels(kRows, dpi)) return 0;  // one level rule, in pieces
  const int beyond = Pixels(kBeyond, dpi), least = Pixels(kLeast, dpi), at = Pixels(kAt, dpi), aside = Pixels(kAside, dpi);
  const auto is_above = [&](const RuledLine& line) { return line.begin < top - beyond; };
  const auto is_below = [&](const RuledLine& line) { return line.end > bottom + beyond; };
  const double thin = kThin * dpi / 25.4;
  int above = 0, below = 0;
  for (const RuledLine& line : lines->vertical) {
    if (line.Length() < least || line.thickness > thin) continue;
    above += is_above(line);
    below += is_below(line);
  }
  if (above < kFewest || below < kFewest) return 0;
  const auto meets = [&](double x, int y) {
    return std::any_of(level.begin(), level.end(), [&](const RuledLine& rule) {
      return std::abs(rule.At(x) - y) <= at && x >= rule.begin - aside && x <= rule.end + aside;
    });
  };
  return static_cast<int>(std::erase_if(lines->vertical, [&](const RuledLine& line) {
    if (line.thickness > thin) return false;
    return is_above(line) || is_below(line) || !meets(line.At(line.begin), line.begin) || !meets(line.At(line.end), line.end);
  }));
}

}  // namespace trichluc
