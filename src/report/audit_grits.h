// GriTS: grid table similarity (Smock, Pesala, Abraham: GriTS: Grid table similarity metric for table
// structure recognition, 2022). Private to the room.
//
// Two tables are grids of cells. Rows are aligned with rows and columns with columns, in order, so that what
// is alike adds up most (the factored approximation of the paper); then the score is 2 · Σ f / (cells of
// both), f 0..1 of two aligned cells:
//
//   GriTS_Con   the longest common subsequence of their texts, doubled, over both lengths; two empty cells
//   are alike GriTS_Top   the common part of their spans, over all that either covers (spans relative to the
//   cell's place)
//
// The titles of the columns are the first row. Of spans the export contract keeps only traces, which are read
// the same way on both sides: equal text in a column's consecutive cells is one cell, and so is a row with
// nothing behind its first cell.
#pragma once

#include <string>
#include <vector>

#include "report/audit.h"

namespace trichluc {

struct GritsCell {
  std::u32string text;
  // Of the span that covers it, relative to its own place, ends exclusive: {0, 0, 1, 1} is a cell of its own.
  int left = 0, top = 0, right = 1, bottom = 1;
};

struct GritsTable {
  size_t rows = 0, columns = 0;
  std::vector<GritsCell> cells;  // row by row
};

// Σ f of the aligned cells.
struct GritsSum {
  double content = 0, topology = 0;
};

GritsTable ToGrid(const TableRecord& table);
GritsSum CompareGrids(const GritsTable& truth, const GritsTable& found);

// Length of the longest common subsequence.
size_t CommonSubsequence(const std::u32string& a, const std::u32string& b);

// Counts "grits_con" and "grits_top" over the tables of a document, in thousandths of cells. Tables are
// paired in order so that their content agrees most.
void ScoreGrits(const std::vector<TableRecord>& truth, const std::vector<TableRecord>& found, Score& score);

}  // namespace trichluc
