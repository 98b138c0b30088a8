// Grids of any shape over several pages are joined to tables whose rows are whole.
#include <algorithm>

#include "fuzz/made_pages.h"
#include "fuzz/target.h"
#include "layout/layout.h"
#include "tables/tables.h"

using namespace trichluc;

namespace {

void CheckRows(const Table& table, const std::vector<TableRow>& rows) {
  for (size_t at = 0; at < rows.size(); ++at) {
    const TableRow& row = rows[at];
    fuzz::Require(static_cast<int>(row.cells.size()) == table.columns, "a row has a cell for each column");
    fuzz::Require(row.page_from <= row.page_to, "a row's pages are in order");
    fuzz::Require(table.page_from <= row.page_from && row.page_to <= table.page_to,
                  "a row lies on its table's pages");
    for (size_t column = 0; column < row.cells.size(); ++column) {
      const TableCell& cell = row.cells[column];
      fuzz::Require(cell.row_span >= 1 && cell.column_span >= 1, "a span is at least one");
      fuzz::Require(column + static_cast<size_t>(cell.column_span) <= row.cells.size(),
                    "a span ends in its row");
      fuzz::Require(!cell.covered || cell.lines.empty(), "a covered cell is empty");
    }
  }
}

// The rules know more titles; these are words of made_pages.h.
JoinOptions Options() {
  JoinOptions options;
  options.cell_lines = CellLines;
  options.looks_like_header = [](const std::vector<std::string>& cells) {
    return std::any_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return cell == "STT" || cell == "TT"; });
  };
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Bytes bytes(data, size);
  const std::vector<PageReading> pages = fuzz::MakePages(bytes);
  for (const Table& table : JoinTables(pages, Options())) {
    fuzz::Require(table.columns >= 2, "a table has two columns or more");
    fuzz::Require(table.page_from <= table.page_to, "a table's pages are in order");
    fuzz::Require(table.confidence >= 0 && table.confidence <= 1, "a confidence is a chance");
    CheckRows(table, table.header);
    CheckRows(table, table.rows);
    table.ColumnTitles();
    Dump(table);
  }
  for (const PageReading& page : pages) PageText(page, ArrangePage(page));
  return 0;
}
