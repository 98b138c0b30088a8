// Rows of a table while it is put together: as model/table.h, with what is needed to judge page breaks.
#pragma once

#include <string>
#include <vector>

#include "model/table.h"
#include "tables/tables.h"

namespace trichluc {

// A cell that is part of a larger one says which neighbour it goes on from; its text stands on the first.
struct DraftCell {
  std::vector<Line> lines;
  bool up = false, left = false;  // part of the cell above / to the left
  Box box;                        // inside of the rules; of the lowest part when a page break cut the cell
  std::vector<Line> part;         // the lines of that part

  bool Covered() const { return up || left; }
  std::string Text() const;
};

struct DraftRow {
  int page_from = 0, page_to = 0;
  std::vector<DraftCell> cells;

  std::vector<std::string> Texts() const;
  bool Empty() const;  // no text of its own
};

constexpr double kEdgeTolerance = 0.02;  // of the table's width
constexpr double kOpenTolerance = 0.06;  // where edges are white gaps: they lie where the print leaves them

// A grid of one page. Edges are shares of its width, 0 … 1.
struct TableFragment {
  const PageReading* reading = nullptr;
  size_t grid = 0;
  std::vector<double> edges;
  std::vector<DraftRow> rows;

  const Grid& SourceGrid() const { return reading->grids[grid]; }
};

// The words of a cell in the order they came; see JoinOptions::cell_lines.
std::vector<Line> LinesAsRead(const PageReading& reading, size_t grid, size_t cell);

TableFragment MakeFragment(const PageReading& reading, size_t grid, const JoinOptions& options);

// The edges of both when they are the same columns, or when one is a slightly coarser division of the other
// (a rule that was not seen on one page); else empty.
std::vector<double> CommonEdges(const std::vector<double>& a, const std::vector<double>& b,
                                double tolerance = kEdgeTolerance);

// Divides the rows by `edges`, which must hold the fragment's own (within tolerance).
void Divide(TableFragment& fragment, const std::vector<double>& edges);

// Leaves out rows without text. What was part of a dropped cell becomes a cell of its own.
void DropEmptyRows(std::vector<DraftRow>& rows);

// The row where the cell that rows[row].cells[column] is part of begins.
size_t OwnerRow(const std::vector<DraftRow>& rows, size_t row, size_t column);

// Text of the whole cell, wherever it begins.
std::string OwnerText(const std::vector<DraftRow>& rows, size_t row, size_t column);

// Parts of a larger cell are empty then.
std::vector<TableRow> Finish(std::vector<DraftRow> rows);

}  // namespace trichluc
