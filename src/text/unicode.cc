#include "text/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <stdexcept>

#include "text/letter_table.h"

namespace trichluc {
namespace {

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no normalisation data");
    return found;
  }();
  return *instance;
}

bool HasNoWidth(char32_t code) {
  if (code < 0x20) return !IsSpace(code);
  if (code < 0x7F || code == 0xAD) return false;
  if (code < 0xA0) return code != 0x85;  // next line: white space
  if (code < 0x200B) return false;
  const int8_t type = u_charType(static_cast<UChar32>(code));
  return type == U_FORMAT_CHAR || (code >= 0xFE00 && code <= 0xFE0F);  // variation selectors
}

// True for the letters and marks that text is made of nearly always: they are NFC and combine with nothing
// before them. All but control characters have width.
bool IsPlain(char32_t code) {
  return code < 0x300 || (code >= 0x1EA0 && code <= 0x1EF9) || (code >= 0x2010 && code <= 0x2027);
}

bool StartsSegment(char32_t code) {
  return IsPlain(code) || Nfc().hasBoundaryBefore(static_cast<UChar32>(code));
}

// Composes points[begin..] in place. Every point made of the segment has the segment's origin, unless nothing
// changed.
void ComposeFrom(std::vector<Point>* points, size_t begin) {
  const size_t size = points->size() - begin;
  if (size == 0 || (size == 1 && IsPlain(points->back().code))) return;
  icu::UnicodeString segment;
  for (size_t i = begin; i < points->size(); ++i) segment.append(static_cast<UChar32>((*points)[i].code));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString composed = Nfc().normalize(segment, status);
  if (U_FAILURE(status) || composed == segment) return;
  const size_t origin = (*points)[begin].origin;
  points->resize(begin);
  for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    points->push_back({static_cast<char32_t>(composed.char32At(i)), origin});
  }
}

// The plain letters that the text begins with, as points; where they end.
size_t DecodePlain(std::string_view text, std::vector<Point>* points) {
  points->resize(text.size());
  size_t i = 0, count = 0;
  while (i < text.size()) {
    const size_t origin = i;
    const char32_t code = DecodeAt(text, &i);
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    if (!IsPlain(code) || (control && HasNoWidth(code))) {
      i = origin;
      break;
    }
    (*points)[count++] = {code, origin};
  }
  points->resize(count);
  return i;
}

}  // namespace

char32_t DecodeOther(std::string_view text, size_t* i) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const size_t begin = *i;
  int64_t at = static_cast<int64_t>(begin);
  UChar32 code;
  U8_NEXT(bytes, at, static_cast<int64_t>(text.size()), code);
  if (code < 0) {
    *i = begin + 1;
    return kReplacement;
  }
  *i = static_cast<size_t>(at);
  return static_cast<char32_t>(code);
}

void AppendTo(std::string* out, char32_t code) {
  if (code < 0x80) {
    out->push_back(static_cast<char>(code));
    return;
  }
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = kReplacement;
  char bytes[4];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  out->append(bytes, static_cast<size_t>(length));
}

void TextWriter::AddOther(char32_t code) {
  std::string bytes;
  AppendTo(&bytes, code);
  end_ = std::copy(bytes.begin(), bytes.end(), end_);
}

std::vector<Point>& DecodeNfc(std::string_view text) {
  thread_local std::vector<Point> points;
  size_t i = DecodePlain(text, &points);
  size_t segment = points.empty() ? 0 : points.size() - 1;
  bool open = false;  // more than one plain character stands in the segment
  while (i < text.size()) {
    const size_t origin = i;
    const char32_t code = DecodeAt(text, &i);
    const bool plain = IsPlain(code);
    if ((!plain || code < 0xA0) && HasNoWidth(code)) continue;
    if (plain || StartsSegment(code)) {
      if (open) ComposeFrom(&points, segment);
      segment = points.size();
      open = !plain;
    } else {
      open = true;
    }
    points.push_back({code, origin});
  }
  if (open) ComposeFrom(&points, segment);
  return points;
}

bool IsPrintableAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool IsOtherSpace(char32_t code) {
  if (code >= 0x1E00 && code < 0x2000) return false;
  return u_isUWhiteSpace(static_cast<UChar32>(code));
}

bool IsLineBreak(char32_t code) {
  return (code >= 10 && code <= 13) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool IsLetter(char32_t code) {
  if (code < 0x80) return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(code));
}

char32_t WithoutMarks(char32_t code) {
  if (code < 0x80) return code;
  const LetterFacts* facts = FactsOf(code);
  return facts != nullptr ? facts->bare : FindWithoutMarks(code);
}

char32_t FindWithoutMarks(char32_t code) {
  if (code < 0x80) return code;
  if (code == U'đ') return U'd';
  if (code == U'Đ') return U'D';
  static const icu::Normalizer2* nfd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  icu::UnicodeString parts;
  if (nfd->getDecomposition(static_cast<UChar32>(code), parts) && !parts.isEmpty()) {
    code = static_cast<char32_t>(parts.char32At(0));
  }
  return u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK ? 0 : code;
}

}  // namespace trichluc
