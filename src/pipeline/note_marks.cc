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

// The page's words with the font size that each box tells by itself, which is asked for again and again.
struct Sized {
  std::vector<Word>& words;
  std::vector<double> em;

  explicit Sized(std::vector<Word>& all) : words(all) {
    for (const Word& word : words) em.push_back(EmOf(word));
  }

  // Font size around the word. Its own box may reach into the next line, where a letter touches what stands there: then all
  // of its other letters would seem raised.
  double EmAround(size_t word) const {
    std::vector<double> near;
    for (size_t i = 0; i < words.size(); ++i) {
      if (std::abs(words[i].box.CentreY() - words[word].box.CentreY()) < 2 * em[word] && em[i] > 0) near.push_back(em[i]);
    }
    return std::min(em[word], kMostLarger * Median(near, em[word]));
  }
};

// Glyphs of a closing mark; a quotation mark is two.
size_t GlyphsOf(char32_t closing) { return closing == U'”' || closing == '"' ? 2 : 1; }

// A mark at the end of its word: "tỉnh12;".
bool MarkTail(const Image& text, Sized& page, size_t at) {
  Word& word = page.words[at];
  const std::u32string points = ToCodePoints(word.text);
  size_t end = points.size(), glyphs = 0;  // of punctuation behind `end`
  for (; end > 0 && IsClosing(points[end - 1]); --end) glyphs += GlyphsOf(points[end - 1]);
  if (end < 2 || FigureOf(points[end - 1]) < 0) return false;
  if (!IsDigit(points[end - 1]) && IsSyllable(FoldKey(FromCodePoints(points.substr(0, end))))) return false;
  const double em = page.EmAround(at);
  const Box box = word.box.Intersect({0, 0, text.width, text.height});
  const int raised = RaisedGlyphs(Cut(text, box), BaselineOf(word, em) - box.top, em, static_cast<int>(glyphs));
  const size_t count = static_cast<size_t>(raised);
  if (count == 0 || count >= end) return false;
  const std::string mark = RaisedFigures(points, end, count);
  const std::string stem = FromCodePoints(points.substr(0, end - count));
  if (mark.empty() || IsUnit(stem)) return false;
  word.text = stem + mark + FromCodePoints(points.substr(end));
  page.em[at] = EmOf(word);
  return true;
}

// A mark that was read as a word of its own, right behind `word`.
bool IsMarkOf(const Word& mark, const Sized& page, size_t at) {
  const Word& word = page.words[at];
  const double own = page.em[at], gap = mark.box.left - word.box.right;
  if (own <= 0 || mark.grid != word.grid || mark.cell != word.cell || std::abs(gap) > 0.25 * own) return false;
  const double em = page.EmAround(at), height = mark.box.Height() / em, base = BaselineOf(word, em);
  return gap > -0.2 * em && gap < 0.25 * em && height >= 0.3 && height <= 0.52 &&
         mark.box.bottom <= base - 0.2 * em && mark.box.bottom > base - 0.5 * em && !IsUnit(word.text) &&
         !IsDigit(ToCodePoints(word.text).back());
}

}  // namespace

int MarkRaised(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  Sized page(words);
  for (size_t i = 0; i < words.size(); ++i) changed += MarkTail(text, page, i);
  for (size_t i = 0; i < words.size(); ++i) {
    const std::u32string points = ToCodePoints(words[i].text);
    if (points.empty() || points.size() > 2) continue;
    const std::string mark = RaisedFigures(points, points.size(), points.size());
    if (mark.empty()) continue;
    size_t owner = 0;
    while (owner < words.size() && !IsMarkOf(words[i], page, owner)) ++owner;
    if (owner == words.size()) continue;
    words[owner].text += mark;
    words[owner].box = words[owner].box.Union(words[i].box);
    page.em[owner] = EmOf(words[owner]);
    words[i].text.clear();
    page.em[i] = 0;
    ++changed;
  }
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
  return changed;
}

}  // namespace trichluc
