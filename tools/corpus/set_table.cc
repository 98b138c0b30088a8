// Tables as Word sets them: a row that does not fit is cut, every cell by its own lines; a cell that spans
// rows is cut with them; header rows may repeat.
#include <algorithm>
#include <cmath>
#include <optional>

#include "corpus/typeset.h"

namespace trichluc::corpus {
namespace {

constexpr double kSide = 4, kAbove = 2.5;  // padding of a cell

// A cell on its way down the pages.
struct Region {
  std::size_t column, last_column, last_row;
  SetText text;
  std::size_t next = 0;              // the first line not yet set
  double top = 0;                    // of the part on this page
  std::optional<std::size_t> place;  // in the reading order of this page

  double Remaining() const {
    const std::size_t lines = std::max<std::size_t>(text.size() - next, next == 0 ? 1 : 0);
    return static_cast<double>(lines) * text.line_height() + 2 * kAbove;
  }
};

class TableSetter {
 public:
  TableSetter(const Table& table, Flow* flow) : table_(table), flow_(*flow) {}

  PageSpan Set(std::vector<PageSpan>* rows) {
    flow_.Skip(2);
    flow_.Need(HeaderHeight() + 3 * table_.size * 1.15 + 2 * kAbove);
    PageSpan span{flow_.page(), 0};
    SetHeader();
    for (std::size_t row = 0; row < table_.rows.size(); ++row) rows->push_back(SetRow(row));
    flow_.Skip(8);
    span.to = flow_.page();
    return span;
  }

 private:
  // Left edge of a column, from the relative widths.
  double Edge(std::size_t column) const {
    double before = 0, all = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (i < column) before += table_.columns[i].width;
      all += table_.columns[i].width;
    }
    return flow_.left() + flow_.width() * before / all;
  }

  Region Begin(const Cell& cell, std::size_t row, std::size_t column, bool header) const {
    const std::size_t end = column + cell.cols;
    TextStyle style{.size = table_.size, .bold = cell.bold || header, .italic = cell.italic};
    style.align = !cell.align.empty() ? cell.align : header ? "center" : table_.columns[column].align;
    const double width = Edge(end) - Edge(column) - 2 * kSide;
    return {column, end, row + cell.rows - 1, SetText(cell.text, style, width), 0, flow_.y(), std::nullopt};
  }

  // Height that the cells ending in `row` still need on this page, from `y` on.
  double Need(std::size_t row, double y) const {
    double need = 0;
    for (const Region& region : regions_) {
      if (region.last_row == row) need = std::max(need, region.top + region.Remaining() - y);
    }
    return need;
  }

  void ReservePlaces() {
    std::sort(regions_.begin(), regions_.end(),
              [](const Region& a, const Region& b) { return a.column < b.column; });
    for (Region& region : regions_) {
      if (!region.place) region.place = flow_.sheet().Reserve();
    }
  }

  // Sets the lines that fit above `bottom` and draws the cell's frame.
  void Close(Region* region, double bottom, bool middle) {
    const double room = bottom - region->top - 2 * kAbove + 0.01;
    const auto fitting = static_cast<std::size_t>(std::max(0.0, room / region->text.line_height()));
    const std::size_t end = std::min(region->text.size(), region->next + fitting);
    double y = region->top + kAbove;
    if (middle && region->next == 0 && end == region->text.size()) y += (room - region->text.height()) / 2;
    const double x = Edge(region->column);
    flow_.sheet().Set(region->text, region->next, end, x + kSide, y, region->place.value());
    region->next = end;
    const double width = Edge(region->last_column) - x;
    if (table_.rules == "full") flow_.sheet().Box(x, region->top, width, bottom - region->top, 0.6, {});
    if (table_.rules == "horizontal") {
      flow_.sheet().Rule(x, region->top, width, 0.6);
      flow_.sheet().Rule(x, bottom, width, 0.6);
    }
  }

