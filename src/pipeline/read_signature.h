// A signature block read: authority, title, name, through seal and pen.
#pragma once

#include <vector>

#include "image/signature_block.h"
#include "ocr/engine.h"

namespace trichluc {

// How much was read: letters of words, each as sure as its word. Lone ones are strokes.
double LettersRead(const std::vector<Word>& words);

// The block in one, and each line of print once more alone: a stamped title that touches the line above confuses the
// finding of lines. Of the readings of a line the one that says most stays; of a line that the seal crosses each word that most of them
// say. Boxes in pixels of the block.
std::vector<Word> ReadSignature(const SignatureBlock& block, OcrEngine& engine);

}  // namespace trichluc
