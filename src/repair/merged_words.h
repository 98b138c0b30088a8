// Words between which the engine saw no blank: "củacác", "đếnTăng". Private to the room.
#pragma once

#include <vector>

#include "model/reading.h"
#include "repair/counts.h"

namespace trichluc {

// Parts a word of letters that is no syllable where syllables, which stand side by side in public text, make it
// ("cơsở", "ĐIỆNLỰCMIỀNBẮC"), or where capitals inside it begin each ("xãTân"); at least one letter bears a mark, as foreign words seldom do
// ("vitamin"). The word stays one of the reading, with a blank inside. Appended to `repairs` under the rule "word.merged".
void PartMerged(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs);

}  // namespace trichluc
