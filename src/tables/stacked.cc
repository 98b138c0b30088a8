#include "tables/stacked.h"

#include <algorithm>
#include <set>
#include <utility>

namespace trichluc {
namespace {

bool FromEdgeToEdge(const DraftRow& row) {
  return row.cells.size() > 1 && !row.cells.front().up &&
         std::all_of(row.cells.begin() + 1, row.cells.end(), [](const DraftCell& cell) { return cell.left; });
}

// The inner edges between cells of these rows.
std::set<size_t> InnerEdges(const std::vector<DraftRow>& rows, size_t begin, size_t end) {
  std::set<size_t> edges;
  for (size_t r = begin; r < end; ++r) {
    for (size_t c = 1; c < rows[r].cells.size(); ++c) {
      if (!rows[r].cells[c].left) edges.insert(c);
    }
  }
  return edges;
}

bool Holds(const std::set<size_t>& all, const std::set<size_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// Rows [begin, end) with the columns between the edges that they use.
TableFragment Part(const TableFragment& whole, size_t begin, size_t end) {
  TableFragment part{whole.reading, whole.grid, {whole.edges.front()}, {}};
  const std::set<size_t> inner = InnerEdges(whole.rows, begin, end);
  for (const size_t edge : inner) part.edges.push_back(whole.edges[edge]);
  part.edges.push_back(whole.edges.back());
  for (size_t r = begin; r < end; ++r) {
    DraftRow row = whole.rows[r];
    std::vector<DraftCell> cells;
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (c == 0 || inner.count(c) > 0) cells.push_back(std::move(row.cells[c]));
    }
    row.cells = std::move(cells);
    part.rows.push_back(std::move(row));
  }
  return part;
}

}  // namespace

std::vector<TableFragment> PartStacked(TableFragment fragment) {
  const std::vector<DraftRow>& rows = fragment.rows;
  for (size_t r = 1; r + 1 < rows.size(); ++r) {
    if (!FromEdgeToEdge(rows[r])) continue;
    const std::set<size_t> above = InnerEdges(rows, 0, r), below = InnerEdges(rows, r + 1, rows.size());
    const bool spans = std::any_of(rows[r + 1].cells.begin(), rows[r + 1].cells.end(), [](const DraftCell& cell) { return cell.up; });
    if (spans || Holds(above, below) || Holds(below, above)) continue;
    std::vector<TableFragment> parts{Part(fragment, 0, r)};
    for (TableFragment& part : PartStacked(Part(fragment, r + 1, rows.size()))) parts.push_back(std::move(part));
    return parts;
  }
  return {std::move(fragment)};
}

}  // namespace trichluc
