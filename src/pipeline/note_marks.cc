#include "pipeline/note_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "image/analyse.h"
#include "image/raised.h"
#include "layout/glyphs.h"
#include "layout/words.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::array<const char*, 10> kRaised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

constexpr double kMostLarger = 1.1;  // print than around it, beside a mark

// The figure that a raised glyph was read as; -1: none. Small figures are often read as the letters they look
// like.
int FigureOf(char32_t c) {
  if (IsDigit(c)) return static_cast<int>(c - '0');
  if (c == 'l' || c == 'I' || c == '|' || c == 'i') return 1;
  if (c == '?' || c == 'z' || c == 'Z') return 2;
  return -1;
}

bool IsClosing(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' || c == U'”' || c == '"';
}

// m², km², cm³ …: an exponent is no mark.
bool IsUnit(std::string_view stem) {
  constexpr std::array<std::string_view, 5> kUnits = {"m", "km", "cm", "dm", "mm"};
  const size_t digits = stem.find_last_of("0123456789");  // 25m
  const std::string_view unit = digits == std::string_view::npos ? stem : stem.substr(digits + 1);
  return std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

// The `count` characters before `end` as raised figures, "" when one of them can be none.
std::string RaisedFigures(const std::u32string& points, size_t end, size_t count) {
  std::string mark;
  for (size_t i = end - count; i < end; ++i) {
    const int figure = FigureOf(points[i]);
    if (figure < 0) return "";
    mark += kRaised[static_cast<size_t>(figure)];
  }
  return mark;
}

// Font size around the word. Its own box may reach into the next line, where a letter touches what stands there: then all
// of its other letters would seem raised.
double EmAround(const Word& word, const std::vector<Word>& words) {
  const double own = EmOf(word);
  std::vector<double> near;
  for (const Word& other : words) {
    if (std::abs(other.box.CentreY() - word.box.CentreY()) < 2 * own && EmOf(other) > 0) near.push_back(EmOf(other));
  }
  return std::min(own, kMostLarger * Median(near, own));
}

// A mark at the end of its word: "tỉnh12;".
bool MarkTail(const Image& text, const std::vector<Word>& words, Word& word) {
  const std::u32string points = ToCodePoints(word.text);
  size_t closing = 0, glyphs = 0;  // of punctuation; a quotation mark is two
  while (closing < points.size() && IsClosing(points[points.size() - 1 - closing])) {
    glyphs += points[points.size() - 1 - closing] == U'”' || points[points.size() - 1 - closing] == '"' ? 2 : 1;
    ++closing;
  }
  const size_t end = points.size() - closing;
  if (end < 2 || FigureOf(points[end - 1]) < 0) return false;
  if (!IsDigit(points[end - 1]) && IsSyllable(FoldKey(FromCodePoints(points.substr(0, end))))) return false;
  const double em = EmAround(word, words);
  const Box box = word.box.Intersect({0, 0, text.width, text.height});
  const int raised =
      RaisedGlyphs(Cut(text, box), BaselineOf(word, em) - box.top, em, static_cast<int>(glyphs));
  const size_t count = static_cast<size_t>(raised);
  if (count == 0 || count >= end) return false;
  const std::string mark = RaisedFigures(points, end, count);
  const std::string stem = FromCodePoints(points.substr(0, end - count));
  if (mark.empty() || IsUnit(stem)) return false;
  word.text = stem + mark + FromCodePoints(points.substr(end));
  return true;
}

// A mark that was read as a word of its own, right behind `word`.
bool IsMarkOf(const Word& mark, const Word& word, const std::vector<Word>& words) {
  if (EmOf(word) <= 0) return false;
  const double em = EmAround(word, words);
  if (mark.grid != word.grid || mark.cell != word.cell) return false;
  const double gap = mark.box.left - word.box.right, height = mark.box.Height() / em,
               base = BaselineOf(word, em);
  return gap > -0.2 * em && gap < 0.25 * em && height >= 0.3 && height <= 0.52 &&
         mark.box.bottom <= base - 0.2 * em && mark.box.bottom > base - 0.5 * em && !IsUnit(word.text) &&
         !IsDigit(ToCodePoints(word.text).back());
}

}  // namespace

int MarkRaised(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  for (Word& word : words) changed += MarkTail(text, words, word);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::u32string points = ToCodePoints(words[i].text);
    if (points.empty() || points.size() > 2) continue;
    const std::string mark = RaisedFigures(points, points.size(), points.size());
    if (mark.empty()) continue;
    const auto owner =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return IsMarkOf(words[i], word, words); });
    if (owner == words.end()) continue;
    owner->text += mark;
    owner->box = owner->box.Union(words[i].box);
    words[i].text.clear();
    ++changed;
  }
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
  return changed;
}

}  // namespace trichluc
