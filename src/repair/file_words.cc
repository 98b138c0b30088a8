#include "repair/file_words.h"

#include <algorithm>

#include "repair/sequence.h"
#include "repair/tokens.h"
#include "text/syllable.h"

namespace trichluc {
namespace {

constexpr double kSlips = 1.5;  // so many sightings may be errors as well
constexpr double kUndecided = 0.6;  // what a word counts that may be another

double CountIn(const std::unordered_map<WordHash, double>& counts, WordHash hash) {
  const auto found = counts.find(hash);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

void FileWords::Add(const PageReading& reading, const std::set<int>& undecided) {
  WordHash previous = 0;  // 0: none that counts
  double sure = 1;
  ForEachToken(reading, [&](const std::string& token, const Word* word) {
    const bool counts = word != nullptr && word->confidence >= kSure && IsSyllable(token);
    const WordHash here = counts ? HashOf(token) : 0;
    const bool doubtful = counts && undecided.contains(static_cast<int>(word - reading.words.data()));
    const double now = doubtful ? kUndecided : 1;
    if (previous != 0 && here != 0) {
      const double weight = std::min(sure, now);
      firsts_[previous] += weight;
      pairs_[HashOf(previous, here)] += weight;
    }
    previous = here;
    sure = now;
  });
}

double FileWords::Count(WordHash first, WordHash second) const { return CountIn(pairs_, HashOf(first, second)); }

double FileWords::Chance(WordHash first, WordHash second, double general, double weight, WordHash read) const {
  double firsts = CountIn(firsts_, first);
  if (firsts == 0) return general;
  double both = CountIn(pairs_, HashOf(first, second));
  if (read != 0 && CountIn(pairs_, HashOf(first, read)) > 0) {
    firsts = std::max(firsts - 1, 0.0);
    if (read == second) both = std::max(both - 1, 0.0);
  }
  return (weight * general + std::max(both - kSlips, 0.0)) / (weight + firsts);
}

}  // namespace trichluc
