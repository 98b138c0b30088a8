#include "pipeline/cut_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Shares of the higher box's height
constexpr double kNoWhite = 0.1;     // between two words: a blank is a quarter
constexpr double kSymbolGap = 0.15;  // before the dash of a symbol
constexpr double kInside = 0.8;      // of the first word's width, inside the second

bool OnOneLine(const Word& a, const Word& b) {
  return a.grid == b.grid && a.cell == b.cell && std::abs(a.box.CentreY() - b.box.CentreY()) < std::max(a.box.Height(), b.box.Height()) / 2 &&
         b.box.left >= a.box.left;
}

double GapOf(const Word& a, const Word& b) {
  return static_cast<double>(b.box.left - a.box.right) / std::max(1, std::max(a.box.Height(), b.box.Height()));
}

bool IsCapital(const std::string& text) {
  const std::string first = FromCodePoints(ToCodePoints(text).substr(0, 1));
  return ToLower(first) != first;
}

bool IsMark(char letter) { return letter == '-' || letter == '/'; }

bool EndsInFigure(const std::string& text) { return !text.empty() && std::isdigit(static_cast<unsigned char>(text.back())); }

// "BGTVT,", "QĐ/TW": two capitals or more.
bool BeginsSymbol(const std::string& text) {
  const std::u32string letters = ToCodePoints(text).substr(0, 2);
  const std::string first = FromCodePoints(letters);
  return letters.size() == 2 && IsUpper(first) && IsLetters(first);
}

bool IsReadTwice(const Word& a, const Word& b) {
  const int inside = std::min(a.box.right, b.box.right) - b.box.left;
  return inside >= kInside * a.box.Width() && a.box.Width() < b.box.Width() && b.text.rfind(a.text, 0) == 0 &&
         IsLetters(a.text);
}

bool IsOneSyllable(const Word& a, const Word& b) {
  if (GapOf(a, b) > kNoWhite || !IsLetters(a.text)) return false;
  const std::string first = FoldKey(a.text), second = FoldKey(SplitWord(b.text).core);
  if (!IsLetters(second) || !SplitWord(b.text).before.empty() || IsCapital(b.text)) return false;
  return IsSyllable(first + second) && !(IsSyllable(first) && IsSyllable(second));
}

bool IsOneSymbol(const Word& a, const Word& b) {
  if (a.text.size() > 1 && a.text.back() == '-' && a.text.find_first_of("0123456789") != std::string::npos)
    return GapOf(a, b) <= kNoWhite && BeginsSymbol(b.text);
  return EndsInFigure(a.text) && b.text.size() > 2 && IsMark(b.text[0]) && GapOf(a, b) <= kSymbolGap && BeginsSymbol(b.text.substr(1));
}

void Append(const Word& next, Word* word) {
  const bool twice = IsMark(word->text.back()) && word->text.back() == next.text.front();
  const int letters = static_cast<int>(Length(word->text)) - twice;
  word->text += next.text.substr(twice);
  word->box = word->box.Union(next.box);
  word->confidence = std::min(word->confidence, next.confidence);
  for (LetterDoubt doubt : next.doubts) {
    doubt.at += letters;
    word->doubts.push_back(doubt);
  }
}

}  // namespace

int JoinCutWords(std::vector<Word>* words) {
  size_t kept = 0;
  for (size_t i = 0; i < words->size(); ++i) {
    Word& next = (*words)[i];
    Word* last = kept > 0 ? &(*words)[kept - 1] : nullptr;
    if (last != nullptr && OnOneLine(*last, next)) {
      if (IsReadTwice(*last, next)) {
        *last = std::move(next);
        continue;
      }
      const bool mark_twice = GapOf(*last, next) < 0 && IsMark(last->text.back()) && last->text.back() == next.text.front() && next.text.size() > 2;
      if (mark_twice || IsOneSyllable(*last, next) || IsOneSymbol(*last, next)) {
        Append(next, last);
        continue;
      }
    }
    if (kept != i) (*words)[kept] = std::move(next);
    ++kept;
  }
  const int went = static_cast<int>(words->size() - kept);
  words->resize(kept);
  return went;
}

}  // namespace trichluc
