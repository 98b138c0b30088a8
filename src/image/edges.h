// The column and row edges of one table.
#pragma once

#include <functional>
#include <vector>

#include "image/lines.h"

namespace trichluc {

// Lines that stand on the same edge; several where the line is broken or only some rows have it. An edge
// without lines is implied: the table is open there, or the title of a section begins or ends.
struct Edge {
  double position = 0;  // where the edge crosses the middle of the table
  std::vector<const RuledLine*> lines;

  bool Implied() const { return lines.empty(); }
  // Share of [from, to) that is backed by a line, `slack` forgiven at each end. 1 for an implied edge.
  double Backing(double from, double to, double slack) const;
  // Where the edge is at t: on its line there, else on the nearest one.
  double At(double t) const;
};

struct Edges {
  std::vector<Edge> columns, rows;  // sorted
  bool open_top = false, open_bottom = false;
};

// Fewer than two of either when the lines make no table.
Edges FindEdges(const std::vector<const RuledLine*>& horizontal,
                const std::vector<const RuledLine*>& vertical, int dpi);

// "II- Nhóm nhiệm vụ …" in a table with few rules between its rows: where all rules between columns, two at least, stop for a line of print, its
// title runs across. It gets implied edges above and below, where no rule is, if both places are white.
void AddTitles(Edges* edges, int dpi, const std::function<bool(double)>& is_white);

}  // namespace trichluc
