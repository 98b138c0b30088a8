#include "pipeline/read_page.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "image/analyse.h"
#include "image/spread.h"
#include "model/pixels.h"
#include "pipeline/arrival.h"
#include "pipeline/crops.h"
#include "pipeline/cut_words.h"
#include "pipeline/hand_spots.h"
#include "pipeline/handwriting.h"
#include "pipeline/label_stamps.h"
#include "pipeline/margin_stamps.h"
#include "pipeline/mixed_lines.h"
#include "pipeline/name_strips.h"
#include "pipeline/note_marks.h"
#include "pipeline/number_words.h"
#include "pipeline/numerals.h"
#include "pipeline/page_number.h"
#include "pipeline/read_marks.h"
#include "pipeline/read_page_cells.h"
#include "pipeline/second_reading.h"
#include "pipeline/signs.h"
#include "pipeline/spreads.h"
#include "pipeline/stops.h"
#include "pipeline/stroke_words.h"
#include "pipeline/symbol_commas.h"
#include "pipeline/written_lines.h"
#include "repair/quality.h"
#include "tables/open_grid.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Who reads a page, and the blocks around its seals; `blocks`: where these were.
struct Readers {
  OcrEngine& page;
  SignatureReaders signatures;
  const SealNetwork* seals = nullptr;
  SealedBlocks* blocks = nullptr;
};

// `rest`: what was read so, without tables and sealed blocks.
std::vector<Word> ReadRest(const PageImage& page, const Readers& readers, Image& rest) {
  rest = page.text;
  for (const Grid& grid : page.grids) Erase(rest, grid.box);
  std::vector<Word> words = ReadSealedBlocks(page, rest, readers.signatures, readers.blocks);
  for (Word& word : readers.page.Read(rest, ReadAs::kPage)) words.push_back(std::move(word));
  for (Word& word : ReadTextStamps(page, readers.page)) words.push_back(std::move(word));
  return words;
}

void NormaliseWord(Word& word) {
  std::string text = Normalise(word.text);
  if (Length(text) != Length(word.text)) word.doubts.clear();  // they count letters
  word.text = std::move(text);
}

// Text and tables of a page, each word with its cell.
void ReadWords(const PageImage& page, const Readers& readers, PageReading* reading, Image* rest) {
  reading->words = ReadRest(page, readers, *rest);
  for (Word& word : ReadCells(page.text, page.grids, readers.page)) reading->words.push_back(std::move(word));
  reading->grids = page.grids;
}

// Stamps over the margin are taken for tables until the text beside them is known: it is read once more without them.
void TakeOffMarginStamps(PageImage* page, const Readers& readers, PageReading* reading, Image* rest) {
  const MarginStamps stamps = FindMarginStamps(*reading);
  if (stamps.grids.empty()) return;
  for (auto grid = stamps.grids.rbegin(); grid != stamps.grids.rend(); ++grid)
    page->grids.erase(page->grids.begin() + static_cast<std::ptrdiff_t>(*grid));
  for (const Box& margin : stamps.margins) {
    for (Image* image : {&page->text, &page->sealed}) {
      if (!image->Empty()) Erase(*image, margin);
    }
  }
  ReadWords(*page, readers, reading, rest);
  reading->measurements.push_back({"margin_stamps", static_cast<double>(stamps.grids.size())});
}

// Of the words of a cell.
struct Sureness {
  double sum = 0;
  int words = 0;
  double Mean() const { return sum / words; }
};

std::map<std::pair<int, int>, Sureness> SurenessOfCells(const std::vector<Word>& words) {
  std::map<std::pair<int, int>, Sureness> cells;
  for (const Word& word : words) {
    Sureness& cell = cells[{word.grid, word.cell}];
    cell.sum += word.confidence;
    ++cell.words;
  }
  return cells;
}

// Puts the words of no grid into the grids of `open`, which the reading has from `first` on.
void PutIntoGrids(const std::vector<Grid>& open, int first, std::vector<Word>* words) {
  for (Word& word : *words) {
    for (size_t g = 0; g < open.size() && word.grid < 0; ++g) PutIntoGrid(word, open[g], first + static_cast<int>(g));
  }
}

