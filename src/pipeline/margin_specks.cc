#include "pipeline/margin_specks.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <vector>

#include "tables/print_bands.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr float kUnsure = 0.8f;
constexpr size_t kMostLetters = 3;  // of all that stands in the margin beside a line

// A blank behind it stands print: it is the beginning of a line, and the text's edge was taken for further right than it is.
bool GoesOn(const Word& word, const std::vector<const Word*>& words, double height) {
  return std::any_of(words.begin(), words.end(), [&](const Word* next) {
    const int gap = next->box.left - word.box.right;
    return next->confidence >= kUnsure && gap > -height / 2 && gap < 0.7 * height &&
           std::abs(next->box.CentreY() - word.box.CentreY()) < height / 2;
  });
}

}  // namespace

int DropMarginSpecks(PageReading* reading) {
  constexpr double kMargin = 0.25;  // of the width, more than any margin
  const bool any = std::any_of(reading->words.begin(), reading->words.end(), [&](const Word& word) {
    return word.grid < 0 && word.confidence < kUnsure && word.box.right < kMargin * reading->width;
  });
  if (!any) return 0;
  std::vector<const Word*> words;
  for (const Word& word : reading->words) {
    if (word.grid < 0 && !word.box.Empty()) words.push_back(&word);
  }
  const double height = UsualHeight(words);
  if (height <= 0) return 0;
  const std::optional<int> left = LeftOfText(MakeBands(words, height), reading->width, height);
  if (!left) return 0;
  const auto in_margin = [&](const Word& word) { return word.grid < 0 && word.box.right < *left - height / 3; };
  std::vector<const Word*> outside;
  std::copy_if(words.begin(), words.end(), std::back_inserter(outside), [&](const Word* word) { return in_margin(*word); });
  const auto is_speck = [&](const Word& word) {
    if (!in_margin(word) || word.confidence >= kUnsure) return false;
    if (Length(word.text) > 2 && IsSyllable(FoldKey(word.text))) return false;  // two specks make "se"; three letters are no chance
    size_t letters = 0;
    for (const Word* other : outside) {
      if (std::abs(other->box.CentreY() - word.box.CentreY()) >= height) continue;
      if (other->confidence >= kUnsure) return false;
      letters += Length(other->text);
    }
    return letters <= kMostLetters && !GoesOn(word, words, height);
  };
  std::vector<bool> gone;
  for (const Word& word : reading->words) gone.push_back(is_speck(word));
  size_t at = 0;
  return static_cast<int>(std::erase_if(reading->words, [&](const Word&) { return gone[at++]; }));
}

}  // namespace trichluc
