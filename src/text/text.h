// Vietnamese text: normal forms, comparison, case. The only room that speaks ICU.
//
// Two kinds of sameness, never mixed. Normalise() gives what is stored and exported: it changes nothing a
// reader would notice, and keeps tone marks where the document puts them (hoà stays hoà). MakeKey() gives
// what is compared: both placements of a tone mark become one, dashes and quotes one form each. Patterns and
// documents go through the same MakeKey(), so that no rule can miss a text for its encoding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

// NFC; each invalid byte becomes U+FFFD; zero-width and control characters dropped; a soft hyphen becomes '-'
// (text layers use it for a printed one); every run of white space (line breaks, no-break blanks included)
// one blank; trimmed.
std::string Normalise(std::string_view text);

// As Normalise, but line breaks stay (as '\n', blank lines dropped).
std::string NormaliseLines(std::string_view text);

// A text prepared for matching. `text` is NFC with tone marks in one placement (hòa, thủy, not hoà, thuỷ;
// misplaced ones too: qúy gives quý, hòan gives hoàn), Ð (Eth) as Đ, dashes as '-', quotes as '"' and '\'',
// no-break and other wide blanks as ' '. Tabs and line breaks are kept. origin[i] is the byte offset in the
// original text of the character that byte i of `text` belongs to; origin has text.size() + 1 entries, never
// falling, the last the original's size.
struct Key {
  std::string text;
  std::vector<size_t> origin;
};
Key MakeKey(std::string_view text);

// Case-folded, whitespace-collapsed Key text: equal strings are the same words. FoldKey(u8"SỞ Y TẾ") ==
// FoldKey("Sở y tế").
std::string FoldKey(std::string_view text);

// FoldKey without any diacritics (đ becomes d), for OCR-tolerant comparison and "CER without diacritics".
std::string StripDiacritics(std::string_view text);

std::string ToLower(std::string_view text);
std::string ToUpper(std::string_view text);
// First letter (quotes before it apart) upper, the rest unchanged.
std::string Capitalise(std::string_view text);
bool IsUpper(std::string_view text);  // has letters, and all of them are capitals

// Vietnamese order (a ă â b … tone marks last), for sorting lists shown to people: <0, 0, >0. Placement of
// tone marks makes no difference.
int Compare(std::string_view a, std::string_view b);

// Code points; invalid bytes count as one U+FFFD each.
std::u32string ToCodePoints(std::string_view text);
std::string FromCodePoints(const std::u32string& points);
size_t Length(std::string_view text);  // in code points

// Levenshtein distance in code points, at most `limit` + 1. One string against many: decode each of them once.
size_t EditDistance(std::string_view a, std::string_view b, size_t limit = static_cast<size_t>(-1) - 1);
size_t EditDistance(std::u32string_view a, std::u32string_view b, size_t limit = static_cast<size_t>(-1) - 1);

}  // namespace trichluc
