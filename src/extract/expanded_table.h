// A table with its spans written out. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "model/record.h"
#include "model/table.h"

namespace trichluc {

// What each row says in each column.
struct Expanded {
  const Table* table;
  // rows × columns; the cell that fills this place (a cell above that spans down to here), null when covered
  // sideways
  std::vector<std::vector<const TableCell*>> cells;

  std::string Text(size_t row, int column) const;  // normalised, without specks at its end; "" where no cell is
  const TableCell* Cell(size_t row, int column) const {
    return column < 0 ? nullptr : cells[row][static_cast<size_t>(column)];
  }
  bool Own(size_t row, int column) const {  // starts in this row
    return column >= 0 && Cell(row, column) == &table->rows[row].cells[static_cast<size_t>(column)];
  }
};

// `table` must outlive the result.
Expanded Expand(const Table& table);

TableRecord ToRecord(const Table& table, const Expanded& expanded);

}  // namespace trichluc
