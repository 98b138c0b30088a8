// Vietnamese text set with the fonts of before Unicode: a letter of Latin 1 stands for a letter of
// Vietnamese.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// kTcvn3Capitals: the fonts .VnTimeH, .VnArialH … draw the same codes as capitals.
enum class LegacyEncoding { kNone, kTcvn3, kTcvn3Capitals, kVni, kWindows1258 };

// By the font's name, subset mark ("ABCDEF+") or not: ".VnTime", "VNI-Times", "UVnTime" is none.
LegacyEncoding EncodingOfFont(std::string_view font);

// `text` (UTF-8) holds the codes as letters of Latin 1, as a text layer gives them; what the encoding does
// not know stays. NFC. In TCVN3 fonts layers give '-' for ư: it becomes ư where that makes a syllable and the
// hyphen does not.
std::string FromLegacy(std::string_view text, LegacyEncoding encoding);

// For text whose font's name says nothing: the encoding in which by far most words are syllables; kNone when
// that is the text as it is, or fewer than 12 words say anything.
LegacyEncoding GuessEncoding(std::string_view text);

}  // namespace trichluc