// Reads the cells of `open` each alone, as those of ruled tables are. Of both readings of a cell the surer one stays.
void ReadOpenCells(const PageImage& page, const std::vector<Grid>& open, PageReading& reading, OcrEngine& engine) {
  const int first = static_cast<int>(reading.grids.size());
  std::vector<Word> again = ReadCells(page.text, open, engine);
  for (Word& word : again) word.grid += first;
  reading.grids.insert(reading.grids.end(), open.begin(), open.end());
  PutIntoGrids(open, first, &reading.words);
  std::map<std::pair<int, int>, Sureness> before = SurenessOfCells(reading.words), after = SurenessOfCells(again);
  const auto better = [&](const Word& word) {
    const std::pair<int, int> cell{word.grid, word.cell};
    if (after.count(cell) == 0 || before.count(cell) == 0) return after.count(cell) > 0;
    // A page's numbers are mostly left out when they stand alone.
    const bool numbers = reading.grids[static_cast<size_t>(word.grid)].cells[static_cast<size_t>(word.cell)].column == 0;
    return numbers ? after[cell].sum >= before[cell].sum : after[cell].Mean() >= before[cell].Mean();
  };
  std::erase_if(reading.words, [&](const Word& word) { return word.grid >= first && better(word); });
  for (Word& word : again) {
    if (better(word)) reading.words.push_back(std::move(word));
  }
}

// A reading without its grids from `first` on.
PageReading WithoutGrids(const PageReading& reading, int first) {
  PageReading plain = reading;
  plain.grids.resize(static_cast<size_t>(first));
  for (Word& word : plain.words) {
    if (word.grid >= first) word.grid = word.cell = -1;
  }
  return plain;
}

// Whether the same tables have the columns of `before`, and some more.
bool HasMoreColumns(const std::vector<Grid>& before, const std::vector<Grid>& after) {
  return std::equal(before.begin(), before.end(), after.begin(), after.end(), [](const Grid& a, const Grid& b) { return a.columns <= b.columns; });
}

// Tables without rules between their columns are seen only when the page has been read; then their cells are read once more. Numbers that stand
// alone are often read only with their cell, and they tell where rows begin; lines read over a narrow gap come apart, and a column is seen that was
// not: the tables are found once more, and where columns came to them, their cells are read in those.
void ReadOpenTables(const PageImage& page, PageReading& reading, OcrEngine& engine) {
  constexpr int kRounds = 2;
  const int first = static_cast<int>(reading.grids.size());
  std::vector<Grid> open = FindOpenGrids(reading, page.rules);
  for (int round = 0; round < kRounds; ++round) {
    ReadOpenCells(page, open, reading, engine);
    PageReading plain = WithoutGrids(reading, first);
    std::vector<Grid> again = FindOpenGrids(plain, page.rules);
    if (!HasMoreColumns(open, again)) return;
    const bool same = HasMoreColumns(again, open);
    if (!same && round + 1 == kRounds) return;
    reading = std::move(plain);
    open = std::move(again);
    if (!same) continue;
    PutIntoGrids(open, first, &reading.words);
    reading.grids.insert(reading.grids.end(), open.begin(), open.end());
    return;
  }
}

// The cells of tables are read one by one anyway.
void ReadMixedLinesOutsideTables(Image& rest, PageReading& reading, OcrEngine& engine) {
  for (const Grid& grid : reading.grids) Erase(rest, grid.box);
  std::vector<Word> outside;
  std::copy_if(reading.words.begin(), reading.words.end(), std::back_inserter(outside), [](const Word& word) { return word.grid < 0; });
  std::erase_if(reading.words, [](const Word& word) { return word.grid < 0; });
  ReadMixedLines(rest, &outside, engine);
  outside.insert(outside.end(), reading.words.begin(), reading.words.end());
  reading.words = std::move(outside);
}

// But for those of a coloured stamp that were read of the page as well: print that was stamped upon.
void AddWordsOf(const ArrivalStamp& stamp, std::vector<Word>* words) {
  const size_t own = words->size();
  for (const Word& word : stamp.words) {
    const bool twice = stamp.colour != "black" && std::any_of(words->begin(), words->begin() + static_cast<std::ptrdiff_t>(own), [&](const Word& other) {
      return other.box.Contains(word.box.CentreX(), word.box.CentreY()) && SameLine(other.box, word.box);
    });
    if (!twice) words->push_back(word);
  }
}

