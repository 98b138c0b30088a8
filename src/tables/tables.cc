#include "tables/tables.h"

#include <utility>

#include "tables/append.h"
#include "tables/draft.h"
#include "tables/group.h"
#include "tables/heading.h"
#include "tables/part_columns.h"
#include "tables/part_titles.h"
#include "tables/row_cut.h"

namespace trichluc {
namespace {

double Confidence(const FragmentGroup& group) {
  double sum = 0, rows = 0;
  for (const TableFragment& fragment : group.fragments) {
    const double weight = static_cast<double>(fragment.rows.size());
    sum +=
        weight * fragment.SourceGrid().confidence * (fragment.edges.size() == group.edges.size() ? 1 : 0.8);
    rows += weight;
  }
  return rows > 0 ? sum / rows : 0;
}

Table Build(FragmentGroup group, const JoinOptions& options) {
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
  if (depth > 0 && !first.rows.empty()) DropColumnNumbers(first.rows.front());
  std::vector<const std::vector<DraftRow>*> parts;
  std::vector<std::vector<DraftRow>> repetitions;
  for (TableFragment& fragment : group.fragments) {
    if (&fragment != &first) {
      const size_t repeated = RepeatedHeading(heading, fragment);
      if (repeated == heading.size()) {
        repetitions.emplace_back(fragment.rows.begin(), fragment.rows.begin() + static_cast<long>(repeated));
      }
      fragment.rows.erase(fragment.rows.begin(), fragment.rows.begin() + static_cast<long>(repeated));
      if (repeated == 0 && !fragment.rows.empty()) TakeOffHeading(heading, &fragment.rows.front());
    }
    if (!fragment.rows.empty()) {
      for (DraftCell& cell : fragment.rows.front().cells) cell.up = false;
    }
    parts.push_back(&fragment.rows);
  }
  TakeMostRead(heading, repetitions);
  const ColumnHabits habits = MeasureHabits(parts);
  std::vector<DraftRow> rows;
  bool open = false;
  for (TableFragment& fragment : group.fragments) {
    AppendRows(rows, std::move(fragment.rows), open || fragment.SourceGrid().open_top, habits);
    open = fragment.SourceGrid().open_bottom;
  }
  if (heading.size() > 1 && NumbersColumns(heading.back())) heading.pop_back();  // no part of the titles
  PartTitles(first, group.edges, &heading);
  table.header = Finish(heading);
  table.rows = Finish(rows);
  return table;
}

}  // namespace

std::vector<Table> JoinTables(const std::vector<PageReading>& readings, const JoinOptions& options) {
  const std::optional<PartedPages> parted = WithPartedColumns(readings);
  const JoinOptions& own = parted ? OptionsFor(*parted, options) : options;
  std::vector<Table> tables;
  for (FragmentGroup& group : GroupFragments(parted ? parted->readings : readings, own)) tables.push_back(Build(std::move(group), own));
  return tables;
}

}  // namespace trichluc
