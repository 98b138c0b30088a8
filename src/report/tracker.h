// What trackers show: two sheets of named columns, the same for CSV and XLSX. Private to the room.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "store/database.h"

namespace trichluc {

struct IsoDay {  // "YYYY-MM-DD"
  std::string text;
};
using SheetCell = std::variant<std::monostate, std::string, double, IsoDay>;

struct SheetColumn {
  const char* title;
  double width;  // of a spreadsheet column, in characters
};

// “Nhiệm vụ”: one row a task, in the columns that offices keep (số/ký hiệu … tình trạng, ghi chú). “Tình
// trạng” is left empty: whether work is done stands in no scan.
const std::vector<SheetColumn>& TaskColumns();
std::vector<SheetCell> TaskRow(const StoredDocument& stored, const Task& task, int running_number);

// “Văn bản”: one row a document.
const std::vector<SheetColumn>& DocumentColumns();
std::vector<SheetCell> DocumentRow(const StoredDocument& stored, int running_number);

}  // namespace trichluc
