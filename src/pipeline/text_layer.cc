#include "pipeline/text_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "image/spread.h"
#include "pipeline/crops.h"
#include "pipeline/layer_proof.h"
#include "pipeline/line_room.h"
#include "pipeline/note_marks.h"
#include "pipeline/read_page.h"
#include "pipeline/read_page_cells.h"
#include "pipeline/signature_layer.h"
#include "pipeline/spreads.h"
#include "repair/quality.h"
#include "tables/open_grid.h"
#include "text/legacy.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kMostHidden = 0.1;  // share of the letters that the page does not show
constexpr int kLeastWords = 20, kLeastUnpictured = 4;  // fewer on a picture are a stamp's; without one they may end a document
constexpr double kScan = 0.5;              // share of a scanned page under images
constexpr size_t kMostOfSignatures = 150;  // words of all blocks of signatures on a page
constexpr double kLeastCovered = 0.7, kLeastLike = 0.85;
constexpr double kLeastValid = 0.94;  // what pages of offices have, their names and foreign words included

void PutIntoGrids(PageReading* reading) {
  for (Word& word : reading->words) {
    for (size_t g = 0; g < reading->grids.size() && word.grid < 0; ++g) {
      const std::vector<GridCell>& cells = reading->grids[g].cells;
      for (size_t c = 0; c < cells.size(); ++c) {
        if (!cells[c].box.Contains(word.box.CentreX(), word.box.CentreY())) continue;
        word.grid = static_cast<int>(g);
        word.cell = static_cast<int>(c);
      }
    }
  }
}

// Words of cells behind the others, cell by cell, line by line. Lines are told by the boxes in which the
// words are set, `set` (as many as words, in their order): ink says little of them where a word is a
// quotation mark.
void SortIntoCells(const std::vector<Box>& set, std::vector<Word>* words) {
  std::vector<size_t> order(words->size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto cell = [&](size_t i) { return std::pair((*words)[i].grid, (*words)[i].cell); };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return cell(a) < cell(b); });
  for (auto from = order.begin(); from != order.end();) {
    const auto to = std::find_if(from, order.end(), [&](size_t i) { return cell(i) != cell(*from); });
    if ((*words)[*from].grid >= 0) {
      std::stable_sort(from, to, [&](size_t a, size_t b) { return set[a].CentreY() < set[b].CentreY(); });
      for (auto line = from; line != to;) {
        const int bottom = set[*line].bottom;
        const auto end = std::find_if(line, to, [&](size_t i) { return set[i].CentreY() > bottom; });
        std::stable_sort(line, end, [&](size_t a, size_t b) { return set[a].left < set[b].left; });
        line = end;
      }
    }
    from = to;
  }
  std::vector<Word> sorted;
  for (const size_t i : order) sorted.push_back(std::move((*words)[i]));
  *words = std::move(sorted);
}

int Scaled(double points, int dpi) { return static_cast<int>(std::lround(points * dpi / 72)); }

// By name; else by what is set in the font; where that is too little, by all that is set in nameless fonts.
std::map<std::string, LegacyEncoding> EncodingsOfFonts(const std::vector<LayerWord>& words) {
  std::map<std::string, std::string> texts;
  std::string nameless;
  for (const LayerWord& word : words) {
    const std::string text = (word.joined ? "" : " ") + word.text;
    texts[word.font] += text;
    if (EncodingOfFont(word.font) == LegacyEncoding::kNone) nameless += text;
  }
  const LegacyEncoding guessed = GuessEncoding(nameless);
  std::map<std::string, LegacyEncoding> encodings;
  for (const auto& [font, text] : texts) {
    LegacyEncoding encoding = EncodingOfFont(font);
    if (encoding == LegacyEncoding::kNone) encoding = GuessEncoding(text);
    if (encoding == LegacyEncoding::kNone && !IsUnicode(text)) encoding = guessed;
    encodings[font] = encoding;
  }
  return encodings;
}

std::vector<LayerWord> WholeWords(const std::vector<LayerWord>& pieces) {
  std::vector<LayerWord> words;
  for (const LayerWord& piece : pieces) {
    if (!piece.joined || words.empty()) {
      words.push_back(piece);
      continue;
    }
    LayerWord& word = words.back();
    word.text += piece.text;
    word.left = std::min(word.left, piece.left), word.right = std::max(word.right, piece.right);
    word.top = std::min(word.top, piece.top), word.bottom = std::max(word.bottom, piece.bottom);
  }
  for (LayerWord& word : words) word.text = Normalise(word.text);
  std::erase_if(words, [](const LayerWord& word) { return word.text.empty(); });
  return words;
}

bool IsProven(const LayerProof& proof) { return proof.covers >= kLeastCovered && proof.agrees >= kLeastLike; }

}  // namespace

