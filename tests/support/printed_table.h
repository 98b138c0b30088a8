// Prints a table over as many pages as it takes, as a text processor does: rows are cut where the page ends,
// headings are repeated, cells that span rows are drawn again. What comes out is what a perfect reading of
// the pages would be.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "support/printed_page.h"

namespace trichluc {

// Cells of a row; "^" is part of the cell above, "<" of the cell to the left.
using PrintedRow = std::vector<std::string>;

// "| a | b |" lines to rows, blanks trimmed.
inline std::vector<PrintedRow> ParseRows(const std::string& drawing) {
  std::vector<PrintedRow> rows;
  std::istringstream lines(drawing);
  for (std::string line; std::getline(lines, line);) {
    const size_t begin = line.find('|');
    if (begin == std::string::npos) continue;
    PrintedRow row;
    std::istringstream cells(line.substr(begin + 1, line.rfind('|') - begin - 1));
    for (std::string cell; std::getline(cells, cell, '|');) {
      const size_t from = cell.find_first_not_of(' ');
      row.push_back(from == std::string::npos ? ""
                                              : cell.substr(from, cell.find_last_not_of(' ') - from + 1));
    }
    rows.push_back(row);
  }
  return rows;
}

struct FlowOptions {
  int dpi = 200;
  bool landscape = false;
  bool repeat_heading = true;
  bool cut_rows = true;  // else a row that does not fit begins the next page
  bool centre = false;   // short cells stand in the middle of their height
  double points = 13;
  double left_mm = 25, top_mm = 22, bottom_mm = 20;
  double first_top_mm = 22;  // the table begins lower on its first page
  int first_page = 1;
  int shift_px = 0;     // every other page is scanned so many pixels to the right
  int least_lines = 1;  // of a row, before it is cut
};

class TablePrinter {
 public:
  TablePrinter(std::vector<double> widths_mm, std::vector<PrintedRow> heading, std::vector<PrintedRow> rows,
               FlowOptions options)
      : widths_(std::move(widths_mm)),
        heading_(std::move(heading)),
        rows_(std::move(rows)),
        options_(options) {}

  std::vector<PageReading> Print() {
    BeginPage();
    PrintRows(heading_, true);
    PrintRows(rows_, false);
    EndPage();
    return pages_;
  }

 private:
  struct Slot {  // room for a line of text
    size_t page;
    double top;
  };
  struct Strip {  // a row or a part of it on one page
    size_t row;
    bool heading;
    double top, bottom;
  };

  double Pitch() const { return 1.25 * options_.points / 72 * options_.dpi; }
  double Px(double mm) const { return mm / 25.4 * options_.dpi; }
  double ColumnLeft(size_t column) const {
    double x = options_.left_mm;
    for (size_t i = 0; i < column; ++i) x += widths_[i];
    return Px(x);
  }

  void BeginPage() {
    page_ =
        PrintedPage(options_.dpi, options_.first_page + static_cast<int>(pages_.size()), options_.landscape);
    y_ = Px(pages_.empty() ? options_.first_top_mm : options_.top_mm);
    strips_.clear();
  }
  double Bottom() const { return page_.reading().height - Px(options_.bottom_mm); }

  std::vector<std::string> Wrap(const std::string& text, double width_px) const {
    std::vector<std::string> lines;
    for (const std::string& word : SplitWords(text)) {
      const std::string longer = lines.empty() ? word : lines.back() + " " + word;
      if (lines.empty() || page_.Width(longer, options_.points) > width_px) {
        lines.push_back(word);
      } else {
        lines.back() = longer;
      }
    }
    return lines;
  }

  static bool Part(const std::string& text) { return text == "^" || text == "<"; }
  static size_t Down(const std::vector<PrintedRow>& rows, size_t r, size_t c) {
    size_t span = 1;
    while (r + span < rows.size() && rows[r + span][c] == "^") ++span;
    return span;
  }
  static size_t Across(const PrintedRow& row, size_t c) {
    size_t span = 1;
    while (c + span < row.size() && row[c + span] == "<") ++span;
    return span;
  }

  std::vector<std::string> CellLines(const std::vector<PrintedRow>& rows, size_t r, size_t c) const {
    const double width = ColumnLeft(c + Across(rows[r], c)) - ColumnLeft(c) - Px(3);
    return Wrap(rows[r][c], width);
  }

  std::vector<size_t> Heights(const std::vector<PrintedRow>& rows) const {
    std::vector<size_t> heights(rows.size(), 1);
    for (size_t r = 0; r < rows.size(); ++r) {
      for (size_t c = 0; c < rows[r].size(); ++c) {
        if (Part(rows[r][c])) continue;
        const size_t span = Down(rows, r, c), lines = CellLines(rows, r, c).size();
        size_t room = 0;
        for (size_t k = 0; k < span; ++k) room += heights[r + k];
        if (lines > room) heights[r + span - 1] += lines - room;
      }
    }
    return heights;
  }

  void PrintRows(const std::vector<PrintedRow>& rows, bool heading) {
    const std::vector<size_t> heights = Heights(rows);
    std::vector<std::vector<Slot>> slots(rows.size());
    for (size_t r = 0; r < rows.size(); ++r) {
      size_t left = heights[r];
      while (left > 0) {
        size_t fit = static_cast<size_t>(std::max(0.0, (Bottom() - y_ - Px(1)) / Pitch()));
        const bool must_break =
            fit < left && (!options_.cut_rows || fit < static_cast<size_t>(options_.least_lines) || heading);
        if (must_break && !strips_.empty() && strips_.back().heading == heading) {
          Flush();
          continue;
        }
        fit = std::max<size_t>(1, std::min(fit, left));
        if (must_break) fit = left;  // nothing above it: let it run over the margin
        strips_.push_back({r, heading, y_, y_ + Px(1) + static_cast<double>(fit) * Pitch()});
        for (size_t k = 0; k < fit; ++k)
          slots[r].push_back({pages_.size(), y_ + Px(0.5) + static_cast<double>(k) * Pitch()});
        y_ = strips_.back().bottom;
        left -= fit;
        if (left > 0) Flush();
      }
    }
    Place(rows, slots, heading);
  }

