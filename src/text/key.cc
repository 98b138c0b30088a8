#include <unicode/uchar.h>

#include <numeric>

#include "text/letter_table.h"
#include "text/text.h"
#include "text/tone.h"
#include "text/unicode.h"

namespace trichluc {
namespace {

// One form for characters that print alike. Line breaks and tabs stay as they are.
char32_t OneForm(char32_t code) {
  if (code < 0x80 || (code >= 0x1EA0 && code < 0x1F00)) return code;
  switch (code) {
    case 0xAD:    // soft hyphen
    case 0x2212:  // minus sign
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
      return U'-';
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
      return U'"';
    case 0x00B4:
    case 0x2032:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
      return U'\'';
    case 0x00D0:  // Eth, and the African D: typed or converted for Đ
    case 0x0189:
      return U'Đ';
    case 0x00F0:
    case 0x0256:
      return U'đ';
    default:
      break;
  }
  if (code >= 0x2010 && code <= 0x2015) return U'-';
  if (IsLineBreak(code)) return U'\n';
  return IsSpace(code) ? U' ' : code;
}

// Good until the thread's next call.
const std::vector<Point>& KeyPoints(std::string_view text) {
  std::vector<Point>& points = DecodeNfc(text);
  for (Point& point : points) point.code = OneForm(point.code);
  PlaceTones(&points);
  return points;
}

char32_t Fold(char32_t code) {
  const LetterFacts* facts = FactsOf(code);
  return facts != nullptr
             ? facts->folded
             : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(code), U_FOLD_CASE_DEFAULT));
}

}  // namespace

Key MakeKey(std::string_view text) {
  Key key;
  if (IsPrintableAscii(text)) {
    key.text = text;
    key.origin.resize(text.size() + 1);
    std::iota(key.origin.begin(), key.origin.end(), size_t{0});
    return key;
  }
  const std::vector<Point>& points = KeyPoints(text);
  TextWriter out(points.size());
  key.origin.reserve(text.size() + 1);
  for (const Point& point : points) {
    const size_t before = out.size();
    out.Add(point.code);
    for (size_t i = before; i < out.size(); ++i) key.origin.push_back(point.origin);
  }
  key.text = out.Text();
  key.origin.push_back(text.size());
  return key;
}

std::string FoldKey(std::string_view text) {
  const std::vector<Point>& points = KeyPoints(text);
  TextWriter out(points.size());
  bool blank = false;
  for (const Point& point : points) {
    if (IsSpace(point.code)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out.Add(U' ');
    blank = false;
    out.Add(Fold(point.code));
  }
  return out.Text();
}

std::string StripDiacritics(std::string_view text) {
  const std::vector<Point>& points = KeyPoints(text);
  TextWriter out(points.size());
  bool blank = false, begun = false;  // begun: also by a mark that stands alone and is dropped
  for (const Point& point : points) {
    if (IsSpace(point.code)) {
      blank = begun;
      continue;
    }
    if (blank) out.Add(U' ');
    blank = false;
    begun = true;
    if (const char32_t plain = WithoutMarks(Fold(point.code)); plain != 0) out.Add(plain);
  }
  return out.Text();
}

}  // namespace trichluc
