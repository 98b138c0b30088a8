#include "corpus/strokes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace trichluc::corpus {
namespace {

struct Pen {
  double width = 0.6;               // points
  double grey = 0;                  // 0 black, 1 white
  std::vector<double> dashes = {};  // on, off, …
  double apart = 0;                 // of the two lines of a double rule
};

Pen PenOf(Stroke stroke) {
  switch (stroke) {
    case Stroke::kThin:
      return {.width = 0.25};
    case Stroke::kThick:
      return {.width = 1.5};
    case Stroke::kDotted:
      return {.width = 0.7, .dashes = {0.8, 1.6}};
    case Stroke::kDashed:
      return {.width = 0.6, .dashes = {3.2, 2.2}};
    case Stroke::kBroken:
      return {.width = 0.4, .dashes = {47, 2.6, 71, 1.8, 23, 4.2, 96, 3.1}};
    case Stroke::kFaint:
      return {.width = 0.5, .grey = 0.72};
    case Stroke::kDouble:
      return {.width = 0.5, .apart = 1.5};
    case Stroke::kSolid:
      break;
  }
  return {};
}

void DrawLine(const Pen& pen, double x0, double y0, double x1, double y1, cairo_t* ink) {
  cairo_save(ink);
  cairo_set_source_rgb(ink, pen.grey, pen.grey, pen.grey);
  cairo_set_line_width(ink, pen.width);
  const double period = std::accumulate(pen.dashes.begin(), pen.dashes.end(), 0.0);
  const double start = y0 == y1 ? std::min(x0, x1) : std::min(y0, y1);
  // Broken lines must not be broken at the same place in every row.
  const double across = y0 == y1 ? y0 : x0;
  const double phase = period > 20 ? start + 7.3 * across : start;
  if (period > 0)
    cairo_set_dash(ink, pen.dashes.data(), static_cast<int>(pen.dashes.size()), std::fmod(phase, period));
  cairo_move_to(ink, std::min(x0, x1), std::min(y0, y1));
  cairo_line_to(ink, std::max(x0, x1), std::max(y0, y1));
  cairo_stroke(ink);
  cairo_restore(ink);
}

}  // namespace

void DrawStroke(Stroke stroke, double x0, double y0, double x1, double y1, Sheet* sheet) {
  const Pen pen = PenOf(stroke);
  if (pen.apart == 0) return DrawLine(pen, x0, y0, x1, y1, sheet->ink());
  const double half = pen.apart / 2;
  const double dx = y0 == y1 ? 0 : half, dy = y0 == y1 ? half : 0;
  DrawLine(pen, x0 - dx, y0 - dy, x1 - dx, y1 - dy, sheet->ink());
  DrawLine(pen, x0 + dx, y0 + dy, x1 + dx, y1 + dy, sheet->ink());
}

}  // namespace trichluc::corpus