  // Ends the page; the lines of its cells are set when all rows are divided.
  void Flush() {
    kept_.push_back({page_, strips_});
    pages_.emplace_back();
    BeginPage();
    if (options_.repeat_heading && !heading_.empty()) {
      const std::vector<size_t> heights = Heights(heading_);
      for (size_t r = 0; r < heading_.size(); ++r) {
        const double height = Px(1) + static_cast<double>(heights[r]) * Pitch();
        strips_.push_back({r, true, y_, y_ + height});
        y_ += height;
      }
    }
  }
  void EndPage() {
    kept_.push_back({page_, strips_});
    pages_.emplace_back();
    for (size_t p = 0; p < kept_.size(); ++p) pages_[p] = Draw(p);
  }

  struct Owner {
    size_t row, column;
    bool heading;
    bool operator<(const Owner& o) const {
      return std::tie(heading, row, column) < std::tie(o.heading, o.row, o.column);
    }
  };

  void Place(const std::vector<PrintedRow>& rows, const std::vector<std::vector<Slot>>& slots, bool heading) {
    for (size_t r = 0; r < rows.size(); ++r) {
      for (size_t c = 0; c < rows[r].size(); ++c) {
        if (Part(rows[r][c])) continue;
        const std::vector<std::string> lines = CellLines(rows, r, c);
        std::vector<Slot> room;
        for (size_t k = 0; k < Down(rows, r, c); ++k) {
          room.insert(room.end(), slots[r + k].begin(), slots[r + k].end());
        }
        size_t skip = 0;
        if (options_.centre && room.size() > lines.size() && room.front().page == room.back().page) {
          skip = (room.size() - lines.size()) / 2;
        }
        for (size_t i = 0; i < lines.size(); ++i)
          text_[{r, c, heading}].push_back({room[skip + i], lines[i]});
      }
    }
  }

  PageReading Draw(size_t p) {
    PrintedPage page = kept_[p].first;
    const std::vector<Strip>& strips = kept_[p].second;
    if (strips.empty()) return page.reading();
    const int shift = p % 2 == 1 ? options_.shift_px : 0;
    Grid grid;
    grid.rows = static_cast<int>(strips.size());
    grid.columns = static_cast<int>(widths_.size());
    for (size_t c = 0; c <= widths_.size(); ++c)
      grid.column_edges.push_back(static_cast<int>(ColumnLeft(c)) + shift);
    for (const Strip& strip : strips) grid.row_edges.push_back(static_cast<int>(strip.top));
    grid.row_edges.push_back(static_cast<int>(strips.back().bottom));
    grid.box = {grid.column_edges.front(), grid.row_edges.front(), grid.column_edges.back(),
                grid.row_edges.back()};
    std::vector<std::vector<bool>> taken(strips.size(), std::vector<bool>(widths_.size(), false));
    for (size_t s = 0; s < strips.size(); ++s) {
      const std::vector<PrintedRow>& rows = strips[s].heading ? heading_ : rows_;
      for (size_t c = 0; c < widths_.size(); ++c) {
        if (taken[s][c]) continue;
        Owner owner{strips[s].row, c, strips[s].heading};
        while (rows[owner.row][c] == "^") --owner.row;
        const size_t across = Across(rows[owner.row], c), end = owner.row + Down(rows, owner.row, c);
        size_t down = 1;
        while (s + down < strips.size() && strips[s + down].heading == owner.heading &&
               strips[s + down].row < end)
          ++down;
        for (size_t i = 0; i < down; ++i) {
          for (size_t j = 0; j < across; ++j) taken[s + i][c + j] = true;
        }
        GridCell cell{
            static_cast<int>(s), static_cast<int>(c), static_cast<int>(down), static_cast<int>(across), {}};
        cell.box = {grid.column_edges[c] + 2, grid.row_edges[s] + 2, grid.column_edges[c + across] - 1,
                    grid.row_edges[s + down] - 1};
        const int index = static_cast<int>(grid.cells.size());
        grid.cells.push_back(cell);
        PutText(page, owner, p, index, grid.column_edges[c] + Px(1.2), strips[s].top,
                strips[s + down - 1].bottom);
      }
    }
    page.reading().grids.push_back(grid);
    return page.reading();
  }

  void PutText(PrintedPage& page, const Owner& owner, size_t p, int cell, double left, double top,
               double bottom) {
    const bool repeated = owner.heading && p > 0;
    size_t line = 0;
    for (const auto& [slot, text] : text_[owner]) {
      if (!repeated && (slot.page != p || slot.top < top || slot.top > bottom)) continue;
      const double y = repeated ? top + Px(0.5) + static_cast<double>(line++) * Pitch() : slot.top;
      double x = left;
      for (const std::string& word : SplitWords(text)) {
        x += page.Put(x, y + 0.9 * page.Em(options_.points), word, options_.points, 0, cell) +
             0.27 * page.Em(options_.points);
      }
    }
  }

  std::vector<double> widths_;
  std::vector<PrintedRow> heading_, rows_;
  FlowOptions options_;
  std::vector<PageReading> pages_;
  PrintedPage page_;
  double y_ = 0;
  std::vector<Strip> strips_;
  std::vector<std::pair<PrintedPage, std::vector<Strip>>> kept_;
  std::map<Owner, std::vector<std::pair<Slot, std::string>>> text_;
};

}  // namespace trichluc
