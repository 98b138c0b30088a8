// What the name of a scan tells: offices name scans after the number, "239_kh_syt(1).pdf".
#pragma once

#include <string>
#include <vector>

namespace trichluc {

// Digits of the name and the letters that follow them, without diacritics: {"239", "khsyt"}.
struct NameToken {
  std::string digits, letters;
};

// In the order of the name. Digits inside a word are none, nor are those in parentheses, which count copies.
std::vector<NameToken> FileNameTokens(const std::string& file_name);

// "UBND-TTHC" → "ubnd", "tthc".
std::vector<std::string> SymbolParts(const std::string& symbol);

}  // namespace trichluc
