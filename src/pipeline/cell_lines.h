// Cells whose lines the engine mixed up. Private to the room.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// Whether a word is followed by one of the same line that stands before it: Tesseract took a cell of two short lines for upright
// columns.
bool IsTangled(const std::vector<Word>& words);

// The rows of ink between white, marks with their letters; boxes as wide as the image.
std::vector<Box> RowsOfInk(const Image& cell);

// Each row read alone, from top to bottom; boxes in pixels of `cell`.
std::vector<Word> ReadByRows(const Image& cell, OcrEngine& engine);

}  // namespace trichluc
