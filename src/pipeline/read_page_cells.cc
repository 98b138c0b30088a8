#include "pipeline/read_page_cells.h"

#include <algorithm>

#include "image/analyse.h"

namespace trichluc {
namespace {

constexpr int kInk = 150;
constexpr float kDashConfidence = 0.8f;

int Millimetres(double millimetres, int dpi) {
  return std::max(1, static_cast<int>(millimetres * (dpi > 0 ? dpi : 200) / 25.4 + 0.5));
}

void Add(std::vector<Word>& all, std::vector<Word> words, const Box& from, int scale, int grid, int cell) {
  for (Word& word : words) {
    word.box = {from.left + word.box.left / scale, from.top + word.box.top / scale,
                from.left + (word.box.right + scale - 1) / scale,
                from.top + (word.box.bottom + scale - 1) / scale};
    word.grid = grid;
    word.cell = cell;
    all.push_back(std::move(word));
  }
}

// A lone dash, which no engine sees: short, low, and away from the rules above and below.
bool IsDash(const Box& ink, const Box& cell, int dpi) {
  const int away = Millimetres(1.2, dpi);
  return ink.Width() >= Millimetres(0.7, dpi) && ink.Width() <= Millimetres(4, dpi) &&
         ink.Height() < Millimetres(0.8, dpi) && 2 * ink.Height() <= ink.Width() && ink.top - cell.top > away &&
         cell.bottom - ink.bottom > away;
}

}  // namespace

Box InkBox(const Image& grey, const Box& box) {
  const Box area = box.Intersect({0, 0, grey.width, grey.height});
  if (area.Empty()) return {};
  std::vector<int> rows(static_cast<size_t>(area.Height()), 0), columns(static_cast<size_t>(area.Width()), 0);
  for (int y = area.top; y < area.bottom; ++y) {
    const uint8_t* row = grey.Row(y);
    for (int x = area.left; x < area.right; ++x) {
      if (row[x] >= kInk) continue;
      ++rows[static_cast<size_t>(y - area.top)];
      ++columns[static_cast<size_t>(x - area.left)];
    }
  }
  const int least = Millimetres(0.25, grey.dpi);
  const auto inked = [least](int count) { return count >= least; };
  const auto top = std::find_if(rows.begin(), rows.end(), inked);
  const auto left = std::find_if(columns.begin(), columns.end(), inked);
  if (top == rows.end() || left == columns.end()) return {};
  const auto bottom = std::find_if(rows.rbegin(), rows.rend(), inked);
  const auto right = std::find_if(columns.rbegin(), columns.rend(), inked);
  return {area.left + static_cast<int>(left - columns.begin()),
          area.top + static_cast<int>(top - rows.begin()),
          area.right - static_cast<int>(right - columns.rbegin()),
          area.bottom - static_cast<int>(bottom - rows.rbegin())};
}

std::vector<Word> ReadCells(const Image& text, const std::vector<Grid>& grids, OcrEngine& engine) {
  std::vector<Word> all;
  for (size_t g = 0; g < grids.size(); ++g) {
    for (size_t c = 0; c < grids[g].cells.size(); ++c) {
      const Box ink = InkBox(text, grids[g].cells[c].box);
      if (IsDash(ink, grids[g].cells[c].box, text.dpi)) {
        all.push_back({"-", ink, kDashConfidence, static_cast<int>(g), static_cast<int>(c)});
        continue;
      }
      if (ink.Width() < Millimetres(0.5, text.dpi) || ink.Height() < Millimetres(0.8, text.dpi)) continue;
      const int margin = Millimetres(0.5, text.dpi);
      const Box part =
          Box{ink.left - margin, ink.top - margin, ink.right + margin, ink.bottom + margin}.Intersect(
              grids[g].cells[c].box);
      const Image cut = Cut(text, part);
      const bool one_line = ink.Height() < Millimetres(6, text.dpi);
      std::vector<Word> words = engine.Read(cut, ReadAs::kBlock);
      int scale = 1;
      if (words.empty() && one_line) words = engine.Read(cut, ReadAs::kLine);
      if (words.empty() && one_line) words = engine.Read(Enlarge(cut, scale = 2), ReadAs::kWord);
      Add(all, std::move(words), part, scale, static_cast<int>(g), static_cast<int>(c));
    }
  }
  return all;
}

}  // namespace trichluc
