#include "image/edges.h"

#include <algorithm>
#include <cmath>

namespace trichluc {
namespace {

constexpr double kSnap =
    1.5;  // mm between lines of one edge; double rules are closer, columns and rows never are
constexpr double kOverhang = 4.5;  // mm that lines must reach over the last edge to imply another
constexpr double kHolds = 0.7;     // share of a cell's side that an edge must back somewhere to be one

// Length-weighted slope of lines, so that the rest of a page's tilt does not tear edges apart.
double Slope(const std::vector<const RuledLine*>& lines) {
  double rise = 0, run = 0;
  for (const RuledLine* line : lines) {
    rise += line->At(line->end) - line->At(line->begin);
    run += line->Length();
  }
  return run > 0 ? rise / run : 0;
}

std::vector<Edge> Snap(const std::vector<const RuledLine*>& lines, double middle, double tolerance) {
  const double slope = Slope(lines);
  std::vector<std::pair<double, const RuledLine*>> placed;
  for (const RuledLine* line : lines) {
    const double t = (line->begin + line->end) / 2.0;
    placed.emplace_back(line->Middle() + slope * (middle - t), line);
  }
  std::sort(placed.begin(), placed.end());
  std::vector<Edge> edges;
  double last = 0, weight = 0;
  for (const auto& [position, line] : placed) {
    if (edges.empty() || position - last > tolerance) {
      edges.emplace_back();
      weight = 0;
    }
    Edge& edge = edges.back();
    edge.position = (edge.position * weight + position * line->Length()) / (weight + line->Length());
    weight += line->Length();
    edge.lines.push_back(line);
    last = position;
  }
  return edges;
}

// Edges that back no side of any cell between the others are no edges.
bool DropIdle(std::vector<Edge>& edges, const std::vector<Edge>& others, double slack) {
  const size_t before = edges.size();
  std::erase_if(edges, [&](const Edge& edge) {
    if (edge.Implied()) return false;
    for (size_t i = 0; i + 1 < others.size(); ++i) {
      if (edge.Backing(others[i].position, others[i + 1].position, slack) >= kHolds) return false;
    }
    return true;
  });
  return edges.size() != before;
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Where at least half of the edges of one direction, or the outermost two alike, end clearly beyond the last edge of the other:
// that place.
std::vector<double> Overhang(const std::vector<Edge>& edges, double last, bool after, double least,
                             size_t crossing) {
  std::vector<double> ends;
  double first = last, end = last;
  for (const Edge& edge : edges) {
    double reach = last;
    for (const RuledLine* line : edge.lines) {
      reach = after ? std::max(reach, double(line->end)) : std::min(reach, double(line->begin));
    }
    if (std::abs(reach - last) >= least) ends.push_back(reach);
    if (&edge == &edges.front()) first = reach;
    if (&edge == &edges.back()) end = reach;
  }
  // Of a table without outer frame a page may show a single rule; then several must cross it.
  const size_t fewest = edges.size() == 1 && crossing >= 3 ? 1 : 2;
  const bool frame = edges.size() >= 3 && std::abs(first - last) >= least && std::abs(end - last) >= least && std::abs(first - end) < least;
  if (ends.size() < fewest || (2 * ends.size() < edges.size() && !frame)) return {};
  return {Median(ends)};
}

bool CloseBefore(std::vector<Edge>& edges, const std::vector<Edge>& others, double least) {
  if (edges.empty()) return false;
  const std::vector<double> place = Overhang(others, edges.front().position, false, least, edges.size());
  if (!place.empty()) edges.insert(edges.begin(), Edge{place[0], {}});
  return !place.empty();
}

bool CloseAfter(std::vector<Edge>& edges, const std::vector<Edge>& others, double least) {
  if (edges.empty()) return false;
  const std::vector<double> place = Overhang(others, edges.back().position, true, least, edges.size());
  if (!place.empty()) edges.push_back(Edge{place[0], {}});
  return !place.empty();
}

double MiddleOf(const std::vector<const RuledLine*>& lines) {
  int begin = lines[0]->begin, end = lines[0]->end;
  for (const RuledLine* line : lines) {
    begin = std::min(begin, line->begin);
    end = std::max(end, line->end);
  }
  return (begin + end) / 2.0;
}

// Stretches of an edge without a line, of `least` to `most` pixels.
std::vector<std::pair<double, double>> Gaps(const Edge& edge, double least, double most) {
  std::vector<std::pair<double, double>> lines, gaps;
  for (const RuledLine* line : edge.lines) lines.emplace_back(line->begin, line->end);
  std::sort(lines.begin(), lines.end());
  double reached = lines.empty() ? 0 : lines.front().second;
  for (const auto& [begin, end] : lines) {
    if (begin - reached >= least && begin - reached <= most) gaps.emplace_back(reached, begin);
    reached = std::max(reached, end);
  }
  return gaps;
}

}  // namespace

double Edge::Backing(double from, double to, double slack) const {
  if (Implied()) return 1;
  from += slack;
  to -= slack;
  if (to <= from) return 1;
  std::vector<std::pair<double, double>> parts;
  for (const RuledLine* line : lines) {
    const double begin = std::max<double>(from, line->begin), end = std::min<double>(to, line->end);
    if (end > begin) parts.emplace_back(begin, end);
  }
  std::sort(parts.begin(), parts.end());
  double covered = 0, reached = from;
  for (const auto& [begin, end] : parts) {
    covered += std::max(0.0, end - std::max(begin, reached));
    reached = std::max(reached, end);
  }
  return covered / (to - from);
}

double Edge::At(double t) const {
  const RuledLine* nearest = nullptr;
  double distance = 0;
  for (const RuledLine* line : lines) {
    const double d = t < line->begin ? line->begin - t : t > line->end ? t - line->end : 0;
    if (nearest == nullptr || d < distance) {
      nearest = line;
      distance = d;
    }
  }
  return nearest != nullptr ? nearest->At(t) : position;
}

Edges FindEdges(const std::vector<const RuledLine*>& horizontal,
                const std::vector<const RuledLine*>& vertical, int dpi) {
  if (horizontal.empty() || vertical.empty()) return {};
  const double snap = Pixels(kSnap, dpi), slack = Pixels(1, dpi), overhang = Pixels(kOverhang, dpi);
  Edges edges;
  edges.rows = Snap(horizontal, MiddleOf(horizontal), snap);
  edges.columns = Snap(vertical, MiddleOf(vertical), snap);
  // Idle edges would be taken for the last ones, and open sides make idle edges useful: close, clean, again.
  for (bool changed = true; changed && !edges.rows.empty() && !edges.columns.empty();) {
    changed = CloseBefore(edges.columns, edges.rows, overhang);
    changed |= CloseAfter(edges.columns, edges.rows, overhang);
    const bool top = CloseBefore(edges.rows, edges.columns, overhang);
    const bool bottom = CloseAfter(edges.rows, edges.columns, overhang);
    edges.open_top |= top;
    edges.open_bottom |= bottom;
    changed |= top || bottom;
    changed |= DropIdle(edges.columns, edges.rows, slack);
    changed |= DropIdle(edges.rows, edges.columns, slack);
  }
  return edges;
}

void AddTitles(Edges* edges, int dpi, const std::function<bool(double)>& is_white) {
  constexpr double kLeast = 3, kMost = 12;  // mm
  const double least = Pixels(kLeast, dpi);
  std::vector<const Edge*> inner;
  for (size_t c = 1; c + 1 < edges->columns.size(); ++c) {
    if (!edges->columns[c].Implied()) inner.push_back(&edges->columns[c]);
  }
  if (inner.size() < 2) return;
  std::vector<double> added;
  std::vector<std::pair<double, double>> seen;  // of all of them
  for (const Edge* column : inner) {
    for (const auto& gap : Gaps(*column, least, Pixels(kMost, dpi))) seen.push_back(gap);
  }
  std::sort(seen.begin(), seen.end());
  // A stem of the title may stand where one of the rules would go on.
  const size_t needed = inner.size() - (inner.size() > 2 ? 1 : 0);
  for (size_t i = 0; i < seen.size();) {
    std::vector<double> tops, bottoms;
    const double reach = seen[i].second - least / 2;
    for (; i < seen.size() && seen[i].first < reach; ++i) tops.push_back(seen[i].first), bottoms.push_back(seen[i].second);
    if (tops.size() < needed) continue;
    const double top = Median(tops), bottom = Median(bottoms);
    std::vector<double> beside;
    for (const double place : {top, bottom}) {
      // The stub of a rule below a row's edge leaves no room for a line of print.
      const bool ruled = std::any_of(edges->rows.begin(), edges->rows.end(), [&](const Edge& row) { return std::abs(row.position - place) < least; });
      if (!ruled) beside.push_back(place);
    }
    // Rules may be worn at one height in all columns; then the place is within print.
    if (std::all_of(beside.begin(), beside.end(), is_white)) added.insert(added.end(), beside.begin(), beside.end());
  }
  for (const double place : added) {
    const auto next = std::find_if(edges->rows.begin(), edges->rows.end(), [&](const Edge& row) { return row.position > place; });
    if (next != edges->rows.begin() && next != edges->rows.end()) edges->rows.insert(next, Edge{place, {}});
  }
}

}  // namespace trichluc
