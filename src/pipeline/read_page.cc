#include "pipeline/read_page.h"

#include <algorithm>

#include "image/analyse.h"
#include "pipeline/crops.h"
#include "pipeline/numerals.h"
#include "pipeline/read_marks.h"
#include "pipeline/read_page_cells.h"
#include "text/text.h"

namespace trichluc {
namespace {

std::vector<Word> ReadRest(const PageImage& page, OcrEngine& engine) {
  Image rest = page.text;
  for (const Grid& grid : page.grids) Erase(rest, grid.box);
  std::vector<Word> words = ReadSealedBlocks(page, rest, engine);
  for (Word& word : engine.Read(rest, ReadAs::kPage)) words.push_back(std::move(word));
  for (Word& word : ReadTextStamps(page, engine)) words.push_back(std::move(word));
  return words;
}

double MeanConfidence(const std::vector<Word>& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

}  // namespace

PageReading ReadPage(const Image& rendered, int page, OcrEngine& engine) {
  PageImage image = Analyse(rendered);
  PageReading reading;
  reading.page = page;
  reading.width = image.upright.width;
  reading.height = image.upright.height;
  reading.dpi = image.upright.dpi;
  reading.engine = engine.Name();
  reading.words = ReadRest(image, engine);
  for (Word& word : ReadCells(image.text, image.grids, engine)) reading.words.push_back(std::move(word));
  for (Word& word : reading.words) word.text = Normalise(word.text);
  std::erase_if(reading.words, [](const Word& word) { return word.text.empty(); });
  reading.measurements.push_back({"numerals_corrected", static_cast<double>(CorrectNumerals(image.text, reading.words))});
  reading.grids = std::move(image.grids);
  reading.regions = std::move(image.regions);
  reading.measurements.insert(reading.measurements.begin(), image.measurements.begin(), image.measurements.end());
  reading.measurements.push_back({"image_dpi", static_cast<double>(rendered.dpi)});
  reading.measurements.push_back({"mean_confidence", MeanConfidence(reading.words)});
  reading.crops = CutCrops(reading, image.upright);
  return reading;
}

}  // namespace trichluc
