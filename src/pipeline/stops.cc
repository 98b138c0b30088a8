#include "pipeline/stops.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "image/stops.h"
#include "layout/glyphs.h"
#include "layout/words.h"

namespace trichluc {
namespace {

// In em:
constexpr double kComma = 0.17, kTail = 0.055, kLongestTail = 0.22, kWidest = 0.22;  // a comma's height, how far it goes down, its width
constexpr double kLarger = 0.06;  // the lower mark of a semicolon than the upper
constexpr double kRoom = 0.3;     // behind a word, where its mark may reach

// Of the words around, since a box may hold a speck more; 0 among marks alone. `ems`: of each word as its own box tells it.
double EmAround(const Word& word, const std::vector<Word>& words, const std::vector<double>& ems) {
  std::vector<double> near;
  for (size_t i = 0; i < words.size(); ++i) {
    if (ems[i] > 0 && std::abs(words[i].box.CentreY() - word.box.CentreY()) < word.box.Height()) near.push_back(ems[i]);
  }
  return Median(near, 0);
}

// Where the next word of the line begins, `otherwise` where none does before.
int NextWord(const Word& word, const std::vector<Word>& words, int otherwise) {
  for (const Word& other : words) {
    if (other.box.left > word.box.left && SameLine(other.box, word.box)) otherwise = std::min(otherwise, other.box.left);
  }
  return otherwise;
}

bool EndsWithTail(const StopShape& shape, double em) {
  constexpr double kFewestHigh = 4.5, kFewestDeep = 1.5;  // pixels: of small print one is no measure
  if (shape.height * em < kFewestHigh || shape.depth * em < kFewestDeep) return false;
  return shape.height >= kComma && shape.width <= kWidest && shape.depth >= kTail && shape.depth <= kLongestTail;
}

bool IsSemicolon(const StopShape& shape, double em) {
  return shape.dot_above && (shape.height - *shape.dot_above >= kLarger || EndsWithTail(shape, em));
}

}  // namespace

int CorrectStops(const Image& text, std::vector<Word>& words) {
  std::vector<double> ems;
  for (const Word& word : words) ems.push_back(EmOf(word));
  int changed = 0;
  for (Word& word : words) {
    const char mark = word.text.empty() ? ' ' : word.text.back();
    if (mark != '.' && mark != ':') continue;
    Word letters = word;
    letters.text.pop_back();  // the box tells the baseline without it
    const double em = EmAround(word, words, ems);
    // "sắt,..."; and marks of footnotes, which are raised, stand where the letters' feet are looked for.
    const bool other = std::string_view(".,:;0123456789").find(letters.text.empty() ? '.' : letters.text.back()) != std::string_view::npos;
    if (em <= 0 || IsMark(letters.text) || other) continue;
    const int room = NextWord(word, words, word.box.right + static_cast<int>(kRoom * em));
    const std::optional<StopShape> shape = StopAtEnd(text, word.box, room, em, BaselineOf(letters, em));
    if (!shape || !(mark == '.' ? !shape->dot_above && EndsWithTail(*shape, em) : IsSemicolon(*shape, em))) continue;
    word.text.back() = mark == '.' ? ',' : ';';
    ++changed;
  }
  return changed;
}

}  // namespace trichluc
