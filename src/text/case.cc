#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {

std::string ToLower(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("vi", 0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  return out;
}

std::string ToUpper(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("vi", 0, {text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
  return out;
}

std::string Capitalise(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const char32_t code = DecodeAt(text, &i);
    if (!IsLetter(code)) continue;
    std::string out(text.substr(0, begin));
    AppendTo(&out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(code))));
    return out.append(text.substr(i));
  }
  return std::string(text);
}

bool IsUpper(std::string_view text) {
  bool letters = false;
  for (size_t i = 0; i < text.size();) {
    const auto code = static_cast<UChar32>(DecodeAt(text, &i));
    if (u_islower(code)) return false;
    letters = letters || u_isupper(code);
  }
  return letters;
}

}  // namespace trichluc
