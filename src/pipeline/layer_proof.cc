#include "pipeline/layer_proof.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "pipeline/line_room.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr uint8_t kPrint = 128;       // darker is print; tinted and pictured grounds are lighter
constexpr size_t kSamples = 5;        // lines that are read
constexpr size_t kLeastLetters = 12;  // of a line that proves something
constexpr double kWordGap = 1.2;      // of the height: further apart stand columns
constexpr double kLevel = 0.15;       // of the height: further up or down stand lines of the cell beside, set half a line higher

Box Scaled(const LayerWord& word, int dpi) {
  const auto pixels = [dpi](double points) { return static_cast<int>(std::lround(points * dpi / 72)); };
  return {pixels(word.left), pixels(word.top), pixels(word.right), pixels(word.bottom)};
}

double CoveredPrint(const std::vector<LayerWord>& words, const Image& text, int dpi) {
  std::vector<uint8_t> under(text.pixels.size(), 0);
  for (const LayerWord& word : words) {
    const Box box = Scaled(word, dpi).Intersect({0, 0, text.width, text.height});
    for (int y = box.top; y < box.bottom; ++y) {
      const auto row = under.begin() + static_cast<ptrdiff_t>(y) * text.width;
      std::fill(row + box.left, row + std::max(box.left, box.right), uint8_t{1});
    }
  }
  size_t print = 0, covered = 0;
  for (size_t i = 0; i < text.pixels.size(); ++i) {
    if (text.pixels[i] >= kPrint) continue;
    ++print;
    covered += under[i];
  }
  return print > 0 ? static_cast<double>(covered) / static_cast<double>(print) : 0;
}

struct LayerLine {
  std::string text;
  Box box;
};

// Words that follow each other in one line of one column.
std::vector<LayerLine> LinesOf(const std::vector<LayerWord>& words, int dpi) {
  std::vector<LayerLine> lines;
  Box last;
  for (const LayerWord& word : words) {
    const Box box = Scaled(word, dpi);
    const int gap = box.left - last.right;
    const bool level = std::abs(box.CentreY() - last.CentreY()) <= kLevel * std::max(box.Height(), last.Height());
    const bool follows = !lines.empty() && level && gap > -box.Height() / 2 && gap < kWordGap * box.Height();
    if (!follows) lines.push_back({"", box});
    lines.back().text += (follows ? " " : "") + word.text;
    lines.back().box = lines.back().box.Union(box);
    last = box;
  }
  return lines;
}

// The line with white around it, as far as the lines above and below leave room.
Box Around(const LayerLine& line, const std::vector<Box>& lines) {
  const int pad = line.box.Height() / 4;
  return RoomOf(line.box, {line.box.left - 2 * pad, line.box.top - pad, line.box.right + 2 * pad, line.box.bottom + pad}, lines);
}

double Likeness(const LayerLine& line, const Box& place, const Image& text, OcrEngine& engine) {
  const Box around = place.Intersect({0, 0, text.width, text.height});
  if (around.Empty()) return 0;
  std::string read;
  for (const Word& word : engine.Read(Cut(text, around), ReadAs::kLine))
    read += (read.empty() ? "" : " ") + word.text;
  const std::string found = Normalise(read);
  const double longer = static_cast<double>(std::max(Length(line.text), Length(found)));
  return longer > 0 ? 1 - static_cast<double>(EditDistance(line.text, found)) / longer : 0;
}

}  // namespace

LayerProof ProveLayer(const std::vector<LayerWord>& words, const PageImage& image, int dpi,
                      OcrEngine& engine) {
  LayerProof proof{CoveredPrint(words, image.text, dpi), 0};
  const std::vector<LayerLine> all = LinesOf(words, dpi);
  std::vector<Box> boxes;
  for (const LayerLine& line : all) boxes.push_back(line.box);
  std::vector<LayerLine> lines;
  std::copy_if(all.begin(), all.end(), std::back_inserter(lines), [](const LayerLine& line) { return Length(line.text) >= kLeastLetters; });
  const size_t samples = std::min(kSamples, lines.size());
  std::vector<double> likeness;
  for (size_t i = 0; i < samples; ++i) {  // evenly over the page
    const LayerLine& line = lines[(2 * i + 1) * lines.size() / (2 * samples)];
    likeness.push_back(Likeness(line, Around(line, boxes), image.text, engine));
  }
  if (likeness.empty()) return proof;
  std::sort(likeness.begin(), likeness.end());
  proof.agrees = likeness[likeness.size() / 2];
  return proof;
}

}  // namespace trichluc
