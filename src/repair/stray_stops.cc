#include "repair/stray_stops.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastPair = 10;  // sightings of the two words beside each other
constexpr double kStopSureness = 0.95;

bool IsSmall(const std::string& core) {
  return Length(core) > 1 && IsLetters(core) && ToLower(core) == core && IsSyllable(FoldKey(core));
}

// Also with a capital, as where a sentence begins.
bool IsSmallOrFirst(const std::string& core) { return IsSmall(core) || (Capitalise(ToLower(core)) == core && IsSmall(ToLower(core))); }

bool ABlankBehind(const Box& word, const Box& next) {
  const int height = std::max(word.Height(), next.Height()), gap = next.left - word.right;
  const int beside = std::min(word.bottom, next.bottom) - std::max(word.top, next.top);
  return gap < height && next.left > word.left && 2 * beside > std::min(word.Height(), next.Height());
}

double Pair(const WordCounts& counts, const std::string& first, const std::string& second) {
  return counts.Count(HashOf(FoldKey(first)), HashOf(FoldKey(second)));
}

bool IsStray(const WordCounts& counts, const WordParts& word, const WordParts& next) {
  return word.after == "." && next.before.empty() && IsSmallOrFirst(word.core) && IsSmall(next.core) &&
         Pair(counts, word.core, next.core) >= kLeastPair;
}

// "P., KHTC": the stop of an abbreviation and a speck behind it.
bool IsStoppedTwice(const WordParts& word, const WordParts& next) {
  return word.after == ".," && Length(word.core) == 1 && IsUpper(word.core) && next.before.empty() && Length(next.core) > 1 &&
         IsLetters(next.core) && IsUpper(next.core);
}

// "sau.đánh", "năm.2017" → a blank; "" for others.
std::string WithBlank(const WordCounts& counts, const std::string& core) {
  constexpr std::array<std::string_view, 3> kBeforeFigures = {"năm", "tháng", "ngày"};
  const size_t stop = core.find('.');
  if (stop == std::string::npos || stop + 1 == core.size()) return "";
  const std::string first = core.substr(0, stop), second = core.substr(stop + 1);
  const bool dated = second.find_first_not_of("0123456789/") == std::string::npos &&
                     std::find(kBeforeFigures.begin(), kBeforeFigures.end(), first) != kBeforeFigures.end();
  const bool words = IsSmallOrFirst(first) && IsSmall(second) && Pair(counts, first, second) >= kLeastPair;
  return dated || words ? first + " " + second : "";
}

}  // namespace

void DropStrayStops(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs) {
  const auto change = [&](Word& word, const std::string& text) {
    repairs->push_back({reading->page, word.box, word.text, text, "word.stop", kStopSureness});
    word.text = text;
    word.doubts.clear();  // their places are those of the letters as read
  };
  for (size_t i = 0; i < reading->words.size(); ++i) {
    Word& word = reading->words[i];
    const WordParts parts = SplitWord(word.text);
    if (const std::string parted = WithBlank(counts, parts.core); !parted.empty()) {
      change(word, parts.before + parted + parts.after);
      continue;
    }
    if (i + 1 == reading->words.size()) continue;
    const Word& next = reading->words[i + 1];
    if (!ABlankBehind(word.box, next.box)) continue;
    const WordParts following = SplitWord(next.text);
    if (IsStray(counts, parts, following)) change(word, parts.before + parts.core);
    if (IsStoppedTwice(parts, following)) change(word, parts.before + parts.core + ".");
  }
}

}  // namespace trichluc
