// The words of a line of number: "Số:" and "/KH-UBND", well or badly read.
#pragma once

#include <cstddef>
#include <string>

namespace trichluc {

constexpr double kSo = 1.33;  // em: width of "Số:" in Times New Roman

// Byte position where "/SYMBOL" or "-SYMBOL" begins in a word, npos when it has none: two capitals at
// least, or a capital before a hyphen; a lone capital between two slashes is misread handwriting.
size_t SymbolIn(const std::string& text);

// Whether a word begins with "Số", well or badly read; `alone`: nothing but marks follows.
bool BeginsWithSo(const std::string& text, bool* alone);

}  // namespace trichluc
