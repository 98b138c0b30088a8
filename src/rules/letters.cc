#include "rules/letters.h"

#include <utility>

#include "text/text.h"

namespace trichluc {
namespace {

// Without the signs × and ÷ that stand among them.
constexpr std::pair<char32_t, char32_t> kLatin[] = {{'A', 'Z'},   {'a', 'z'},    {0xC0, 0xD6},
                                                    {0xD8, 0xF6}, {0xF8, 0x24F}, {0x1E00, 0x1EFF}};

enum class Case { kAny, kCapital, kSmall };

std::string Ranges(Case wanted) {
  std::string out;
  for (const auto& [first, last] : kLatin) {
    char32_t begin = 0;  // of the range that is open
    for (char32_t code = first; code <= last + 1; ++code) {
      const bool capital = IsUpper(FromCodePoints({code}));
      const bool in = code <= last && (wanted == Case::kAny || (wanted == Case::kCapital) == capital);
      if (in && begin == 0) begin = code;
      if (in || begin == 0) continue;
      out += FromCodePoints({begin});
      if (code - 1 > begin) out += "-" + FromCodePoints({code - 1});
      begin = 0;
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> LatinClass(const std::string& name) {
  static const std::string any = Ranges(Case::kAny), capitals = Ranges(Case::kCapital),
                           small = Ranges(Case::kSmall);
  if (name == "L") return any;
  if (name == "Lu") return capitals;
  if (name == "Ll") return small;
  return std::nullopt;
}

}  // namespace trichluc
