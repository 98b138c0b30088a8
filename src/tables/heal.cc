#include "tables/heal.h"

#include <algorithm>
#include <cmath>

#include "tables/cell_text.h"
#include "tables/row_cut.h"

namespace trichluc {
namespace {

// Of the line's height, between the text and the edge of its cell:
constexpr double kCut = 0.06, kTouching = 0.12, kBlank = 0.4;
constexpr double kSurelyGoesOn = 0.3;  // of TextGoesOn
// What lines of two cells are further apart than those of one: of the usual step from line to line.
constexpr double kFurther = 1.3;
constexpr double kStepOfHeight = 1.4;  // that step, where no cell has two lines: of the highest line
// How far a text lies from the middle of its row: of the line's height and the row's. Of three rows and more, some of several lines, all
// cannot lie so by chance: there a slightly wider step will do.
constexpr double kOffMiddle = 0.3, kOffRow = 0.1;
constexpr double kSlightlyFurther = 1.06;

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

// Where the row begins whose number is given, by the cells that begin there; -1 where none does.
int TopOf(const DraftRow& row) {
  int top = -1;
  for (const DraftCell& cell : row.cells) {
    if (!cell.up && !cell.left && !cell.box.Empty()) top = std::max(top, cell.box.top);
  }
  return top;
}

// From line to line within cells, pixels.
double UsualStep(const std::vector<DraftRow>& rows) {
  std::vector<double> steps;
  int height = 0;
  for (const DraftRow& row : rows) {
    for (const DraftCell& cell : row.cells) {
      for (size_t i = 0; i < cell.lines.size(); ++i) {
        height = std::max(height, cell.lines[i].box.Height());
        if (i > 0) steps.push_back(cell.lines[i].box.CentreY() - cell.lines[i - 1].box.CentreY());
      }
    }
  }
  if (steps.empty()) return kStepOfHeight * height;
  std::nth_element(steps.begin(), steps.begin() + static_cast<long>(steps.size() / 2), steps.end());
  return steps[steps.size() / 2];
}

// The lines of a cell that stands for several rows, by row; `edges`: rows + 1 y positions. Empty where they are one text.
std::vector<std::vector<Line>> TextsOfRows(const std::vector<Line>& lines, const std::vector<int>& edges, double usual_step) {
  std::vector<std::vector<Line>> texts(edges.size() - 1);
  const bool many = texts.size() > 2 && lines.size() > texts.size() + 1;
  const double further = many ? kSlightlyFurther : kFurther;
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto edge = std::upper_bound(edges.begin() + 1, edges.end() - 1, lines[i].box.CentreY());
    const size_t row = static_cast<size_t>(edge - edges.begin()) - 1;
    const double step = i > 0 ? lines[i].box.CentreY() - lines[i - 1].box.CentreY() : 0;
    if (i > 0 && texts[row].empty() && (step < further * usual_step || StartsSmall(lines[i].Text()))) return {};
    if (!texts[row].empty() && step >= kFurther * usual_step) return {};
    texts[row].push_back(lines[i]);
  }
  for (size_t row = 0; row < texts.size(); ++row) {
    if (texts[row].empty()) return {};
    const Box &first = texts[row].front().box, &last = texts[row].back().box;
    const double middle = (edges[row] + edges[row + 1]) / 2.0, height = edges[row + 1] - edges[row];
    const double off = std::abs((first.top + last.bottom) / 2.0 - middle);
    if (first.top < edges[row] || last.bottom > edges[row + 1] || off > kOffMiddle * first.Height() + kOffRow * height) return {};
  }
  return texts;
}

}  // namespace

void PartCellsOverRows(std::vector<DraftRow>& rows) {
  const double step = UsualStep(rows);
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t c = 0; c < rows[r].cells.size(); ++c) {
      DraftCell& cell = rows[r].cells[c];
      const bool wide = c + 1 < rows[r].cells.size() && rows[r].cells[c + 1].left;
      if (cell.Covered() || wide || cell.lines.size() < 2) continue;
      std::vector<int> edges{cell.box.top};
      for (size_t below = r + 1; below < rows.size() && rows[below].cells[c].up; ++below) edges.push_back(TopOf(rows[below]));
      edges.push_back(cell.box.bottom);
      if (edges.size() < 3 || !std::is_sorted(edges.begin(), edges.end())) continue;
      const std::vector<std::vector<Line>> texts = TextsOfRows(cell.lines, edges, step);
      for (size_t i = 0; i < texts.size(); ++i) {
        DraftCell& part = rows[r + i].cells[c];
        part.lines = part.part = texts[i];
        part.box = {cell.box.left, edges[i], cell.box.right, edges[i + 1]};
        part.up = false;
      }
    }
  }
}

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
