#include "tables/part_columns.h"

#include <algorithm>
#include <utility>

#include "tables/draft.h"
#include "tables/open_grid.h"

namespace trichluc {
namespace {

constexpr int kFewestRows = 3;
constexpr double kMostRows = 0.6;     // of those below a heading
constexpr double kNearlyAll = 0.8;    // of the grid's height that the columns must go through
constexpr float kConfidence = 0.85f;  // of columns that are white gaps where the rows are ruled

// The heading alone has upright rules: the cells below it, each over all columns, are parted where these go on and cross no word.
// Nothing where a row has cells of its own, or hardly one can be parted.
std::optional<Grid> PartedByHeading(const PageReading& reading, size_t index) {
  const Grid& grid = reading.grids[index];
  const auto whole = [&](const GridCell& cell) { return cell.column_span == grid.columns; };
  const auto body = std::find_if(grid.cells.begin(), grid.cells.end(), whole);
  const auto rows = std::count_if(body, grid.cells.end(), whole);
  if (body == grid.cells.begin() || rows != grid.cells.end() - body || rows < kFewestRows) return std::nullopt;
  Grid parted = grid;
  parted.cells.assign(grid.cells.begin(), body);
  int done = 0;
  for (auto cell = body; cell != grid.cells.end(); ++cell) {
    const bool crossed = std::any_of(reading.words.begin(), reading.words.end(), [&](const Word& word) {
      return cell->box.Contains(word.box.CentreX(), word.box.CentreY()) &&
             std::any_of(grid.column_edges.begin(), grid.column_edges.end(), [&](int edge) { return word.box.left < edge && edge < word.box.right; });
    });
    if (crossed) {  // the title of a section
      parted.cells.push_back(*cell);
      continue;
    }
    ++done;
    for (int c = 0; c < grid.columns; ++c) {
      const auto at = static_cast<size_t>(c);
      const int left = c == 0 ? cell->box.left : grid.column_edges[at], right = c + 1 == grid.columns ? cell->box.right : grid.column_edges[at + 1];
      parted.cells.push_back({cell->row, c, cell->row_span, 1, {left, cell->box.top, right, cell->box.bottom}});
    }
  }
  if (done < kFewestRows || done < kMostRows * static_cast<double>(rows)) return std::nullopt;
  parted.ruled = false;
  parted.confidence = kConfidence * grid.confidence;
  return parted;
}

// The same grid with columns, where its print stands in some.
std::optional<Grid> Parted(const PageReading& reading, size_t index) {
  const Grid& grid = reading.grids[index];
  if (grid.rows < kFewestRows) return std::nullopt;
  if (grid.columns > 1) return PartedByHeading(reading, index);
  PageReading inside;
  inside.page = reading.page;
  inside.width = reading.width;
  inside.height = reading.height;
  inside.dpi = reading.dpi;
  for (Word word : reading.words) {
    const bool within = word.grid >= 0 ? word.grid == static_cast<int>(index) : grid.box.Contains(word.box.CentreX(), word.box.CentreY());
    if (!within) continue;
    word.grid = word.cell = -1;
    inside.words.push_back(std::move(word));
  }
  std::vector<Box> rules;
  for (const int y : grid.row_edges) rules.push_back({grid.box.left, y, grid.box.right, y + 1});
  std::vector<Grid> open = FindOpenGrids(inside, rules);
  if (open.size() != 1 || open[0].box.Height() < kNearlyAll * grid.box.Height()) return std::nullopt;
  open[0].open_top = grid.open_top;
  open[0].open_bottom = grid.open_bottom;
  open[0].confidence = kConfidence * grid.confidence;
  return std::move(open[0]);
}

void PutWords(PageReading& reading, size_t index) {
  const Grid& grid = reading.grids[index];
  for (Word& word : reading.words) {
    if (word.grid != static_cast<int>(index)) continue;
    word.cell = -1;
    for (size_t i = 0; i < grid.cells.size() && word.cell < 0; ++i) {
      if (grid.cells[i].box.Contains(word.box.CentreX(), word.box.CentreY())) word.cell = static_cast<int>(i);
    }
    if (word.cell < 0) word.grid = -1;
  }
}

}  // namespace

std::optional<PartedPages> WithPartedColumns(const std::vector<PageReading>& readings) {
  std::optional<PartedPages> parted;
  for (size_t page = 0; page < readings.size(); ++page) {
    for (size_t i = 0; i < readings[page].grids.size(); ++i) {
      std::optional<Grid> grid = Parted(readings[page], i);
      if (!grid) continue;
      if (!parted) parted = PartedPages{readings, {}};
      parted->readings[page].grids[i] = std::move(*grid);
      parted->grids.insert({readings[page].page, static_cast<int>(i)});
      PutWords(parted->readings[page], i);
    }
  }
  return parted;
}

JoinOptions OptionsFor(const PartedPages& parted, const JoinOptions& options) {
  if (!options.cell_lines) return options;
  JoinOptions own = options;
  own.cell_lines = [&parted, arranged = options.cell_lines](const PageReading& reading, int grid, int cell) {
    const bool divided = parted.grids.count({reading.page, grid}) > 0;
    return divided ? LinesAsRead(reading, static_cast<size_t>(grid), static_cast<size_t>(cell)) : arranged(reading, grid, cell);
  };
  return own;
}

}  // namespace trichluc