  // Cuts all open cells at `bottom` and goes on with them on the next page.
  void Cut(double bottom) {
    for (Region& region : regions_) {
      if (bottom > region.top + 0.1) Close(&region, bottom, false);
    }
    flow_.NewPage();
    std::vector<Region> open = std::move(regions_);
    regions_.clear();
    if (table_.repeat_header) SetHeader();
    regions_ = std::move(open);
    for (Region& region : regions_) {
      region.top = flow_.y();
      region.place.reset();
    }
  }

  // Where to cut when the row is taller than what is left: below the last line that fits.
  double CutAt(double limit) const {
    double bottom = flow_.y();
    for (const Region& region : regions_) {
      const double lines = std::floor((limit - region.top - 2 * kAbove + 0.01) / region.text.line_height());
      const double left = static_cast<double>(region.text.size() - region.next);
      bottom = std::max(bottom, region.top + 2 * kAbove + std::min(lines, left) * region.text.line_height());
    }
    return std::min(bottom, limit);
  }

  void Finish(std::size_t row, double bottom, bool middle) {
    for (Region& region : regions_) {
      if (region.last_row == row) Close(&region, bottom, middle);
    }
    std::erase_if(regions_, [&](const Region& region) { return region.last_row == row; });
    flow_.MoveTo(bottom);
  }

  PageSpan SetRow(std::size_t row) {
    const std::vector<Cell>& cells = table_.rows[row].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (!cells[column].covered) regions_.push_back(Begin(cells[column], row, column, false));
    }
    PageSpan span;
    for (;;) {
      double need = std::max(Need(row, flow_.y()), table_.size * 1.15 + 2 * kAbove);
      const double room = flow_.limit() - flow_.y();
      // A row that opens a section does not stand alone at the foot of a page.
      const bool lonely = table_.rows[row].section > 0 && row + 1 < table_.rows.size();
      const double with_next = need + (lonely ? 2 * table_.size * 1.15 + 2 * kAbove : 0);
      const bool fresh = FreshPage();
      if (need <= room + 0.01 && (with_next <= room || fresh || span.from > 0)) {
        ReservePlaces();
        if (span.from == 0) span.from = flow_.page();
        Finish(row, flow_.y() + need, table_.middle);
        span.to = flow_.page();
        return span;
      }
      const bool split =
          fresh || (table_.split_rows && !lonely && room >= 2 * table_.size * 1.15 + 2 * kAbove);
      if (!split) {
        ReservePlaces();
        Cut(flow_.y());
        continue;
      }
      ReservePlaces();
      if (span.from == 0) span.from = flow_.page();
      Cut(CutAt(flow_.limit()));
      header_bottom_ = flow_.y();
    }
  }

  // Nothing but the repeated header stands above: cutting before this row would not help.
  bool FreshPage() const {
    return flow_.at_top() || (header_page_ == flow_.page() && flow_.y() <= header_bottom_);
  }

  double HeaderHeight() const {
    double height = 0;
    for (std::size_t row = 0; row < table_.header.size(); ++row) {
      double tallest = 0;
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const Cell& cell = table_.header[row][c];
        if (!cell.covered) tallest = std::max(tallest, Begin(cell, row, c, true).Remaining() / cell.rows);
      }
      height += tallest;
    }
    return height;
  }

  void SetHeader() {
    for (std::size_t row = 0; row < table_.header.size(); ++row) {
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const Cell& cell = table_.header[row][c];
        if (!cell.covered) regions_.push_back(Begin(cell, row, c, true));
      }
      ReservePlaces();
      Finish(row, flow_.y() + std::max(Need(row, flow_.y()), table_.size * 1.15), true);
    }
    header_page_ = flow_.page();
    header_bottom_ = flow_.y();
  }

  const Table& table_;
  Flow& flow_;
  std::vector<Region> regions_;
  int header_page_ = 0;
  double header_bottom_ = 0;
};

}  // namespace

PageSpan SetTable(const Table& table, Flow* flow, std::vector<PageSpan>* rows) {
  return TableSetter(table, flow).Set(rows);
}

}  // namespace trichluc::corpus
