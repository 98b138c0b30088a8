#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {

std::string Normalise(std::string_view text) {
  const std::vector<Point>& points = DecodeNfc(text);
  TextWriter out(points.size());
  bool blank = false;
  for (const Point& point : points) {
    if (IsSpace(point.code)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out.Add(U' ');
    blank = false;
    out.Add(point.code == 0xAD ? U'-' : point.code);
  }
  return out.Text();
}

std::string NormaliseLines(std::string_view text) {
  const std::vector<Point>& points = DecodeNfc(text);
  TextWriter out(points.size());
  char32_t between = 0;  // what white space since the last character amounts to
  for (const Point& point : points) {
    if (IsSpace(point.code)) {
      if (!out.empty() && between != U'\n') between = IsLineBreak(point.code) ? U'\n' : U' ';
      continue;
    }
    if (between != 0) out.Add(between);
    between = 0;
    out.Add(point.code == 0xAD ? U'-' : point.code);
  }
  return out.Text();
}

std::u32string ToCodePoints(std::string_view text) {
  std::u32string points(text.size(), U'\0');
  size_t count = 0;
  for (size_t i = 0; i < text.size();) points[count++] = DecodeAt(text, &i);
  points.resize(count);
  return points;
}

std::string FromCodePoints(const std::u32string& points) {
  TextWriter out(points.size());
  for (const char32_t code : points) out.Add(code);
  return out.Text();
}

size_t Length(std::string_view text) {
  size_t length = 0;
  for (size_t i = 0; i < text.size(); ++length) DecodeAt(text, &i);
  return length;
}

}  // namespace trichluc
