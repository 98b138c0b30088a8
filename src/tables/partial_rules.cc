#include "tables/partial_rules.h"

#include <algorithm>
#include <cstdlib>

namespace trichluc {
namespace {

constexpr double kLevel = 0.3, kAtEdge = 1.3;  // heights of words: rules of one height; from a rule's end to the column's edge
constexpr double kCrosses = 0.7;               // share of the column

bool EndsAtColumns(const Box& rule, const std::vector<int>& edges, double height) {
  const auto near = [&](int x) {
    return std::any_of(edges.begin(), edges.end(), [&](int edge) { return std::abs(edge - x) <= kAtEdge * height; });
  };
  return near(rule.left) && near(rule.right);
}

GridCell* CellAt(Grid* grid, int row, int column) {
  const auto cell = std::find_if(grid->cells.begin(), grid->cells.end(), [&](const GridCell& one) {
    return row >= one.row && row < one.row + one.row_span && column >= one.column && column < one.column + one.column_span;
  });
  return cell == grid->cells.end() ? nullptr : &*cell;
}

// `other` becomes part of `cell`.
void Absorb(Grid* grid, int row, int column, int other_row, int other_column) {
  GridCell* cell = CellAt(grid, row, column);
  GridCell* other = CellAt(grid, other_row, other_column);
  if (cell == nullptr || other == nullptr || cell == other) return;
  const bool below = other->column == cell->column && other->column_span == cell->column_span && other->row == cell->row + cell->row_span;
  const bool beside = other->row == cell->row && other->row_span == cell->row_span && other->column == cell->column + cell->column_span;
  if (!below && !beside) return;
  (below ? cell->row_span : cell->column_span) += below ? other->row_span : other->column_span;
  cell->box = cell->box.Union(other->box);
  grid->cells.erase(grid->cells.begin() + (other - grid->cells.data()));
}

bool RunsOver(const std::vector<Band>& bands, int edge, int top, int bottom) {
  return std::any_of(bands.begin(), bands.end(), [&](const Band& band) {
    return band.centre > top && band.centre < bottom &&
           std::any_of(band.pieces.begin(), band.pieces.end(), [&](const Piece& piece) { return piece.box.left < edge && piece.box.right > edge; });
  });
}

}  // namespace

std::vector<PartialRule> FindPartialRules(const std::vector<Box>& rules, const std::vector<int>& column_edges, const std::vector<int>& through,
                                          double height) {
  std::vector<PartialRule> found;
  if (through.size() < 2 || column_edges.size() < 3) return found;
  const size_t columns = column_edges.size() - 1;
  std::vector<Box> parts;
  for (const Box& rule : rules) {
    const bool known = std::any_of(through.begin(), through.end(), [&](int y) { return std::abs(y - rule.CentreY()) <= kLevel * height; });
    if (!known && rule.CentreY() > through.front() && rule.CentreY() < through.back() && EndsAtColumns(rule, column_edges, height)) parts.push_back(rule);
  }
  std::sort(parts.begin(), parts.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  for (const Box& part : parts) {
    if (found.empty() || part.CentreY() - found.back().y > kLevel * height) found.push_back({part.CentreY(), std::vector<bool>(columns, false)});
    for (size_t c = 0; c < columns; ++c) {
      const int from = std::max(part.left, column_edges[c]), to = std::min(part.right, column_edges[c + 1]);
      if (to - from >= kCrosses * (column_edges[c + 1] - column_edges[c])) found.back().crosses[c] = true;
    }
  }
  std::erase_if(found, [](const PartialRule& rule) { return std::none_of(rule.crosses.begin(), rule.crosses.end(), [](bool crosses) { return crosses; }); });
  return found;
}

void MergeBesideRules(const std::vector<PartialRule>& rules, const std::vector<Band>& bands, Grid* grid) {
  for (const PartialRule& rule : rules) {
    const auto edge = std::find(grid->row_edges.begin(), grid->row_edges.end(), rule.y);
    if (edge == grid->row_edges.begin() || edge == grid->row_edges.end()) continue;
    const int below = static_cast<int>(edge - grid->row_edges.begin()), above = below - 1;
    for (int c = 0; c < grid->columns; ++c) {
      if (!rule.crosses[static_cast<size_t>(c)]) Absorb(grid, above, c, below, c);
    }
    for (int c = grid->columns - 1; c-- > 0;) {
      const auto left = static_cast<size_t>(c), right = left + 1;
      if (rule.crosses[left] && rule.crosses[right] && RunsOver(bands, grid->column_edges[right], grid->row_edges[static_cast<size_t>(above)], rule.y))
        Absorb(grid, above, c, above, c + 1);
    }
  }
}

}  // namespace trichluc
