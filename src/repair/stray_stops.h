// Full stops that nobody printed: a speck behind a word in the middle of a sentence, "các dự. phòng". Private to the room.
#pragma once

#include <vector>

#include "model/reading.h"
#include "repair/counts.h"

namespace trichluc {

// Takes the full stop off a word in small letters when the next word, a blank behind it on its line, begins small, too, and
// stands behind it in public text. Both are syllables of two letters or more: abbreviations (tr. 5, đ/c.) keep theirs.
// Appended to `repairs` under the rule "word.stop".
void DropStrayStops(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs);

}  // namespace trichluc
