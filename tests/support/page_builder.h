// Pages written down in tests: lines at places of an A4 page at 200 dpi, words about as wide as printed ones.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/layout.h"
#include "model/table.h"

namespace trichluc::testing {

constexpr int kPageWidth = 1654, kPageHeight = 2339, kDpi = 200;

// A line starting at `left`, `top` (pixels). Letters are 13 px wide, 28 px high.
inline Line MakeLine(int page, int left, int top, const std::string& text, float confidence = 0.95f) {
  Line line;
  line.page = page;
  int x = left;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      int letters = 0;
      for (size_t i = at; i < end; ++i) letters += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
      Word word{text.substr(at, end - at), {x, top, x + letters * 13, top + 28}, confidence, -1, -1};
      line.box = line.box.Union(word.box);
      line.words.push_back(word);
      x += letters * 13 + 9;
    }
    at = end + 1;
  }
  return line;
}

// One block for each call of a method; lines follow each other at 40 px.
class PageBuilder {
 public:
  explicit PageBuilder(int page) {
    layout_.page = page;
    layout_.width = kPageWidth;
    layout_.height = kPageHeight;
    layout_.dpi = kDpi;
  }
  PageBuilder& At(int left, int top, const std::vector<std::string>& lines,
                  BlockColumn column = BlockColumn::kFull, float confidence = 0.95f) {
    Block block;
    block.column = column;
    for (const std::string& text : lines) {
      block.lines.push_back(MakeLine(layout_.page, left, top, text, confidence));
      block.box = block.box.Union(block.lines.back().box);
      top += 40;
    }
    layout_.blocks.push_back(block);
    return *this;
  }
  PageBuilder& Centred(int top, const std::vector<std::string>& lines, int middle = 860) {
    Block block;
    for (const std::string& text : lines) {
      Line line = MakeLine(layout_.page, 0, top, text);
      const int shift = middle - line.box.Width() / 2;
      line = MakeLine(layout_.page, shift, top, text);
      block.lines.push_back(line);
      block.box = block.box.Union(line.box);
      top += 40;
    }
    layout_.blocks.push_back(block);
    return *this;
  }
  // A paragraph of full lines from the left margin.
  PageBuilder& Body(int top, const std::vector<std::string>& lines) { return At(236, top, lines); }

  // A frame of ruled lines with these words in it.
  PageBuilder& Grid(const Box& box, const std::vector<std::string>& lines) {
    At(box.left + 10, box.top + 10, lines, BlockColumn::kRight);
    layout_.blocks.back().box = box;
    layout_.blocks.back().grid = grids_++;
    return *this;
  }

  // The line written last, to be changed.
  Line& LastLine() { return layout_.blocks.back().lines.back(); }
  const PageLayout& Layout() const { return layout_; }

 private:
  PageLayout layout_;
  int grids_ = 0;
};

// A table from rows of texts; "^" is a cell covered by the one above, "<" by the one at its left.
inline Table MakeTable(const std::vector<std::vector<std::string>>& rows, int header_rows = 1, int page = 1) {
  Table table;
  table.page_from = table.page_to = page;
  table.columns = rows.empty() ? 0 : static_cast<int>(rows.front().size());
  std::vector<TableRow> all;
  for (size_t r = 0; r < rows.size(); ++r) {
    TableRow row{page, page, {}};
    for (size_t c = 0; c < rows[r].size(); ++c) {
      TableCell cell;
      const std::string& text = rows[r][c];
      if (text == "^" || text == "<") {
        cell.covered = true;
        if (text == "<") {
          for (size_t left = c; left-- > 0;) {
            if (!row.cells[left].covered) {
              ++row.cells[left].column_span;
              break;
            }
          }
        } else {
          for (size_t above = r; above-- > 0;) {
            if (!all[above].cells[c].covered) {
              ++all[above].cells[c].row_span;
              break;
            }
          }
        }
      } else if (!text.empty()) {
        cell.lines.push_back(
            MakeLine(page, 100 + 200 * static_cast<int>(c), 300 + 40 * static_cast<int>(r), text));
      }
      row.cells.push_back(cell);
    }
    all.push_back(row);
  }
  table.header.assign(all.begin(), all.begin() + header_rows);
  table.rows.assign(all.begin() + header_rows, all.end());
  return table;
}

}  // namespace trichluc::testing
