// Tables of the description: cells, spans, and what they mean.
#include <fmt/format.h>

#include "corpus/description.h"

namespace trichluc::corpus {
namespace {

Cell ParseCell(const Node& node) {
  Cell cell;
  if (node.json().is_null()) {
    cell.covered = true;
  } else if (node.json().is_string()) {
    cell.text = node.Text();
  } else {
    node.AllowOnly({"text", "rows", "cols", "bold", "italic", "align", "shift"});
    cell.text = node.TextOr("text", "");
    cell.rows = node.IntOr("rows", 1);
    cell.cols = node.IntOr("cols", 1);
    cell.bold = node.BoolOr("bold", false);
    cell.italic = node.BoolOr("italic", false);
    cell.align = node.Has("align") ? node.Choice("align", {"left", "center", "right", "justify"}) : "";
    cell.shift = node.NumberOr("shift", 0);
    if (cell.rows < 1 || cell.cols < 1) node.Fail("a span is at least 1");
  }
  return cell;
}

std::vector<Cell> ParseCells(const Node& node, std::size_t columns) {
  std::vector<Cell> cells;
  for (const Node& item : node.Items()) cells.push_back(ParseCell(item));
  if (cells.size() != columns) {
    node.Fail(fmt::format("has {} cells, the table has {} columns; write null for what a span covers",
                          cells.size(), columns));
  }
  return cells;
}

Row ParseRow(const Node& node, std::size_t columns) {
  node.AllowOnly({"cells", "section", "title", "end_section", "task"});
  Row row;
  row.node = node;
  row.cells = ParseCells(node.At("cells"), columns);
  row.section = node.IntOr("section", 0);
  row.end_section = node.IntOr("end_section", 0);
  row.title = node.Has("title") ? node.At("title").String() : "";
  row.is_task = row.section == 0;
  if (!node.Has("task")) return row;
  const Node task = node.At("task");
  if (task.json().is_boolean()) {
    row.is_task = row.is_task && task.json().get<bool>();
  } else {
    task.AllowOnly({"no", "section", "kind", "content", "lead", "coordinators", "approver", "deadline",
                    "output", "basis"});
    row.task = task;
  }
  return row;
}

// Every null must be covered by exactly one span, and every span must cover nulls only. `at` gives a cell.
template <typename At>
void CheckSpans(const Node& node, std::size_t rows, std::size_t columns, const At& at) {
  std::vector<bool> covered(rows * columns);
  const auto place = [&](std::size_t r, std::size_t c) { return fmt::format("row {}, cell {}", r, c); };
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) {
      const Cell& cell = at(r, c);
      if (cell.covered != covered[r * columns + c]) {
        node.Fail(place(r, c) + (cell.covered ? ": null, but no span covers it; write \"\" or widen a span"
                                              : ": covered by a span; write null"));
      }
      if (cell.covered) continue;
      if (r + cell.rows > rows || c + cell.cols > columns)
        node.Fail(place(r, c) + ": its span leaves the table");
      for (int i = 0; i < cell.rows * cell.cols; ++i) {
        const std::size_t index = (r + i / cell.cols) * columns + c + i % cell.cols;
        if (i > 0 && covered[index]) node.Fail(place(r, c) + ": its span overlaps another");
        if (i > 0) covered[index] = true;
      }
    }
  }
}

void ParseColumns(const Node& node, Table* table) {
  for (const Node& item : node.At("columns").Items()) {
    item.AllowOnly({"title", "width", "align"});
    Column column{item.TextOr("title", ""), item.NumberOr("width", 1)};
    column.align = item.Choice("align", {"left", "center", "right", "justify"});
    if (column.width <= 0) item.Fail("width must be above 0");
    table->columns.push_back(column);
  }
  if (table->columns.empty()) node.At("columns").Fail("is empty; a table has at least one column");
}

