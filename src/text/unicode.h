// Code points of a text and where each came from. Inside the room only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

constexpr char32_t kReplacement = 0xFFFD;

// A code point and the byte offset of the character it was made from.
struct Point {
  char32_t code;
  size_t origin;
};

// Reads one code point at `i` and moves on; an invalid byte gives kReplacement and moves by one byte.
char32_t DecodeAt(std::string_view text, size_t* i);
// Writes U+FFFD for what is no code point.
void AppendTo(std::string* out, char32_t code);

// The text in NFC without what has no width (zero-width characters, direction marks, control characters). A
// soft hyphen stays: in text layers it stands for a printed one.
std::vector<Point> DecodeNfc(std::string_view text);

bool IsSpace(char32_t code);
bool IsLineBreak(char32_t code);
bool IsLetter(char32_t code);
// The letter without its marks; a mark alone gives 0. đ gives d.
char32_t WithoutMarks(char32_t code);

}  // namespace trichluc
