// A signature block read: authority, title, name, through seal and pen.
#pragma once

#include <vector>

#include "image/signature_block.h"
#include "ocr/engine.h"

namespace trichluc {

// How much was read: letters of words, each as sure as its word. Lone ones are strokes.
double LettersRead(const std::vector<Word>& words);

// Who reads blocks: the first all of them; of a line that a seal crosses all have a say.
using SignatureReaders = std::vector<OcrEngine*>;

// The block in one, and each line of print once more alone: a stamped title that touches the line above confuses the
// finding of lines. Of the readings of a line the one that says most stays; of a line that the seal crosses each word that most of all
// readers' say. Boxes in pixels of the block. `voted`: such lines, added when asked for.
std::vector<Word> ReadSignature(const SignatureBlock& block, const SignatureReaders& readers, std::vector<Box>* voted = nullptr);

}  // namespace trichluc
