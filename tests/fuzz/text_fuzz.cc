// Any bytes as text: normal forms are normal, keys point into their text, old encodings give UTF-8.
#include <algorithm>

#include "fuzz/target.h"
#include "text/legacy.h"
#include "text/syllable.h"
#include "text/text.h"

using namespace trichluc;

namespace {

bool IsUtf8(std::string_view text) { return FromCodePoints(ToCodePoints(text)) == text; }

void CheckKey(std::string_view text) {
  const Key key = MakeKey(text);
  fuzz::Require(IsUtf8(key.text), "a key is UTF-8");
  fuzz::Require(key.origin.size() == key.text.size() + 1, "a key has one origin a byte and one more");
  fuzz::Require(key.origin.back() == text.size(), "the last origin is the text's size");
  for (size_t i = 0; i + 1 < key.origin.size(); ++i) {
    fuzz::Require(key.origin[i] <= key.origin[i + 1], "origins never fall");
  }
  fuzz::Require(MakeKey(key.text).text == key.text, "a key is its own key");
}

void CheckForms(std::string_view text) {
  const std::string normal = Normalise(text), lines = NormaliseLines(text);
  fuzz::Require(IsUtf8(normal) && IsUtf8(lines), "normal text is UTF-8");
  fuzz::Require(Normalise(normal) == normal, "Normalise changes nothing twice");
  fuzz::Require(NormaliseLines(lines) == lines, "NormaliseLines changes nothing twice");
  fuzz::Require(FoldKey(FoldKey(text)) == FoldKey(text), "FoldKey changes nothing twice");
  fuzz::Require(IsUtf8(StripDiacritics(text)) && IsUtf8(Capitalise(normal)), "changed text is UTF-8");
  fuzz::Require(IsUtf8(ToLower(normal)) && IsUtf8(ToUpper(normal)), "text in another case is UTF-8");
  fuzz::Require(Length(text) == ToCodePoints(text).size(), "Length counts code points");
  IsUpper(text);
  IsSyllable(FoldKey(text));
}

void CheckPair(std::string_view a, std::string_view b) {
  fuzz::Require(Compare(a, a) == 0, "a text is equal to itself");
  const int order = Compare(a, b), back = Compare(b, a);
  fuzz::Require((order < 0) == (back > 0) && (order == 0) == (back == 0), "Compare turns with its arguments");
  const size_t distance = EditDistance(a, b);
  fuzz::Require(distance == EditDistance(b, a), "EditDistance minds no order");
  fuzz::Require(EditDistance(a, b, 3) == std::min<size_t>(distance, 4),
                "EditDistance stops behind its limit");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > 4096) return 0;
  fuzz::Bytes bytes(data, size);
  const auto encoding = static_cast<LegacyEncoding>(bytes.Below(7));
  const size_t cut = static_cast<size_t>(bytes.Byte());
  const std::string_view text = bytes.Rest();
  CheckForms(text);
  CheckKey(text);
  CheckPair(text.substr(0, std::min(cut, text.size())), text.substr(std::min(cut, text.size())));
  if (encoding != LegacyEncoding::kNone)
    fuzz::Require(IsUtf8(FromLegacy(text, encoding)), "old text becomes UTF-8");
  GuessEncoding(text);
  EncodingOfFont(text);
  IsUnicode(text);
  return 0;
}
