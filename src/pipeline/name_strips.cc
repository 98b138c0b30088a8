#include "pipeline/name_strips.h"

#include <algorithm>
#include <iterator>

#include "model/pixels.h"
#include "pipeline/moved.h"
#include "pipeline/read_signature.h"
#include "pipeline/seal_words.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kInto = 12, kBelow = 14, kLeft = 8, kRight = 60;  // mm: of the strip, from the seal's lower edge and its sides
constexpr double kSigns = 0.4;                                    // of the page's width: seals beside signatures lie right of it
constexpr int kTimes = 2;

// "LêHoàngVinh": capitalised syllables without the blanks between them, read with some certainty.
bool IsGluedName(const Word& word) {
  constexpr float kLikely = 0.65f;
  constexpr int kFewest = 3, kShortest = 2;
  int syllables = 0;
  std::string syllable;
  const auto close = [&] {
    const bool whole = syllable.empty() || (Length(syllable) >= kShortest && IsSyllable(FoldKey(syllable)));
    syllables += whole && !syllable.empty();
    syllable.clear();
    return whole;
  };
  for (const char32_t letter : ToCodePoints(word.text)) {
    const std::string one = FromCodePoints({letter});
    if (ToLower(one) == ToUpper(one)) return false;
    if (IsUpper(one) && !close()) return false;
    syllable += one;
  }
  return close() && syllables >= kFewest && word.confidence >= kLikely;
}

std::vector<Word> PrintIn(const Image& strip, OcrEngine& engine) {
  std::vector<Word> best;
  for (const int times : {1, kTimes}) {
    std::vector<Word> read = engine.Read(times == 1 ? strip : Enlarge(strip, times), ReadAs::kBlock);
    for (Word& word : read) {
      const Box& at = word.box;
      word.box = {at.left / times, at.top / times, at.right / times, at.bottom / times};
    }
    std::vector<Word> sure = SureRuns(read);
    std::copy_if(read.begin(), read.end(), std::back_inserter(sure), IsGluedName);
    if (LettersRead(sure) > LettersRead(best)) best = std::move(sure);
  }
  return best;
}

// A line of words below the seal: a name, or what else stands there.
bool HasWords(const PageReading& reading, const Box& strip) {
  constexpr float kSure = 0.7f;
  constexpr int kFewest = 2;
  return std::count_if(reading.words.begin(), reading.words.end(), [&](const Word& word) {
    return strip.Contains(word.box.CentreX(), word.box.CentreY()) && word.confidence >= kSure && Length(word.text) > 1 &&
           IsSyllable(FoldKey(word.text));
  }) >= kFewest;
}

bool InTable(const PageReading& reading, const Box& strip) {
  return std::any_of(reading.grids.begin(), reading.grids.end(), [&](const Grid& grid) { return !grid.box.Intersect(strip).Empty(); });
}

}  // namespace

void ReadNameStrips(const PageImage& page, PageReading* reading, OcrEngine& engine) {
  const int dpi = page.text.dpi;
  const Box whole{0, 0, page.text.width, page.text.height};
  for (const Region& region : reading->regions) {
    if (!IsSeal(region, dpi, kSealAndName) || region.box.CentreX() < kSigns * whole.right) continue;
    const Box& seal = region.box;
    const Box strip = Box{seal.left - Pixels(kLeft, dpi), seal.bottom - Pixels(kInto, dpi), seal.right + Pixels(kRight, dpi),
                          seal.bottom + Pixels(kBelow, dpi)}
                          .Intersect(whole);
    if (strip.Empty() || HasWords(*reading, strip) || InTable(*reading, strip)) continue;
    std::vector<Word> read = PrintIn(Cut(page.text, strip), engine);
    if (!page.red.Empty()) {
      std::vector<Word> red = PrintIn(Cut(page.red, strip), engine);
      if (LettersRead(red) > LettersRead(read)) read = std::move(red);
    }
    if (read.empty()) continue;
    Box line;
    for (const Word& word : read) line = line.Union(word.box);
    line = Moved(line, strip.left, strip.top);
    std::erase_if(reading->words, [&](const Word& word) { return line.Contains(word.box.CentreX(), word.box.CentreY()); });
    Move(&read, strip.left, strip.top);
    reading->words.insert(reading->words.end(), read.begin(), read.end());
  }
}

}  // namespace trichluc
