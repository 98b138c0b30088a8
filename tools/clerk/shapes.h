// Single handwritten figures: public data sets, and copybook forms drawn as strokes.
#pragma once

#include <string>
#include <vector>

#include "corpus/random.h"

namespace trichluc::clerk {

using corpus::Random;

struct Point {
  double x = 0, y = 0;  // y downwards; a figure is about 1 high
};
using Stroke = std::vector<Point>;  // a polyline

// A figure as a picture of ink (0..1), or as strokes; one of the two is empty.
struct Shape {
  int width = 0, height = 0;
  std::vector<float> ink;
  std::vector<Stroke> strokes;
};

// The strokes of a trace of Pendigits. Its points lie evenly along the pen's way in the air too, so that a 5 or 7 whose bar
// was written last would be drawn with a line from its foot to the bar: a 5 like a 6, which is not what its label says. The way up from
// the foot is left out where the trace ends right of it and above. The other figures are written in one stroke, or the pen
// goes back on the line it drew.
std::vector<Stroke> WithoutLifts(const std::vector<Point>& trace, int digit);

// The sets of `directory` (shared/data/digits): MNIST's test images, Semeion, Pendigits. Of each set an
// eighth is held out: neighbours in these files are one writer's, so that held-out writers are strangers.
// Throws corpus::Error when a file is missing.
class DigitSets {
 public:
  DigitSets(const std::string& directory, bool held_out);
  const Shape& Draw(int digit, int set, Random* random) const;  // set 0 MNIST, 1 Semeion, 2 Pendigits
  std::string Summary() const;

 private:
  std::vector<const Shape*> index_[3][10];
  std::vector<Shape> shapes_[3];
};

// A figure or letter (0–9, a, b, c) in a form that Vietnamese schools and offices write – 1 with a rising
// stroke of any length or a foot, 7 with a bar, 4 open, closed or as one line, 2 with a loop … – its control
// points wandering by about `wander` of the height.
Shape DrawCopybook(char sign, double wander, Random* random);

// A smooth line through points (Catmull-Rom).
Stroke Smooth(const std::vector<Point>& points);

}  // namespace trichluc::clerk
