#include "tables/draft.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trichluc {
namespace {

std::string Joined(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) AppendLine(text, line.Text());
  return text;
}

bool StandsIn(const Word& word, const Grid& grid, size_t grid_index, size_t cell) {
  if (word.grid >= 0) {
    return word.grid == static_cast<int>(grid_index) && word.cell == static_cast<int>(cell);
  }
  return grid.cells[cell].box.Contains(word.box.CentreX(), word.box.CentreY());
}

size_t NearestEdge(const std::vector<double>& edges, double edge) {
  size_t best = 0;
  for (size_t i = 1; i < edges.size(); ++i) {
    if (std::abs(edges[i] - edge) < std::abs(edges[best] - edge)) best = i;
  }
  return best;
}

// Every edge of `coarse` has its own in `fine`.
bool Holds(const std::vector<double>& fine, const std::vector<double>& coarse, double tolerance) {
  size_t last = 0;
  for (size_t i = 0; i < coarse.size(); ++i) {
    const size_t nearest = NearestEdge(fine, coarse[i]);
    if (std::abs(fine[nearest] - coarse[i]) > tolerance || (i > 0 && nearest <= last)) return false;
    last = nearest;
  }
  return true;
}

enum class Side { kEmpty, kLeft, kRight, kBoth, kAcross };

// How the words of a cell stand to a vertical line.
Side SideOf(const DraftCell& cell, int x) {
  bool left = false, right = false;
  for (const Line& line : cell.lines) {
    for (const Word& word : line.words) {
      const int slack = word.box.Width() / 4;
      if (word.box.left + slack < x && word.box.right - slack > x) return Side::kAcross;
      (word.box.CentreX() < x ? left : right) = true;
    }
  }
  return left && right ? Side::kBoth : left ? Side::kLeft : right ? Side::kRight : Side::kEmpty;
}

// The words right of x become the next cell's.
void MoveWords(DraftCell& from, DraftCell& to, int x) {
  std::vector<Line> stay;
  for (const Line& line : from.lines) {
    Line halves[2] = {{line.page, {}, {}}, {line.page, {}, {}}};
    for (const Word& word : line.words) {
      Line& half = halves[word.box.CentreX() < x ? 0 : 1];
      half.words.push_back(word);
      half.box = half.box.Union(word.box);
    }
    if (!halves[0].words.empty()) stay.push_back(halves[0]);
    if (!halves[1].words.empty()) to.lines.push_back(halves[1]);
  }
  from.lines = from.part = stay;
  to.part = to.lines;
}

// On this page the rule before `column`, at x, was not seen. Where words keep clear of it in most rows it is
// there.
void DivideByWords(std::vector<DraftRow>& rows, size_t column, int x) {
  int clear = 0, across = 0;
  for (const DraftRow& row : rows) {
    const Side side = SideOf(row.cells[column - 1], x);
    clear += side == Side::kBoth;
    across += side == Side::kAcross;
  }
  if (clear < 2 || across * 3 > clear) return;
  for (DraftRow& row : rows) {
    DraftCell &left = row.cells[column - 1], &right = row.cells[column];
    if (!right.left || left.left || SideOf(left, x) == Side::kAcross) continue;
    right.left = false;
    MoveWords(left, right, x);
    right.box.left = left.box.right = std::clamp(x, left.box.left, left.box.right);
    right.box.right = std::max(right.box.right, x);
  }
}

}  // namespace

std::vector<Line> LinesAsRead(const PageReading& reading, size_t grid, size_t cell) {
  std::vector<Line> lines;
  for (const Word& word : reading.words) {
    if (!StandsIn(word, reading.grids[grid], grid, cell)) continue;
    const bool same = !lines.empty() && word.box.CentreY() < lines.back().box.bottom &&
                      word.box.left >= lines.back().words.back().box.left;
    if (!same) lines.push_back({reading.page, {}, {}});
    lines.back().words.push_back(word);
    lines.back().box = lines.back().box.Union(word.box);
  }
  return lines;
}

std::string DraftCell::Text() const { return Joined(lines); }

std::vector<std::string> DraftRow::Texts() const {
  std::vector<std::string> texts;
  for (const DraftCell& cell : cells) texts.push_back(cell.Text());
  return texts;
}

bool DraftRow::Empty() const {
  return std::all_of(cells.begin(), cells.end(), [](const DraftCell& cell) { return cell.Text().empty(); });
}

TableFragment MakeFragment(const PageReading& reading, size_t grid_index, const JoinOptions& options) {
  const Grid& grid = reading.grids[grid_index];
  TableFragment fragment;
  fragment.reading = &reading;
  fragment.grid = grid_index;
  const double left = grid.column_edges.front(),
               width = std::max(1, grid.column_edges.back() - grid.column_edges.front());
  for (const int edge : grid.column_edges) fragment.edges.push_back((edge - left) / width);
  DraftRow blank{reading.page, reading.page, std::vector<DraftCell>(static_cast<size_t>(grid.columns))};
  fragment.rows.assign(static_cast<size_t>(grid.rows), blank);
  for (size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    for (int r = cell.row; r < std::min(grid.rows, cell.row + cell.row_span); ++r) {
      for (int c = cell.column; c < std::min(grid.columns, cell.column + cell.column_span); ++c) {
        DraftCell& draft = fragment.rows[static_cast<size_t>(r)].cells[static_cast<size_t>(c)];
        draft.up = r > cell.row;
        draft.left = c > cell.column;
        draft.box = cell.box;
      }
    }
    DraftCell& first = fragment.rows[static_cast<size_t>(cell.row)].cells[static_cast<size_t>(cell.column)];
    first.lines = options.cell_lines
                      ? options.cell_lines(reading, static_cast<int>(grid_index), static_cast<int>(i))
                      : LinesAsRead(reading, grid_index, i);
    first.part = first.lines;
  }
  return fragment;
}

