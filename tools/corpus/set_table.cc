// Tables as Word sets them: a row that does not fit is cut, every cell by its own lines; a cell that spans
// rows is cut with them; header rows may repeat.
#include <algorithm>
#include <cmath>
#include <optional>

#include "corpus/strokes.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {
namespace {

constexpr double kSide = 4, kAbove = 2.5;  // padding of a cell

// A cell on its way down the pages.
struct Region {
  std::size_t column, last_column, last_row;
  bool header = false;
  double shift = 0;  // points
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
    first_page_ = flow_.page();
    part_top_ = flow_.y();
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
    const double margin = Millimetres(table_.margin);
    const double shift = (flow_.page() - first_page_) % 2 == 1 ? Millimetres(table_.shift) : 0;
    return flow_.left() + shift + margin + (flow_.width() - 2 * margin) * before / all;
  }

  Region Begin(const Cell& cell, std::size_t row, std::size_t column, bool header) const {
    const std::size_t end = column + cell.cols;
    TextStyle style{.size = table_.size, .bold = cell.bold || header, .italic = cell.italic};
    style.align = !cell.align.empty() ? cell.align : header ? "center" : table_.columns[column].align;
    const double width = Edge(end) - Edge(column) - 2 * kSide;
    return {.column = column,
            .last_column = end,
            .last_row = row + cell.rows - 1,
            .header = header,
            .shift = Millimetres(cell.shift),
            .text = SetText(cell.text, style, width),
            .top = flow_.y(),
            .place = std::nullopt};
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
  void Close(Region* region, double bottom, bool middle, bool last) {
    const double room = bottom - region->top - 2 * kAbove + 0.01;
    const auto fitting = static_cast<std::size_t>(std::max(0.0, room / region->text.line_height()));
    const std::size_t end = std::min(region->text.size(), region->next + fitting);
    double y = region->top + kAbove;
    if (middle && region->next == 0 && end == region->text.size()) y += (room - region->text.height()) / 2;
    const double x = Edge(region->column);
    flow_.sheet().Set(region->text, region->next, end, x + kSide + region->shift, y, region->place.value());
    region->next = end;
    DrawSides(*region, bottom, last);
  }

  // `last`: nothing of the table stands below on this page.
  void DrawSides(const Region& region, double bottom, bool last) {
    const double left = Edge(region.column), right = Edge(region.last_column);
    const auto draw = [&](double x0, double y0, double x1, double y1, bool outer) {
      if (table_.frame || !outer) DrawStroke(table_.stroke, x0, y0, x1, y1, &flow_.sheet());
    };
    if (table_.rules == "full" && table_.frame && table_.stroke == Stroke::kSolid) {
      return flow_.sheet().Box(left, region.top, right - left, bottom - region.top, 0.6, {});
    }
    const bool level = table_.rules == "full" || table_.rules == "horizontal";
    const bool first = region.top <= part_top_ + 0.1;
    if (level || (table_.rules == "header" && region.header))
      draw(left, region.top, right, region.top, first);
    if (level || (table_.rules == "header" && (region.header || last)))
      draw(left, bottom, right, bottom, last);
    if (table_.rules != "full") return;
    draw(left, region.top, left, bottom, region.column == 0);
    draw(right, region.top, right, bottom, region.last_column == table_.columns.size());
  }

  // Cuts all open cells at `bottom` and goes on with them on the next page.
  void Cut(double bottom, bool turn = false) {
    for (Region& region : regions_) {
      if (bottom > region.top + 0.1) Close(&region, bottom, false, true);
    }
    if (turn) {
      flow_.NewPage({.landscape = true, .restart = false});
    } else {
      flow_.NewPage();
    }
    part_top_ = flow_.y();
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
      if (region.last_row == row)
        Close(&region, bottom, middle, !region.header && row + 1 == table_.rows.size());
    }
    std::erase_if(regions_, [&](const Region& region) { return region.last_row == row; });
    flow_.MoveTo(bottom);
  }

  PageSpan SetRow(std::size_t row) {
    const std::vector<Cell>& cells = table_.rows[row].cells;
    if (table_.turn == row + 1 && regions_.empty()) Cut(flow_.y(), true);
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
    const bool later = flow_.page() > first_page_ && !table_.later_header.empty();
    const std::vector<std::vector<Cell>>& header = later ? table_.later_header : table_.header;
    for (std::size_t row = 0; row < header.size(); ++row) {
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const Cell& cell = header[row][c];
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
  int first_page_ = 0;
  double part_top_ = 0;  // of the table on this page
  int header_page_ = 0;
  double header_bottom_ = 0;
};

}  // namespace

PageSpan SetTable(const Table& table, Flow* flow, std::vector<PageSpan>* rows) {
  return TableSetter(table, flow).Set(rows);
}

}  // namespace trichluc::corpus
