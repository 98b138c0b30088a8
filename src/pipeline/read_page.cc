#include "pipeline/read_page.h"

#include <algorithm>

#include "image/analyse.h"
#include "pipeline/crops.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr uint8_t kInk = 140;          // grey below this is print
constexpr double kMinimumInk = 0.0015;  // share of a cell's area from which it holds something
constexpr double kUnsure = 0.55;       // mean confidence below which a short cell is asked again

void Shift(std::vector<Word>& words, int x, int y, int divisor) {
  for (Word& word : words) {
    Box& box = word.box;
    box = {box.left / divisor + x, box.top / divisor + y, (box.right + divisor - 1) / divisor + x,
           (box.bottom + divisor - 1) / divisor + y};
    word.text = Normalise(word.text);
  }
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
}

// The smallest box around the ink of a piece, empty when it holds next to none.
Box InkBox(const Image& piece) {
  Box box;
  long ink = 0;
  for (int y = 0; y < piece.height; ++y) {
    const uint8_t* row = piece.Row(y);
    for (int x = 0; x < piece.width; ++x) {
      if (row[x] >= kInk) continue;
      ++ink;
      box = box.Union({x, y, x + 1, y + 1});
    }
  }
  const double share = static_cast<double>(ink) / (static_cast<double>(piece.width) * piece.height + 1);
  const bool enough = share > kMinimumInk || ink > piece.dpi / 8 * (piece.dpi / 25);
  return enough && box.Height() > piece.dpi / 40 ? box : Box{};
}

Image Twice(const Image& image) {
  Image big{image.width * 2, image.height * 2, image.channels, image.dpi * 2, {}};
  big.pixels.resize(image.pixels.size() * 4);
  for (int y = 0; y < big.height; ++y) {
    const uint8_t* from = image.Row(y / 2);
    uint8_t* to = big.Row(y);
    for (int x = 0; x < image.width; ++x) {
      for (int c = 0; c < image.channels; ++c) {
        const uint8_t value = from[x * image.channels + c];
        to[2 * x * image.channels + c] = value;
        to[(2 * x + 1) * image.channels + c] = value;
      }
    }
  }
  return big;
}

double Mean(const std::vector<Word>& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

class PageStrategy {
 public:
  PageStrategy(const PageImage& image, OcrEngine& engine) : image_(image), engine_(engine) {}

  std::vector<Word> Read() {
    std::vector<Word> words;
    Image rest = image_.text;
    for (size_t g = 0; g < image_.grids.size(); ++g) {
      const Grid& grid = image_.grids[g];
      for (size_t c = 0; c < grid.cells.size(); ++c) {
        for (Word& word : ReadCell(grid.cells[c].box)) {
          word.grid = static_cast<int>(g);
          word.cell = static_cast<int>(c);
          words.push_back(std::move(word));
        }
      }
      Erase(rest, grid.box);
    }
    std::vector<Word> outside = engine_.Read(rest, ReadAs::kPage);
    Shift(outside, 0, 0, 1);
    words.insert(words.end(), std::make_move_iterator(outside.begin()), std::make_move_iterator(outside.end()));
    return words;
  }

 private:
  std::vector<Word> ReadCell(const Box& cell) {
    const Image whole = Cut(image_.text, cell);
    const Box ink = InkBox(whole);
    if (ink.Empty()) return {};
    const int margin = image_.text.dpi / 40;
    const Box place = Box{cell.left + ink.left - margin, cell.top + ink.top - margin, cell.left + ink.right + margin,
                          cell.top + ink.bottom + margin}
                          .Intersect(cell);
    const Image piece = Cut(image_.text, place);
    std::vector<Word> words = engine_.Read(piece, ReadAs::kBlock);
    Shift(words, place.left, place.top, 1);
    const bool one_line = place.Height() < image_.text.dpi / 3;
    if (words.empty() || (one_line && Mean(words) < kUnsure)) {
      std::vector<Word> again = engine_.Read(Twice(piece), one_line ? ReadAs::kLine : ReadAs::kBlock);
      Shift(again, place.left, place.top, 2);
      if (Mean(again) > Mean(words)) return again;
    }
    return words;
  }

  const PageImage& image_;
  OcrEngine& engine_;
};

}  // namespace

PageReading ReadPage(const Image& rendered, int page, OcrEngine& engine) {
  const PageImage image = Analyse(rendered);
  PageReading reading;
  reading.page = page;
  reading.width = image.upright.width;
  reading.height = image.upright.height;
  reading.dpi = image.upright.dpi;
  reading.engine = engine.Name();
  reading.words = PageStrategy(image, engine).Read();
  reading.grids = image.grids;
  reading.regions = image.regions;
  reading.measurements = image.measurements;
  reading.measurements.push_back({"mean_confidence", Mean(reading.words)});
  reading.crops = CutCrops(reading, image.upright);
  return reading;
}

}  // namespace trichluc
