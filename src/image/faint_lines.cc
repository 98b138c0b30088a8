#include "image/faint_lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/bricks.h"
#include "image/ridges.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr int kGrey = 203;           // darker is seen; paper is 220
constexpr double kSeen = 0.6;        // share of a line that must be seen
constexpr double kSeenKnown = 0.42;  // of a line that is known from elsewhere: a dotted one is half white
constexpr double kCrossed = 0.15;    // share that may be crossed by ink
constexpr double kReach = 3.5;       // mm by which a line may go on beyond its ridge
constexpr double kGap = 2, kLeast = 4.5;  // mm: longest gap in a line, shortest part between gaps
constexpr double kShort = 12;             // mm: parts shorter than this …
constexpr double kWhole = 0.85;           // … must be seen so far: two figures 1 above each other are not

// What stands at one place of a line: nothing, something grey, and whether ink stands beside it.
struct Spot {
  bool seen = false, crossed = false;
};

Spot Look(const Image& level, int x, double at) {
  const int near = Pixels(0.5, level.dpi, 2), far = Pixels(0.9, level.dpi, 3);
  const int y = static_cast<int>(std::lround(at));
  if (x < 0 || x >= level.width || y < far || y + far >= level.height) return {};
  Spot spot{std::min({level.Row(y - 1)[x], level.Row(y)[x], level.Row(y + 1)[x]}) < kGrey};
  for (int d = near; d <= far && !spot.crossed; ++d) {
    spot.crossed = level.Row(y - d)[x] < kInk || level.Row(y + d)[x] < kInk;
  }
  return spot;
}

RuledLine PartOf(const RuledLine& line, int begin, int end) {
  RuledLine part = line;
  part.begin = begin;
  part.end = end;
  part.across.clear();
  for (int t = begin; t < end; t += RuledLine::kStep) part.across.push_back(static_cast<float>(line.At(t)));
  return part;
}

// The ridge filter runs on over a gap as high as a row, and a cell that spans columns would be cut by it.
std::vector<RuledLine> SplitAtGaps(const Image& level, const RuledLine& line) {
  const int longest_gap = Pixels(kGap, level.dpi), least = Pixels(kLeast, level.dpi);
  std::vector<RuledLine> parts;
  const int short_part = Pixels(kShort, level.dpi);
  int begin = -1, last = -1, seen = 0;
  const auto close = [&] {
    const int length = last + 1 - begin;
    const bool whole = length >= short_part || seen >= kWhole * length;
    if (begin >= 0 && length >= least && whole) parts.push_back(PartOf(line, begin, last + 1));
    begin = -1;
    seen = 0;
  };
  for (int x = line.begin; x < line.end; ++x) {
    const Spot spot = Look(level, x, line.At(x));
    if (!spot.seen || spot.crossed) continue;
    if (begin >= 0 && x - last > longest_gap) close();
    if (begin < 0) begin = x;
    last = x;
    ++seen;
  }
  close();
  return parts;
}

bool Ruled(const Image& level, const std::function<double(double)>& at, double from, double to,
           double share) {
  int all = 0, seen = 0, crossed = 0;
  for (int x = static_cast<int>(std::ceil(from)); x < to; ++x) {
    const Spot spot = Look(level, x, at(x));
    ++all;
    seen += spot.seen;
    crossed += spot.crossed;
  }
  return all > 0 && seen >= share * all && crossed <= kCrossed * all;
}

}  // namespace

bool SeemsRuled(const Image& level, const std::function<double(double)>& at, double from, double to) {
  return Ruled(level, at, from, to, kSeenKnown);
}

bool SeenThroughout(const Image& level, const std::function<double(double)>& at, double from, double to,
                    double gap_mm) {
  const int longest = Pixels(gap_mm, level.dpi, 2);
  int gap = 0;
  for (int x = static_cast<int>(std::ceil(from)); x < to && gap <= longest; ++x)
    gap = Look(level, x, at(x)).seen ? 0 : gap + 1;
  return gap <= longest;
}

std::vector<RuledLine> FindFaintLines(const Image& level, double least_mm) {
  const PixPtr ridges = HorizontalRidges(level);
  const PixPtr mask = Opened(ridges.get(), Pixels(least_mm, level.dpi), 1);
  const PixPtr joined = Dilated(mask.get(), Pixels(kReach, level.dpi), 3);
  std::vector<RuledLine> lines;
  for (RuledLine& line : TraceLines(joined.get())) {
    const int reach = Pixels(kReach, level.dpi) * 2 / 3;  // the line was made longer by as much and more
    if (!Ruled(
            level, [&line](double x) { return line.At(x); }, line.begin + reach, line.end - reach, kSeen))
      continue;
    line.thickness = 2;
    for (RuledLine& part : SplitAtGaps(level, line)) lines.push_back(std::move(part));
  }
  return lines;
}

}  // namespace trichluc
