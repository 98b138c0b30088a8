#include "pipeline/stroke_words.h"

#include <algorithm>
#include <vector>

#include "model/pixels.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr float kSure = 0.6f;        // of a word of print
constexpr float kSurest = 0.9f;      // stays whatever it is: a figure, "V/v"
constexpr size_t kShortestWord = 2, kLongestStroke = 4;  // letters

bool Covers(const Box& region, const Box& word) {
  return word.left >= region.left && word.right <= region.right && word.top >= region.top && word.bottom <= region.bottom;
}

// In a seal or signature; the stamp of arrival has print and figures of its own.
bool InMark(const std::vector<Region>& regions, const Box& word) {
  const auto covers = [&](auto is_kind) {
    return std::any_of(regions.begin(), regions.end(),
                       [&](const Region& region) { return is_kind(region.kind) && Covers(region.box, word); });
  };
  return covers([](const std::string& kind) { return kind == "stamp" || kind == "signature"; }) &&
         !covers([](const std::string& kind) { return kind == "incoming"; });
}

}  // namespace

bool ReadsAsSyllable(const std::string& text) {
  const std::string folded = FoldKey(text);
  const size_t begin = folded.find_first_not_of("([\"'-"), end = folded.find_last_not_of(".,:;)]\"'/*-");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return false;
  const std::string bare = folded.substr(begin, end + 1 - begin);
  return Length(bare) >= kShortestWord && IsSyllable(bare);
}

bool IsPrint(const Word& word) {
  return word.confidence >= kSurest || (word.confidence >= kSure && ReadsAsSyllable(word.text));
}

bool Beside(const Box& a, const Box& b, int reach) {
  const int overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  const int gap = std::max(a.left, b.left) - std::min(a.right, b.right);
  return 2 * overlap >= std::min(a.Height(), b.Height()) && gap <= reach;
}

bool BesidePrint(const std::vector<Word>& words, const Word& word, int reach) {
  return std::any_of(words.begin(), words.end(), [&](const Word& other) {
    return &other != &word && IsPrint(other) && Beside(word.box, other.box, reach);
  });
}

int DropStrokes(PageReading* reading) {
  const std::vector<Word>& words = reading->words;
  const int reach = Pixels(kBeside, reading->dpi);
  std::vector<bool> stroke(words.size(), false);
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.grid >= 0 || Length(word.text) > kLongestStroke || IsPrint(word) || !InMark(reading->regions, word.box)) continue;
    stroke[i] = !BesidePrint(words, word, reach);
  }
  size_t i = 0;
  return static_cast<int>(std::erase_if(reading->words, [&](const Word&) { return stroke[i++]; }));
}

}  // namespace trichluc
