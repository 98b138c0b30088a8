// Commas in the symbols of documents, told by their shape: line models drop them between capitals, where they stand in no dictionary.
#pragma once

#include <string>
#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Before which letters of `text` (code points, from 0, rising) commas are missing: of `descents` – shares of the word's width, left to
// right – that none of its letters accounts for, each stands between two of its capitals. Empty when one of its own commas was not
// seen, or a descent stands anywhere else.
std::vector<size_t> MissingCommas(const std::string& text, const std::vector<double>& descents);

// "/CTPH-LĐLĐ-SVHTT,DL" of which the print has one comma more becomes "/CTPH-LĐLĐ-SVH,TT,DL". Words of capitals with a slash or hyphen alone,
// of which the engine was not sure. Returns how many words changed.
int CorrectSymbolCommas(const Image& text, std::vector<Word>& words);

}  // namespace trichluc
