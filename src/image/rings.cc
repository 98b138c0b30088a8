#include "image/rings.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kScale = 3;            // pixels a millimetre of the picture whose edges vote
constexpr int kLeast = 13, kMost = 21;  // radius, mm
constexpr int kEdge = 40;               // grey values a pixel: a step from ink to paper
constexpr int kDirections = 64;
constexpr double kAround = 0.7;  // of all directions: worn lines are broken
constexpr double kApart = 2;     // mm: centres this near are one; at the edge of a page the strongest may be a little off the true one
constexpr size_t kMostRings = 80;

const std::array<std::pair<double, double>, kDirections>& Towards() {
  static const std::array<std::pair<double, double>, kDirections> all = [] {
    std::array<std::pair<double, double>, kDirections> made;
    for (int i = 0; i < kDirections; ++i) {
      const double angle = 2 * M_PI * (i + 0.5) / kDirections - M_PI;
      made[static_cast<size_t>(i)] = {std::cos(angle), std::sin(angle)};
    }
    return made;
  }();
  return all;
}

// From which directions a cell of a square millimetre is pointed at from a distance.
class Votes {
 public:
  Votes(int width, int height)
      : width_(width), height_(height), cells_(static_cast<size_t>(width) * height) {}

  void Add(double x, double y, uint64_t direction) {
    const int column = static_cast<int>(x), row = static_cast<int>(y);
    if (x >= 0 && y >= 0 && column < width_ && row < height_) cells_[Index(column, row)] |= direction;
  }
  // Share of the directions that lie on the page; with the cells around it, for edges point roughly. 0 where
  // less than half of the circle lies on the page, or too little of it can be seen for kAround.
  double Share(int column, int row, int radius) const {
    const uint64_t seen = Directions(column, row);
    const bool inside =
        column >= radius && row >= radius && column + radius < width_ && row + radius < height_;
    if (inside) return static_cast<double>(std::popcount(seen)) / kDirections;
    if (2 * std::popcount(seen) < kAround * kDirections) return 0;  // too few for half a circle
    uint64_t on_page = 0;
    for (int i = 0; i < kDirections; ++i) {
      const auto [across, down] = Towards()[static_cast<size_t>(i)];
      const double x = column + 0.5 + radius * across, y = row + 0.5 + radius * down;
      if (x >= 0 && y >= 0 && x < width_ && y < height_) on_page |= uint64_t{1} << i;
    }
    const int whole = std::popcount(on_page);
    return 2 * whole < kDirections ? 0 : static_cast<double>(std::popcount(seen & on_page)) / whole;
  }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  uint64_t Directions(int column, int row) const {
    uint64_t all = 0;
    for (int y = std::max(0, row - 1); y <= std::min(height_ - 1, row + 1); ++y) {
      for (int x = std::max(0, column - 1); x <= std::min(width_ - 1, column + 1); ++x)
        all |= cells_[Index(x, y)];
    }
    return all;
  }
  size_t Index(int column, int row) const { return static_cast<size_t>(row) * width_ + column; }

  int width_, height_;
  std::vector<uint64_t> cells_;
};

struct Edge {
  double x, y;             // mm
  double dx, dy;           // towards the paper, of length 1
  uint64_t ahead, behind;  // the direction in which it lies seen from a centre ahead of it, and behind it
};

std::vector<Edge> EdgesOf(const Image& grey) {
  const auto scale = static_cast<float>(kScale * 25.4 / grey.dpi);
  const PixPtr sharp(pixScale(ToPix(grey).get(), scale, scale));
  const PixPtr small(pixBlockconv(sharp.get(), 1, 1));  // edges of jagged lines point anywhere
  const Image page = FromPix(small.get(), grey.dpi);
  std::vector<Edge> edges;
  for (int y = 1; y + 1 < page.height; ++y) {
    const uint8_t *above = page.Row(y - 1), *row = page.Row(y), *below = page.Row(y + 1);
    for (int x = 1; x + 1 < page.width; ++x) {
      const int dx =
          above[x + 1] + 2 * row[x + 1] + below[x + 1] - above[x - 1] - 2 * row[x - 1] - below[x - 1];
      const int dy = below[x - 1] + 2 * below[x] + below[x + 1] - above[x - 1] - 2 * above[x] - above[x + 1];
      if (dx * dx + dy * dy < 16 * kEdge * kEdge) continue;
      const double length = std::hypot(dx, dy);
      const auto bin =
          static_cast<unsigned>((std::atan2(dy, dx) + M_PI) / (2 * M_PI) * kDirections) % kDirections;
      edges.push_back({(x + 0.5) / kScale, (y + 0.5) / kScale, dx / length, dy / length,
                       uint64_t{1} << ((bin + kDirections / 2) % kDirections), uint64_t{1} << bin});
    }
  }
  return edges;
}

}  // namespace

std::vector<Ring> FindRings(const Image& grey) {
  std::vector<Ring> rings;
  if (grey.Empty() || grey.dpi < 50) return rings;
  const std::vector<Edge> edges = EdgesOf(grey);
  const double mm = grey.dpi / 25.4;
  for (int radius = kMost; radius >= kLeast; --radius) {
    Votes votes(static_cast<int>(grey.width / mm) + 1, static_cast<int>(grey.height / mm) + 1);
    for (const Edge& edge : edges) {
      votes.Add(edge.x + radius * edge.dx, edge.y + radius * edge.dy, edge.ahead);
      votes.Add(edge.x - radius * edge.dx, edge.y - radius * edge.dy, edge.behind);
    }
    for (int y = 0; y < votes.height(); ++y) {
      for (int x = 0; x < votes.width(); ++x) {
        const double share = votes.Share(x, y, radius);
        if (share < kAround) continue;
        rings.push_back({(x + 0.5) * mm, (y + 0.5) * mm, radius * mm, share});
      }
    }
  }
  std::stable_sort(rings.begin(), rings.end(),
                   [](const Ring& a, const Ring& b) { return a.share > b.share; });
  std::vector<Ring> strongest;
  for (const Ring& ring : rings) {
    if (strongest.size() == kMostRings) break;
    const bool known = std::any_of(strongest.begin(), strongest.end(), [&](const Ring& other) {
      return std::hypot(ring.x - other.x, ring.y - other.y) < kApart * mm;
    });
    if (!known) strongest.push_back(ring);
  }
  return strongest;
}

}  // namespace trichluc
