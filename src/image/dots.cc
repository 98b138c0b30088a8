#include "image/dots.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/bricks.h"
#include "image/lines.h"
#include "image/ridges.h"

namespace trichluc {
namespace {

constexpr double kLeastAcross = 20, kLeastDown = 8;     // mm
constexpr double kLongestDot = 0.6, kLongestGap = 0.8;  // mm
constexpr double kRegular = 0.85;                       // share of dots and gaps within these
constexpr int kWhite = 203;                             // lighter is white: what faint lines are not
constexpr double kLeastWhite = 0.35;  // of a row of dots; FindFaintLines sees those with less
constexpr double kReach = 1.5;       // mm from the end of a row to the one it meets

// Whether the line is ink and white by turns, neither for long.
bool IsDotted(const Image& level, const RuledLine& line) {
  const int dot = Pixels(kLongestDot, level.dpi), gap = Pixels(kLongestGap, level.dpi);
  int runs = 0, regular = 0, white = 0, length = 0;
  bool last = false;
  const auto close = [&] {
    if (length == 0) return;
    ++runs;
    regular += length <= (last ? dot : gap);
    length = 0;
  };
  for (int x = line.begin; x < line.end; ++x) {
    const int y = static_cast<int>(std::lround(line.At(x)));
    if (y < 1 || y + 1 >= level.height || x >= level.width) return false;
    const bool ink = std::min({level.Row(y - 1)[x], level.Row(y)[x], level.Row(y + 1)[x]}) < kWhite;
    if (ink != last) close();
    last = ink;
    white += !ink;
    ++length;
  }
  close();
  return runs * (dot + gap) >= 2 * line.Length() && regular >= kRegular * runs &&
         white >= kLeastWhite * line.Length();
}

std::vector<RuledLine> RowsOfDots(const Image& level, double least_mm) {
  const PixPtr ridges = HorizontalRidges(level);
  const PixPtr bridged = Closed(ridges.get(), Pixels(kReach, level.dpi), 1);
  const PixPtr mask = Opened(bridged.get(), Pixels(least_mm, level.dpi), 1);
  std::vector<RuledLine> rows = TraceLines(mask.get());
  std::erase_if(rows, [&](const RuledLine& row) { return !IsDotted(level, row); });
  return rows;
}

bool Meet(const RuledLine& across, const RuledLine& down, double reach) {
  const double x = down.At(across.Middle()), y = across.At(down.Middle());
  return x >= across.begin - reach && x <= across.end + reach && y >= down.begin - reach &&
         y <= down.end + reach;
}

void Draw(Image* image, const RuledLine& line, bool down) {
  for (int t = line.begin; t < line.end; ++t) {
    const int across = static_cast<int>(std::lround(line.At(t)));
    for (int a = across - 1; a <= across; ++a) {
      const int x = down ? a : t, y = down ? t : a;
      if (x >= 0 && y >= 0 && x < image->width && y < image->height) image->Row(y)[x] = 0;
    }
  }
}

}  // namespace

int DrawDottedRules(Image* level) {
  std::vector<RuledLine> across = RowsOfDots(*level, kLeastAcross);
  if (across.size() < 2) return 0;  // nearly every page
  std::vector<RuledLine> down = RowsOfDots(Transpose(*level), kLeastDown);
  const double reach = Pixels(kReach, level->dpi);
  const auto crosses_two = [&](const std::vector<RuledLine>& others, auto meets) {
    return std::count_if(others.begin(), others.end(), meets) >= 2;
  };
  std::erase_if(across, [&](const RuledLine& row) {
    return !crosses_two(down, [&](const RuledLine& other) { return Meet(row, other, reach); });
  });
  std::erase_if(down, [&](const RuledLine& row) {
    return !crosses_two(across, [&](const RuledLine& other) { return Meet(other, row, reach); });
  });
  if (across.size() < 2 || down.size() < 2) return 0;
  for (const RuledLine& row : across) Draw(level, row, false);
  for (const RuledLine& row : down) Draw(level, row, true);
  return static_cast<int>(across.size() + down.size());
}

}  // namespace trichluc
