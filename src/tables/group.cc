#include "tables/group.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

#include "tables/heading.h"
#include "tables/heal.h"
#include "tables/label_rows.h"
#include "tables/stacked.h"

namespace trichluc {
namespace {

constexpr double kTextBetween = 1.6;    // confidence in sum: two sure words behind a table end it
constexpr double kSamePageGap = 0.02;   // of the page's height: a table drawn in two grids
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

bool InGrid(const PageReading& reading, const Word& word) {
  return word.grid >= 0 || std::any_of(reading.grids.begin(), reading.grids.end(), [&](const Grid& grid) {
           return grid.box.Contains(word.box.CentreX(), word.box.CentreY());
         });
}

// The same word at the same place of another page: a running head, a watermark.
bool RepeatsOn(const PageReading& other, const PageReading& page, const Word& word) {
  const auto apart = [](int a, int whole_a, int b, int whole_b) {
    return std::abs(static_cast<double>(a) / std::max(1, whole_a) -
                    static_cast<double>(b) / std::max(1, whole_b));
  };
  return std::any_of(other.words.begin(), other.words.end(), [&](const Word& there) {
    return there.text == word.text &&
           apart(there.box.CentreX(), other.width, word.box.CentreX(), page.width) < 0.03 &&
           apart(there.box.CentreY(), other.height, word.box.CentreY(), page.height) < 0.02;
  });
}

// A part of a page between two fragments. `other` is the page of the other fragment, or nullptr.
struct Between {
  const PageReading& page;
  int top, bottom;
  const PageReading* other;
  bool at_foot;  // footnotes may stand here
};

bool HasText(const Between& between) {
  std::vector<int> table_heights, heights;
  double sure = 0;
  for (const Word& word : between.page.words) {
    if (!IsWordOfText(word)) continue;
    const int y = word.box.CentreY();
    if (InGrid(between.page, word)) {
      table_heights.push_back(word.box.Height());
    } else if (y >= between.top && y < between.bottom &&
               !(between.other != nullptr && RepeatsOn(*between.other, between.page, word))) {
      heights.push_back(word.box.Height());
      sure += word.confidence;
    }
  }
  if (sure < kTextBetween) return false;
  const double usual = MedianHeight(table_heights);
  return !(between.at_foot && usual > 0 && MedianHeight(heights) < kFootnoteSize * usual);
}

bool NothingBetween(const TableFragment& upper, const TableFragment& lower) {
  const Box &above = upper.SourceGrid().box, &below = lower.SourceGrid().box;
  const PageReading &first = *upper.reading, &second = *lower.reading;
  if (&first == &second) {
    const int gap = below.top - above.bottom;
    return gap >= -above.Height() / 10 && gap < kSamePageGap * first.height &&
           !HasText({first, above.bottom, below.top, nullptr, false});
  }
  return !HasText({first, above.bottom, first.height, &second, true}) &&
         !HasText({second, 0, below.top, &first, false});
}

bool IsBlank(const PageReading& reading) {
  return reading.grids.empty() && !HasText({reading, 0, reading.height, nullptr, false});
}

double Tolerance(const TableFragment& a, const TableFragment& b) {
  return a.SourceGrid().ruled && b.SourceGrid().ruled ? kEdgeTolerance : kOpenTolerance;
}

bool GoesOn(const FragmentGroup& group, const TableFragment& next, const JoinOptions& options) {
  const TableFragment& last = group.fragments.back();
  if (CommonEdges(group.edges, next.edges, Tolerance(last, next)).empty()) return false;
  for (const PageReading* page = last.reading; ++page < next.reading;) {
    if (!IsBlank(*page)) return false;
  }
  return NothingBetween(last, next) && !HasOtherHeading(group.fragments.front(), next, options);
}

// The edge of another sheet that lay under the scanner, say: beside a part of the table.
bool StandsBeside(const FragmentGroup& group, const TableFragment& edge) {
  return std::any_of(group.fragments.begin(), group.fragments.end(), [&](const TableFragment& part) {
    const Box &a = part.SourceGrid().box, &b = edge.SourceGrid().box;
    return part.reading == edge.reading && (a.right < b.left || b.right < a.left) && std::min(a.bottom, b.bottom) > std::max(a.top, b.top);
  });
}

// The table that a fragment goes on with: the last one, or the one that this stands beside on its page.
FragmentGroup* WhatGoesOn(const TableFragment& fragment, const JoinOptions& options, std::vector<FragmentGroup>& groups) {
  for (size_t back = 1; back <= std::min<size_t>(2, groups.size()); ++back) {
    FragmentGroup& group = groups[groups.size() - back];
    if (back > 1 && !StandsBeside(group, groups.back().fragments.back())) return nullptr;
    if (GoesOn(group, fragment, options)) return &group;
  }
  return nullptr;
}

// Puts a fragment behind the table where it goes on with it, which a part of a grid whose first part stands there does not.
void Put(TableFragment fragment, bool may_go_on, const JoinOptions& options, std::vector<FragmentGroup>& groups) {
  FragmentGroup* group = may_go_on ? WhatGoesOn(fragment, options, groups) : nullptr;
  if (group == nullptr) {
    groups.push_back({{}, fragment.edges});
    group = &groups.back();
  } else {
    group->edges = CommonEdges(group->edges, fragment.edges, Tolerance(group->fragments.back(), fragment));
  }
  group->fragments.push_back(std::move(fragment));
}

}  // namespace

void KeepForJoining(PageReading* page) {
  if (!page->grids.empty() || IsBlank(*page)) return;
  std::vector<Word> words = std::exchange(page->words, {});
  for (auto word = words.begin(); IsBlank(*page); ++word) page->words.push_back(std::move(*word));
}

std::vector<FragmentGroup> GroupFragments(const std::vector<PageReading>& readings,
                                          const JoinOptions& options) {
  std::vector<FragmentGroup> groups;
  for (const PageReading& reading : readings) {
    std::vector<size_t> order;
    for (size_t i = 0; i < reading.grids.size(); ++i) {
      if (IsUsable(reading.grids[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return reading.grids[a].box.top < reading.grids[b].box.top; });
    for (const size_t i : order) {
      TableFragment fragment = MakeFragment(reading, i, options);
      PartAtLabels(fragment);
      PartCellsOverRows(fragment.rows);
      HealCutTitles(fragment.rows);
      HealCutCells(fragment.rows);
      DropEmptyRows(fragment.rows);
      if (fragment.rows.empty()) continue;
      bool first = true;
      for (TableFragment& part : PartStacked(std::move(fragment))) {
        Put(std::move(part), first, options, groups);
        first = false;
      }
    }
  }
  return groups;
}

}  // namespace trichluc
