#include "pipeline/page_budget.h"

#include <fmt/format.h>

#include "base/error.h"

namespace trichluc {
namespace {

size_t CellsOf(const std::vector<Grid>& grids) {
  size_t cells = 0;
  for (const Grid& grid : grids) cells += grid.cells.size();
  return cells;
}

std::string TooManyCells(size_t cells) {
  return fmt::format("its tables have {} cells, more than the {} that a page may have", cells, kMaxCells);
}

[[noreturn]] void Refuse(const std::string& cause) {
  throw DocumentError(ErrorCode::kTooLarge, "pipeline", "", 0, cause);
}

}  // namespace

std::vector<Word> BudgetedEngine::Read(const Image& image, ReadAs mode) {
  std::vector<Word> words = engine_.Read(image, mode);
  words_ += words.size();
  if (words_ > kMaxWordsRead)
    Refuse(
        fmt::format("more than {} words were read on it, some of them again: four times what a page may have",
                    kMaxWordsRead));
  return words;
}

void RequireFewCells(const std::vector<Grid>& grids) {
  if (const size_t cells = CellsOf(grids); cells > kMaxCells) Refuse(TooManyCells(cells));
}

std::string Excess(const PageReading& reading) {
  const size_t cells = CellsOf(reading.grids);
  if (reading.words.size() > kMaxWords)
    return fmt::format("it was read as {} words, more than the {} that a page may have", reading.words.size(),
                       kMaxWords);
  if (cells > kMaxCells) return TooManyCells(cells);
  return "";
}

}  // namespace trichluc
