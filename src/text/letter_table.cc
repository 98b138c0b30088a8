#include "text/letter_table.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <string>

#include "text/unicode.h"

namespace trichluc {
namespace {

constexpr size_t kFacts = kLatinEnd + (kMoreLatinEnd - kMoreLatin);

std::string InCase(char32_t code, bool small) {
  std::string text, out;
  AppendTo(&text, code);
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (small) {
    icu::CaseMap::utf8ToLower("vi", 0, piece, sink, nullptr, status);
  } else {
    icu::CaseMap::utf8ToUpper("vi", 0, piece, sink, nullptr, status);
  }
  return out;
}

// `simple` where it is all that the letter becomes.
char16_t Whole(UChar32 simple, const std::string& full) {
  std::string text;
  AppendTo(&text, static_cast<char32_t>(simple));
  return simple <= 0xFFFF && text == full ? static_cast<char16_t>(simple) : u'\0';
}

}  // namespace

const LetterFacts* MakeLetterTable() {
  auto* table = new LetterFacts[kFacts];
  for (size_t i = 0; i < kFacts; ++i) {
    const char32_t letter = static_cast<char32_t>(i < kLatinEnd ? i : i - kLatinEnd + kMoreLatin);
    const auto code = static_cast<UChar32>(letter);
    table[i] = {static_cast<char16_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT)),
                static_cast<char16_t>(FindWithoutMarks(letter)),
                Whole(u_tolower(code), InCase(letter, true)),
                Whole(u_toupper(code), InCase(letter, false)),
                static_cast<bool>(u_islower(code)),
                static_cast<bool>(u_isupper(code))};
  }
  return table;
}

}  // namespace trichluc
