#include "pipeline/symbol_commas.h"

#include <algorithm>
#include <cmath>

#include "image/analyse.h"
#include "image/descents.h"
#include "layout/glyphs.h"
#include "pipeline/number_words.h"
#include "text/text.h"

namespace trichluc {
namespace {

using namespace std::literals;

constexpr double kNear = 0.3;  // em: a descent this far from where its letter should be is another's
constexpr double kComma = 0.25;
constexpr size_t kFewest = 4;  // capitals
constexpr float kSure = 0.75f;  // a word that the engine is so sure of has no letter that it left out

bool IsCapital(char32_t c) { return IsLetterOrDigit(c) && !IsDigit(c) && !IsSmallLetter(c); }

// How far a letter of Times New Roman takes the pen, in em (its font metrics; marks change nothing).
double Advance(char32_t c) {
  if (IsDigit(c)) return 0.5;
  switch (StripDiacritics(FromCodePoints({c}))[0]) {
    case 'a': case 'd': case 'g': case 'h': case 'k': case 'n': case 'o': case 'q': case 'u': case 'v': case 'x': case 'y': return 0.722;
    case 'b': case 'c': case 'r': return 0.667;
    case 'e': case 'l': case 't': case 'z': return 0.611;
    case 'f': case 'p': case 's': return 0.556;
    case 'i': case '-': return 0.333;
    case 'j': return 0.389;
    case 'm': return 0.889;
    case 'w': return 0.944;
    case '&': return 0.778;
    case '/': return 0.278;
    default: return kComma;
  }
}

bool Descends(char32_t c) { return c == U',' || c == U';' || c == U'Q'; }

bool IsSymbol(const std::u32string& points) {
  const auto known = [](char32_t c) { return IsCapital(c) || IsDigit(c) || U"/-,;&"sv.find(c) != std::u32string_view::npos; };
  const auto capitals = static_cast<size_t>(std::count_if(points.begin(), points.end(), IsCapital));
  return capitals >= kFewest && points.find_first_of(U"/-") != std::u32string::npos &&
         std::all_of(points.begin(), points.end(), known);
}

void PutComma(size_t place, Word* word) {
  std::u32string points = ToCodePoints(word->text);
  points.insert(place, 1, U',');
  word->text = FromCodePoints(points);
  for (LetterDoubt& doubt : word->doubts) doubt.at += doubt.at >= static_cast<int>(place);
}

}  // namespace

std::vector<size_t> MissingCommas(const std::string& text, const std::vector<double>& descents) {
  const std::u32string points = ToCodePoints(text);
  const auto known = static_cast<size_t>(std::count_if(points.begin(), points.end(), Descends));
  if (descents.size() <= known) return {};
  double width = kComma * static_cast<double>(descents.size() - known);
  for (const char32_t c : points) width += Advance(c);
  std::vector<size_t> missing;
  size_t next = 0;
  double pen = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    const double advance = Advance(points[i]);
    const double at = next < descents.size() ? descents[next] * width - pen : 2 * width;
    if (Descends(points[i])) {
      if (std::abs(at - advance / 2) > kNear) return {};
      ++next;
    } else if (std::abs(at - kComma / 2) <= kNear && at < advance / 2) {
      if (i == 0 || !IsCapital(points[i]) || !IsCapital(points[i - 1])) return {};
      missing.push_back(i);
      pen += kComma;
      ++next;
    }
    pen += advance;
  }
  return next == descents.size() ? missing : std::vector<size_t>();
}

int CorrectSymbolCommas(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  for (Word& word : words) {
    if (word.confidence >= kSure || SymbolIn(word.text) == std::string::npos || !IsSymbol(ToCodePoints(word.text))) continue;
    const Box box = Box{word.box.left, word.box.top, word.box.right, word.box.bottom + word.box.Height() / 4}.Intersect(
        {0, 0, text.width, text.height});
    if (box.Width() <= 0 || box.Height() <= 0) continue;
    std::vector<double> descents = Descents(Cut(text, box));
    for (double& x : descents) x /= box.Width();
    const std::vector<size_t> missing = MissingCommas(word.text, descents);
    for (auto place = missing.rbegin(); place != missing.rend(); ++place) PutComma(*place, &word);
    changed += !missing.empty();
  }
  return changed;
}

}  // namespace trichluc
