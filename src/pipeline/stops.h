// Full stops, commas, colons and semicolons behind words, told by their shape.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// A full stop at the end of a word becomes a comma, a colon a semicolon, where it goes below the baseline. Not the other way round: a comma whose
// tail is lost on coarse paper looks like a full stop. Returns how many words changed.
int CorrectStops(const Image& text, std::vector<Word>& words);

}  // namespace trichluc
