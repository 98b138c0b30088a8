#include "pipeline/page_number.h"

#include <algorithm>

#include "image/analyse.h"
#include "model/pixels.h"
#include "pipeline/read_page_cells.h"

namespace trichluc {
namespace {

constexpr double kEdge = 4;                               // mm: what scanners leave at the edges of sheets
constexpr double kLowest = 1.5, kHighest = 4, kWide = 8;  // mm: three figures of 8 to 14 points
constexpr double kApart = 1.5;                            // mm to the print
constexpr int kEnlarge = 2;
constexpr float kSure = 0.7f;

bool IsNumber(const std::string& text) {
  return !text.empty() && text.size() <= 3 && text[0] != '0' && text.find_first_not_of("0123456789") == std::string::npos;
}

void ReadIn(const Image& text, const Box& margin, OcrEngine& engine, std::vector<Word>* words) {
  const Box ink = InkBox(text, margin);
  if (ink.Height() < Pixels(kLowest, text.dpi) || ink.Height() > Pixels(kHighest, text.dpi) ||
      ink.Width() > Pixels(kWide, text.dpi))
    return;
  const int around = Pixels(0.5, text.dpi);
  const Box part = Box{ink.left - around, ink.top - around, ink.right + around, ink.bottom + around}.Intersect(
      {0, 0, text.width, text.height});
  std::vector<Word> read = engine.Read(Enlarge(Cut(text, part), kEnlarge), ReadAs::kFigures);
  if (read.size() != 1 || read[0].confidence < kSure || !IsNumber(read[0].text)) return;
  read[0].box = ink;
  words->push_back(read[0]);
}

}  // namespace

std::vector<Word> ReadPageNumbers(const Image& text, const PageReading& reading, OcrEngine& engine) {
  std::vector<Word> words;
  if (reading.words.empty()) return words;
  int top = text.height, bottom = 0;
  const auto take = [&](const Box& box) {
    top = std::min(top, box.top);
    bottom = std::max(bottom, box.bottom);
  };
  for (const Word& word : reading.words) take(word.box);
  for (const Grid& grid : reading.grids) take(grid.box);
  for (const Region& region : reading.regions) take(region.box);
  const int edge = Pixels(kEdge, text.dpi), apart = Pixels(kApart, text.dpi);
  ReadIn(text, {edge, edge, text.width - edge, top - apart}, engine, &words);
  ReadIn(text, {edge, bottom + apart, text.width - edge, text.height - edge}, engine, &words);
  return words;
}

}  // namespace trichluc
