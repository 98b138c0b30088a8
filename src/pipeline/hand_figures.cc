// The figures of a handwritten spot, cut from the page: which pieces of ink are theirs.
#include <algorithm>
#include <cmath>
#include <vector>

#include "hand/pieces.h"
#include "image/analyse.h"
#include "pipeline/hand_spots.h"

namespace trichluc {
namespace {

constexpr double kFigureHeight = 0.676;  // of typeset figures, em

// How even the pieces stand: 1 when all are as high as typeset figures and end on the base line, 0 when none
// is.
double Evenness(const std::vector<Box>& figures, const HandSpot& spot) {
  if (figures.empty()) return 0;
  const double slack = std::max(1.5, 0.06 * spot.em);
  const int base = spot.base - spot.span.top;
  int even = 0;
  for (const Box& box : figures) {
    even += std::abs(box.Height() - kFigureHeight * spot.em) <= 2 * slack &&
            std::abs(box.bottom - base) <= 1.5 * slack && box.Width() <= 0.62 * spot.em;
  }
  std::vector<double> heights;
  for (const Box& box : figures) heights.push_back(box.Height());
  const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
  const double level = *high - *low <= slack ? 1 : 0.5;
  return level * even / static_cast<double>(figures.size());
}

// Whether a piece is drawn as a printed slash: as high as capitals, standing on the base line, narrow, its
// head to the right of its foot.
bool LooksLikeSlash(const Pieces& pieces, int index, int width, int base, double em) {
  const Box& box = pieces.pieces[index].box;
  if (box.Height() < 0.58 * em || box.Height() > 0.88 * em || std::abs(box.bottom - base) > 0.18 * em ||
      box.Width() < 0.14 * em || box.Width() > 0.45 * em) {
    return false;
  }
  double head = 0, foot = 0;
  int heads = 0, feet = 0;
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) {
      if (pieces.label[y * width + x] != index) continue;
      if (3 * (y - box.top) < box.Height()) head += x, ++heads;
      if (3 * (box.bottom - y) <= box.Height()) foot += x, ++feet;
    }
  }
  const bool thin = pieces.pieces[index].pixels <= 0.24 * em * box.Height();
  return thin && heads > 0 && feet > 0 && head / heads - foot / feet >= 0.08 * em;
}

// Whether a piece is a typeset capital: on the base line and as high as one.
bool LooksLikeCapital(const Box& box, int base, double em) {
  return std::abs(box.bottom - base) <= 0.1 * em && std::abs(box.Height() - 0.66 * em) <= 0.1 * em &&
         box.Width() >= 0.3 * em;
}

// Where the symbol begins within a number's spot: at a slash that stands where it should, or, where that is
// not known, at one that a capital follows. The crop's width when there is none.
int SymbolStart(const Pieces& pieces, const HandSpot& spot, int width, int base) {
  const double em = spot.em;
  for (size_t i = pieces.pieces.size(); i-- > 0;) {
    if (!LooksLikeSlash(pieces, static_cast<int>(i), width, base, em)) continue;
    const Box& box = pieces.pieces[i].box;
    const bool expected = spot.slash >= 0 && std::abs(box.left + spot.span.left - spot.slash) <= 0.4 * em;
    bool capital = false;
    for (size_t k = i + 1; k < pieces.pieces.size(); ++k) {
      const Box& next = pieces.pieces[k].box;
      capital |= next.left - box.right < 0.4 * em && LooksLikeCapital(next, base, em);
    }
    if (expected || (capital && i > 0)) return box.left;  // a number stands before it, or none where it is expected
  }
  return width;
}

}  // namespace

FigureCrop CutFigures(const HandSpot& spot, const Image& upright) {
  const Image cut = Cut(upright, spot.span);
  const Pieces pieces = FindPieces(cut);
  const double em = spot.em;
  const int base = spot.base - spot.span.top, left = spot.left - spot.span.left;
  const int right = spot.right - spot.span.left;
  const int symbol = spot.kind == "number" ? SymbolStart(pieces, spot, cut.width, base) : cut.width;
  // kRunsOn: a figure that touches its neighbour is cut at the neighbour's edge
  enum { kNeighbour, kFigure, kRunsOn };
  std::vector<int> part(pieces.pieces.size(), kNeighbour);
  Box all;
  std::vector<Box> figures;
  for (size_t i = 0; i < pieces.pieces.size(); ++i) {
    const Box& box = pieces.pieces[i].box;
    Box within = box.Intersect({left, 0, right, cut.height});
    const bool between = within.Width() >= 0.5 * box.Width();
    const bool runs_on = within.Width() >= 0.2 * em;
    // A figure that the neighbour's box was drawn over; letters are lower there, or reach below the line.
    const bool figure = box.Height() >= 0.62 * em && box.bottom <= base + 0.12 * em && box.Width() <= 0.9 * em;
    const bool crosses = spot.kind != "number" && box.left < left && box.right >= left + 2;  // a 1 is narrow
    const bool tall = figure && (runs_on || crosses);
    const bool level = box.CentreY() > base - 1.15 * em && box.CentreY() < base + 0.25 * em;
    const bool cut_off = box.top == 0 && box.bottom < base - 0.75 * em;  // hangs down from the line above
    const bool from_below = box.bottom == cut.height && box.top > base - 0.1 * em;
    if ((!between && !runs_on && !tall) || !level || cut_off || from_below || box.left >= symbol) continue;
    part[i] = between || tall ? kFigure : kRunsOn;
    if (box.Height() <= 0.35 * em) continue;
    if (part[i] == kFigure) within = box;
    all = all.Union(within);
    figures.push_back(within);
  }
  if (all.Empty()) return {};
  // A slash that was not told from the figures is print beside any hand.
  if (spot.kind == "number" && symbol == cut.width && figures.size() > 1) figures.pop_back();
  Image clean = cut;
  const uint8_t paper = 255;
  for (size_t p = 0; p < pieces.label.size(); ++p) {
    if (pieces.label[p] < 0) continue;
    const int x = static_cast<int>(p) % cut.width, kind = part[pieces.label[p]];
    if (kind == kNeighbour || (kind == kRunsOn && (x < left || x >= right))) clean.pixels[p] = paper;
  }
  const int margin = std::max(2, static_cast<int>(0.08 * em)), side = static_cast<int>(0.2 * em);
  const Box box = Box{all.left - side, all.top - margin, all.right + side, all.bottom + margin}.Intersect(
      {0, 0, cut.width, cut.height});
  return {Cut(clean, box),
          {spot.span.left + box.left, spot.span.top + box.top, spot.span.left + box.right,
           spot.span.top + box.bottom},
          Evenness(figures, spot)};
}

}  // namespace trichluc
