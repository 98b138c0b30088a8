#include "tables/heal.h"

#include <algorithm>

#include "tables/cell_text.h"
#include "tables/row_cut.h"

namespace trichluc {
namespace {

// Of the line's height, between the text and the edge of its cell:
constexpr double kCut = 0.06, kTouching = 0.12, kBlank = 0.4;
constexpr double kSurelyGoesOn = 0.3;  // of TextGoesOn

// One line of text runs over the edge between two cells: a letter is cut there, or a blank narrower than any
// padding.
bool TouchCut(const DraftCell& left, const DraftCell& right) {
  if (left.up || right.up || left.lines.size() != 1 || right.lines.size() != 1) return false;
  if (left.Text().size() <= 3 || IsNumberLabel(left.Text())) return false;  // the narrow column of numbers
  const Box &a = left.lines[0].box, &b = right.lines[0].box;
  const int level = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  if (2 * level <= std::min(a.Height(), b.Height())) return false;
  const double height = std::max(a.Height(), b.Height());
  const double before = std::max(0, left.box.right - a.right) / height;
  const double after = std::max(0, b.left - right.box.left) / height;
  return std::max(before, after) < kTouching || (std::min(before, after) < kCut && before + after < kBlank);
}

void JoinBeside(DraftCell& left, DraftCell& right) {
  Line& line = left.lines[0];
  line.words.insert(line.words.end(), right.lines[0].words.begin(), right.lines[0].words.end());
  line.box = line.box.Union(right.lines[0].box);
  left.box = left.box.Union(right.box);
  left.part = left.lines;
  right.lines.clear();
  right.part.clear();
  right.left = true;
}

}  // namespace

void HealCutTitles(std::vector<DraftRow>& rows) {
  for (DraftRow& row : rows) {
    size_t owner = 0;
    for (size_t c = 1; c < row.cells.size(); ++c) {
      if (row.cells[c].left) continue;
      if (TouchCut(row.cells[owner], row.cells[c])) {
        JoinBeside(row.cells[owner], row.cells[c]);
      } else {
        owner = c;
      }
    }
  }
}

void HealCutCells(std::vector<DraftRow>& rows) {
  for (size_t r = 1; r < rows.size(); ++r) {
    size_t cut = rows[r].cells.size(), parts = 0;
    for (size_t c = 0; c < rows[r].cells.size(); ++c) {
      if (rows[r].cells[c].up || rows[r].cells[c].left) continue;
      cut = c;
      ++parts;
    }
    if (parts != 1 || rows[r].cells.size() < 3) continue;
    // A cell from edge to edge below a cell of one column is a title, no part of it.
    const size_t owner_row = OwnerRow(rows, r - 1, cut);
    const auto width = [&](size_t row) {
      size_t end = cut + 1;
      while (end < rows[row].cells.size() && rows[row].cells[end].left) ++end;
      return end - cut;
    };
    if (width(r) != width(owner_row)) continue;
    DraftCell& lower = rows[r].cells[cut];
    DraftCell& upper = rows[owner_row].cells[cut];
    const std::string above = upper.Text();
    if (above.empty() || lower.Text().empty() || TextGoesOn(upper, above, lower) < kSurelyGoesOn) continue;
    upper.lines.insert(upper.lines.end(), lower.lines.begin(), lower.lines.end());
    upper.part = upper.lines;
    upper.box = upper.box.Union(lower.box);
    lower.lines.clear();
    lower.part.clear();
    lower.up = true;
  }
}

}  // namespace trichluc
