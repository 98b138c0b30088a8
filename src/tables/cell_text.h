// What the texts of two cells tell about each other: does the lower one go on where the upper one stopped?
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// First letter small / capital; false for both when the text begins with a digit or a mark ("- Xây dựng"
// begins capital: list marks are passed over).
bool StartsSmall(std::string_view text);
bool StartsCapital(std::string_view text);

bool StartsWithListMark(std::string_view text);  // "- ", "+ ", "a)", "1.", "(ii)"
bool EndsClosed(std::string_view text);          // . ; ! ?
bool EndsOpen(std::string_view text);  // , or a word that cannot be the last: "và", "của", "các" …
// Brackets or quotes that `upper` opens and `lower` closes.
bool ClosesBracket(std::string_view upper, std::string_view lower);

// A label of a numbering: "5", "05.", "4.1", "IV", "a)", "(2)".
bool IsNumberLabel(std::string_view text);
// The last number of a label: "4.1" → 1, "05" → 5, "IV" → 4; 0 when it has none.
int LastNumber(std::string_view text);

// The figures of a text, one after the other: "Tháng 11/2024" → "112024".
std::string Figures(std::string_view text);

// 0..1 over bare letters and digits – no marks, case, blanks, punctuation –, so that recognition errors
// weigh little. Two empty texts are alike (1).
double Similarity(std::string_view a, std::string_view b);

}  // namespace trichluc
