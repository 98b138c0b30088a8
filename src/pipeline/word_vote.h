// Several readings of one line of print: what most of them say of each word.
#pragma once

#include <string>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// A syllable, or what need not be one: figures, marks, abbreviations.
bool CanBeWord(const std::string& text);

// Words of all readings that stand over each other are a place; of what the readings say there, each as sure as it is and less where it
// can be no word, that stays which they say most, as the surest of them has it. Readings without a word there count as well: what one of
// many saw is a speck; those without any word found no line, and count only where hardly any found one.
std::vector<Word> VoteOnWords(const std::vector<std::vector<Word>>& readings);

// The same words, every one of them sure.
bool AllAgree(const std::vector<std::vector<Word>>& readings);

}  // namespace trichluc
