#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {

std::string Normalise(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (const Point& point : DecodeNfc(text)) {
    if (IsSpace(point.code)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out.push_back(' ');
    blank = false;
    AppendTo(&out, point.code == 0xAD ? U'-' : point.code);
  }
  return out;
}

std::string NormaliseLines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char between = 0;  // what white space since the last character amounts to
  for (const Point& point : DecodeNfc(text)) {
    if (IsSpace(point.code)) {
      if (!out.empty() && between != '\n') between = IsLineBreak(point.code) ? '\n' : ' ';
      continue;
    }
    if (between != 0) out.push_back(between);
    between = 0;
    AppendTo(&out, point.code == 0xAD ? U'-' : point.code);
  }
  return out;
}

std::u32string ToCodePoints(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (size_t i = 0; i < text.size();) points.push_back(DecodeAt(text, &i));
  return points;
}

std::string FromCodePoints(const std::u32string& points) {
  std::string out;
  out.reserve(points.size());
  for (const char32_t code : points) AppendTo(&out, code);
  return out;
}

size_t Length(std::string_view text) {
  size_t length = 0;
  for (size_t i = 0; i < text.size(); ++length) DecodeAt(text, &i);
  return length;
}

}  // namespace trichluc
