#include "pipeline/handwriting.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "image/pen_strokes.h"
#include "model/pixels.h"
#include "pipeline/stroke_words.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLeastPrint = 20;   // words of print that tell how high letters are
constexpr float kPrint = 0.8f;       // surely print, whatever it says
constexpr float kUnsure = 0.6f;      // may be strokes
constexpr double kHandMargin = 2;    // mm around a clerk's figures: their loops reach beyond the box
constexpr double kSealMargin = 1;
constexpr double kSealSize = 20, kAboveSeal = 25, kAsideSeal = 40;  // mm
constexpr long kPreposition = 2, kMostSigns = 3;  // letters and figures that strokes are read as: before a title, elsewhere
constexpr size_t kTitle = 3;         // letters of a title's first word

Box Grown(const Box& box, int by) { return {box.left - by, box.top - by, box.right + by, box.bottom + by}; }

// The height of print: the median of what is surely print.
int LetterHeight(const std::vector<Word>& words) {
  std::vector<int> heights;
  for (const Word& word : words) {
    if (word.confidence >= kPrint) heights.push_back(word.box.Height());
  }
  if (heights.size() < kLeastPrint) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

enum class Side { kLeft, kRight };

// The nearest word of print on this side, on the same line; null where there is none.
const Word* Neighbour(const std::vector<Word>& words, const Word& word, Side side, int dpi) {
  const Word* nearest = nullptr;
  const int reach = Pixels(kBeside, dpi);
  int least = reach;
  for (const Word& other : words) {
    const bool beside = side == Side::kLeft ? other.box.CentreX() < word.box.left : other.box.CentreX() > word.box.right;
    const int gap = side == Side::kLeft ? word.box.left - other.box.right : other.box.left - word.box.right;
    if (!beside || gap > least || !IsPrint(other) || !Beside(other.box, word.box, reach)) continue;
    nearest = &other;
    least = gap;
  }
  return nearest;
}

// "./." ends a text (Nghị định 30/2020/NĐ-CP, annex I, component 6); who drew it up signs behind it.
bool EndsText(const std::string& text) { return text.ends_with("/.") || text.ends_with("./"); }

// Letters and figures of a word.
long Signs(const Word& word) {
  const std::string plain = StripDiacritics(word.text);
  return std::count_if(plain.begin(), plain.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

// Nothing to be sure of, but no strokes either.
bool MayBeWord(const Word& word) {
  return Signs(word) > kMostSigns || (Signs(word) > kPreposition && ReadsAsSyllable(word.text));
}

// At the height of a seal, or above it as far as authority and title reach.
bool AboveSeal(const PageReading& reading, const Box& box) {
  const int above = Pixels(kAboveSeal, reading.dpi), aside = Pixels(kAsideSeal, reading.dpi);
  return std::any_of(reading.regions.begin(), reading.regions.end(), [&](const Region& region) {
    const Box& seal = region.box;
    return region.kind == "stamp" && seal.Height() >= Pixels(kSealSize, reading.dpi) && box.bottom > seal.top - above &&
           box.top < seal.CentreY() && box.right > seal.left - aside && box.left < seal.right;
  });
}

// What was read there is no word, and stands where people write: behind the text's end, or before the title of who signs.
bool StandsForStrokes(const PageReading& reading, const Word& word) {
  if (word.grid >= 0 || word.confidence >= kUnsure || IsPrint(word)) return false;
  const Word* before = Neighbour(reading.words, word, Side::kLeft, reading.dpi);
  if (before != nullptr) return EndsText(before->text);
  const Word* behind = Neighbour(reading.words, word, Side::kRight, reading.dpi);
  return behind != nullptr && Length(behind->text) >= kTitle && IsUpper(behind->text) && Signs(word) <= kPreposition &&
         AboveSeal(reading, word.box);
}

KnownPrint WhatIsKnown(const PageReading& reading) {
  KnownPrint known;
  known.letter = LetterHeight(reading.words);
  for (const Word& word : reading.words) {
    if (word.confidence >= kPrint || IsPrint(word)) known.words.push_back(word.box);
    else (StandsForStrokes(reading, word) ? known.strokes : known.likely).push_back(word.box);
  }
  for (const Grid& grid : reading.grids) known.closed.push_back(grid.box);
  for (const Region& region : reading.regions) known.closed.push_back(Grown(region.box, Pixels(kSealMargin, reading.dpi)));
  for (const HandReading& hand : reading.hand) known.closed.push_back(Grown(hand.box, Pixels(kHandMargin, reading.dpi)));
  return known;
}

}  // namespace

int FindHandwriting(const Image& text, PageReading* reading) {
  const KnownPrint known = WhatIsKnown(*reading);
  std::vector<Box> strokes = FindPenStrokes(text, known);
  std::sort(strokes.begin(), strokes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  for (const Box& box : strokes) reading->regions.push_back({"handwriting", box, "black"});
  const int reach = Pixels(kBeside, reading->dpi);
  const auto written = [&](const Word& word) {
    if (word.grid >= 0 || word.confidence >= kUnsure || IsPrint(word)) return false;
    const bool alone = std::find(known.strokes.begin(), known.strokes.end(), word.box) != known.strokes.end() ||
                       (!MayBeWord(word) && !BesidePrint(reading->words, word, reach));
    return alone && std::any_of(strokes.begin(), strokes.end(), [&](const Box& stroke) {
             return 2 * stroke.Intersect(word.box).Area() > word.box.Area();
           });
  };
  std::vector<bool> goes;
  for (const Word& word : reading->words) goes.push_back(written(word));
  size_t i = 0;
  return static_cast<int>(std::erase_if(reading->words, [&](const Word&) { return goes[i++]; }));
}

}  // namespace trichluc
