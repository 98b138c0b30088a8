#include "pipeline/read_page_cells.h"

#include <algorithm>
#include <map>
#include <string>

#include "image/analyse.h"
#include "model/pixels.h"
#include "pipeline/cell_lines.h"
#include "pipeline/page_budget.h"
#include "pipeline/white_gaps.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr int kInk = 150;
constexpr float kDashConfidence = 0.8f;
constexpr double kMostNumbers = 0.6;
constexpr size_t kFewLetters = 3;
constexpr int kEnlarge = 2;
constexpr float kSureFigures = 0.5f;

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
  const int away = Pixels(1.2, dpi);
  return ink.Width() >= Pixels(0.7, dpi) && ink.Width() <= Pixels(4, dpi) &&
         ink.Height() < Pixels(0.8, dpi) && 2 * ink.Height() <= ink.Width() && ink.top - cell.top > away &&
         cell.bottom - ink.bottom > away;
}

bool IsNumber(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos &&
         text.find_first_of("0123456789") != std::string::npos;
}

// What was read in each cell of a column, words joined.
std::map<int, std::string> TextsOf(const std::vector<Word>& words, size_t from, const Grid& grid,
                                   int column) {
  std::map<int, std::string> texts;
  for (size_t c = 0; c < grid.cells.size(); ++c) {
    if (grid.cells[c].column == column && grid.cells[c].column_span == 1) texts[static_cast<int>(c)];
  }
  for (size_t i = from; i < words.size(); ++i) {
    const auto cell = texts.find(words[i].cell);
    if (cell != texts.end()) cell->second += words[i].text;
  }
  return texts;
}

// A figure that stands alone is read worst of all. Where most cells of the first column hold numbers, what
// was read otherwise – another letter, nothing – is read again as figures, which are believed when they are
// sure.
void ReadNumbersAgain(const Image& text, const Grid& grid, size_t g, size_t from, OcrEngine& engine,
                      std::vector<Word>& all) {
  const std::map<int, std::string> texts = TextsOf(all, from, grid, 0);
  const auto numbers =
      std::count_if(texts.begin(), texts.end(), [](const auto& cell) { return IsNumber(cell.second); });
  const auto filled =
      std::count_if(texts.begin(), texts.end(), [](const auto& cell) { return !cell.second.empty(); });
  if (numbers < 2 || numbers < kMostNumbers * static_cast<double>(filled)) return;
  for (const auto& [cell, read] : texts) {
    if (IsNumber(read) || Length(read) > kFewLetters) continue;
    if (read.find_first_not_of("IVX") == std::string::npos && !read.empty()) continue;  // a section's number
    const Box ink = InkBox(text, grid.cells[static_cast<size_t>(cell)].box);
    const bool one_line = ink.Height() >= Pixels(1.2, text.dpi) && ink.Height() < Pixels(6, text.dpi);
    if (!one_line || ink.Width() > Pixels(12, text.dpi)) continue;
    const int margin = Pixels(0.5, text.dpi);
    const Box part =
        Box{ink.left - margin, ink.top - margin, ink.right + margin, ink.bottom + margin}.Intersect(
            grid.cells[static_cast<size_t>(cell)].box);
    std::vector<Word> again = engine.Read(Enlarge(Cut(text, part), kEnlarge), ReadAs::kFigures);
    if (again.size() != 1 || !IsNumber(again[0].text) || again[0].confidence < kSureFigures) continue;
    std::erase_if(all,
                  [&](const Word& word) { return word.grid == static_cast<int>(g) && word.cell == cell; });
    Add(all, std::move(again), part, kEnlarge, static_cast<int>(g), cell);
  }
}

// A cell, or what stands in it between two gaps.
void ReadPart(const Image& text, const Box& box, OcrEngine& engine, int grid, int cell, std::vector<Word>& all) {
  const Box ink = InkBox(text, box);
  if (IsDash(ink, box, text.dpi)) {
    all.push_back({"-", ink, kDashConfidence, grid, cell});
    return;
  }
  if (ink.Width() < Pixels(0.5, text.dpi) || ink.Height() < Pixels(0.8, text.dpi)) return;
  const int margin = Pixels(0.5, text.dpi);
  const Box part = Box{ink.left - margin, ink.top - margin, ink.right + margin, ink.bottom + margin}.Intersect(box);
  const Image cut = Cut(text, part);
  const bool one_line = ink.Height() < Pixels(6, text.dpi);
  std::vector<Word> words = engine.Read(cut, ReadAs::kBlock);
  int scale = 1;
  if (IsTangled(words)) {
    std::vector<Word> by_rows = ReadByRows(cut, engine);
    if (MeanConfidence(by_rows) > MeanConfidence(words)) words = std::move(by_rows);
  }
  if (words.empty() && one_line) words = engine.Read(cut, ReadAs::kLine);
  if (words.empty() && one_line) words = engine.Read(Enlarge(cut, scale = 2), ReadAs::kWord);
  Add(all, std::move(words), part, scale, grid, cell);
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
  const int least = Pixels(0.25, grey.dpi);
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

void PutIntoGrid(Word& word, const Grid& grid, int index) {
  for (size_t c = 0; c < grid.cells.size(); ++c) {
    if (!grid.cells[c].box.Contains(word.box.CentreX(), word.box.CentreY())) continue;
    word.grid = index;
    word.cell = static_cast<int>(c);
  }
}

std::vector<Word> ReadCells(const Image& text, const std::vector<Grid>& grids, OcrEngine& engine) {
  RequireFewCells(grids);
  std::vector<Word> all;
  for (size_t g = 0; g < grids.size(); ++g) {
    const size_t from = all.size();
    const std::vector<WhiteGap> gaps = WhiteGaps(text, grids[g]);
    for (size_t c = 0; c < grids[g].cells.size(); ++c) {
      const Box& cell = grids[g].cells[c].box;
      const Box ink = InkBox(text, cell);
      if (ink.Empty()) continue;
      const std::vector<Box> parts = gaps.empty() ? std::vector<Box>{cell} : PartAtGaps(text, ink, gaps);
      for (const Box& part : parts) ReadPart(text, part, engine, static_cast<int>(g), static_cast<int>(c), all);
    }
    ReadNumbersAgain(text, grids[g], g, from, engine, all);
  }
  return all;
}

}  // namespace trichluc
