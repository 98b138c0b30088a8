// Words read in capitals amid small ones: "khung lịch thời VỤ". Private to the room.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// A syllable with a mark, of letters whose capitals differ from the small ones by their height alone (c, k, o, p, s, u, v, x), becomes
// small where in its line or cell a small word stands before it, no capitals before that, and none behind. Abbreviations bear no
// tones, and who writes a word of a sentence in capitals does so with its neighbours. Appended to `repairs` under the rule
// "word.capitals".
void MendLoneCapitals(PageReading* reading, std::vector<Repair>* repairs);

}  // namespace trichluc
