#include "image/lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/bricks.h"
#include "image/faint_lines.h"
#include "image/ridges.h"
#include "image/upright.h"

namespace trichluc {
namespace {

struct Limits {
  double run;     // mm without interruption: what letters do not have
  double length;  // mm in the end
  double sure;    // mm: longer than what a word or a letter can look like
};
constexpr Limits kAcross{3.5, 8, 20}, kDown{4, 4.5, 12};
constexpr double kGap = 1, kThickest = 1.8, kThin = 0.7;  // mm; words stand 1 apart and more
// Shares of a line that have ink, and of the ink that is even; and the gap in mm that a short one may have:
// marks above letters and dots below them are further away.
constexpr double kSeen = 0.7, kEven = 0.75, kSeenShort = 0.85, kEvenShort = 0.9, kLetterGap = 0.25;
constexpr double kSeenBar = 0.95, kEvenBar = 0.85;
constexpr double kMostCrowded = 0.4;  // share of a short line that may have ink close by

double Median(std::vector<float> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// What is left of a page when only long horizontal runs stay. One pixel of thickening first, so that the
// steps of a tilted bilevel line do not cut it.
PixPtr LongRuns(Pix* page, const Limits& limits, int dpi) {
  const PixPtr thick = Dilated(page, 1, 3);
  const PixPtr joined = Closed(thick.get(), Pixels(0.2, dpi) + 1, 1);
  const PixPtr runs = Opened(joined.get(), Pixels(limits.run, dpi), 1);
  const PixPtr bridged = Closed(runs.get(), Pixels(kGap, dpi), 1);
  return Opened(bridged.get(), Pixels(limits.length, dpi), 1);
}

bool Ink(Pix* page, int x, int y) {
  return GET_DATA_BIT(pixGetData(page) + static_cast<size_t>(y) * pixGetWpl(page), x) != 0;
}

// Centre of a component, column by column.
RuledLine Trace(Pix* part, int left, int top) {
  const int width = pixGetWidth(part), height = pixGetHeight(part);
  RuledLine out;
  out.begin = left;
  out.end = left + width;
  for (int x = 0; x < width; x += RuledLine::kStep) {
    int count = 0, sum = 0;
    for (int i = std::max(0, x - RuledLine::kStep / 2); i < std::min(width, x + RuledLine::kStep / 2); ++i) {
      for (int y = 0; y < height; ++y) {
        if (!Ink(part, i, y)) continue;
        ++count;
        sum += y;
      }
    }
    const float last = out.across.empty() ? static_cast<float>(top) : out.across.back();
    out.across.push_back(count > 0 ? top + static_cast<float>(sum) / static_cast<float>(count) : last);
  }
  return out;
}

// Height of the ink that crosses the line in column x; 0 where there is none within a pixel of it, `most` + 1
// when more.
int InkHeight(Pix* page, const RuledLine& line, int x, int most) {
  const int height = pixGetHeight(page), centre = static_cast<int>(std::lround(line.At(x)));
  for (const int start : {centre, centre - 1, centre + 1}) {
    if (start < 0 || start >= height || !Ink(page, x, start)) continue;
    int top = start, bottom = start + 1;
    while (top > 0 && bottom - top <= most && Ink(page, x, top - 1)) --top;
    while (bottom < height && bottom - top <= most && Ink(page, x, bottom)) ++bottom;
    return bottom - top;
  }
  return 0;
}

// Ink next to the line along much of it: the feet of bold letters, with their stems above them.
bool Crowded(Pix* page, const RuledLine& line, int dpi) {
  const int near = Pixels(0.5, dpi, 2), far = Pixels(0.9, dpi, 3), height = pixGetHeight(page);
  int crowded = 0;
  for (int x = line.begin; x < line.end; ++x) {
    const int y = static_cast<int>(std::lround(line.At(x)));
    if (y < far || y + far >= height) continue;
    bool ink = false;
    for (int d = near; d <= far && !ink; ++d) ink = Ink(page, x, y - d) || Ink(page, x, y + d);
    crowded += ink;
  }
  return crowded > kMostCrowded * line.Length();
}

// Measures the thickness, and whether this is a line at all: a row of letters has gaps and stems where a line
// has an even band of ink. Short ones must be without fault, being no longer than a word.
bool IsEven(Pix* page, RuledLine& line, const Limits& limits, int dpi) {
  const int most = Pixels(kThickest, dpi);
  std::vector<float> heights;
  int gap = 0, widest_gap = 0;
  for (int x = line.begin; x < line.end; ++x) {
    const int height = InkHeight(page, line, x, most);
    gap = height > 0 ? 0 : gap + 1;
    widest_gap = std::max(widest_gap, gap);
    if (height > 0) heights.push_back(static_cast<float>(height));
  }
  line.thickness = Median(heights);
  const float thickest = static_cast<float>(line.thickness + Pixels(0.3, dpi, 2));
  const double seen = static_cast<double>(heights.size()) / line.Length();
  const double even = static_cast<double>(std::count_if(heights.begin(), heights.end(),
                                                        [&](float height) { return height <= thickest; })) /
                      static_cast<double>(std::max<size_t>(1, heights.size()));
  if (line.thickness > most || line.Length() <= 3 * line.thickness) return false;
  // A band as thick as small letters are high must be solid; long thin ones may be broken.
  const bool sure = line.Length() >= Pixels(limits.sure, dpi) && line.thickness <= Pixels(kThin, dpi);
  // The strands of a double rule may have run together.
  if (!sure && line.Length() >= Pixels(3 * limits.sure, dpi) && seen >= kSeenBar && even >= kEvenBar)
    return true;
  if (sure) return seen >= kSeen && even >= kEven;
  return !Crowded(page, line, dpi) && seen >= kSeenShort && even >= kEvenShort &&
         widest_gap <= Pixels(kLetterGap, dpi);
}

// Thin, and ink nearly everywhere.
bool IsSeen(Pix* page, RuledLine& line, int dpi) {
  const int most = Pixels(kThickest, dpi);
  std::vector<float> heights;
  for (int x = line.begin; x < line.end; ++x) {
    const int height = InkHeight(page, line, x, most);
    if (height > 0) heights.push_back(static_cast<float>(height));
  }
  line.thickness = Median(heights);
  return line.thickness <= Pixels(kThin, dpi) &&
         static_cast<double>(heights.size()) >= kSeenShort * line.Length();
}

// The traced components of a mask that pass `is_line`.
template <class IsLine>
std::vector<RuledLine> TraceAll(Pix* mask, IsLine is_line) {
  Pixa* parts = nullptr;
  Boxa* boxes = pixConnComp(mask, &parts, 8);
  std::vector<RuledLine> out;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x, y;
    boxaGetBoxGeometry(boxes, i, &x, &y, nullptr, nullptr);
    RuledLine line = Trace(PixPtr(pixaGetPix(parts, i, L_CLONE)).get(), x, y);
    if (is_line(line)) out.push_back(std::move(line));
  }
  boxaDestroy(&boxes);
  pixaDestroy(&parts);
  return out;
}

// A double rule is traced as one, somewhere between its strands: the strands, none for a line that is single.
std::vector<RuledLine> Strands(Pix* page, const RuledLine& line, int dpi) {
  const int reach = Pixels(0.8, dpi, 3), height = pixGetHeight(page);
  std::vector<RuledLine> strands(2, line);
  std::vector<double> sums[2];
  std::vector<int> counts(line.across.size(), 0);
  for (std::vector<double>& sum : sums) sum.assign(line.across.size(), 0);
  int doubled = 0;
  for (int x = line.begin; x < line.end; ++x) {
    const int centre = static_cast<int>(std::lround(line.At(x)));
    std::vector<double> runs;  // the middles of the ink that is crossed
    int begin = -1;
    for (int y = std::max(0, centre - reach); y <= std::min(height, centre + reach + 1); ++y) {
      const bool ink = y < height && y <= centre + reach && Ink(page, x, y);
      if (ink && begin < 0) begin = y;
      if (!ink && begin >= 0) runs.push_back((begin + y - 1) / 2.0);
      if (!ink) begin = -1;
    }
    if (runs.size() != 2) continue;
    ++doubled;
    const size_t step = std::min(counts.size() - 1, static_cast<size_t>((x - line.begin) / RuledLine::kStep));
    ++counts[step];
    for (size_t k = 0; k < 2; ++k) sums[k][step] += runs[k];
  }
  if (2 * doubled < line.Length()) return {};
  for (size_t k = 0; k < 2; ++k) {
    double last = 0, first_shift = 0;
    for (size_t i = 0; i < counts.size() && first_shift == 0; ++i) {
      if (counts[i] > 0) first_shift = sums[k][i] / counts[i] - line.across[i];
    }
    last = line.across[0] + first_shift;
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0) last = sums[k][i] / counts[i];
      strands[k].across[i] = static_cast<float>(last);
    }
  }
  return strands;
}

