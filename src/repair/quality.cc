#include "repair/quality.h"

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr int kEnoughWords = 25;
constexpr double kLeastValid = 0.85, kLeastConfidence = 0.75;

}  // namespace

ReadingQuality MeasureQuality(const PageReading& reading) {
  ReadingQuality quality;
  double sum = 0;
  int valid = 0;
  for (const Word& word : reading.words) {
    const std::string core = SplitWord(word.text).core;
    if (Length(core) < 2 || !IsLetters(core) || IsUpper(core)) continue;
    ++quality.words;
    sum += word.confidence;
    valid += IsSyllable(FoldKey(core));
  }
  if (quality.words > 0) {
    quality.valid_syllables = static_cast<double>(valid) / quality.words;
    quality.mean_confidence = sum / quality.words;
  }
  return quality;
}

bool IsUnreadable(const ReadingQuality& quality) {
  return quality.words >= kEnoughWords &&
         (quality.valid_syllables < kLeastValid || quality.mean_confidence < kLeastConfidence);
}

}  // namespace trichluc
