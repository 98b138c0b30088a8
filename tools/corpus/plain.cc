#include "corpus/plain.h"

#include <pango/pango.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cctype>
#include <regex>

#include "corpus/error.h"

namespace trichluc::corpus {
namespace {

// Length in bytes of the white space that `text` begins with, 0 when there is none.
std::size_t BlankAt(std::string_view text) {
  const auto c = static_cast<unsigned char>(text[0]);
  if (c == ' ' || (c >= 9 && c <= 13)) return 1;
  if (text.starts_with("\u00a0")) return 2;
  for (const std::string_view wide :
       {"\u200b", "\u2028", "\u2029", "\u2060", "\ufeff", "\u2002", "\u2003", "\u2009"}) {
    if (text.starts_with(wide)) return wide.size();
  }
  return 0;
}

bool IsWordByte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
}

// End of a match of `wanted` at `at`, or npos.
std::size_t MatchAt(std::string_view page, std::size_t at, std::string_view wanted) {
  for (const char c : wanted) {
    if (at < page.size() && page[at] == ' ' && c != ' ') ++at;
    if (at >= page.size() || page[at] != c) return std::string_view::npos;
    ++at;
  }
  return at;
}

}  // namespace

std::string Nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw Error("ICU has no NFC data; install libicu");
  const auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string result;
  nfc->normalize(wide, status).toUTF8String(result);
  return result;
}

std::string Normalise(std::string_view text) {
  const std::string composed = Nfc(text);
  std::string result;
  bool blank = false;
  for (std::string_view rest = composed; !rest.empty();) {
    if (const std::size_t skip = BlankAt(rest)) {
      // Joiners that only steer line breaks leave no blank behind.
      const bool invisible =
          rest.starts_with("\u2060") || rest.starts_with("\u200b") || rest.starts_with("\ufeff");
      blank = blank || !invisible;
      rest.remove_prefix(skip);
      continue;
    }
    if (blank && !result.empty()) result += ' ';
    blank = false;
    result += rest[0];
    rest.remove_prefix(1);
  }
  return result;
}

std::optional<std::string> StripMarkup(const std::string& markup, std::string* why) {
  char* text = nullptr;
  GError* error = nullptr;
  if (!pango_parse_markup(markup.c_str(), -1, 0, nullptr, &text, nullptr, &error)) {
    if (why) *why = error->message;
    g_error_free(error);
    return std::nullopt;
  }
  std::string result = text;
  g_free(text);
  return result;
}

std::string PlainText(const std::string& markup) {
  static const std::regex kNoteMark("(^|[^mM])<sup>[0-9]{1,2}</sup>");  // but not the exponent of m², km²
  const std::string unmarked = std::regex_replace(markup, kNoteMark, "$1");
  return Normalise(StripMarkup(unmarked).value_or(unmarked));
}

std::size_t FindPrinted(std::string_view page, std::string_view wanted) {
  if (wanted.empty()) return std::string_view::npos;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (page[at] != wanted[0]) continue;
    if (at > 0 && IsWordByte(wanted[0]) && IsWordByte(page[at - 1])) continue;
    const std::size_t end = MatchAt(page, at, wanted);
    if (end == std::string_view::npos) continue;
    if (end < page.size() && IsWordByte(wanted.back()) && IsWordByte(page[end])) continue;
    return at;
  }
  return std::string_view::npos;
}

}  // namespace trichluc::corpus
