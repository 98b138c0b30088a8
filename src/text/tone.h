// Where a Vietnamese tone mark stands. Inside the room only.
//
// The vowels of a syllable carry one tone mark, and writers put it on different ones: hòa and hoà, thủy and
// thuỷ, and by mistake qúy for quý, hòan for hoàn. PlaceTones moves the mark to one place, which depends on
// the letters alone, so that two syllables become equal exactly when letters and tone are:
//   - u after q, and i after g before another vowel, belong to the consonant and never carry the mark;
//   - a letter with a mark of its own (ă â ê ô ơ ư; ơ of ươ) carries it;
//   - of three vowels the middle one;
//   - of two, the second before a final consonant (hoàn, huỳnh), else the first (hòa, thủy, mía).
// Letters with two or more tone marks among them (misread) are left alone.
#pragma once

#include <vector>

#include "text/unicode.h"

namespace trichluc {

// Origins stay with their places: only the mark moves.
void PlaceTones(std::vector<Point>* points);

// The tone of a small vowel: 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng; 0 of every other letter.
int ToneOfSmall(char32_t code);

// The letter without its tone but with the mark of its own: ấ gives â, Ở gives Ơ.
char32_t WithoutTone(char32_t code);

}  // namespace trichluc
