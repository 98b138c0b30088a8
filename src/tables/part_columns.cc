#include "tables/part_columns.h"

#include <algorithm>
#include <utility>

#include "tables/draft.h"
#include "tables/open_grid.h"
#include "tables/print_bands.h"

namespace trichluc {
namespace {

constexpr int kFewestRows = 3;
constexpr double kMostRows = 0.6;     // of those below a heading
constexpr double kNearlyAll = 0.8;    // of the grid's height that the columns must go through
constexpr float kPartedConfidence = 0.85f;  // of columns that are white gaps where the rows are ruled

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
  parted.confidence = kPartedConfidence * grid.confidence;
  return parted;
}

// The columns that the print in `box` stands in, found by the white between them; nothing unless one table of several fills it.
// `within` says which words belong there.
template <typename Within>
std::optional<Grid> OpenGridIn(const PageReading& reading, const Grid& grid, const Box& box, Within within) {
  PageReading inside;
  inside.page = reading.page;
  inside.width = reading.width;
  inside.height = reading.height;
  inside.dpi = reading.dpi;
  for (Word word : reading.words) {
    if (!within(word)) continue;
    word.grid = word.cell = -1;
    inside.words.push_back(std::move(word));
  }
  std::vector<Box> rules;
  for (const int y : grid.row_edges) rules.push_back({box.left, y, box.right, y + 1});
  std::vector<Grid> open = FindOpenGrids(inside, rules);
  if (open.size() != 1 || open[0].box.Height() < kNearlyAll * grid.box.Height()) return std::nullopt;
  return std::move(open[0]);
}

// In every row of the heading, and in most others, print stands in two parts at least.
bool FillsParts(const PageReading& reading, const std::vector<GridCell>& column, const std::vector<int>& edges) {
  int done = 0;
  for (const GridCell& cell : column) {
    int filled = 0;
    for (size_t part = 0; part + 1 < edges.size(); ++part) {
      const Box box{edges[part], cell.box.top, edges[part + 1], cell.box.bottom};
      filled += std::any_of(reading.words.begin(), reading.words.end(), [&](const Word& word) { return box.Contains(word.box.CentreX(), word.box.CentreY()); });
    }
    const bool heading = &cell == &column.front();
    if (heading && filled + 1 < static_cast<int>(edges.size())) return false;
    done += filled > 1;
  }
  return done >= kFewestRows && done >= kMostRows * static_cast<double>(column.size());
}

// `grid` with its column `at` parted at the inner ones of these x positions.
Grid WithParts(const Grid& grid, int at, const std::vector<int>& edges) {
  const int more = static_cast<int>(edges.size()) - 2;
  Grid parted = grid;
  parted.columns += more;
  parted.column_edges.insert(parted.column_edges.begin() + at + 1, edges.begin() + 1, edges.end() - 1);
  parted.cells.clear();
  for (GridCell cell : grid.cells) {
    if (cell.column == at && cell.column_span == 1) {
      for (int part = 0; part <= more; ++part) {
        const auto edge = static_cast<size_t>(part);
        const Box box{part == 0 ? cell.box.left : edges[edge], cell.box.top, part == more ? cell.box.right : edges[edge + 1], cell.box.bottom};
        parted.cells.push_back({cell.row, at + part, cell.row_span, 1, box});
      }
      continue;
    }
    if (cell.column > at) cell.column += more;
    if (cell.column < at && cell.column + cell.column_span > at) cell.column_span += more;
    if (cell.column == at) cell.column_span += more;
    parted.cells.push_back(cell);
  }
  parted.ruled = false;
  parted.confidence = kPartedConfidence * grid.confidence;
  return parted;
}

// The edges of two columns in `box`: print stands on both sides of the widest white, which is wider than between words. None else.
std::vector<int> EdgesOfTwo(const PageReading& reading, const std::vector<GridCell>& column, const Box& box) {
  constexpr double kWhite = 0.8;  // heights of words
  std::vector<const Word*> words;
  std::vector<Gutter> print;
  for (const Word& word : reading.words) {
    const bool inside = std::any_of(column.begin(), column.end(), [&](const GridCell& cell) { return cell.box.Contains(word.box.CentreX(), word.box.CentreY()); });
    if (!inside) continue;
    words.push_back(&word);
    print.push_back({word.box.left, word.box.right});
  }
  const double height = UsualHeight(words);
  const std::vector<Gutter> strips = StripsBetween(std::move(print), kWhite * height);
  if (strips.empty()) return {};
  const Gutter widest = *std::max_element(strips.begin(), strips.end(), [](const Gutter& a, const Gutter& b) { return a.Width() < b.Width(); });
  return {box.left, widest.right - std::min(widest.Width() / 2, static_cast<int>(height / 2)), box.right};
}

// Some upright rules were seen, others, dotted or faint, were not: a column that holds several, with a title each.
std::optional<Grid> PartedWithin(const PageReading& reading, size_t index) {
  const Grid& grid = reading.grids[index];
  for (int c = 0; c < grid.columns; ++c) {
    std::vector<GridCell> column;
    for (const GridCell& cell : grid.cells) {
      if (cell.column == c && cell.column_span == 1) column.push_back(cell);
    }
    if (static_cast<int>(column.size()) < std::max(kFewestRows + 1, static_cast<int>(kNearlyAll * grid.rows)) || column.front().row > 0) continue;
    const auto at = static_cast<size_t>(c);
    const Box box{grid.column_edges[at], grid.box.top, grid.column_edges[at + 1], grid.box.bottom};
    const auto open = OpenGridIn(reading, grid, box, [&](const Word& word) {
      return std::any_of(column.begin(), column.end(), [&](const GridCell& cell) { return cell.box.Contains(word.box.CentreX(), word.box.CentreY()); });
    });
    const std::vector<int> edges = open ? open->column_edges : EdgesOfTwo(reading, column, box);
    if (!edges.empty() && FillsParts(reading, column, edges)) return WithParts(grid, c, edges);
  }
  return std::nullopt;
}

// The same grid with columns, where its print stands in some.
std::optional<Grid> Parted(const PageReading& reading, size_t index) {
  const Grid& grid = reading.grids[index];
  if (grid.rows < kFewestRows) return std::nullopt;
  if (grid.columns > 1) {
    std::optional<Grid> parted = PartedByHeading(reading, index);
    return parted ? parted : PartedWithin(reading, index);
  }
  auto open = OpenGridIn(reading, grid, grid.box, [&](const Word& word) {
    return word.grid >= 0 ? word.grid == static_cast<int>(index) : grid.box.Contains(word.box.CentreX(), word.box.CentreY());
  });
  if (!open) return std::nullopt;
  open->open_top = grid.open_top;
  open->open_bottom = grid.open_bottom;
  open->confidence = kPartedConfidence * grid.confidence;
  return open;
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
