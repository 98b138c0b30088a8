#include "layout/words.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "layout/glyphs.h"

namespace trichluc {
namespace {

constexpr double kDefaultPoints = 13;
constexpr double kSameBox = 0.72;      // covered share of the smaller box: the same print read twice
constexpr double kSpeckHeight = 0.42;  // em
constexpr float kSureMark = 0.6f;

bool ReadTwice(const Word& a, const Word& b) {
  const long common = a.box.Intersect(b.box).Area();
  if (common == 0) return false;
  const long smaller = std::min(a.box.Area(), b.box.Area());
  const long larger = std::max(a.box.Area(), b.box.Area());
  // A speck inside a letter's box, or a word inside a badly cut one, is another matter.
  return common >= kSameBox * smaller && (a.text == b.text ? smaller * 3 >= larger : smaller * 2 >= larger);
}

bool Better(const Word& a, const Word& b) {
  if ((a.cell >= 0) != (b.cell >= 0)) return a.cell >= 0;
  return a.confidence > b.confidence;
}

// In the order they came.
std::vector<Word> WithoutDoubles(const std::vector<Word>& words) {
  std::vector<size_t> order(words.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return words[a].box.top < words[b].box.top; });
  std::vector<bool> dropped(words.size(), false);
  for (size_t i = 0; i < order.size(); ++i) {
    const Word& word = words[order[i]];
    for (size_t j = i + 1;
         j < order.size() && words[order[j]].box.top < word.box.bottom && !dropped[order[i]]; ++j) {
      if (dropped[order[j]] || !ReadTwice(word, words[order[j]])) continue;
      dropped[Better(words[order[j]], word) ? order[i] : order[j]] = true;
    }
  }
  std::vector<Word> kept;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!dropped[i]) kept.push_back(words[i]);
  }
  return kept;
}

// Words as the engine gave them one behind the other, on one line.
struct EngineLine {
  size_t first = 0, end = 0;
  Box box;
  double confidence = 0;  // mean
  size_t size() const { return end - first; }
};

std::vector<EngineLine> EngineLines(const std::vector<Word>& words) {
  std::vector<EngineLine> lines;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const bool goes_on = i > 0 && word.cell == words[i - 1].cell && word.grid == words[i - 1].grid && word.box.left > words[i - 1].box.left &&
                         word.box.CentreY() > words[i - 1].box.top && word.box.CentreY() < words[i - 1].box.bottom;
    if (!goes_on) lines.push_back({i, i, {}, 0});
    EngineLine& line = lines.back();
    line.confidence = (line.confidence * static_cast<double>(line.size()) + word.confidence) / static_cast<double>(line.size() + 1);
    line.box = line.box.Union(word.box);
    line.end = i + 1;
  }
  return lines;
}

// The feet of a line's letters, or a word of it, read once more as a line of a word or three: one of them lies on a word of that line.
std::vector<Word> WithoutGhosts(const std::vector<Word>& words) {
  constexpr size_t kMost = 3;
  constexpr double kOn = 0.3;  // of the smaller word's box
  const std::vector<EngineLine> lines = EngineLines(words);
  std::vector<Word> kept;
  for (const EngineLine& ghost : lines) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(ghost.first), end = words.begin() + static_cast<std::ptrdiff_t>(ghost.end);
    const bool is_ghost = begin->cell < 0 && ghost.size() <= kMost && std::any_of(lines.begin(), lines.end(), [&](const EngineLine& line) {
      if (&line == &ghost || line.size() <= 2 * ghost.size() || words[line.first].cell >= 0) return false;
      if (!std::all_of(begin, end, [&](const Word& word) { return line.box.Contains(word.box.CentreX(), word.box.CentreY()); })) return false;
      return std::any_of(begin, end, [&](const Word& word) {
        return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(line.first), words.begin() + static_cast<std::ptrdiff_t>(line.end), [&](const Word& under) {
          const double common = static_cast<double>(word.box.Intersect(under.box).Area());
          const bool on = common > kOn * static_cast<double>(std::min(word.box.Area(), under.box.Area()));
          return on && (ghost.confidence < line.confidence || (under.text.size() > word.text.size() && under.text.starts_with(word.text)));
        });
      });
    });
    if (!is_ghost) kept.insert(kept.end(), begin, end);
  }
  return kept;
}

// A low-confidence dot or stroke. Dashes and bullets are wider or surer, and letters always stay.
bool IsSpeck(const Word& word, double em) {
  if (!IsMark(word.text) || word.confidence >= kSureMark) return false;
  const bool dash = word.box.Width() >= 1.7 * word.box.Height();  // whatever the engine called it
  return !dash && word.box.Height() < kSpeckHeight * em && word.box.Width() < kSpeckHeight * em;
}