std::vector<RuledLine> ClearLines(Pix* page, const Limits& limits, int dpi) {
  std::vector<RuledLine> strands;
  std::vector<RuledLine> lines = TraceAll(LongRuns(page, limits, dpi).get(), [&](RuledLine& line) {
    std::vector<RuledLine> pair = Strands(page, line, dpi);
    // Each strand stands close to the other, as letters do to a line under them: that both are there is proof
    // enough.
    const bool both = !pair.empty() && std::all_of(pair.begin(), pair.end(), [&](RuledLine& strand) {
      return IsSeen(page, strand, dpi);
    });
    if (!both) return IsEven(page, line, limits, dpi);
    for (RuledLine& strand : pair) strands.push_back(std::move(strand));
    return false;
  });
  for (RuledLine& strand : strands) lines.push_back(std::move(strand));
  return lines;
}

}  // namespace

double RuledLine::At(double t) const {
  const double index = std::clamp((t - begin) / kStep, 0.0, static_cast<double>(across.size() - 1));
  const size_t low = static_cast<size_t>(index), high = std::min(low + 1, across.size() - 1);
  return across[low] + (across[high] - across[low]) * (index - static_cast<double>(low));
}

LevelPage MakeLevelPage(Image level) {
  Image down = Transpose(level);
  return {std::move(level), std::move(down)};
}

