// Full stops that nobody printed: a speck behind a word in the middle of a sentence, "các dự. phòng", or a comma without its tail, "kín. sơn".
// Private to the room.
#pragma once

#include <vector>

#include "model/reading.h"
#include "repair/counts.h"

namespace trichluc {

// Takes the full stop off a word when the next word, a blank behind it on its line, begins small and stands behind it in public text
// ("Thông. tư"), and makes a blank of one inside a word ("sau.đánh", "năm.2017", "camera.giám": an address has no Vietnamese letters). Both are
// syllables of two letters or more, the first in small letters or with one capital: abbreviations (tr. 5, đ/c.) keep theirs. Behind what is
// counted or numbered it goes as well ("số. 26", "ngày. 30/11", "ngày-20/10"). Any other before a word in small letters was a comma – in public text
// hardly anything else stands there –, also behind a number, or capitals of three letters or more ("15%. trong", "HMI. van"), and where the
// line ends there. What stands ahead of a number that begins a line (".16", "-4.") goes. Commas stay: lists part what often stands together ("ông, bà"), but for one behind the stop of a lone capital ("P., KHTC").
// Appended to `repairs` under the rules "word.stop" and "word.comma".
void DropStrayStops(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs);

}  // namespace trichluc
