#include "image/grids.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>
#include <utility>

#include "image/edges.h"
#include "image/faint_lines.h"

namespace trichluc {
namespace {

constexpr double kTouch = 2;     // mm by which lines may miss each other and still meet
constexpr double kBacked = 0.6;  // share of a cell's side that a line must cover
constexpr double kLongestGap =
    0.75;                         // mm without ink in a rule where half of the rules of the row are missing
constexpr double kBreak = 5;      // mm without ink in a rule that goes on straight behind
constexpr double kTitle = 10;     // mm that one line across a table takes
constexpr double kAligned = 1.2;  // mm by which upright rules of one table may stand apart
constexpr size_t kLeastAligned = 3;                   // of them make two parts of a page one table
constexpr double kLeastWidth = 20, kLeastHeight = 7;  // mm; smaller are check boxes and scribbles

class Groups {
 public:
  explicit Groups(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) { parent_[std::max(Find(a), Find(b))] = std::min(Find(a), Find(b)); }

 private:
  std::vector<size_t> parent_;
};

bool Meet(const RuledLine& h, const RuledLine& v, double touch) {
  const double x = v.At(h.Middle()), y = h.At(x);
  const double exact_x = v.At(y);
  return exact_x >= h.begin - touch && exact_x <= h.end + touch && y >= v.begin - touch && y <= v.end + touch;
}

// The unit cells of a table and which of them are one.
class CellMaker {
 public:
  CellMaker(const Edges& edges, const LevelPage& page, RuledLines* traces)
      : edges_(edges),
        page_(page),
        traces_(traces),
        rows_(static_cast<int>(edges.rows.size()) - 1),
        columns_(static_cast<int>(edges.columns.size()) - 1),
        slack_(Pixels(1, page.across.dpi)) {}

  std::vector<GridCell> Make() {
    Groups groups(static_cast<size_t>(rows_) * columns_);
    JoinOpenNeighbours(groups);
    std::vector<GridCell> cells;
    std::vector<bool> taken(static_cast<size_t>(rows_) * columns_, false);
    for (int r = 0; r < rows_; ++r) {
      for (int c = 0; c < columns_; ++c) {
        if (!taken[At(r, c)]) cells.push_back(Grow(groups, taken, r, c));
      }
    }
    return cells;
  }

  // Average backing of the sides that cells really have.
  double Confidence(const std::vector<GridCell>& cells) const {
    double sum = 0, sides = 0;
    for (const GridCell& cell : cells) {
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        sum += Upright(r, cell.column) + Upright(r, cell.column + cell.column_span);
        sides += 2;
      }
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        sum += Level(cell.row, c) + Level(cell.row + cell.row_span, c);
        sides += 2;
      }
    }
    return sides > 0 ? sum / sides : 0;
  }

 private:
  size_t At(int r, int c) const { return static_cast<size_t>(r) * columns_ + c; }
  // Backing of column edge `edge` beside row r, and of row edge `edge` beside column c.
  double Upright(int r, int edge) const {
    return Side(edges_.columns[edge], page_.down, edges_.rows[r].position, edges_.rows[r + 1].position);
  }
  double Level(int edge, int c) const {
    return Side(edges_.rows[edge], page_.across, edges_.columns[c].position, edges_.columns[c + 1].position);
  }
  double Side(const Edge& edge, const Image& level, double from, double to) const {
    const double backing = edge.Backing(from, to, slack_);
    if (backing >= kBacked) return backing;
    const auto at = [&edge](double t) { return edge.At(t); };
    if (!SeemsRuled(level, at, from + slack_, to - slack_)) return backing;
    if (traces_ != nullptr) {
      RuledLine trace{static_cast<int>(from), static_cast<int>(to), 2, {}};
      for (int t = trace.begin; t < trace.end; t += RuledLine::kStep)
        trace.across.push_back(static_cast<float>(edge.At(t)));
      (&level == &page_.across ? traces_->horizontal : traces_->vertical).push_back(std::move(trace));
    }
    return kBacked;
  }

  // Whether ink is really there beside row r: a line may have been led over the gaps around a letter.
  bool Seen(int r, int edge) const {
    const Edge& column = edges_.columns[edge];
    if (column.Implied()) return true;
    // Straight from the row above to the row below: the line itself may have been led along a letter.
    const double top = edges_.rows[r].position, bottom = edges_.rows[r + 1].position;
    const double above = column.At(top - 2 * slack_), below = column.At(bottom + 2 * slack_);
    const auto at = [=](double t) { return above + (below - above) * (t - top) / (bottom - top); };
    return SeenThroughout(page_.down, at, top + slack_ / 4, bottom - slack_ / 4, kLongestGap);
  }

