#include "extract/expanded_table.h"

#include <string_view>

#include "text/text.h"

namespace trichluc {
namespace {

// "… cơ sở điều trị .": nobody prints a blank before a last mark.
std::string WithoutSpeck(std::string text) {
  while (text.size() > 2 && text[text.size() - 2] == ' ' && std::string_view(".,;'`*").find(text.back()) != std::string_view::npos)
    text.resize(text.find_last_not_of(' ', text.size() - 2) + 1);
  return text;
}

}  // namespace

std::string Expanded::Text(size_t row, int column) const {
  const TableCell* cell = Cell(row, column);
  return cell == nullptr ? std::string() : WithoutSpeck(Normalise(cell->Text()));
}

Expanded Expand(const Table& table) {
  Expanded expanded{&table, {}};
  const size_t columns = static_cast<size_t>(table.columns);
  std::vector<const TableCell*> reaching(columns, nullptr);
  std::vector<int> left(columns, 0);
  for (const TableRow& row : table.rows) {
    std::vector<const TableCell*> line(columns, nullptr);
    for (size_t c = 0; c < columns; ++c) {
      const TableCell& cell = row.cells[c];
      if (!cell.covered) {
        line[c] = &cell;
        reaching[c] = cell.row_span > 1 ? &cell : nullptr;
        left[c] = cell.row_span - 1;
      } else if (left[c] > 0) {
        line[c] = reaching[c];
        --left[c];
      }
    }
    expanded.cells.push_back(line);
  }
  return expanded;
}

TableRecord ToRecord(const Table& table, const Expanded& expanded) {
  TableRecord record{table.page_from, table.page_to, {}, {}};
  for (const std::string& title : table.ColumnTitles()) record.columns.push_back(Normalise(title));
  for (size_t r = 0; r < table.rows.size(); ++r) {
    std::vector<std::string> row;
    for (int c = 0; c < table.columns; ++c) row.push_back(expanded.Text(r, c));
    record.rows.push_back(row);
  }
  return record;
}

}  // namespace trichluc
