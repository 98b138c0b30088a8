// How one reading of a string differs from another, letter by letter.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace trichluc {

// The cheapest way from `truth` to `read` (Levenshtein), equal letters included: (truth, read), '-' for a
// missing one, in the order of the strings.
std::vector<std::pair<char32_t, char32_t>> AlignLetters(std::string_view truth, std::string_view read);

}  // namespace trichluc
