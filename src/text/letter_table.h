// What ICU says of the letters that Vietnamese text is made of, looked up once: asked for each letter of each
// page, it took a third of the time of an extraction. Inside the room only.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trichluc {

struct LetterFacts {
  char16_t folded = 0;      // without case, as u_foldCase
  char16_t bare = 0;        // without marks (unicode.h WithoutMarks); 0 for a mark alone
  char16_t small = 0;       // 0: becomes several letters, or others in some places
  char16_t capital = 0;     // 0: likewise
  bool is_small = false;    // u_islower
  bool is_capital = false;  // u_isupper
};

constexpr char32_t kLatinEnd = 0x250, kMoreLatin = 0x1E00, kMoreLatinEnd = 0x1F00;

// One entry for each letter below kLatinEnd, then for each from kMoreLatin to kMoreLatinEnd. Never freed.
const LetterFacts* MakeLetterTable();

// Latin letters and marks (U+0000 to U+024F, U+1E00 to U+1EFF); null for all others.
inline const LetterFacts* FactsOf(char32_t code) {
  static const LetterFacts* const table = MakeLetterTable();
  if (code < kLatinEnd) return table + code;
  return code >= kMoreLatin && code < kMoreLatinEnd ? table + (code - kMoreLatin + kLatinEnd) : nullptr;
}

}  // namespace trichluc
