// Letters in the codes of the fonts of before Unicode. Worked out here anew, not taken from the program: what
// the program reads is measured against it.
#pragma once

#include <optional>
#include <string>

namespace trichluc::corpus {

enum class OldFonts { kNone, kTcvn3, kVni, kVps };

// The code of a letter as a text layer gives it (letters of Latin 1 or windows-1252, one or two; NFC),
// nothing where the encoding has none: capitals with marks in TCVN3, with a dot below in VPS, and most signs
// in all.
std::optional<std::u16string> CodeOf(char32_t letter, OldFonts fonts);

// The names by which fonts of the encoding go, without style: ".VnTime", the one that draws capitals alone
// ".VnTimeH" ("" where there is none).
std::string FontName(OldFonts fonts);
std::string CapitalsFontName(OldFonts fonts);

char32_t ToSmall(char32_t letter);

}  // namespace trichluc::corpus
