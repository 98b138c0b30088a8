// Words that the engine cut in two, or read once more in part: its blanks have no white on the page.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// Neighbours in reading order on one line:
//   "tr" "uyền"         one syllable where at least one part is none, with next to no white between them: "truyền"
//   "1743/QĐ-" "BGTVT"  a symbol behind its dash, or "51" "-KL/TW" before it: one word
//   "29-" "-NQ/TW"      boxes that overlap, the mark of both read twice: "29-NQ/TW"
//   "á" "án"            the first lies inside the second and is how that begins: "án"
// The box holds both, the confidence is the lower one. Returns how many words went.
int JoinCutWords(std::vector<Word>* words);

}  // namespace trichluc
