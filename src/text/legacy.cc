#include "text/legacy.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "text/legacy_tables.h"
#include "text/syllable.h"
#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {
namespace {

std::u32string Converted(const std::u32string& points, const LegacyTable& table) {
  std::u32string out;
  for (size_t i = 0; i < points.size();) {
    size_t length = i + 1 < points.size() ? 2 : 1;
    auto found = table.find(points.substr(i, length));
    if (found == table.end() && length == 2) found = table.find(points.substr(i, length = 1));
    out += found == table.end() ? points[i] : found->second;
    i += found == table.end() ? 1 : length;
  }
  return out;
}

bool IsPunctuation(char32_t code) {
  return (code < 0x80 && ((code | 0x20) < U'a' || (code | 0x20) > U'z')) ||
         (code >= 0x2010 && code <= 0x2027);
}

// "th-êng": the layer's hyphen may be a letter, by the table a soft hyphen. `word` may have marks at its
// ends.
std::u32string WithLostLetter(const std::u32string& word, char32_t letter) {
  const auto mark = [](char32_t code) { return code != U'-' && IsPunctuation(code); };
  const auto from = std::find_if_not(word.begin(), word.end(), mark);
  const auto to = std::find_if_not(word.rbegin(), std::make_reverse_iterator(from), mark).base();
  if (to - from < 2 || std::find(from, to, U'-') == to) return word;
  std::u32string core(from, to);
  std::replace(core.begin(), core.end(), U'-', letter);
  if (!IsSyllable(FoldKey(FromCodePoints(core)))) return word;
  return std::u32string(word.begin(), from) + core + std::u32string(to, word.end());
}

// Calls `visit` for each run of anything but white space, and of white space.
template <typename Change>
std::u32string EachWord(const std::u32string& text, Change change) {
  std::u32string out, word;
  for (const char32_t code : text) {
    if (code != U' ' && code != U'\n' && code != U'\t') {
      word += code;
      continue;
    }
    out += change(word);
    word.clear();
    out += code;
  }
  return out + change(word);
}

// Of the words that hold a letter beyond ASCII: how many there are, and are syllables.
std::pair<int, int> Sense(const std::string& text) {
  std::pair<int, int> sense{0, 0};
  std::istringstream in(text);
  for (std::string word; in >> word;) {
    std::u32string letters;
    bool marked = false;
    for (const char32_t code : ToCodePoints(word)) {
      marked = marked || code >= 0x80;
      if (!IsPunctuation(code)) letters += code;
    }
    if (!marked || letters.empty()) continue;
    ++sense.first;
    sense.second += IsSyllable(FoldKey(FromCodePoints(letters)));
  }
  return sense;
}

// Typists leave the shift lock on where a font draws capitals alone: "HéI" for HỘI. Whether converted text
// has small marked letters among capitals rather than among small letters.
bool IsOfCapitalsFont(const std::string& converted) {
  int for_it = 0, against = 0;
  std::istringstream in(converted);
  for (std::string word; in >> word;) {
    int capitals = 0, small = 0;
    bool small_marked = false;
    for (const char32_t code : ToCodePoints(word)) {
      capitals += code >= U'A' && code <= U'Z';
      small += code >= U'a' && code <= U'z';
      small_marked = small_marked || (code >= 0x80 && IsLetter(code) && !IsUpper(FromCodePoints({code})));
    }
    for_it += small_marked && capitals >= 2 && small == 0;
    against += small >= 1;
  }
  return for_it > 2 * against;
}

bool IsTcvn3(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kTcvn3 || encoding == LegacyEncoding::kTcvn3Capitals;
}

bool IsVps(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kVps || encoding == LegacyEncoding::kVpsCapitals;
}

bool DrawsCapitals(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kTcvn3Capitals || encoding == LegacyEncoding::kVpsCapitals;
}

std::string Composed(const std::string& text) {
  std::string out;
  for (const Point& point : DecodeNfc(text)) AppendTo(&out, point.code);
  return out;
}

}  // namespace

LegacyEncoding EncodingOfFont(std::string_view font) {
  if (font.size() > 7 && font[6] == '+') font.remove_prefix(7);
  std::string name = ToLower(font);
  if (name.starts_with("vni-") || name.starts_with("vni ")) return LegacyEncoding::kVni;
  const bool vps = name.starts_with("vps") || name.starts_with(".vps");
  if (!vps && !name.starts_with(".vn")) return LegacyEncoding::kNone;
  for (const char* style : {",", "-bold", "-italic", " bold", " italic"})
    name = name.substr(0, name.find(style));
  if (vps) return name.ends_with("hoa") ? LegacyEncoding::kVpsCapitals : LegacyEncoding::kVps;
  return name.back() == 'h' ? LegacyEncoding::kTcvn3Capitals : LegacyEncoding::kTcvn3;
}

std::string FromLegacy(std::string_view text, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::kNone) return std::string(text);
  std::u32string converted = Converted(ToCodePoints(text), TableOf(encoding));
  if (IsTcvn3(encoding) || IsVps(encoding)) {
    const char32_t soft_hyphen = TableOf(encoding).at(U"\u00AD");
    converted =
        EachWord(converted, [&](const std::u32string& word) { return WithLostLetter(word, soft_hyphen); });
  }
  const std::string out = FromCodePoints(converted);
  if (DrawsCapitals(encoding)) return ToUpper(out);
  return encoding == LegacyEncoding::kWindows1258 ? Composed(out) : out;
}

LegacyEncoding GuessEncoding(std::string_view text) {
  constexpr int kEnough = 12;
  LegacyEncoding best = LegacyEncoding::kNone;
  auto [all, most] = Sense(std::string(text));
  if (all < kEnough || most * 10 >= all * 8) return best;
  for (const LegacyEncoding encoding :
       {LegacyEncoding::kTcvn3, LegacyEncoding::kVni, LegacyEncoding::kWindows1258, LegacyEncoding::kVps}) {
    const auto [words, syllables] = Sense(FromLegacy(text, encoding));
    if (words < kEnough || syllables * 10 < words * 9 || syllables <= most) continue;
    most = syllables;
    best = encoding;
  }
  if (!IsTcvn3(best) && !IsVps(best)) return best;
  if (!IsOfCapitalsFont(FromLegacy(text, best))) return best;
  return IsVps(best) ? LegacyEncoding::kVpsCapitals : LegacyEncoding::kTcvn3Capitals;
}

bool IsUnicode(std::string_view text) {
  constexpr std::u32string_view kOwn = U"đĐơƠưƯ";  // ă and ĩ are Latin 2's and others'
  const std::u32string points = ToCodePoints(text);
  return std::any_of(points.begin(), points.end(), [&](char32_t code) {
    return kOwn.find(code) != kOwn.npos || (code >= 0x1EA0 && code <= 0x1EF9);
  });
}

}  // namespace trichluc
