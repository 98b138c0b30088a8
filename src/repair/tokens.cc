#include "repair/tokens.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

bool IsDigit(char32_t code) { return code >= U'0' && code <= U'9'; }

// Letters of Latin script: all code points above ASCII that have a case.
bool IsLetterPoint(char32_t code) {
  if (code < 0x80) return (code | 0x20) >= U'a' && (code | 0x20) <= U'z';
  return (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) ||
         (code >= 0x1E00 && code <= 0x1EFF);
}

}  // namespace

WordParts SplitWord(std::string_view word) {
  const std::u32string points = ToCodePoints(word);
  const auto inside = [](char32_t code) { return IsLetterPoint(code) || IsDigit(code); };
  const auto begin = std::find_if(points.begin(), points.end(), inside);
  if (begin == points.end()) return {FromCodePoints(points), "", ""};
  const auto end = std::find_if(points.rbegin(), points.rend(), inside).base();
  return {FromCodePoints({points.begin(), begin}), FromCodePoints({begin, end}),
          FromCodePoints({end, points.end()})};
}

bool IsLetters(std::string_view core) {
  const std::u32string points = ToCodePoints(core);
  return !points.empty() && std::all_of(points.begin(), points.end(), IsLetterPoint);
}

std::vector<std::string> TokensOf(std::string_view word) {
  const WordParts parts = SplitWord(word);
  std::vector<std::string> tokens;
  std::u32string letters;
  bool digit = false;
  const auto close = [&] {
    if (digit) {
      tokens.emplace_back(kFigure);
    } else if (!letters.empty()) {
      tokens.push_back(FoldKey(FromCodePoints(letters)));
    }
    letters.clear();
    digit = false;
  };
  for (const char32_t code : ToCodePoints(parts.core)) {
    if (IsDigit(code)) {
      digit = true;
    } else if (IsLetterPoint(code)) {
      letters += code;
    } else {
      close();
    }
  }
  close();
  if (parts.after.find_first_of(".;:!?") != std::string::npos) tokens.emplace_back(kSentenceEnd);
  return tokens;
}

}  // namespace trichluc
