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

// Numbers of lists in small Roman figures: "(1i)" is (ii), "(v1)" is (vi). Where a page has such and no (2), its (1) and (11) are (i)
// and (ii) as well. Returns how many words changed.
int CorrectSmallNumerals(std::vector<Word>& words);

}  // namespace trichluc
