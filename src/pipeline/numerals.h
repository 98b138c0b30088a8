// Second opinion on words made of upright strokes: I, II, III, XIII, 1, 11. By shape only, no knowledge of
// wordings.
#pragma once

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Corrects the number of strokes, and I against 1, in words that begin with nothing but strokes (behind at
// most one X or V). Words whose strokes cannot be told stay as they were read. Returns how many words
// changed.
int CorrectNumerals(const Image& text, std::vector<Word>& words);

}  // namespace trichluc
