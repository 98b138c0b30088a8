#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include "text/letter_table.h"
#include "text/text.h"
#include "text/unicode.h"

namespace trichluc {

namespace {

// False where a letter may become several, or another in some places; `out` stays then.
bool ChangeEach(std::string_view text, char16_t LetterFacts::*to, std::string* out) {
  TextWriter changed(text.size());
  for (size_t i = 0; i < text.size();) {
    const LetterFacts* facts = FactsOf(DecodeAt(text, &i));
    if (facts == nullptr || (facts->*to == 0)) return false;
    changed.Add(facts->*to);
  }
  *out = changed.Text();
  return true;
}

icu::StringPiece Piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

}  // namespace

std::string ToLower(std::string_view text) {
  std::string out;
  if (ChangeEach(text, &LetterFacts::small, &out)) return out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("vi", 0, Piece(text), sink, nullptr, status);
  return out;
}

std::string ToUpper(std::string_view text) {
  std::string out;
  if (ChangeEach(text, &LetterFacts::capital, &out)) return out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("vi", 0, Piece(text), sink, nullptr, status);
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
    const char32_t code = DecodeAt(text, &i);
    const LetterFacts* facts = FactsOf(code);
    if (facts != nullptr ? facts->is_small : u_islower(static_cast<UChar32>(code)) != 0) return false;
    letters = letters || (facts != nullptr ? facts->is_capital : u_isupper(static_cast<UChar32>(code)) != 0);
  }
  return letters;
}

}  // namespace trichluc
