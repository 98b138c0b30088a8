#include "tables/tables.h"

#include <algorithm>

#include "tables/cell_text.h"
#include "tables/draft.h"
#include "tables/heading.h"
#include "tables/row_cut.h"

namespace trichluc {
namespace {

constexpr size_t kTextBetween = 3;      // words that end a table when they stand behind it
constexpr double kFootnoteSize = 0.87;  // of the height of the table's words

bool IsUsable(const Grid& grid) {
  return grid.columns >= 2 && grid.rows >= 1 &&
         grid.column_edges.size() == static_cast<size_t>(grid.columns) + 1 &&
         std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
           return cell.row >= 0 && cell.row < grid.rows && cell.column >= 0 && cell.column < grid.columns;
         });
}

double MedianHeight(std::vector<int> heights) {
  if (heights.empty()) return 0;
  std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2), heights.end());
  return heights[heights.size() / 2];
}

bool IsWordOfText(const Word& word) {
  size_t letters = 0;
  for (const char c : word.text)
    letters += static_cast<unsigned char>(c) >= 0xC0 || std::isalpha(static_cast<unsigned char>(c));
  return letters >= 2 && word.confidence >= 0.5f;
}

// Text that stands between `top` and `bottom` outside all grids and is neither page number nor footnote.
bool HasText(const PageReading& reading, int top, int bottom, bool footnotes_allowed) {
  std::vector<int> table_heights, heights;
  for (const Word& word : reading.words) {
    const bool inside =
        word.grid >= 0 || std::any_of(reading.grids.begin(), reading.grids.end(), [&](const Grid& grid) {
          return grid.box.Contains(word.box.CentreX(), word.box.CentreY());
        });
    if (!IsWordOfText(word)) continue;
    if (inside) table_heights.push_back(word.box.Height());
    if (!inside && word.box.CentreY() >= top && word.box.CentreY() < bottom)
      heights.push_back(word.box.Height());
  }
  if (heights.size() < kTextBetween) return false;
  const double usual = MedianHeight(table_heights);
  return !(footnotes_allowed && usual > 0 && MedianHeight(heights) < kFootnoteSize * usual);
}

bool NothingBetween(const TableFragment& upper, const TableFragment& lower) {
  const Box &above = upper.grid_of().box, &below = lower.grid_of().box;
  if (upper.reading == lower.reading) {
    const int gap = below.top - above.bottom;
    return gap >= -above.Height() / 10 && gap < 0.02 * upper.reading->height &&
           !HasText(*upper.reading, above.bottom, below.top, false);
  }
  return !HasText(*upper.reading, above.bottom, upper.reading->height, true) &&
         !HasText(*lower.reading, 0, below.top, false);
}

// Fragments that make one table.
struct Group {
  std::vector<TableFragment> fragments;
  std::vector<double> edges;
};

bool IsBlank(const PageReading& reading) {
  return reading.grids.empty() && std::count_if(reading.words.begin(), reading.words.end(), IsWordOfText) <
                                      static_cast<long>(kTextBetween);
}

// `page` are indices into the readings.
bool GoesOn(const Group& group, const TableFragment& next, const std::vector<PageReading>& readings,
            const JoinOptions& options) {
  const TableFragment& last = group.fragments.back();
  if (CommonEdges(group.edges, next.edges).empty()) return false;
  for (const PageReading* page = last.reading; ++page < next.reading;) {
    if (!IsBlank(*page)) return false;
  }
  (void)readings;
  return NothingBetween(last, next) && !HasOtherHeading(group.fragments.front(), next, options);
}

