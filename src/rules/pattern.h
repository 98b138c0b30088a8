// From a pattern as written in a rule file to the expression that RE2 compiles. Inside the room only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

// Gives the pattern that {{NAME}} stands for, or throws. No body may lead back to its own name.
using MacroLookup = std::function<std::string(const std::string& name)>;

// Puts macros in their places, each as a group of its own (inside [ ] bare), and sends what the pattern says
// literally through MakeKey, as texts are sent: NFC, one tone placement, one dash, one quote. A word whose
// tone mark moves is matched as written too, since it may be the end of a syllable: q(?:uý|uí). A literal
// blank becomes \s+, unless a repetition follows it. Syntax, escapes and group names stay, but \pL, \p{Lu}
// and \p{Ll} become Latin letters (letters.h). Inside [ ] each character stands for itself: no tone mark
// moves, and a dash other than '-' becomes \-. A repetition binds one character, so the letter before it is
// normalised apart from its word.
// Macros of macros can grow without end; std::length_error when they come to more than kMaxMacros bytes.
constexpr size_t kMaxMacros = 1 << 18;
std::string PreparePattern(std::string_view pattern, const MacroLookup& lookup);

// The names in {{ }}, in order.
std::vector<std::string> MacrosIn(std::string_view pattern);

// A pattern that matches the text literally.
std::string Quoted(std::string_view text);

}  // namespace trichluc
