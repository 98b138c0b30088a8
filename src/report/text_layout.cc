#include "report/text_layout.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kGap = 2;

// The combining marks of Vietnamese (NFC leaves some of them on rare letters) and of Latin in general.
bool IsMark(char32_t c) { return c >= 0x0300 && c <= 0x036f; }

std::string OneLine(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::vector<size_t> NaturalWidths(const std::vector<TextColumn>& columns,
                                  const std::vector<std::vector<std::string>>& rows) {
  std::vector<size_t> widths;
  for (const TextColumn& column : columns) widths.push_back(DisplayWidth(column.title));
  for (const std::vector<std::string>& row : rows) {
    for (size_t i = 0; i < row.size() && i < widths.size(); ++i)
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  return widths;
}

// One character at a time off the widest column that may still give one.
void Shrink(const std::vector<TextColumn>& columns, size_t width, std::vector<size_t>* widths) {
  size_t total = kGap * (widths->size() - 1);
  for (const size_t column : *widths) total += column;
  for (; total > width; --total) {
    size_t widest = widths->size();
    for (size_t i = 0; i < widths->size(); ++i) {
      if (columns[i].min_width == 0 || (*widths)[i] <= columns[i].min_width) continue;
      if (widest == widths->size() || (*widths)[i] > (*widths)[widest]) widest = i;
    }
    if (widest == widths->size()) return;
    --(*widths)[widest];
  }
}

std::string RenderRow(const std::vector<TextColumn>& columns, const std::vector<std::string>& cells,
                      const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) line.append(kGap, ' ');
    line += Pad(Cut(i < cells.size() ? cells[i] : "", widths[i]), widths[i], columns[i].right);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  const std::u32string points = ToCodePoints(text);
  return static_cast<size_t>(
      std::count_if(points.begin(), points.end(), [](char32_t c) { return !IsMark(c); }));
}

std::string Cut(std::string_view text, size_t width) {
  const std::string line = OneLine(text);
  if (DisplayWidth(line) <= width) return line;
  if (width == 0) return "";
  const std::u32string points = ToCodePoints(line);
  size_t end = 0;
  for (size_t taken = 0; end < points.size(); ++end) {
    if (!IsMark(points[end]) && taken++ == width - 1) break;
  }
  std::string cut = FromCodePoints(points.substr(0, end));
  cut.erase(cut.find_last_not_of(' ') + 1);
  return cut + "…";
}

std::string Pad(std::string_view text, size_t width, bool right) {
  const size_t wide = DisplayWidth(text);
  const std::string blanks(wide < width ? width - wide : 0, ' ');
  return right ? blanks + std::string(text) : std::string(text) + blanks;
}

std::vector<std::string> Wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line, word;
  const auto end_word = [&] {
    if (word.empty()) return;
    if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > width) {
      lines.push_back(line);
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    word.clear();
  };
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      word += c;
      continue;
    }
    end_word();
    if (c != '\n') continue;
    lines.push_back(line);
    line.clear();
  }
  end_word();
  if (!line.empty() || lines.empty()) lines.push_back(line);
  return lines;
}

std::vector<size_t> ColumnWidths(const std::vector<TextColumn>& columns,
                                 const std::vector<std::vector<std::string>>& rows, size_t width) {
  std::vector<size_t> widths = NaturalWidths(columns, rows);
  if (width > 0) Shrink(columns, width, &widths);
  return widths;
}

std::string RenderTable(const std::vector<TextColumn>& columns,
                        const std::vector<std::vector<std::string>>& rows, size_t width) {
  if (columns.empty()) return "";
  const std::vector<size_t> widths = ColumnWidths(columns, rows, width);
  std::vector<std::string> titles;
  for (const TextColumn& column : columns) titles.push_back(column.title);
  std::string text = RenderRow(columns, titles, widths);
  for (const std::vector<std::string>& row : rows) text += RenderRow(columns, row, widths);
  return text;
}

}  // namespace trichluc
