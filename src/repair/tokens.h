// Printed words as the word model sees them. Counting and repair split text here alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

// A word between blanks: marks before, what stands between them, marks behind. `core` is empty for marks
// alone.
struct WordParts {
  std::string before, core, after;
};
WordParts SplitWord(std::string_view word);

// Letters and nothing else.
bool IsLetters(std::string_view core);

constexpr std::string_view kSentenceEnd = ".";  // also stands before the first word
constexpr std::string_view kFigure = "0";       // whatever holds a digit

// The tokens of one printed word: folded words (FoldKey), kFigure, and kSentenceEnd behind a word that ends
// with one of . ; : ! ?. "xã-hội" is two tokens, marks alone are none.
std::vector<std::string> TokensOf(std::string_view word);

}  // namespace trichluc
