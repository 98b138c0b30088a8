#include "image/lines.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace trichluc {
namespace {

struct Limits {
  double run;     // mm without interruption: what letters do not have
  double length;  // mm in the end
};
constexpr Limits kAcross{3.5, 8}, kDown{4, 4.5};
constexpr double kGap = 2, kThickest = 1.8;  // mm
constexpr double kSeen = 0.6, kEven = 0.75;  // shares of a line that have ink, and of the ink that is even

double Median(std::vector<float> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// What is left of a page when only long horizontal runs stay. One pixel of thickening first, so that the
// steps of a tilted bilevel line do not cut it.
PixPtr LongRuns(Pix* page, const Limits& limits, int dpi) {
  const PixPtr thick(pixDilateBrick(nullptr, page, 1, 3));
  const PixPtr joined(pixCloseSafeBrick(nullptr, thick.get(), Pixels(0.2, dpi) + 1, 1));
  const PixPtr runs(pixOpenBrick(nullptr, joined.get(), Pixels(limits.run, dpi), 1));
  const PixPtr bridged(pixCloseSafeBrick(nullptr, runs.get(), Pixels(kGap, dpi), 1));
  return PixPtr(pixOpenBrick(nullptr, bridged.get(), Pixels(limits.length, dpi), 1));
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

// Measures the thickness, and whether this is a line at all: a row of letters has gaps and stems where a line
// has an even band of ink.
bool IsEven(Pix* page, RuledLine& line, int dpi) {
  const int most = Pixels(kThickest, dpi);
  std::vector<float> heights;
  for (int x = line.begin; x < line.end; x += 2) {
    const int height = InkHeight(page, line, x, most);
    if (height > 0) heights.push_back(static_cast<float>(height));
  }
  line.thickness = Median(heights);
  const double seen = static_cast<double>(heights.size()), all = (line.Length() + 1) / 2.0;
  const double even = static_cast<double>(std::count_if(heights.begin(), heights.end(), [&](float height) {
    return height <= line.thickness + Pixels(0.3, dpi, 2);
  }));
  return line.thickness <= most && seen >= kSeen * all && even >= kEven * seen;
}

std::vector<RuledLine> FindHorizontal(Pix* page, const Limits& limits, int dpi) {
  const PixPtr runs = LongRuns(page, limits, dpi);
  Pixa* parts = nullptr;
  Boxa* boxes = pixConnComp(runs.get(), &parts, 8);
  std::vector<RuledLine> out;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x, y;
    boxaGetBoxGeometry(boxes, i, &x, &y, nullptr, nullptr);
    const PixPtr part(pixaGetPix(parts, i, L_CLONE));
    RuledLine line = Trace(part.get(), x, y);
    if (IsEven(page, line, dpi) && line.Length() > 3 * line.thickness) out.push_back(std::move(line));
  }
  boxaDestroy(&boxes);
  pixaDestroy(&parts);
  return out;
}

}  // namespace

double RuledLine::At(double t) const {
  const double index = std::clamp((t - begin) / kStep, 0.0, static_cast<double>(across.size() - 1));
  const size_t low = static_cast<size_t>(index), high = std::min(low + 1, across.size() - 1);
  return across[low] + (across[high] - across[low]) * (index - static_cast<double>(low));
}

RuledLines FindLines(Pix* bilevel, int dpi) {
  RuledLines lines;
  lines.horizontal = FindHorizontal(bilevel, kAcross, dpi);
  lines.vertical = FindHorizontal(Transpose(bilevel).get(), kDown, dpi);
  return lines;
}

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