std::vector<Group> GroupFragments(const std::vector<PageReading>& readings, const JoinOptions& options) {
  std::vector<Group> groups;
  for (const PageReading& reading : readings) {
    std::vector<size_t> order;
    for (size_t i = 0; i < reading.grids.size(); ++i) {
      if (IsUsable(reading.grids[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return reading.grids[a].box.top < reading.grids[b].box.top; });
    for (const size_t i : order) {
      TableFragment fragment = MakeFragment(reading, i, options);
      HealCutCells(fragment.rows);
      DropEmptyRows(fragment.rows);
      if (fragment.rows.empty()) continue;
      if (groups.empty() || !GoesOn(groups.back(), fragment, readings, options)) {
        groups.push_back({{}, fragment.edges});
      } else {
        groups.back().edges = CommonEdges(groups.back().edges, fragment.edges);
      }
      groups.back().fragments.push_back(std::move(fragment));
    }
  }
  return groups;
}

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
  static constexpr double kRepeated = 0.85;

  // Left of the column another group begins: a cell that could stand for several rows and has a text of its
  // own.
  bool GroupBegins(size_t column) const {
    for (size_t c = 0; c < column; ++c) {
      const DraftCell& lower = below_[0].cells[c];
      if (!lower.Text().empty() && (habits_.spanned[c] > 0 || SpansBelow(c))) return true;
    }
    return false;
  }
  bool SpansBelow(size_t column) const { return below_.size() > 1 && below_[1].cells[column].up; }

  bool GoesOn(size_t column) const {
    const DraftCell &upper = rows_.back().cells[column], &lower = below_[0].cells[column];
    const std::string above = OwnerText(rows_, rows_.size() - 1, column), text = lower.Text();
    const bool spans = upper.up || SpansBelow(column);
    if (!text.empty()) {
      if (above.empty() || !spans) return false;
      if (Similarity(above, text) > kRepeated) return upper.up && SpansBelow(column);
      return TextGoesOn(upper, above, lower) > 0;
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

void Append(std::vector<DraftRow>& rows, std::vector<DraftRow> below, const ColumnHabits& habits) {
  if (below.empty()) return;
  size_t first = 0;
  if (!rows.empty()) {
    const DraftRow* following = below.size() > 1 ? &below[1] : nullptr;
    if (CutScore(rows, below[0], following, habits) > 0) {
      GoOn(rows, below[0]);
      first = 1;
    } else {
      SpanOverBreak(rows, below, habits).Join();
    }
  }
  for (size_t i = first; i < below.size(); ++i) rows.push_back(std::move(below[i]));
}

double Confidence(const Group& group) {
  double sum = 0, rows = 0;
  for (const TableFragment& fragment : group.fragments) {
    const double weight = static_cast<double>(fragment.rows.size());
    sum += weight * fragment.grid_of().confidence * (fragment.edges.size() == group.edges.size() ? 1 : 0.8);
    rows += weight;
  }
  return rows > 0 ? sum / rows : 0;
}

Table Build(Group group, const JoinOptions& options) {
  Table table;
  table.confidence = Confidence(group);
  table.columns = static_cast<int>(group.edges.size()) - 1;
  table.page_from = group.fragments.front().reading->page;
  table.page_to = group.fragments.back().reading->page;
  for (TableFragment& fragment : group.fragments) Divide(fragment, group.edges);
  TableFragment& first = group.fragments.front();
  const std::vector<TableFragment> later(group.fragments.begin() + 1, group.fragments.end());
  const size_t depth = HeadingDepth(first, later, options);
  std::vector<DraftRow> heading(first.rows.begin(), first.rows.begin() + static_cast<long>(depth));
  first.rows.erase(first.rows.begin(), first.rows.begin() + static_cast<long>(depth));
  std::vector<const std::vector<DraftRow>*> parts;
  for (TableFragment& fragment : group.fragments) {
    if (&fragment != &first) {
      const size_t repeated = RepeatedHeading(heading, fragment);
      fragment.rows.erase(fragment.rows.begin(), fragment.rows.begin() + static_cast<long>(repeated));
    }
    if (!fragment.rows.empty()) {
      for (DraftCell& cell : fragment.rows.front().cells) cell.up = false;
    }
    parts.push_back(&fragment.rows);
  }
  const ColumnHabits habits = MeasureHabits(parts);
  std::vector<DraftRow> rows;
  for (TableFragment& fragment : group.fragments) Append(rows, fragment.rows, habits);
  table.header = Finish(heading);
  table.rows = Finish(rows);
  return table;
}

}  // namespace

std::vector<Table> JoinTables(const std::vector<PageReading>& readings, const JoinOptions& options) {
  std::vector<Table> tables;
  for (Group& group : GroupFragments(readings, options)) tables.push_back(Build(std::move(group), options));
  return tables;
}

}  // namespace trichluc
