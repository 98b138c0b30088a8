// Footnote marks, told from the figures of the text by their place: raised and small.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Writes raised figures at the end of words as such: "tỉnh12" becomes "tỉnh¹²". Exponents of units (m2, km2)
// stay figures. Returns how many words changed.
int MarkRaised(const Image& text, std::vector<Word>& words);

}  // namespace trichluc
