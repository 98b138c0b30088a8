#include "repair/merged_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastCount = 50;  // of each part: rarer ones are other misreadings ("Tẳắng")
constexpr double kLeastPair = 3;    // of two neighbours
constexpr double kSureness = 0.95;

bool IsWord(const WordCounts& counts, const std::string& folded) {
  return counts.Count(HashOf(folded)) >= kLeastCount && IsSyllable(folded);
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
    return by_capitals.empty() ? AtBestPlace(core) : by_capitals;
  }

 private:
  bool Beside(const std::string& first, const std::string& second) const {
    return !first.empty() && !second.empty() && counts_.Count(HashOf(first), HashOf(second)) >= kLeastPair;
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

  // The parts stand beside each other, and one of them beside the word's neighbour.
  std::u32string AtBestPlace(const std::u32string& core) const {
    if (!HasMark(core)) return {};
    std::u32string best;
    double most = 0;
    for (size_t i = 1; i < core.size(); ++i) {
      const std::string first = FoldKey(FromCodePoints(core.substr(0, i))),
                        second = FoldKey(FromCodePoints(core.substr(i)));
      if (!IsWord(counts_, first) || !IsWord(counts_, second) || !Beside(first, second)) continue;
      if (!Beside(before_, first) && !Beside(second, behind_)) continue;
      const double count = counts_.Count(HashOf(first), HashOf(second));
      if (count <= most) continue;
      most = count;
      best = core.substr(0, i) + U' ' + core.substr(i);
    }
    return best;
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
                        "word.merged", kSureness});
    word.text = repairs->back().text;
    word.doubts.clear();  // their places are those of the letters as read
  }
}

}  // namespace trichluc
