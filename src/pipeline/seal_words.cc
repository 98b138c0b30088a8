#include "pipeline/seal_words.h"

#include <algorithm>

#include "model/pixels.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSealMm = 20;

// Rounded down, unlike that of model/pixels.h.

}  // namespace

bool IsSeal(const Region& region, int dpi, double longest) {
  const double ratio = static_cast<double>(region.box.Width()) / std::max(1, region.box.Height());
  return region.kind == "stamp" && ratio < longest && ratio > 1 / longest &&
         region.box.Height() >= WholePixels(kSealMm, dpi);
}

std::vector<Word> SureRuns(const std::vector<Word>& read) {
  constexpr float kSure = 0.8f, kLikely = 0.5f;
  const auto beside = [](const Word& before, const Word& word) {
    return word.box.left >= before.box.right - word.box.Height() / 2 &&
           word.box.left - before.box.right < 2 * word.box.Height() &&
           std::abs(word.box.CentreY() - before.box.CentreY()) < word.box.Height();
  };
  const auto likely = [](const Word& word) {
    return word.confidence >= kLikely && Length(word.text) > 1 && IsSyllable(FoldKey(word.text));
  };
  std::vector<Word> kept;
  for (size_t i = 0, end = 0; i < read.size(); i = std::max(end, i + 1)) {
    if (!likely(read[i])) continue;
    for (end = i + 1; end < read.size() && likely(read[end]) && beside(read[end - 1], read[end]);) ++end;
    const std::vector<Word> run(read.begin() + static_cast<std::ptrdiff_t>(i), read.begin() + static_cast<std::ptrdiff_t>(end));
    const bool cut = i > 0 && beside(read[i - 1], read[i]) && 2.5 * read[i - 1].box.Height() > read[i].box.Height() &&
                     read[i].box.left - read[i - 1].box.right < 0.8 * read[i].box.Height();
    if (run.size() > 1 && !cut && MeanConfidence(run) >= kSure) kept.insert(kept.end(), run.begin(), run.end());
  }
  return kept;
}

}  // namespace trichluc
