#include "pipeline/number_words.h"

#include <algorithm>

#include "layout/glyphs.h"
#include "text/text.h"

namespace trichluc {

size_t SymbolIn(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  const auto capital = [&](size_t i) {
    return i < points.size() && IsLetterOrDigit(points[i]) && !IsDigit(points[i]) &&
           !IsSmallLetter(points[i]);
  };
  // What follows in a symbol: capitals, figures, hyphens; the small letters of TTr, TTg, not those that a pen was read as ("/Tđj....0QĐ").
  const auto goes_on = [&](size_t from) {
    constexpr long kMostSmall = 2;
    const auto begin = points.begin() + static_cast<std::ptrdiff_t>(from);
    const auto small = std::count_if(begin, points.end(), [](char32_t c) { return IsSmallLetter(c) && c != U'r' && c != U'g'; });
    return small < kMostSmall && points.find(U"..", from) == std::u32string::npos;
  };
  for (size_t i = 0; i < points.size(); ++i) {
    if (!goes_on(i)) continue;
    const bool mark = points[i] == U'/' || points[i] == U'⁄' || points[i] == U'-';
    const bool between = i + 2 < points.size() && (points[i + 2] == U'/' || points[i + 2] == U'⁄');  // (/J/SYT: a clerk's figures
    if ((mark || (i == 0 && points.size() > 3)) && capital(i + mark) &&
        (capital(i + mark + 1) || (mark && points[i] != U'-' && !between))) {
      const bool compound = points.find_first_of(U"-/⁄", i + mark) != std::u32string::npos;
      if (mark || compound) return FromCodePoints(points.substr(0, i)).size();
    }
    // The slash went into the last figure: Í874QĐ-UBND.
    if (i > 0 && IsDigit(points[i - 1]) && capital(i) && capital(i + 1) && points.find(U'-', i) != std::u32string::npos)
      return FromCodePoints(points.substr(0, i)).size();
  }
  return std::string::npos;
}

bool BeginsWithSo(const std::string& text, bool* alone) {
  const std::u32string points = ToCodePoints(text);
  if (points.size() < 2) return false;
  const std::string plain = StripDiacritics(text);
  if (plain == "s:") return *alone = true;  // the pen took the o
  const bool s = plain[0] == 's' || plain[0] == '5' || plain[0] == '$';
  const bool o =
      plain.size() > 1 && (plain[1] == 'o' || plain[1] == 'e' || plain[1] == '0' || plain[1] == '6');
  if (!s || !o || points[1] == U'ở' || points[1] == U'Ở') return false;
  if (points.size() > 2 && IsLetterOrDigit(points[2]) && !IsDigit(points[2]) && IsSmallLetter(points[1]) &&
      IsSmallLetter(points[2]))
    return false;
  *alone = std::none_of(points.begin() + 2, points.end(), IsLetterOrDigit) && points.size() <= 4;
  return true;
}

}  // namespace trichluc
