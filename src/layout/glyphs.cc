#include "layout/glyphs.h"

#include <algorithm>
#include <array>

namespace trichluc {
namespace {

constexpr double kXHeight = 0.46, kCapital = 0.67, kDescender = 0.215, kDot = 0.20;
constexpr double kMark = 0.21;         // a mark above a letter
constexpr double kStackedMark = 0.15;  // the second one

// U+1EA0–1EF9, a letter for each pair of capital and small: marks above, then dot below.
// '.' dot, '1' one mark, '2' two marks, '!' one mark and the dot.
constexpr std::string_view kVietnamese = ".12222!2222!.112222!1..12222!1111..11111.1.11";
static_assert(kVietnamese.size() == 45);

struct Form {
  bool letter = false, capital = false, dot = false;
  int marks = 0;
  char32_t base = 0;  // only for letters without marks
};

Form FormOf(char32_t c) {
  Form form;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
    form = {true, c <= 'Z', false, 0, c};
  } else if (c == 0x110 || c == 0x111) {  // Đ đ
    form = {true, c == 0x110, false, 0, static_cast<char32_t>(c == 0x110 ? 'D' : 'd')};
  } else if (c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0) {  // Ơ ơ Ư ư
    form = {true, c == 0x1A0 || c == 0x1AF, false, 0,
            static_cast<char32_t>(c == 0x1A0 || c == 0x1AF ? 'O' : 'o')};
  } else if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7) {
    form = {true, c < 0xE0, false, 1, 0};
  } else if (c >= 0x100 && c <= 0x17F) {
    form = {true, c % 2 == 0, false, 1, 0};
  } else if (c >= 0x1EA0 && c < 0x1EA0 + 2 * kVietnamese.size()) {
    const char kind = kVietnamese[(c - 0x1EA0) / 2];
    form = {true, c % 2 == 0, kind == '.' || kind == '!', kind == '2' ? 2 : kind == '.' ? 0 : 1, 0};
  }
  return form;
}

Reach FindReach(char32_t c) {
  if (IsDigit(c)) return {kCapital, 0};
  const Form form = FormOf(c);
  if (form.letter) {
    Reach reach{form.capital ? kCapital : kXHeight, form.dot ? kDot : 0};
    if (form.marks > 0) reach.up += kMark + (form.marks - 1) * kStackedMark;
    if (form.base != 0 && std::u32string_view(U"bdfhkltij").find(form.base) != std::u32string_view::npos) {
      reach.up = form.base == 't' ? 0.58 : 0.68;
    }
    if (form.base != 0 && std::u32string_view(U"gpqyjQ").find(form.base) != std::u32string_view::npos) {
      reach.down = kDescender;
    }
    // y with a tone mark and the like keep their tail
    if (c == 0xFD || (c >= 0x1EF2 && c <= 0x1EF9 && c % 2 == 1)) reach.down = kDescender;
    return reach;
  }
  if (c == '(' || c == ')' || c == '[' || c == ']' || c == '/' || c == '|') return {0.68, 0.2};
  if (c == ',' || c == ';') return {0, 0.14};
  return {};
}

// The next code point at `i`, which moves on.
char32_t Decode(std::string_view text, size_t* i) {
  const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char lead = byte(*i);
  size_t length = lead < 0xC0 || lead >= 0xF8 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  char32_t point = length == 1 ? lead : lead & (0xFF >> (length + 1));
  for (size_t k = 1; k < length; ++k) {
    if (*i + k >= text.size() || (byte(*i + k) & 0xC0) != 0x80) {
      length = k;  // broken: the rest is read anew
      break;
    }
    point = (point << 6) | (byte(*i + k) & 0x3F);
  }
  *i += length;
  return point;
}

struct Glyph {
  Reach reach;
  bool letter_or_digit = false;
};

// Each word of a page is measured many times over.
Glyph GlyphOf(char32_t c) {
  constexpr char32_t kTable = 0x1F00;  // no letter stands beyond
  static const auto* table = [] {
    auto* made = new std::array<Glyph, kTable>;
    for (char32_t code = 0; code < kTable; ++code)
      (*made)[code] = {FindReach(code), IsDigit(code) || FormOf(code).letter};
    return made;
  }();
  return c < kTable ? (*table)[c] : Glyph{};
}

}  // namespace

std::vector<char32_t> DecodeUtf8(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (size_t i = 0; i < text.size();) points.push_back(Decode(text, &i));
  return points;
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsSmallLetter(char32_t c) {
  const Form form = FormOf(c);
  return form.letter && !form.capital;
}
bool IsLetterOrDigit(char32_t c) { return IsDigit(c) || FormOf(c).letter; }

bool IsMark(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    if (GlyphOf(Decode(text, &i)).letter_or_digit) return false;
  }
  return true;
}

Reach ReachOf(std::string_view text) {
  Reach reach;
  bool mark = true;
  for (size_t i = 0; i < text.size();) {
    const Glyph one = GlyphOf(Decode(text, &i));
    mark = mark && !one.letter_or_digit;
    reach.up = std::max(reach.up, one.reach.up);
    reach.down = std::max(reach.down, one.reach.down);
  }
  return mark ? Reach{} : reach;
}

double EmOf(const Word& word) { return EmOf(word, ReachOf(word.text)); }

double EmOf(const Word& word, const Reach& reach) {
  return reach.IsOfMark() ? 0 : word.box.Height() / (reach.up + reach.down);
}

double BaselineOf(const Word& word, double em) { return BaselineOf(word, ReachOf(word.text), em); }

double BaselineOf(const Word& word, const Reach& reach, double em) {
  if (reach.IsOfMark()) return word.box.CentreY() + 0.25 * em;  // dashes and bullets stand at half x-height
  const double own = std::clamp(word.box.Height() / (reach.up + reach.down), 0.5 * em, 1.6 * em);
  return word.box.bottom - reach.down * own;
}

}  // namespace trichluc