TextLayer JudgeLayer(const PageInfo& info, std::vector<LayerWord> words) {
  TextLayer layer{std::move(words)};
  const std::map<std::string, LegacyEncoding> fonts = EncodingsOfFonts(layer.words);
  std::array<int, 7> encodings{};
  PageReading judged;
  for (LayerWord& word : layer.words) {
    const LegacyEncoding encoding = fonts.at(word.font);
    ++encodings[static_cast<size_t>(encoding)];
    word.text = FromLegacy(word.text, encoding);
  }
  layer.words = WholeWords(layer.words);
  for (const LayerWord& word : layer.words) judged.words.push_back({word.text, {}, 1});
  const ReadingQuality quality = MeasureQuality(judged);
  const int least = info.pictured > 0 ? kLeastWords : kLeastUnpictured;
  layer.believable = info.hidden <= kMostHidden && quality.words >= least && quality.valid_syllables >= kLeastValid;
  const auto most = std::max_element(encodings.begin(), encodings.end()) - encodings.begin();
  layer.measurements = {{"text_layer_words", static_cast<double>(layer.words.size())},
                        {"text_layer_valid", quality.words > 0 ? quality.valid_syllables : 0},
                        {"text_layer_encoding", static_cast<double>(most)},
                        {"text_layer_pictured", info.pictured},
                        {"text_layer_hidden", info.hidden}};
  return layer;
}

PageReading ReadLayer(const TextLayer& layer, const PageImage& image, int page) {
  PageReading reading;
  reading.page = page;
  reading.width = image.upright.width;
  reading.height = image.upright.height;
  reading.dpi = image.upright.dpi;
  reading.engine = kTextLayerEngine;
  std::vector<Box> set;
  for (const LayerWord& word : layer.words) {
    const auto at = [&](double points) { return Scaled(points, image.upright.dpi); };
    set.push_back({at(word.left), at(word.top), at(word.right), at(word.bottom)});
  }
  for (size_t i = 0; i < set.size(); ++i) {
    const Box room = RoomOf(set[i], set[i], set).Intersect({0, 0, reading.width, reading.height});
    const Box ink = InkBox(image.upright, room);  // as an engine gives it
    reading.words.push_back({layer.words[i].text, ink.Empty() ? set[i] : ink, 1});
  }
  const int marks = MarkRaised(image.text, reading.words);
  reading.grids = image.grids;
  for (const Grid& grid : FindOpenGrids(reading, image.rules)) reading.grids.push_back(grid);
  PutIntoGrids(&reading);
  SortIntoCells(set, &reading.words);
  reading.regions = image.regions;
  reading.measurements = image.measurements;
  reading.measurements.push_back({"note_marks", static_cast<double>(marks)});
  reading.measurements.push_back({"image_dpi", static_cast<double>(image.upright.dpi)});
  reading.crops = CutCrops(reading, image.upright);
  return reading;
}

namespace {

// The words of the sheet that stand between two edges (points).
TextLayer Between(const TextLayer& sheet, double left, double right) {
  TextLayer part;
  for (LayerWord word : sheet.words) {
    const double centre = (word.left + word.right) / 2;
    if (centre < left || centre >= right) continue;
    word.left -= left, word.right -= left;
    part.words.push_back(std::move(word));
  }
  return part;
}

PageReading ReadLayerSheet(const TextLayer& layer, const Image& rendered, const PageImage& image, int page) {
  const std::optional<Spread> spread = PartSpread(rendered);
  if (!spread || spread->turned != 0) return ReadLayer(layer, image, page);
  const double middle = spread->left.width * 72.0 / rendered.dpi, edge = rendered.width * 72.0 / rendered.dpi;
  return JoinSpread(ReadLayer(Between(layer, 0, middle), Analyse(spread->left, 0, true), page),
                    ReadLayer(Between(layer, middle, edge), Analyse(spread->right, 0, true), page), 0);
}

}  // namespace

PageReading ReadFilePage(const Pdf& pdf, int page, OcrEngine& engine, const HandReader* hand, PageWork work,
                         const SecondReaders& second) {
  const Image rendered = pdf.Render(page);
  const PageInfo info = pdf.Info(page);
  if (info.text_characters == 0) return ReadPage(rendered, page, engine, hand, work, second);
  TextLayer layer = JudgeLayer(info, pdf.Words(page));
  PageReading reading;
  if (layer.believable) {
    const PageImage image = Analyse(rendered, 0, true);
    const LayerProof proof = ProveLayer(layer.words, image, rendered.dpi, engine);
    layer.measurements.push_back({"text_layer_covers", proof.covers});
    layer.measurements.push_back({"text_layer_agrees", proof.agrees});
    layer.believable = IsProven(proof);
    if (layer.believable) reading = ReadLayerSheet(layer, rendered, image, page);
  }
  if (!layer.believable) {
    reading = ReadPage(rendered, page, engine, hand, work, second);
    if (info.hidden <= kMostHidden && info.pictured >= kScan && layer.words.size() <= kMostOfSignatures)
      PutSignatureBlocks(layer.words, rendered.width, rendered.height, &reading);
  }
  layer.measurements.push_back({"text_layer_used", layer.believable ? 1.0 : 0.0});
  reading.measurements.insert(reading.measurements.end(), layer.measurements.begin(),
                              layer.measurements.end());
  return reading;
}

}  // namespace trichluc
