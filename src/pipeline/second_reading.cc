#include "pipeline/second_reading.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/number_words.h"
#include "pipeline/read_page_cells.h"
#include "pipeline/word_vote.h"
#include "repair/quality.h"
#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSurePage = 0.9;  // mean confidence of words
constexpr double kWide = 0.3, kHigh = 0.5;  // share of the smaller word's box that two readings of one have in common
constexpr double kWord = 0.3;               // what it is worth that all words can be words
constexpr double kClearly = 0.02;           // by which the second reading must be likelier
constexpr double kUnderSeal = 0.2;          // under a black seal of a page that was read surely
constexpr double kInBlock = 0.02;           // where the second reader learnt such blocks
constexpr float kAlone = 0.7f;              // of a word where the first reading has none

void SetMeasured(std::string_view name, double value, PageReading* reading) {
  for (Measurement& measurement : reading->measurements) {
    if (measurement.name == name) measurement.value = value;
  }
}

bool SamePlace(const Box& a, const Box& b) {
  const int wide = std::min(a.right, b.right) - std::max(a.left, b.left),
            high = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return wide > kWide * std::min(a.Width(), b.Width()) && high > kHigh * std::min(a.Height(), b.Height());
}

bool HasDigit(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

using Words = std::vector<const Word*>;

double Likelihood(const Words& words) {
  double sure = 0, letters = 0, can_be = 0;
  for (const Word* word : words) {
    const auto length = static_cast<double>(Length(word->text));
    sure += length * word->confidence;
    letters += length;
    can_be += length * CanBeWord(word->text);
  }
  return letters == 0 ? 0 : (sure + kWord * can_be) / letters;
}

std::string TextOf(const Words& words) {
  std::string text;
  for (const Word* word : words) text += word->text + " ";
  return text;
}

// Words of both readings that stand in one place, left to right.
struct Place {
  Words first, second;
};

std::vector<Place> Places(const std::vector<Word>& first, const std::vector<Word>& second) {
  const size_t count = first.size() + second.size();
  std::vector<size_t> parent(count);
  std::iota(parent.begin(), parent.end(), size_t{0});
  const auto root = [&](size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (size_t a = 0; a < first.size(); ++a) {
    for (size_t b = 0; b < second.size(); ++b) {
      if (SamePlace(first[a].box, second[b].box)) parent[root(first.size() + b)] = root(a);
    }
  }
  std::vector<Place> by_root(count), places;
  for (size_t a = 0; a < first.size(); ++a) by_root[root(a)].first.push_back(&first[a]);
  for (size_t b = 0; b < second.size(); ++b) by_root[root(first.size() + b)].second.push_back(&second[b]);
  const auto left = [](const Word* a, const Word* b) { return a->box.left < b->box.left; };
  for (Place& place : by_root) {
    std::sort(place.first.begin(), place.first.end(), left);
    std::sort(place.second.begin(), place.second.end(), left);
    if (!place.first.empty() || !place.second.empty()) places.push_back(std::move(place));
  }
  return places;
}

bool TakesSecond(const Place& place, double least) {
  if (place.second.empty()) return false;
  if (place.first.empty()) {
    return std::all_of(place.second.begin(), place.second.end(),
                       [](const Word* word) { return word->confidence >= kAlone && CanBeWord(word->text); });
  }
  return TextOf(place.first) != TextOf(place.second) &&
         Likelihood(place.second) > Likelihood(place.first) + least;
}

// Whether a place lies under one of the seals.
bool IsUnder(const Place& place, const std::vector<Box>& seals) {
  return std::any_of(seals.begin(), seals.end(), [&](const Box& seal) {
    const auto under = [&](const Word* word) { return !seal.Intersect(word->box).Empty(); };
    return std::any_of(place.first.begin(), place.first.end(), under) || std::any_of(place.second.begin(), place.second.end(), under);
  });
}

// Black ones are looked for only where no coloured one was found, so that all stamps of such a page are black.
std::vector<Box> BlackSeals(const PageReading& reading) {
  std::vector<Box> seals;
  if (Measured(reading, "black_seals") == 0) return seals;
  for (const Region& region : reading.regions) {
    if (region.kind == "stamp") seals.push_back(region.box);
  }
  return seals;
}

// Whether the first reading of a place stands in one of the lines.
bool InLine(const Place& place, const std::vector<Box>& lines) {
  return std::any_of(lines.begin(), lines.end(), [&](const Box& line) {
    return std::any_of(place.first.begin(), place.first.end(),
                       [&](const Word* word) { return line.Contains(word->box.CentreX(), word->box.CentreY()); });
  });
}

// Where lines of number stand, in which a pen wrote: neither network learnt that, and the spots for the pen's figures are
// found by what the first one reads.
std::vector<Box> NumberLines(const std::vector<Word>& first) {
  constexpr int kReach = 6;  // heights of a word to both sides of "Số" or symbol
  std::vector<Box> lines;
  for (const Word& word : first) {
    bool alone = false;
    if (!BeginsWithSo(word.text, &alone) && SymbolIn(word.text) == std::string::npos) continue;
    const int reach = kReach * word.box.Height();
    lines.push_back({word.box.left - reach, word.box.top, word.box.right + reach, word.box.bottom});
  }
  return lines;
}

// Whether the middle of a box lies in one of the blocks.
bool In(const std::vector<Box>& blocks, const Box& box) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Box& block) { return block.Contains(box.CentreX(), box.CentreY()); });
}