PageReading ReadImage(PageImage image, const Image& rendered, int page, const Readers& readers, const HandReader* hand) {
  OcrEngine& engine = readers.page;
  std::vector<ArrivalStamp> stamps = TakeOffArrivalStamps(&image, engine, hand);
  const std::vector<Word> labels = TakeOffLabelStamps(&image, engine);
  PageReading reading;
  reading.page = page;
  reading.width = image.upright.width;
  reading.height = image.upright.height;
  reading.dpi = image.upright.dpi;
  reading.engine = engine.Name();
  Image rest;
  ReadWords(image, readers, &reading, &rest);
  TakeOffMarginStamps(&image, readers, &reading, &rest);
  reading.regions = std::move(image.regions);
  ReadOpenTables(image, reading, engine);
  ReadMixedLinesOutsideTables(rest, reading, engine);
  ReadWrittenLines(image.text, &reading, engine);
  ReadNameStrips(image, &reading, *readers.signatures.front());
  for (Word& word : ReadPageNumbers(image.text, reading, engine)) reading.words.push_back(std::move(word));
  for (const ArrivalStamp& stamp : stamps) AddWordsOf(stamp, &reading.words);
  reading.words.insert(reading.words.end(), labels.begin(), labels.end());
  for (Word& word : reading.words) NormaliseWord(word);
  std::erase_if(reading.words, [](const Word& word) { return word.text.empty(); });
  reading.measurements.push_back({"cut_words", static_cast<double>(JoinCutWords(&reading.words))});
  reading.measurements.push_back({"strokes_dropped", static_cast<double>(DropStrokes(&reading))});
  const int numerals = CorrectNumerals(image.text, reading.words) + CorrectSmallNumerals(reading.words);
  reading.measurements.push_back({"numerals_corrected", static_cast<double>(numerals)});
  reading.measurements.push_back(
      {"signs_corrected", static_cast<double>(CorrectSigns(image.text, reading.words))});
  reading.measurements.push_back({"stops_corrected", static_cast<double>(CorrectStops(image.text, reading.words))});
  reading.measurements.push_back({"symbol_commas", static_cast<double>(CorrectSymbolCommas(image.text, reading.words))});
  reading.measurements.push_back({"note_marks", static_cast<double>(MarkRaised(image.text, reading.words))});
  if (hand != nullptr) reading.hand = ReadHand(reading, image.upright, *hand);
  reading.measurements.push_back({"handwriting_dropped", static_cast<double>(FindHandwriting(image.text, &reading))});
  reading.measurements.insert(reading.measurements.begin(), image.measurements.begin(),
                              image.measurements.end());
  reading.measurements.push_back({"image_dpi", static_cast<double>(rendered.dpi)});
  reading.measurements.push_back({"mean_confidence", MeanConfidence(reading.words)});
  const ReadingQuality quality = MeasureQuality(reading);
  if (quality.words > 0) reading.measurements.push_back({"valid_syllables", quality.valid_syllables});
  reading.crops = CutCrops(reading, image.upright);
  for (ArrivalStamp& stamp : stamps) {
    std::move(stamp.hand.begin(), stamp.hand.end(), std::back_inserter(reading.hand));
    reading.crops.push_back({"incoming", stamp.box, std::move(stamp.png)});
  }
  return reading;
}

// How much of a page was read: letters and figures, each as sure as its word.
double Sense(const PageReading& reading) {
  double sense = 0;
  for (const Word& word : reading.words) sense += word.confidence * static_cast<double>(Length(word.text));
  return sense;
}

// Read sideways or upside down. Figures alone do not tell a page's head from its foot by their shapes, and no syllables can be
// judged there; but the engine is sure of hardly any (0.3 on the whole, upright 0.8 and more).
bool LooksTurned(const PageReading& reading) {
  constexpr size_t kFewest = 20;
  constexpr double kSure = 0.6;
  if (IsUnreadable(MeasureQuality(reading))) return true;
  return reading.words.size() >= kFewest && MeanConfidence(reading.words) < kSure;
}

