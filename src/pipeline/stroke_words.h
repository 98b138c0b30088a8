// Words that are no print. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "model/reading.h"

namespace trichluc {

// A syllable of two letters or more, but for marks around it.
bool ReadsAsSyllable(const std::string& text);

// A syllable of which the engine is sure enough, or anything of which it is very sure.
bool IsPrint(const Word& word);

constexpr double kBeside = 12;  // mm to the next word of a line

// On the same line, and `reach` pixels apart at most.
bool Beside(const Box& a, const Box& b, int reach);

// Whether a word of print stands on the same line, `reach` pixels away at most.
bool BesidePrint(const std::vector<Word>& words, const Word& word, int reach);

// Takes out what was read in strokes of seals and signatures: it is short, lies within such a region, is no syllable that the engine is sure of,
// and no word of print goes on beside it. Print under a seal stands in lines, and names and titles are syllables. Returns how many
// words went.
int DropStrokes(PageReading* reading);

}  // namespace trichluc
