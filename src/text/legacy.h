// Vietnamese text set with the fonts of before Unicode: a letter of Latin 1 stands for a letter of
// Vietnamese.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// kTcvn3Capitals: the fonts .VnTimeH, .VnArialH … draw the same codes as capitals; kVpsCapitals likewise, the
// fonts "VPS … Hoa". The numbers are stored with pages (text_layer_encoding).
enum class LegacyEncoding { kNone, kTcvn3, kTcvn3Capitals, kVni, kWindows1258, kVps, kVpsCapitals };

// By the font's name, subset mark ("ABCDEF+") or not: ".VnTime", "VNI-Times", "VPS Times"; "UVnTime" is none.
LegacyEncoding EncodingOfFont(std::string_view font);

// `text` (UTF-8) holds the codes as letters of Latin 1 or windows-1252, as a text layer gives them; what the
// encoding does not know stays. NFC. Layers give '-' for the code of the soft hyphen, which is ư in TCVN3 and
// Ứ in VPS: it becomes that letter where that makes a syllable and the hyphen does not.
std::string FromLegacy(std::string_view text, LegacyEncoding encoding);

// For text, best of one font, whose font's name says nothing: the encoding in which by far most words are
// syllables; kNone when that is the text as it is, or fewer than 12 words say anything. A font of capitals is
// known by what typists do: "CéNG HOµ" has capitals wherever the keyboard has them; where they left the shift
// lock off, text alone cannot tell.
LegacyEncoding GuessEncoding(std::string_view text);

// Whether the text holds a letter that only Unicode has: none of the old encodings gives ơ, ư, đ or ạ.
bool IsUnicode(std::string_view text);

}  // namespace trichluc