// Specks of a sheet that is blank otherwise, read as words: they are lower than print, which has capitals,
// figures or marks in every line, or few for the specks that were counted, of no syllable of three letters,
// and the engine is not sure of most. They go; "dirt" says how many.
void DropDirt(PageReading* reading) {
  constexpr float kSure = 0.8f;    // as of the number of a page without text
  constexpr float kLikely = 0.5f;  // of what can be a word
  constexpr double kPrint = 1.6;   // mm: capitals of seven points
  constexpr size_t kMost = 24;     // more is print, if unreadable
  constexpr double kClusters = 8;  // specks to one that clings to others and looks as high as print
  if (reading->words.empty()) return;
  if (std::any_of(reading->grids.begin(), reading->grids.end(), [](const Grid& grid) { return grid.ruled; }))
    return;
  size_t high = 0, sure = 0, likely = 0;
  for (const Word& word : reading->words) {
    const bool of_print = word.box.Height() >= Pixels(kPrint, reading->dpi);
    const bool can_be = word.confidence >= kLikely && Length(word.text) > 1 && IsSyllable(FoldKey(word.text));
    // Two specks make "se" and "si"; three letters are no chance.
    if (of_print && can_be && (Length(word.text) > 2 || word.confidence >= kSure)) return;
    high += of_print;
    sure += of_print && word.confidence >= kSure;
    likely += can_be;
  }
  if (2 * likely > reading->words.size()) return;  // small print
  const size_t most = kMost + static_cast<size_t>(Measured(*reading, "specks") / kClusters);
  if (high > most || (high > 0 && 2 * sure >= high)) return;
  reading->measurements.push_back({"dirt", static_cast<double>(reading->words.size())});
  reading->words.clear();
  reading->grids.clear();
  reading->hand.clear();
  reading->crops.clear();
}

PageReading ReadTurned(const Image& rendered, int page, int turn, const Readers& readers, const HandReader* hand) {
  return ReadImage(Analyse(rendered, turn, false, readers.seals), rendered, page, readers, hand);
}

PageReading ReadSinglePage(const Image& rendered, int page, OcrEngine& engine, const HandReader* hand, const SecondReaders& second) {
  const Readers first{engine, {&engine}, second.seals};
  PageReading best = ReadTurned(rendered, page, kMeasureTurn, first, hand);
  const int measured = static_cast<int>(Measured(best, "turned_degrees"));
  for (const int further : {180, 90, 270}) {
    if (!LooksTurned(best) || (further != 180 && !IsUnreadable(MeasureQuality(best)))) break;
    PageReading other = ReadTurned(rendered, page, (measured + further) % 360, first, hand);
    // Dirt makes no more sense the other way up, whichever way has more of it.
    const bool makes_sense = !LooksTurned(other) || IsUnreadable(MeasureQuality(best));
    if (makes_sense && Sense(other) > Sense(best)) best = std::move(other);
  }
  if (second.page != nullptr && WantsSecondReading(best)) {
    const int turn = static_cast<int>(Measured(best, "turned_degrees"));
    // What only stands in most such blocks is told from what stands here by the first reading, which must stay.
    SealedBlocks learnt;
    const Readers again = second.signatures != nullptr && !IsUnsure(best) ? Readers{*second.page, {second.signatures, &engine}, second.seals, &learnt} : Readers{*second.page, {second.page}, second.seals};
    PageReading other = ReadTurned(rendered, page, turn, again, hand);
    TakeLikelierWords(&best, std::move(other), learnt);
  }
  DropDirt(&best);
  return best;
}

}  // namespace

PageReading ReadPage(const Image& rendered, int page, OcrEngine& engine, const HandReader* hand, PageWork work,
                     const SecondReaders& second) {
  if (work == PageWork::kAsScanned) return ReadImage(AsScanned(rendered), rendered, page, {engine, {&engine}}, hand);
  const std::optional<Spread> spread = PartSpread(rendered);
  if (!spread) return ReadSinglePage(rendered, page, engine, hand, second);
  return JoinSpread(ReadSinglePage(spread->left, page, engine, hand, second),
                    ReadSinglePage(spread->right, page, engine, hand, second), spread->turned);
}

}  // namespace trichluc
