#include "pipeline/cell_lines.h"

#include <algorithm>
#include <utility>

#include "image/analyse.h"
#include "model/pixels.h"

namespace trichluc {
namespace {

constexpr int kInk = 150;
constexpr double kLetters = 1.5;  // mm: lower rows are marks above or below letters

bool HasInk(const Image& image, int y) {
  return std::any_of(image.Row(y), image.Row(y) + image.width, [](uint8_t grey) { return grey < kInk; });
}

}  // namespace

bool IsTangled(const std::vector<Word>& words) {
  for (size_t i = 1; i < words.size(); ++i) {
    const Box &before = words[i - 1].box, &box = words[i].box;
    if (box.CentreY() > before.top && box.CentreY() < before.bottom && box.left < before.left) return true;
  }
  return false;
}

std::vector<Box> RowsOfInk(const Image& cell) {
  const int least = Pixels(kLetters, cell.dpi);
  std::vector<Box> rows;
  for (int y = 0; y < cell.height; ++y) {
    if (!HasInk(cell, y)) continue;
    int end = y + 1;
    while (end < cell.height && HasInk(cell, end)) ++end;
    // Too low for letters: the marks of the row below, or what hangs from the row above.
    const bool marks = !rows.empty() && (rows.back().Height() < least || end - y < least);
    if (marks) {
      rows.back().bottom = end;
    } else {
      rows.push_back({0, y, cell.width, end});
    }
    y = end;
  }
  return rows;
}

std::vector<Word> ReadByRows(const Image& cell, OcrEngine& engine) {
  std::vector<Word> all;
  for (const Box& row : RowsOfInk(cell)) {
    for (Word& word : engine.Read(Cut(cell, row), ReadAs::kLine)) {
      word.box = {word.box.left, word.box.top + row.top, word.box.right, word.box.bottom + row.top};
      all.push_back(std::move(word));
    }
  }
  return all;
}

}  // namespace trichluc
