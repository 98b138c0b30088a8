#include "image/seal_ink.h"

#include <algorithm>

namespace trichluc {
namespace {

constexpr double kLine = 1.1;   // mm: a line of a ring, at most
constexpr double kPlay = 1.2;   // mm: rubber is no perfect circle, nor is a scan
constexpr double kTurn = 12;    // degrees over which the outer ring keeps its distance
constexpr double kInner = 0.5;  // of the radius: no ring of the seal lies further in
// Share of the directions by which a ring is darker than what lies beside it.
constexpr double kContrast = 0.15;
constexpr double kBeside = 1.3;  // mm: beside it
constexpr double kMerged = 0.7;  // mm between two lines that are taken for one
constexpr double kBeyond = 0.5;  // mm: so far strokes of print go on beyond a ring that they cross
constexpr int kSlants = 4;       // directions to each side of the radius in which strokes are looked for
constexpr double kSlant = 15;    // degrees from one to the next
// mm from the outer edge to the feet of the seal's letters, where no inner ring tells.
constexpr double kLettersDepth = 5;

// How far away the outer edge of the outermost thin line is, in each direction: the median of the directions
// around.
std::vector<double> OuterEdge(const Rays& rays) {
  const double play = kPlay * rays.mm(), line = kLine * rays.mm();
  std::vector<double> seen(static_cast<size_t>(rays.directions()), -1);
  for (int d = 0; d < rays.directions(); ++d) {
    for (double r = rays.radius() + play; r >= rays.radius() - play; r -= 0.5) {
      if (!rays.Dark(d, r)) continue;
      double inner = r;
      while (r - inner <= line && rays.Dark(d, inner)) inner -= 0.5;
      if (r - inner > line) break;  // a letter reaches out
      seen[static_cast<size_t>(d)] = r;
      break;
    }
  }
  const int turn = static_cast<int>(kTurn / 360 * rays.directions());
  std::vector<double> edge;
  for (int d = 0; d < rays.directions(); ++d) {
    std::vector<double> near;
    for (int at = d - turn; at <= d + turn; ++at) {
      const double value = seen[static_cast<size_t>((at + rays.directions()) % rays.directions())];
      if (value > 0) near.push_back(value);
    }
    const auto middle = near.begin() + static_cast<ptrdiff_t>(near.size() / 2);
    if (near.empty()) {
      edge.push_back(rays.radius());
      continue;
    }
    std::nth_element(near.begin(), middle, near.end());
    edge.push_back(*middle);
  }
  return edge;
}

// The rings: distances from the outer edge at which ink lies in more directions than beside them.
std::vector<Band> Bands(const Rays& rays, const std::vector<double>& edge) {
  const double step = 0.5;
  const int first = static_cast<int>(-kInner * rays.radius() / step),
            last = static_cast<int>(rays.mm() / step);
  std::vector<double> dark;
  for (int at = first; at <= last; ++at) {
    int count = 0;
    for (int d = 0; d < rays.directions(); ++d)
      count += rays.Thin(d, edge[static_cast<size_t>(d)] + at * step);
    dark.push_back(static_cast<double>(count) / rays.directions());
  }
  const int beside = static_cast<int>(kBeside * rays.mm() / step);
  const auto share = [&](int at) { return dark[static_cast<size_t>(std::clamp(at, 0, last - first))]; };
  std::vector<Band> bands;
  for (int at = 0; at <= last - first; ++at) {
    if (share(at) < std::max(share(at - beside), share(at + beside)) + kContrast) continue;
    const double distance = (at + first) * step;
    if (!bands.empty() && distance - bands.back().outer <= kMerged * rays.mm())
      bands.back().outer = distance;
    else
      bands.push_back({distance, distance});
  }
  return bands;
}

}  // namespace

bool Rays::Thin(int direction, double distance) const {
  const double line = kLine * mm();
  double from = distance, to = distance;
  while (to - from <= line && Dark(direction, from)) from -= 0.5;
  while (to - from <= line && Dark(direction, to)) to += 0.5;
  return from < distance && to - from <= line;
}

RingInk::RingInk(const Image& image, const Ring& seal)
    : rays_(image, seal), edge_(OuterEdge(rays_)), bands_(Bands(rays_, edge_)) {}

std::vector<size_t> RingInk::Pixels() const {
  std::vector<size_t> pixels;
  const double soft = 1;  // pixels: the edge of a line
  for (const Band& band : bands_) {
    for (int d = 0; d < rays_.directions(); ++d) {
      const double edge = edge_[static_cast<size_t>(d)];
      for (double r = edge + band.inner - soft; r <= edge + band.outer + soft; r += 0.5) {
        const ptrdiff_t at = rays_.At(d, r);
        if (at >= 0 && !(rays_.Dark(d, r) && Crossed(band, d, r))) pixels.push_back(static_cast<size_t>(at));
      }
    }
  }
  return pixels;
}

bool RingInk::HoldsLetters(const Box& box) const {
  double deepest = -kLettersDepth * rays_.mm();
  for (const Band& band : bands_) deepest = std::min(deepest, band.inner);
  for (const int x : {box.left, box.right - 1}) {
    for (const int y : {box.top, box.bottom - 1}) {
      const auto [direction, distance] = rays_.Of(x, y);
      const double from_edge = distance - edge_[static_cast<size_t>(direction)];
      if (from_edge > 0 || from_edge < deepest) return false;
    }
  }
  return true;
}

// Whether a straight stroke goes through here from within the ring to outside.
bool RingInk::Crossed(const Band& band, int direction, double distance) const {
  for (int slant = -kSlants; slant <= kSlants; ++slant) {
    const double angle = slant * kSlant * M_PI / 180;
    if (Leaves(band, direction, distance, angle, 1) && Leaves(band, direction, distance, angle, -1))
      return true;
  }
  return false;
}
// Whether ink goes on from here until it has left the ring. `slant`: against the radius; `way`: 1 outwards.
bool RingInk::Leaves(const Band& band, int direction, double distance, double slant, int way) const {
  const double beyond = kBeyond * rays_.mm();
  for (double walked = 0;; walked += 0.5) {
    const double along = distance + way * walked * std::cos(slant), across = way * walked * std::sin(slant);
    const double r = std::hypot(along, across);
    const int d = direction +
                  static_cast<int>(std::lround(std::atan2(across, along) / (2 * M_PI) * rays_.directions()));
    if (!rays_.Dark(d, r)) return false;
    const double from_edge = r - edge_[static_cast<size_t>((d + rays_.directions()) % rays_.directions())];
    if (way > 0 ? from_edge > band.outer + beyond : from_edge < band.inner - beyond) return true;
  }
}

}  // namespace trichluc
