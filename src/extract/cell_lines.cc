#include "extract/cell_lines.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "text/text.h"

namespace trichluc {

CellLines::CellLines(const Table& table, const AgencyRegistry& agencies) : agencies_(agencies) {
  for (const TableRow& row : table.rows) {
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (row.cells[c].column_span > 1) continue;
      for (const Line& line : row.cells[c].lines) {
        const auto [at, fresh] = extents_.try_emplace({line.page, static_cast<int>(c)}, Extent{line.box.left, line.box.right});
        if (fresh) continue;
        at->second.left = std::min(at->second.left, line.box.left);
        at->second.right = std::max(at->second.right, line.box.right);
      }
    }
  }
}

// Of lines set from the left, in the middle or to both sides alike: the white beside the upper line holds a blank and the word.
bool CellLines::WouldHaveFitted(const Line& upper, const Line& lower, int column) const {
  const auto extent = extents_.find({upper.page, column});
  if (extent == extents_.end() || upper.page != lower.page || lower.words.empty()) return false;
  const int blank = upper.box.Height() / 4;
  const int white = extent->second.right - extent->second.left - upper.box.Width();
  return white > blank + lower.words.front().box.Width();
}

// The first words of an agency or a group, and no numeral of the name above ("Kho bạc Nhà nước khu vực" / "XIII").
bool CellLines::MayBegin(const std::string& line) const {
  const size_t letters = line.find_first_not_of("IVXLC");
  const bool ends = letters == std::string::npos || std::string_view(" ,;.").find(line[letters]) != std::string_view::npos;
  const bool numeral = ends && letters > 0;
  return !numeral && (StartsUpper(line) || agencies_.StartsLine(line)) && agencies_.StartsAgency(line);
}

// A registered name goes over the break before this line: "Đảng ủy Khối" | "các cơ quan và" | "doanh nghiệp tỉnh".
bool CellLines::IsInName(const TableCell& cell, size_t line, const std::string& name) const {
  constexpr size_t kMostLines = 3;
  std::string whole = name;
  for (size_t i = line; i < std::min(cell.lines.size(), line + kMostLines); ++i) {
    whole += " " + cell.lines[i].Text();
    if (agencies_.IsRegistered(Normalise(whole))) return true;
  }
  return false;
}

// "Bộ môn," | "Chủ nhiệm học phần": behind a comma each line is an entry of its own where its first word would have fitted above,
// unless a registered name goes over the break ("Sở Văn hóa," | "Thể thao" | "và Du lịch").
bool CellLines::IsNextEntry(const TableCell& cell, size_t line, const std::string& name, int column) const {
  const std::string next = cell.lines[line].Text();
  if (name.empty() || name.back() != ',' || !StartsUpper(next) || !WouldHaveFitted(cell.lines[line - 1], cell.lines[line], column)) return false;
  return !IsInName(cell, line, name) && !agencies_.LiesInPerson(name, next);
}

std::string CellLines::Of(const TableCell* cell, int column) const {
  std::string text;
  if (cell == nullptr) return text;
  size_t begin = 0;  // of the name that may go on
  const Line* above = nullptr;
  for (size_t i = 0; i < cell->lines.size(); ++i) {
    const Line& line = cell->lines[i];
    const std::string next = line.Text();
    if (i > 0 && IsNextEntry(*cell, i, Normalise(std::string_view(text).substr(begin)), column)) {
      text.erase(text.find_last_not_of(", \n") + 1);
      text += ';';
      begin = text.size();
    } else if (above != nullptr && MayBegin(next)) {
      const std::string name = Normalise(std::string_view(text).substr(begin));
      const bool fitted = WouldHaveFitted(*above, line, column) && agencies_.StartsAgency(name);
      const bool whole = agencies_.IsRegistered(name) || fitted || (agencies_.StartsAgency(name) && agencies_.StartsLine(next));
      const bool goes_on = IsInName(*cell, i, name) || agencies_.IsOpen(name) || agencies_.LiesInUnits(name, next) ||
                             agencies_.LiesInPerson(name, next);
      if (whole && !goes_on) {
        text += ';';
        begin = text.size();
      }
    }
    AppendLine(text, next, '\n');
    if (const size_t stop = text.find_last_of(";:"); stop != std::string::npos && stop >= begin) begin = stop + 1;
    above = &line;
  }
  return text;
}

}  // namespace trichluc
