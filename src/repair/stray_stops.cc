#include "repair/stray_stops.h"

#include <algorithm>
#include <string>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastPair = 10;  // sightings of the two words beside each other
constexpr double kSureness = 0.95;

bool IsSmallSyllable(const std::string& core) {
  return Length(core) > 1 && IsLetters(core) && ToLower(core) == core && IsSyllable(FoldKey(core));
}

bool ABlankBehind(const Box& word, const Box& next) {
  const int height = std::max(word.Height(), next.Height()), gap = next.left - word.right;
  const int beside = std::min(word.bottom, next.bottom) - std::max(word.top, next.top);
  return gap < height && next.left > word.left && 2 * beside > std::min(word.Height(), next.Height());
}

}  // namespace

void DropStrayStops(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs) {
  for (size_t i = 0; i + 1 < reading->words.size(); ++i) {
    Word& word = reading->words[i];
    const Word& next = reading->words[i + 1];
    const WordParts parts = SplitWord(word.text), following = SplitWord(next.text);
    if (parts.after != "." || !following.before.empty() || !ABlankBehind(word.box, next.box)) continue;
    if (!IsSmallSyllable(parts.core) || !IsSmallSyllable(following.core)) continue;
    if (counts.Count(HashOf(FoldKey(parts.core)), HashOf(FoldKey(following.core))) < kLeastPair) continue;
    repairs->push_back({reading->page, word.box, word.text, parts.before + parts.core, "word.stop", kSureness});
    word.text = repairs->back().text;
  }
}

}  // namespace trichluc