  void JoinOpenNeighbours(Groups& groups) const {
    for (int r = 0; r < rows_; ++r) {
      std::vector<double> sides;
      for (int c = 0; c + 1 < columns_; ++c) sides.push_back(Upright(r, c + 1));
      // Where half of them are missing a title runs across; a stem of one of its letters may stand where a
      // rule would.
      const auto missing =
          std::count_if(sides.begin(), sides.end(), [](double side) { return side < kBacked; });
      const bool title = 2 * static_cast<size_t>(missing) >= sides.size();
      for (int c = 0; c < columns_; ++c) {
        const bool open =
            c + 1 < columns_ && (sides[static_cast<size_t>(c)] < kBacked || (title && !Seen(r, c + 1)));
        if (open) groups.Join(At(r, c), At(r, c + 1));
        if (r + 1 < rows_ && Level(r + 1, c) < kBacked) groups.Join(At(r, c), At(r + 1, c));
      }
    }
  }

  // The largest rectangle of one group from (r, c) on: first to the right, then down. A group of another
  // shape comes apart into several cells.
  GridCell Grow(Groups& groups, std::vector<bool>& taken, int r, int c) const {
    const auto same = [&](int y, int x) {
      return !taken[At(y, x)] && groups.Find(At(y, x)) == groups.Find(At(r, c));
    };
    int right = c + 1, bottom = r + 1;
    while (right < columns_ && same(r, right)) ++right;
    const auto row_fits = [&](int y) {
      for (int x = c; x < right; ++x) {
        if (!same(y, x)) return false;
      }
      return true;
    };
    while (bottom < rows_ && row_fits(bottom)) ++bottom;
    for (int y = r; y < bottom; ++y)
      std::fill_n(taken.begin() + static_cast<long>(At(y, c)), right - c, true);
    return {r, c, bottom - r, right - c, {}};
  }

  const Edges& edges_;
  const LevelPage& page_;
  RuledLines* traces_;
  int rows_, columns_;
  double slack_;
};

double Thickness(const Edge& edge) {
  double widest = 0;
  for (const RuledLine* line : edge.lines) widest = std::max(widest, line->thickness);
  return widest;
}

// The inside of a cell; where its edges bend, the part inside all along the side.
Box InsideOf(const GridCell& cell, const Edges& edges) {
  const Edge &left = edges.columns[cell.column], &right = edges.columns[cell.column + cell.column_span];
  const Edge &top = edges.rows[cell.row], &bottom = edges.rows[cell.row + cell.row_span];
  const double x = (left.position + right.position) / 2, y = (top.position + bottom.position) / 2;
  return {static_cast<int>(std::lround(left.At(y) + Thickness(left) / 2 + 1)),
          static_cast<int>(std::lround(top.At(x) + Thickness(top) / 2 + 1)),
          static_cast<int>(std::lround(right.At(y) - Thickness(right) / 2)),
          static_cast<int>(std::lround(bottom.At(x) - Thickness(bottom) / 2))};
}

Grid MakeGrid(const Edges& edges, const LevelPage& page, RuledLines* traces) {
  Grid grid;
  grid.rows = static_cast<int>(edges.rows.size()) - 1;
  grid.columns = static_cast<int>(edges.columns.size()) - 1;
  CellMaker maker(edges, page, traces);
  grid.cells = maker.Make();
  grid.confidence = static_cast<float>(maker.Confidence(grid.cells));
  for (GridCell& cell : grid.cells) cell.box = InsideOf(cell, edges);
  for (const Edge& edge : edges.columns)
    grid.column_edges.push_back(static_cast<int>(std::lround(edge.position)));
  for (const Edge& edge : edges.rows) grid.row_edges.push_back(static_cast<int>(std::lround(edge.position)));
  grid.box = {grid.column_edges.front(), grid.row_edges.front(), grid.column_edges.back() + 1,
              grid.row_edges.back() + 1};
  grid.open_top = edges.open_top;
  grid.open_bottom = edges.open_bottom;
  return grid;
}

bool IsTable(const Grid& grid, int dpi) {
  return grid.cells.size() >= 2 && grid.box.Width() >= Pixels(kLeastWidth, dpi) &&
         grid.box.Height() >= Pixels(kLeastHeight, dpi);
}

// One rule, broken: `b` goes on where `a` ends.
bool GoesOn(const RuledLine& a, const RuledLine& b, int dpi) {
  const int gap = b.begin - a.end;
  return gap >= 0 && gap <= Pixels(kBreak, dpi) && std::abs(a.At(a.end) - b.At(b.begin)) <= Pixels(0.7, dpi);
}

struct Family {
  std::vector<const RuledLine*> horizontal, vertical;
};

// How many columns these places are: pieces of one rule lie within `apart` pixels.
size_t Columns(std::vector<double> places, int apart) {
  std::sort(places.begin(), places.end());
  size_t columns = 0;
  for (size_t i = 0; i < places.size(); ++i) columns += i == 0 || places[i] - places[i - 1] > apart;
  return columns;
}

