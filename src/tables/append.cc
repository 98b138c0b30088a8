#include "tables/append.h"

#include "tables/cell_text.h"

namespace trichluc {
namespace {

// The lower part of a cut row, put under its upper part.
void GoOn(std::vector<DraftRow>& rows, DraftRow lower) {
  DraftRow& upper = rows.back();
  upper.page_to = lower.page_to;
  for (size_t c = 0; c < lower.cells.size(); ++c) {
    DraftCell& below = lower.cells[c];
    DraftCell& owner = rows[OwnerRow(rows, rows.size() - 1, c)].cells[c];
    owner.lines.insert(owner.lines.end(), below.lines.begin(), below.lines.end());
    upper.cells[c].part = std::move(below.part);
    upper.cells[c].box = below.box;
  }
}

// What stands at the head of a lower page and belongs to a cell that began on the page above. A processor
// draws such a cell again, empty or with the rest of its text.
class SpanOverBreak {
 public:
  SpanOverBreak(std::vector<DraftRow>& rows, std::vector<DraftRow>& below, const ColumnHabits& habits)
      : rows_(rows), below_(below), habits_(habits) {}

  void Join() {
    for (size_t c = 0; c < below_[0].cells.size(); ++c) {
      DraftCell& lower = below_[0].cells[c];
      if (lower.left || rows_.back().cells[c].left || GroupBegins(c) || !GoesOn(c)) continue;
      DraftCell& owner = rows_[OwnerRow(rows_, rows_.size() - 1, c)].cells[c];
      if (Similarity(owner.Text(), lower.Text()) <= kRepeated) {
        owner.lines.insert(owner.lines.end(), lower.lines.begin(), lower.lines.end());
      }
      lower.lines.clear();
      lower.up = true;
    }
  }

 private:
  static constexpr double kRepeated = 0.85, kClearly = 0.5;

  // Left of the column another group begins: a cell that could stand for several rows and has a text of its
  // own.
  bool GroupBegins(size_t column) const {
    for (size_t c = 0; c < column; ++c) {
      const DraftCell& lower = below_[0].cells[c];
      if (!lower.Text().empty() && !BeganWithin(column, c) && (habits_.spanned[c] > 0 || SpansBelow(c))) return true;
    }
    return false;
  }
  // Beside the cell that stands above the break, `other` began anew already: its groups are no frame for those of `column`.
  bool BeganWithin(size_t column, size_t other) const {
    const size_t last = rows_.size() - 1;
    for (size_t row = OwnerRow(rows_, last, column) + 1; row <= last; ++row) {
      if (!rows_[row].cells[other].up) return true;
    }
    return false;
  }
  bool SpansBelow(size_t column) const { return below_.size() > 1 && below_[1].cells[column].up; }

  // "Tháng 11/2024" and "Tháng 12/2024" are two, however alike their letters are.
  bool GoesOn(size_t column) const {
    const DraftCell &upper = rows_.back().cells[column], &lower = below_[0].cells[column];
    const std::string above = OwnerText(rows_, rows_.size() - 1, column), text = lower.Text();
    const bool spans = upper.up || SpansBelow(column);
    if (!text.empty()) {
      if (above.empty() || !spans) return false;
      if (Similarity(above, text) > kRepeated) return upper.up && SpansBelow(column) && Figures(above) == Figures(text);
      // A whole name above in one row, and one below that stands for several, are two unless a word says that it goes on.
      return TextGoesOn(upper, above, lower) > (upper.up ? 0 : kClearly);
    }
    if (spans) return true;
    // Leading cells (number, lead agency) empty on a row of its own: the group above goes on, if only by one
    // row.
    const bool lead = EmptyLead() > column && (column > 0 ? lower_joined(column - 1) : true);
    return lead && (habits_.spanned[column] > 0 || (habits_.number == 0 && EmptyLead() >= 2));
  }
  bool lower_joined(size_t column) const { return below_[0].cells[column].up; }

  size_t EmptyLead() const {
    size_t lead = 0;
    for (const DraftCell& cell : below_[0].cells) {
      if (!cell.Text().empty() || cell.left) break;
      ++lead;
    }
    return lead;
  }

  std::vector<DraftRow>& rows_;
  std::vector<DraftRow>& below_;
  const ColumnHabits& habits_;
};

}  // namespace

void AppendRows(std::vector<DraftRow>& rows, std::vector<DraftRow> below, bool open,
                const ColumnHabits& habits) {
  if (below.empty()) return;
  size_t first = 0;
  if (!rows.empty()) {
    const DraftRow* following = below.size() > 1 ? &below[1] : nullptr;
    if (CutScore(rows, {&below[0], following, open}, habits) > 0) {
      GoOn(rows, below[0]);
      first = 1;
    } else {
      SpanOverBreak(rows, below, habits).Join();
    }
  }
  for (size_t i = first; i < below.size(); ++i) rows.push_back(std::move(below[i]));
}

}  // namespace trichluc
