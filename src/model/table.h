// A table of the document, joined over its pages.
#pragma once

#include <string>
#include <vector>

#include "model/layout.h"

namespace trichluc {

// Text of a cell; `lines` may come from several pages when the row was cut. A cell covered by another's span
// is empty and has `covered` set; `row_span`/`column_span` stand on the first cell.
struct TableCell {
  std::vector<Line> lines;
  int row_span = 1, column_span = 1;
  bool covered = false;

  std::string Text() const;  // lines joined by one blank
};

// Always exactly Table::columns cells.
struct TableRow {
  int page_from = 0, page_to = 0;
  std::vector<TableCell> cells;
};

struct Table {
  int page_from = 0, page_to = 0;
  int columns = 0;
  std::vector<TableRow> header;  // heading rows of the first page; may be empty
  std::vector<TableRow> rows;
  double confidence = 1;  // of the geometry

  std::vector<std::string> ColumnTitles()
      const;  // one for each column: its cells of the heading rows, and those above that span it
};

std::string Dump(const Table& table);

}  // namespace trichluc
