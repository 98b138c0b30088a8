// Where the ink of a word of capitals goes below its baseline: commas, and the tail of a Q.
#pragma once

#include <vector>

#include "model/image.h"

namespace trichluc {

// Middles of the descents of a word's image (grey), left to right, in pixels; `image` should reach a third of the letters' height below
// them. The baseline is that of the letters around each place, since words stand a little askew. Empty for print whose letters
// are less than 12 pixels high.
std::vector<double> Descents(const Image& word);

}  // namespace trichluc
