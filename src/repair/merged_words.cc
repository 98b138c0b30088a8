#include "repair/merged_words.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastPartCount = 50;  // of each part: rarer ones are other misreadings ("Tẳắng")
constexpr double kLeastPair = 3;    // of two neighbours
constexpr double kOften = 50;       // of two that need no other neighbour
constexpr size_t kLongest = 7;      // letters of a syllable: "nghiêng"
constexpr double kMergedSureness = 0.95;

bool IsWord(const WordCounts& counts, const std::string& folded) {
  return counts.Count(HashOf(folded)) >= kLeastPartCount && IsSyllable(folded);
}

bool HasMark(const std::u32string& letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t letter) { return letter >= 0x80; });
}

bool IsCapital(char32_t letter) {
  const std::string text = FromCodePoints(std::u32string(1, letter));
  return ToLower(text) != text;
}

std::string FoldedAt(const PageReading& reading, size_t at) {
  return at < reading.words.size() ? FoldKey(SplitWord(reading.words[at].text).core) : "";
}

class Parter {
 public:
  Parter(const WordCounts& counts, const PageReading& reading, size_t at)
      : counts_(counts), before_(at > 0 ? FoldedAt(reading, at - 1) : ""), behind_(FoldedAt(reading, at + 1)) {}

  // Nothing where the word cannot be parted.
  std::u32string Parted(const std::u32string& core) const {
    const std::u32string by_capitals = AtCapitals(core);
    return by_capitals.empty() ? AtBestPlaces(core) : by_capitals;
  }

 private:
  double Pair(const std::string& first, const std::string& second) const { return counts_.Count(HashOf(first), HashOf(second)); }
  bool Beside(const std::string& first, const std::string& second) const {
    return !first.empty() && !second.empty() && Pair(first, second) >= kLeastPair;
  }

  // "LêHoàngVinh": capitals behind small letters.
  std::u32string AtCapitals(const std::u32string& core) const {
    std::u32string parted;
    std::string last, part;
    bool good = true;
    const auto close = [&](size_t from, size_t to) {
      part = FoldKey(FromCodePoints(core.substr(from, to - from)));
      good = good && IsWord(counts_, part) && (from == 0 || Beside(last, part));
      last = part;
    };
    size_t from = 0;
    for (size_t i = 1; i < core.size(); ++i) {
      if (!IsCapital(core[i]) || IsCapital(core[i - 1])) continue;
      close(from, i);
      parted += core.substr(from, i - from) + U' ';
      from = i;
    }
    if (from == 0) return {};
    close(from, core.size());
    return good ? parted + core.substr(from) : std::u32string();
  }

  struct Way {
    std::vector<std::string> parts;  // folded
    std::vector<size_t> ends;
    double chance = 1;  // of each part behind the one before it
  };

  std::u32string AtBestPlaces(const std::u32string& core) const {
    if (!HasMark(core)) return {};
    Way way, best;
    best.chance = 0;
    Walk(core, &way, &best);
    std::u32string parted;
    for (size_t i = 0, from = 0; i < best.ends.size(); from = best.ends[i++])
      parted += (i > 0 ? U" " : U"") + core.substr(from, best.ends[i] - from);
    return parted;
  }

  // All ways to part the word behind the end of `way` into syllables that stand beside each other.
  void Walk(const std::u32string& core, Way* way, Way* best) const {
    const size_t from = way->ends.empty() ? 0 : way->ends.back();
    if (from == core.size()) {
      if (way->chance > best->chance && IsLikely(*way)) *best = *way;
      return;
    }
    for (size_t end = from + 1; end <= std::min(core.size(), from + kLongest); ++end) {
      const std::string part = FoldKey(FromCodePoints(core.substr(from, end - from)));
      if (!IsWord(counts_, part) || (from > 0 && !Beside(way->parts.back(), part))) continue;
      const double before = way->chance;
      if (from > 0) way->chance *= Pair(way->parts.back(), part) / (counts_.Count(HashOf(way->parts.back())) + 1);
      way->parts.push_back(part);
      way->ends.push_back(end);
      Walk(core, way, best);
      way->parts.pop_back();
      way->ends.pop_back();
      way->chance = before;
    }
  }

  // Three or more syllables bear each other out; two that often stand so, or of which one stands beside the word's neighbour.
  bool IsLikely(const Way& way) const {
    if (way.parts.size() < 2) return false;
    if (way.parts.size() > 2) return std::all_of(way.parts.begin(), way.parts.end(), [](const std::string& part) { return Length(part) > 1; });
    return Beside(before_, way.parts[0]) || Beside(way.parts[1], behind_) || Pair(way.parts[0], way.parts[1]) >= kOften;
  }

  const WordCounts& counts_;
  const std::string before_, behind_;
};

}  // namespace

void PartMerged(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs) {
  for (size_t i = 0; i < reading->words.size(); ++i) {
    Word& word = reading->words[i];
    const WordParts parts = SplitWord(word.text);
    const std::u32string core = ToCodePoints(parts.core);
    if (core.size() < 3 || !IsLetters(parts.core) || IsSyllable(FoldKey(parts.core))) continue;
    const std::u32string parted = Parter(counts, *reading, i).Parted(core);
    if (parted.empty()) continue;
    repairs->push_back({reading->page, word.box, word.text, parts.before + FromCodePoints(parted) + parts.after,
                        "word.merged", kMergedSureness});
    word.text = repairs->back().text;
    word.doubts.clear();  // their places are those of the letters as read
  }
}

}  // namespace trichluc