// A speck read as a figure: figures are two thirds of the font size high, raised ones almost half of it.
bool IsSpeckOfFigure(const Word& word, double em) {
  constexpr double kHighest = 0.3;  // em
  constexpr float kUnsure = 0.5f;
  return word.text.size() == 1 && IsDigit(static_cast<unsigned char>(word.text[0])) && word.confidence < kUnsure && word.box.Height() < kHighest * em &&
         word.box.Width() < kHighest * em;
}

// What is left of an upright rule beside a cell's text: a stroke more slender than any letter, read as one: "I", "Ị".
bool IsRestOfRule(const Word& word, double em) {
  constexpr double kThin = 0.2, kHigh = 0.6, kSlender = 8;  // em, em, widths
  constexpr float kUnsure = 0.5f;
  const std::vector<char32_t> letters = DecodeUtf8(word.text);
  if (letters.size() != 1 || IsDigit(letters.front()) || word.confidence >= kUnsure) return false;
  return word.box.Width() <= kThin * em && word.box.Height() >= kHigh * em && word.box.Height() >= kSlender * word.box.Width();
}

// The slash of a number beside the clerk's pen: capitals of the symbol follow it, and figures stand before it.
bool IsSlashOfNumber(const Word& word, const std::vector<Word>& words, double em) {
  if (word.text != "/") return false;
  const auto beside = [&](const Word& other, int gap) {
    return gap > -0.5 * em && gap < 1.5 * em && std::abs(other.box.CentreY() - word.box.CentreY()) < 0.4 * em;
  };
  bool figures = false, symbol = false;
  for (const Word& other : words) {
    const std::vector<char32_t> letters = DecodeUtf8(other.text);
    const auto capital = [&](size_t i) { return IsLetterOrDigit(letters[i]) && !IsDigit(letters[i]) && !IsSmallLetter(letters[i]); };
    figures |= beside(other, word.box.left - other.box.right) && std::any_of(letters.begin(), letters.end(), IsDigit);
    symbol |= beside(other, other.box.left - word.box.right) && letters.size() > 1 && capital(0) && capital(1);
  }
  return figures && symbol;
}

// Strokes of a pen or a seal read as letters: short, unsure, and nothing readable beside them. Never digits.
bool IsNoise(const Word& word, const std::vector<Word>& words, double em) {
  const std::vector<char32_t> letters = DecodeUtf8(word.text);
  if (letters.size() > 3 || std::any_of(letters.begin(), letters.end(), IsDigit)) return false;
  const bool strange = IsMark(word.text) && word.text != "-" && word.text != "*";
  if (word.confidence >= (letters.size() > 1 ? 0.35f : strange ? 0.95f : 0.8f)) return false;
  return std::none_of(words.begin(), words.end(), [&](const Word& other) {
    if (&other == &word || IsMark(other.text) || other.confidence < 0.5f) return false;
    const int gap = std::max(other.box.left - word.box.right, word.box.left - other.box.right);
    const int level = std::min(other.box.bottom, word.box.bottom) - std::max(other.box.top, word.box.top);
    return gap < 1.5 * em && 2 * level > std::min(word.box.Height(), other.box.Height());
  });
}

}  // namespace

double Median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const size_t middle = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + static_cast<long>(middle), values.end());
  return values[middle];
}

double UsualEm(const std::vector<Word>& words, int dpi) {
  std::vector<double> ems;
  for (const Word& word : words) {
    const double em = EmOf(word);
    if (em > 0 && word.confidence >= 0.4f && DecodeUtf8(word.text).size() >= 2) ems.push_back(em);
  }
  const double expected = kDefaultPoints / 72.0 * (dpi > 0 ? dpi : 200);
  const double median = Median(ems, expected);
  return std::clamp(median, 0.4 * expected, 2.5 * expected);
}

std::vector<Word> UsableWords(const std::vector<Word>& words, double em) {
  std::vector<Word> usable;
  for (const Word& word : words) {
    // What is left of a rule.
    const bool stroke = word.text.empty() || (word.text.find('_') != std::string::npos && IsMark(word.text));
    if (!stroke && !word.box.Empty() && !IsSpeck(word, em) && !IsSpeckOfFigure(word, em) && !IsRestOfRule(word, em)) usable.push_back(word);
  }
  usable = WithoutDoubles(WithoutGhosts(usable));
  if (!usable.empty() && usable.front().cell >= 0) return usable;  // a cell may hold a lone letter
  std::vector<Word> kept;
  for (const Word& word : usable) {
    if (!IsNoise(word, usable, em) || IsSlashOfNumber(word, usable, em)) kept.push_back(word);
  }
  return kept;
}

}  // namespace trichluc
