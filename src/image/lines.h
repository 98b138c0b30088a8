// Ruling lines: found on a bilevel page, as traced curves, so that slightly bent or tilted lines stay what
// they are.
#pragma once

#include <vector>

#include "image/pix.h"

namespace trichluc {

// A line along the axis t (x for horizontal, y for vertical lines); `across[i]` is its centre in the other
// axis at t = begin + i * kStep.
struct RuledLine {
  static constexpr int kStep = 8;
  int begin = 0, end = 0;  // end exclusive
  double thickness = 1;    // median
  std::vector<float> across;

  int Length() const { return end - begin; }
  double At(double t) const;  // beyond the ends: the end's value
  double Middle() const { return At((begin + end) / 2.0); }
};

struct RuledLines {
  std::vector<RuledLine> horizontal, vertical;
};

// A page as Level (upright.h) gives it, upright within about a degree, and the same with rows made columns.
struct LevelPage {
  Image across, down;
};
LevelPage MakeLevelPage(Image level);

// Lines of at least 8 mm across and 4.5 mm down, gaps up to 1 mm bridged; no thicker than 1.8 mm; faint ones
// too. Rows of letters, dots and dashes are none.
RuledLines FindLines(const LevelPage& page);

// The connected parts of a mask, each as a line.
std::vector<RuledLine> TraceLines(Pix* mask);

// Only those across that are clear in black and white.
std::vector<RuledLine> FindClearLines(Pix* bilevel, int dpi);

// Their average tilt in degrees, clockwise positive, weighted by length; lines under 30 mm do not count.
// `length_mm` gets the total length that was measured.
double TiltOf(const std::vector<RuledLine>& lines, int dpi, double* length_mm);

}  // namespace trichluc
