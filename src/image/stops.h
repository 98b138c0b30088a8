// Full stops, commas, colons and semicolons by their shape: on coarse pages a line model takes one for the other.
#pragma once

#include <optional>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// A mark on the baseline, in shares of the font size: a full stop is 0.11 high and ends on the baseline, a comma 0.24 and ends 0.14
// below it (Times New Roman).
struct StopShape {
  double height = 0, width = 0, depth = 0;
  std::optional<double> dot_above;  // height of a colon's upper dot
};

// The mark at the right end of `word`, a word of `page` (grey) that reaches to x `room` at most. `em`: font size, `baseline`: y, in pixels; the
// baseline may be a third of the font size off, the letters of the word and beside it tell it better. Nothing where the mark touches a
// letter, or none stands there.
std::optional<StopShape> StopAtEnd(const Image& page, const Box& word, int room, double em, double baseline);

}  // namespace trichluc
