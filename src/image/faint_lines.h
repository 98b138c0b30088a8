// Lines too faint or too broken to be seen in black and white.
#pragma once

#include <functional>

#include "image/lines.h"

namespace trichluc {

// Lines across of at least `least_mm` that a page averaged along its rows shows; what of them is not really
// there is cut off. A row of letters is none: it has gaps, and stems that cross the row.
std::vector<RuledLine> FindFaintLines(const Image& level, double least_mm);

// Whether the stretch [from, to) of a line that is known from elsewhere (it goes on to the left or right) is
// printed too, if only in traces: something grey nearly everywhere, with paper on both sides. `at` is the
// line's place.
bool SeemsRuled(const Image& level, const std::function<double(double)>& at, double from, double to);

// Whether ink, letters included, is seen on the stretch without a gap longer than `gap_mm`.
bool SeenThroughout(const Image& level, const std::function<double(double)>& at, double from, double to,
                    double gap_mm);

}  // namespace trichluc
