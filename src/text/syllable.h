// What a Vietnamese syllable can be: a closed set of spellings. Page text that is mostly none of them was
// misread, or is not Vietnamese.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// `folded` is FoldKey text of one word. True when it is onset + rime + tone as the language writes them:
// "nghị", "quyền", "giếng"; false for "huỵện" (two tones), "ngị" (ng before i), "lạp" is true, "làp" false
// (p, t, c and ch end only syllables with sắc or nặng), "ubnd", "covid". Rare and theoretical syllables are
// true.
bool IsSyllable(std::string_view folded);

// A small letter's tone (0 ngang, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng), and the letter without it: ấ is 2
// and â.
int ToneOf(char32_t letter);
char32_t LetterWithoutTone(char32_t letter);

// Of small letters: "tố" has a tone, and is "tô" without it.
bool HasTone(std::string_view small);
std::string WithoutTones(std::string_view small);

}  // namespace trichluc
