// Signs that the model's alphabet lacks, told by their shape.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// A `<` or `>` at the start of a word that stands on a bar is written ≤ or ≥. Returns how many words changed.
int CorrectSigns(const Image& text, std::vector<Word>& words);

}  // namespace trichluc
