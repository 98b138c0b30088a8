#include "extract/month_columns.h"

#include <vector>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kFewest = 3;     // columns that make a calendar
constexpr double kMostly = 0.8;   // of the filled cells are marks

}  // namespace

std::map<int, std::string> FindMonthColumns(const Table& table, const RuleSet& rules) {
  std::map<int, std::string> periods;
  const std::vector<std::string> titles = table.ColumnTitles();
  for (size_t i = 0; i < titles.size(); ++i) {
    const auto match = rules.Full("month_column", Normalise(titles[i]));
    if (match) periods[static_cast<int>(i)] = (match->Has("quarter") ? "Quý " + match->Get("quarter") : "Tháng " + match->Get("month"));
  }
  double filled = 0, marks = 0;
  for (const TableRow& row : table.rows) {
    for (const auto& [column, period] : periods) {
      const TableCell& cell = row.cells[static_cast<size_t>(column)];
      const std::string text = cell.column_span > 1 ? "" : Normalise(cell.Text());
      filled += !text.empty();
      marks += rules.Full("column_mark", text).has_value();
    }
  }
  if (periods.size() < kFewest || marks == 0 || marks < kMostly * filled) periods.clear();
  return periods;
}

std::string MarkedPeriods(const std::map<int, std::string>& periods, const std::map<int, bool>& marked) {
  std::string text, first, last;
  const auto close = [&] {
    if (first.empty()) return;
    text += (text.empty() ? "" : ", ") + first + (first == last ? "" : " - " + last);
    first.clear();
  };
  for (const auto& [column, period] : periods) {
    const auto mark = marked.find(column);
    if (mark == marked.end() || !mark->second) {
      close();
      continue;
    }
    if (first.empty()) first = period;
    last = period;
  }
  close();
  return text;
}

}  // namespace trichluc