std::vector<RuledLine> TraceLines(Pix* mask) {
  return TraceAll(mask, [](RuledLine&) { return true; });
}

RuledLines FindLines(const LevelPage& page) {
  const PixPtr bilevel(pixThresholdToBinary(ToPix(page.across).get(), kInk));
  const int dpi = page.across.dpi;
  RuledLines lines{ClearLines(bilevel.get(), kAcross, dpi),
                   ClearLines(Transpose(bilevel.get()).get(), kDown, dpi)};
  for (RuledLine& line : FindFaintLines(page.across, kAcross.sure))
    lines.horizontal.push_back(std::move(line));
  for (RuledLine& line : FindFaintLines(page.down, kDown.sure)) lines.vertical.push_back(std::move(line));
  return lines;
}

std::vector<RuledLine> FindClearLines(Pix* bilevel, int dpi) { return ClearLines(bilevel, kAcross, dpi); }

double TiltOf(const std::vector<RuledLine>& lines, int dpi, double* length_mm) {
  double total = 0, weighted = 0;
  for (const RuledLine& line : lines) {
    if (line.Length() < Pixels(30, dpi)) continue;
    // Ends avoided: they are where other lines and letters touch.
    const double a = line.begin + 0.05 * line.Length(), b = line.end - 0.05 * line.Length();
    weighted += std::atan2(line.At(b) - line.At(a), b - a) * line.Length();
    total += line.Length();
  }
  *length_mm = total * 25.4 / (dpi > 0 ? dpi : 200);
  return total > 0 ? weighted / total * 180 / M_PI : 0;
}

}  // namespace trichluc
