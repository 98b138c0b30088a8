#include "repair/lone_capitals.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSureness = 0.95;
constexpr std::u32string_view kAlike = U"ckopsuvx";

bool IsOneHeight(const std::string& small) {
  const std::u32string bare = ToCodePoints(StripDiacritics(small));
  return std::all_of(bare.begin(), bare.end(), [](char32_t letter) { return kAlike.find(letter) != std::u32string_view::npos; });
}

// A word of small letters, nothing behind it.
bool IsSmall(const Word& word) {
  const WordParts parts = SplitWord(word.text);
  return !parts.core.empty() && parts.before.empty() && parts.after.empty() && IsLetters(parts.core) && ToLower(parts.core) == parts.core;
}

bool SameCell(const Word& a, const Word& b) { return a.grid == b.grid && a.cell == b.cell; }

}  // namespace

void MendLoneCapitals(PageReading* reading, std::vector<Repair>* repairs) {
  std::vector<Word>& words = reading->words;
  for (size_t i = 2; i < words.size(); ++i) {
    const WordParts parts = SplitWord(words[i].text);
    if (Length(parts.core) < 2 || !parts.before.empty() || !IsUpper(parts.core)) continue;
    const std::string small = ToLower(parts.core);
    if (!IsOneHeight(small) || !HasTone(small) || !IsSyllable(FoldKey(small))) continue;
    const bool follows = SameCell(words[i - 2], words[i]) && SameCell(words[i - 1], words[i]) && !IsUpper(words[i - 2].text) && IsSmall(words[i - 1]);
    const bool goes_on = i + 1 < words.size() && SameCell(words[i + 1], words[i]) && IsUpper(SplitWord(words[i + 1].text).core);
    if (!follows || goes_on) continue;
    repairs->push_back({reading->page, words[i].box, words[i].text, small + parts.after, "word.capitals", kSureness});
    words[i].text = repairs->back().text;
  }
}

}  // namespace trichluc