void ParseMap(const Node& node, Table* table) {
  if (!node.Has("map")) return;
  const Node map = node.At("map");
  map.AllowOnly({"no", "content", "lead", "coordinators", "deadline", "output", "kind", "basis", "approver"});
  for (const auto& [key, value] : map.json().items()) {
    if (key == "comment" || value.is_null()) continue;
    const int column = map.IntOr(key, -1);
    if (column < 0 || column >= static_cast<int>(table->columns.size())) {
      map.At(key).Fail(fmt::format("there is no column {}; columns count from 0", column));
    }
    table->map[key] = column;
  }
  if (!table->map.contains("content")) map.Fail("lacks \"content\"; say which column states the work");
}

// One row of the titles, unless the description gives header rows or no title at all.
void ParseHeader(const Node& node, Table* table) {
  for (const Node& row : node.Items("header"))
    table->header.push_back(ParseCells(row, table->columns.size()));
  for (const Node& row : node.Items("later_header"))
    table->later_header.push_back(ParseCells(row, table->columns.size()));
  if (!table->later_header.empty()) {
    CheckSpans(node.At("later_header"), table->later_header.size(), table->columns.size(),
               [&](std::size_t r, std::size_t c) -> const Cell& { return table->later_header[r][c]; });
  }
  bool titled = false;
  std::vector<Cell> titles;
  for (const Column& column : table->columns) {
    titles.push_back({column.title});
    titled = titled || !column.title.empty();
  }
  if (table->header.empty() && titled) table->header.push_back(titles);
  if (table->header.empty()) return;
  CheckSpans(node.Has("header") ? node.At("header") : node, table->header.size(), table->columns.size(),
             [&](std::size_t r, std::size_t c) -> const Cell& { return table->header[r][c]; });
}

Stroke ParseStroke(const Node& node) {
  static const std::map<std::string, Stroke> kStrokes = {
      {"solid", Stroke::kSolid},   {"thin", Stroke::kThin},     {"thick", Stroke::kThick},
      {"dotted", Stroke::kDotted}, {"dashed", Stroke::kDashed}, {"broken", Stroke::kBroken},
      {"faint", Stroke::kFaint},   {"double", Stroke::kDouble}};
  return kStrokes.at(
      node.Choice("stroke", {"solid", "thin", "thick", "dotted", "dashed", "broken", "faint", "double"}));
}

}  // namespace

Table ParseTable(const Node& node) {
  node.AllowOnly({"kind", "columns", "header", "later_header", "size", "turn", "repeat_header", "split_rows",
                  "rules", "stroke", "frame", "shift", "margin", "valign", "map", "under", "rows"});
  Table table;
  ParseColumns(node, &table);
  ParseHeader(node, &table);
  ParseMap(node, &table);
  if (node.Has("under")) {
    for (const Node& title : node.At("under").Items()) table.under.push_back(title.String());
  }
  table.size = node.NumberOr("size", 12);
  table.repeat_header = node.BoolOr("repeat_header", false);
  table.split_rows = node.BoolOr("split_rows", true);
  table.turn = static_cast<std::size_t>(node.NumberOr("turn", 0));
  table.middle = node.Choice("valign", {"top", "middle"}) == "middle";
  table.rules = node.Choice("rules", {"full", "horizontal", "header", "none"});
  table.stroke = ParseStroke(node);
  table.frame = node.BoolOr("frame", true);
  table.shift = node.NumberOr("shift", 0);
  table.margin = node.NumberOr("margin", 0);
  for (const Node& row : node.At("rows").Items()) table.rows.push_back(ParseRow(row, table.columns.size()));
  CheckSpans(node.At("rows"), table.rows.size(), table.columns.size(),
             [&](std::size_t r, std::size_t c) -> const Cell& { return table.rows[r].cells[c]; });
  return table;
}

const Cell& CellAt(const Table& table, std::size_t row, std::size_t column) {
  for (std::size_t r = row + 1; r-- > 0;) {
    for (std::size_t c = column + 1; c-- > 0;) {
      const Cell& cell = table.rows[r].cells[c];
      if (!cell.covered && r + cell.rows > row && c + cell.cols > column) return cell;
    }
  }
  return table.rows[row].cells[column];  // CheckSpans makes this unreachable
}

}  // namespace trichluc::corpus