std::vector<double> CommonEdges(const std::vector<double>& a, const std::vector<double>& b,
                                double tolerance) {
  const std::vector<double>& fine = a.size() >= b.size() ? a : b;
  const std::vector<double>& coarse = a.size() >= b.size() ? b : a;
  const size_t missing = fine.size() - coarse.size();
  if (missing > (fine.size() >= 6 ? 2u : 1u) || coarse.size() < 3) return {};
  return Holds(fine, coarse, tolerance) ? fine : std::vector<double>{};
}

void Divide(TableFragment& fragment, const std::vector<double>& edges) {
  const size_t columns = edges.size() - 1;
  std::vector<size_t> place;  // of the fragment's edges among the new ones
  for (const double edge : fragment.edges) place.push_back(NearestEdge(edges, edge));
  place.front() = 0;
  place.back() = columns;
  for (DraftRow& row : fragment.rows) {
    std::vector<DraftCell> cells(columns);
    for (size_t i = 0; i < row.cells.size(); ++i) {
      for (size_t c = place[i]; c < place[i + 1]; ++c) {
        if (c == place[i]) {
          cells[c] = std::move(row.cells[i]);
          continue;
        }
        cells[c].up = cells[place[i]].up;
        cells[c].left = true;
        cells[c].box = cells[place[i]].box;
      }
    }
    row.cells = std::move(cells);
  }
  fragment.edges = edges;
  const Box& box = fragment.SourceGrid().box;
  for (size_t c = 1; c < columns; ++c) {
    if (std::find(place.begin(), place.end(), c) != place.end()) continue;
    DivideByWords(fragment.rows, c, static_cast<int>(box.left + edges[c] * box.Width()));
  }
}

void DropEmptyRows(std::vector<DraftRow>& rows) {
  for (size_t i = 0; i < rows.size();) {
    if (!rows[i].Empty()) {
      ++i;
      continue;
    }
    for (size_t c = 0; i + 1 < rows.size() && c < rows[i].cells.size(); ++c) {
      if (!rows[i].cells[c].up) rows[i + 1].cells[c].up = false;
    }
    rows.erase(rows.begin() + static_cast<long>(i));
  }
}

size_t OwnerRow(const std::vector<DraftRow>& rows, size_t row, size_t column) {
  while (row > 0 && rows[row].cells[column].up) --row;
  return row;
}

namespace {

// Row and column of the first part of the cell.
std::pair<size_t, size_t> Owner(const std::vector<DraftRow>& rows, size_t row, size_t column) {
  row = OwnerRow(rows, row, column);
  while (column > 0 && rows[row].cells[column].left) --column;
  return {row, column};
}

// Text that steps of joining left on parts of a larger cell goes to the cell it is part of.
void GatherText(std::vector<DraftRow>& rows) {
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t c = 0; c < rows[r].cells.size(); ++c) {
      DraftCell& part = rows[r].cells[c];
      if (!part.Covered() || part.lines.empty()) continue;
      const auto [row, column] = Owner(rows, r, c);
      DraftCell& owner = rows[row].cells[column];
      if (&owner == &part) continue;
      owner.lines.insert(owner.lines.end(), part.lines.begin(), part.lines.end());
      part.lines.clear();
    }
  }
}

}  // namespace

std::string OwnerText(const std::vector<DraftRow>& rows, size_t row, size_t column) {
  const auto [owner, first] = Owner(rows, row, column);
  return rows[owner].cells[first].Text();
}

std::vector<TableRow> Finish(std::vector<DraftRow> rows) {
  GatherText(rows);
  std::vector<TableRow> finished;
  for (size_t r = 0; r < rows.size(); ++r) {
    TableRow row{rows[r].page_from, rows[r].page_to, {}};
    for (size_t c = 0; c < rows[r].cells.size(); ++c) {
      const DraftCell& draft = rows[r].cells[c];
      TableCell cell;
      cell.lines = draft.lines;
      cell.covered = draft.Covered();
      if (!cell.covered) {
        while (r + static_cast<size_t>(cell.row_span) < rows.size() &&
               rows[r + static_cast<size_t>(cell.row_span)].cells[c].up) {
          ++cell.row_span;
        }
        while (c + static_cast<size_t>(cell.column_span) < rows[r].cells.size() &&
               rows[r].cells[c + static_cast<size_t>(cell.column_span)].left) {
          ++cell.column_span;
        }
      }
      row.cells.push_back(std::move(cell));
    }
    finished.push_back(std::move(row));
  }
  return finished;
}

}  // namespace trichluc