// How much of a name was read: letters of words, each as sure as its word, that can be words and begin with a capital.
double NameRead(const Words& words) {
  constexpr double kNoWord = 0.3, kSmall = 0.6;
  double letters = 0;
  for (const Word* word : words) {
    const size_t length = Length(word->text);
    if (length < 2) continue;
    const bool capital = IsUpper(FromCodePoints(ToCodePoints(word->text).substr(0, 1)));
    letters += static_cast<double>(length) * word->confidence * (CanBeWord(word->text) ? 1 : kNoWord) * (capital ? 1 : kSmall);
  }
  return letters;
}

// Lines across the lower half of a seal, where names stand, of which the second reading says clearly more, or more at all where its reader
// learnt such `blocks`: there words hang together, and are taken from one reading.
std::vector<Box> NameLines(const std::vector<Box>& seals, const std::vector<Box>& blocks, const std::vector<Word>& first, const std::vector<Word>& second) {
  constexpr float kNoRing = 0.5f;
  constexpr double kMore = 2, kLower = 0.62;  // letters; of the seal's height: names stand below that
  std::vector<Box> lines;
  for (const Box& seal : seals) {
    const Box lower{seal.left, seal.top + static_cast<int>(kLower * seal.Height()), seal.right, seal.bottom + seal.Height() / 6};
    Words crossing;  // of either reading
    for (const std::vector<Word>* words : {&first, &second}) {
      for (const Word& word : *words) {
        if (lower.Contains(std::clamp(static_cast<int>(word.box.CentreX()), lower.left, lower.right - 1), word.box.CentreY()) &&
            word.box.right > seal.left && word.box.left < seal.right + 2 * seal.Width())
          crossing.push_back(&word);
      }
    }
    for (const Word* anchor : crossing) {
      const auto beside = [&](const Word* word) { return SameLine(word->box, anchor->box); };
      const auto known = [&](const Box& line) { return line.Contains(anchor->box.CentreX(), anchor->box.CentreY()); };
      if (Length(anchor->text) < 2 || std::any_of(lines.begin(), lines.end(), known)) continue;
      Words of_first, of_second;
      Box line;
      for (const Word* word : crossing) {
        if (!beside(word)) continue;
        const bool is_first = !first.empty() && word >= first.data() && word < first.data() + first.size();
        (is_first ? of_first : of_second).push_back(word);
        line = line.Union(word->box);
      }
      const bool learnt = !of_second.empty() && In(blocks, line);
      // A ring's letters are read unsurely.
      const bool ring = std::any_of(of_second.begin(), of_second.end(), [](const Word* word) { return word->confidence < kNoRing; });
      if (learnt && ring) continue;
      if (NameRead(of_second) > NameRead(of_first) + (learnt ? 0 : kMore)) lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace

bool IsUnsure(const PageReading& reading) { return MeanConfidence(reading.words) < kSurePage; }

bool WantsSecondReading(const PageReading& reading) {
  return !reading.words.empty() && (Measured(reading, "black_seals") > 0 || IsUnsure(reading));
}

void TakeLikelierWords(PageReading* first, PageReading second, const SealedBlocks& learnt) {
  const bool whole = IsUnsure(*first), swapped = whole && MeanConfidence(second.words) > MeanConfidence(first->words);
  if (swapped) std::swap(*first, second);
  const std::vector<Box> seals = BlackSeals(*first), numbers = NumberLines(swapped ? second.words : first->words);
  const std::vector<Word> before = std::move(first->words);
  const std::vector<Box> blocks = swapped ? std::vector<Box>{} : learnt.blocks;
  const std::vector<Box> names = whole ? std::vector<Box>{} : NameLines(seals, blocks, before, second.words);
  std::vector<std::vector<Word>> at(before.size());  // what stands there now
  std::vector<Word> cells, outside;                  // of places where nothing stood
  int changed = 0;
  for (const Place& place : Places(before, second.words)) {
    const auto index = [&](const Word* word) { return static_cast<size_t>(word - before.data()); };
    const bool disagree = !place.first.empty() && !place.second.empty() && TextOf(place.first) != TextOf(place.second);
    const bool under = IsUnder(place, seals);
    const bool of_number = whole && !under && !place.first.empty() && InLine(place, numbers);
    // What only the second saw under a seal may be the seal's own letters, or what stands in most such blocks.
    const Box& box = (place.first.empty() ? place.second : place.first).front()->box;
    const bool in_block = !whole && In(blocks, box), voted = !whole && In(learnt.voted, box);
    const bool may = whole || ((under || in_block) && !place.first.empty());
    const bool take = voted || In(names, box) ? true : of_number ? swapped && !place.second.empty() : may && TakesSecond(place, whole ? kClearly : in_block ? kInBlock : kUnderSeal);
    float least = 1;
    for (const Words* words : {&place.first, &place.second}) {
      for (const Word* word : *words) least = std::min(least, word->confidence);
    }
    for (const Word* chosen : take ? place.second : place.first) {
      Word word = *chosen;
      if (disagree && (whole || under) && HasDigit(word.text)) word.confidence = least;
      if (take && !place.first.empty()) {
        word.grid = place.first[0]->grid;
        word.cell = place.first[0]->cell;
      } else if (take) {
        word.grid = word.cell = -1;
        for (size_t g = 0; g < first->grids.size(); ++g) PutIntoGrid(word, first->grids[g], static_cast<int>(g));
      }
      auto& there = !place.first.empty() ? at[index(take ? place.first[0] : chosen)] : word.grid < 0 ? outside : cells;
      there.push_back(std::move(word));
      changed += take;
    }
  }
  first->words = std::move(outside);
  for (std::vector<Word>& words : at) std::move(words.begin(), words.end(), std::back_inserter(first->words));
  std::move(cells.begin(), cells.end(), std::back_inserter(first->words));
  SetMeasured("mean_confidence", MeanConfidence(first->words), first);
  SetMeasured("valid_syllables", MeasureQuality(*first).valid_syllables, first);
  first->measurements.push_back({"second_reading", static_cast<double>(changed)});
}

}  // namespace trichluc