// Rules between rows may be missing so far that a table comes apart, and the title of a section has no
// upright rules at all. Those above and below it still stand below each other.
void JoinAligned(const RuledLines& lines, size_t across, Groups& groups, int dpi) {
  const int apart = Pixels(kAligned, dpi), gap = Pixels(kBreak, dpi), title = Pixels(kTitle, dpi);
  std::map<std::pair<size_t, size_t>, std::vector<double>> aligned, over_title;  // places
  for (size_t i = 0; i < lines.vertical.size(); ++i) {
    for (size_t j = 0; j < lines.vertical.size(); ++j) {
      const RuledLine &a = lines.vertical[i], &b = lines.vertical[j];
      const int between = b.begin - a.end;
      if (between < -gap || between > title || b.end <= a.end ||
          std::abs(a.At(a.end) - b.At(b.begin)) > apart)
        continue;
      const size_t one = groups.Find(across + i), other = groups.Find(across + j);
      if (one != other) (between <= gap ? aligned : over_title)[{one, other}].push_back(a.At(a.end));
    }
  }
  for (const auto& [pair, places] : aligned) {
    if (Columns(places, apart) >= kLeastAligned) groups.Join(pair.first, pair.second);
  }
  for (const auto& [pair, places] : over_title) {
    if (Columns(places, apart) > kLeastAligned) groups.Join(pair.first, pair.second);
  }
}

// A rule that meets no other, between two of a table that run past it, straight below or above a third: rules between columns that stop
// for the title of a section, in a table without rules between its rows.
void JoinInside(const RuledLines& lines, size_t across, Groups& groups, int dpi) {
  const int apart = Pixels(kAligned, dpi), touch = Pixels(kTouch, dpi);
  const auto group = [&](size_t vertical) { return groups.Find(across + vertical); };
  std::map<size_t, std::vector<size_t>> members;
  for (size_t j = 0; j < lines.vertical.size(); ++j) members[group(j)].push_back(j);
  for (size_t i = 0; i < lines.vertical.size(); ++i) {
    if (members[group(i)].size() > 1) continue;
    const RuledLine& line = lines.vertical[i];
    for (const auto& [other, verticals] : members) {
      if (verticals.size() < 3 || other == group(i)) continue;
      bool left = false, right = false, aligned = false;
      for (const size_t j : verticals) {
        const RuledLine& rule = lines.vertical[j];
        const double shift = rule.Middle() - line.Middle();
        const bool past = rule.begin <= line.begin + touch && rule.end >= line.end - touch;
        left |= past && shift < -apart;
        right |= past && shift > apart;
        aligned |= std::abs(rule.At(rule.end) - line.At(rule.end)) <= apart;
      }
      if (!left || !right || !aligned) continue;
      groups.Join(across + i, across + verticals.front());
      break;
    }
  }
}

std::vector<Family> Families(const RuledLines& lines, double touch, int dpi) {
  const size_t across = lines.horizontal.size(), all = across + lines.vertical.size();
  Groups groups(all);
  for (size_t i = 0; i < across; ++i) {
    for (size_t j = across; j < all; ++j) {
      if (Meet(lines.horizontal[i], lines.vertical[j - across], touch)) groups.Join(i, j);
    }
  }
  for (size_t i = 0; i < across; ++i) {
    for (size_t j = 0; j < across; ++j) {
      if (GoesOn(lines.horizontal[i], lines.horizontal[j], dpi)) groups.Join(i, j);
    }
  }
  JoinAligned(lines, across, groups, dpi);
  JoinInside(lines, across, groups, dpi);
  std::vector<Family> families(all);
  for (size_t i = 0; i < all; ++i) {
    Family& family = families[groups.Find(i)];
    if (i < across) family.horizontal.push_back(&lines.horizontal[i]);
    if (i >= across) family.vertical.push_back(&lines.vertical[i - across]);
  }
  return families;
}

// Whether a level line, or one within half a millimetre of it, meets next to no ink between the outer rules of a table.
bool IsWhite(const Image& level, double from, double to, double y) {
  constexpr double kReach = 0.5, kMostInk = 0.01;  // mm, share
  constexpr int kDark = 128;
  const int reach = Pixels(kReach, level.dpi), left = std::max(0, static_cast<int>(from) + 2 * reach), right = std::min(level.width, static_cast<int>(to) - 2 * reach);
  for (int row = static_cast<int>(y) - reach; row <= y + reach; ++row) {
    if (row < 0 || row >= level.height || left >= right) continue;
    const auto ink = std::count_if(level.Row(row) + left, level.Row(row) + right, [](uint8_t grey) { return grey < kDark; });
    if (static_cast<double>(ink) <= kMostInk * (right - left)) return true;
  }
  return false;
}

}  // namespace

std::vector<Grid> BuildGrids(const RuledLines& lines, const LevelPage& page, RuledLines* traces) {
  const int dpi = page.across.dpi;
  std::vector<Grid> grids;
  for (const Family& family : Families(lines, Pixels(kTouch, dpi), dpi)) {
    Edges edges = FindEdges(family.horizontal, family.vertical, dpi);
    if (edges.rows.size() < 2 || edges.columns.size() < 2) continue;
    AddTitles(&edges, dpi, [&](double y) { return IsWhite(page.across, edges.columns.front().position, edges.columns.back().position, y); });
    Grid grid = MakeGrid(edges, page, traces);
    if (IsTable(grid, dpi)) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return std::tie(a.box.top, a.box.left) < std::tie(b.box.top, b.box.left);
  });
  return grids;
}

}  // namespace trichluc
