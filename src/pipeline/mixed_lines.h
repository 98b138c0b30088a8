// Lines that the engine mixed up when it looked at the whole page: letters that it gave no word for, and marks that it took
// for a line of their own above letters that lost them. Lists beside signatures are set in another size than these, bold
// titles stand close; the analysis of the page then cuts lines lengthwise. Each block of such lines, bounded by white to its
// left and right, is read once more by itself.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// `page`: as the engine saw it when it read `words`. A block's words are replaced where the second reading is surer with
// about as many letters, or about as sure with more. Pages without such lines cost no second reading.
void ReadMixedLines(const Image& page, std::vector<Word>* words, OcrEngine& engine);

}  // namespace trichluc
