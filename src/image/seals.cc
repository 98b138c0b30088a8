#include "image/seals.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "image/analyse.h"
#include "image/pix.h"
#include "image/rings.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr int kSteps = 72;              // directions of a ring
constexpr double kOuterLine = 0.9;      // of the darkest line's directions
constexpr double kSureRing = 0.7;       // and in fine: a signature and worn rubber leave gaps
constexpr double kWornRing = 0.55, kClear = 0.15;  // broken by the scanner's threshold, with hardly any ink just outside
constexpr double kRingDepth = 1.8, kRingLine = 1.1;  // mm: of the ring's lines together, of one line
constexpr int kPaler = 30,
              kPaleTone = 70;      // grey values: between seal and print; of a seal that is paler than print
constexpr double kEdge = 0.2;      // mm: the soft edge of a stroke
constexpr double kOutside = 0.45;  // at most so dark just outside

struct Direction {
  double x, y;
};

const std::array<Direction, kSteps>& Directions() {
  static const std::array<Direction, kSteps> all = [] {
    std::array<Direction, kSteps> made;
    for (int i = 0; i < kSteps; ++i)
      made[static_cast<size_t>(i)] = {std::cos(2 * M_PI * i / kSteps), std::sin(2 * M_PI * i / kSteps)};
    return made;
  }();
  return all;
}

// Share of the directions inside the image in which ink lies within `play` of the radius.
double DarkShare(const Image& image, const Ring& ring, double radius, double play) {
  int dark = 0, seen = 0;
  for (const Direction& d : Directions()) {
    bool inside = false, ink = false;
    for (double r = radius - play; r <= radius + play && !ink; r += 1) {
      const int x = static_cast<int>(std::lround(ring.x + r * d.x)),
                y = static_cast<int>(std::lround(ring.y + r * d.y));
      if (x < 0 || y < 0 || x >= image.width || y >= image.height) continue;
      inside = true;
      ink = image.Row(y)[x] < kInk;
    }
    seen += inside;
    dark += ink;
  }
  return 2 * seen < kSteps ? 0 : static_cast<double>(dark) / seen;
}

// Looks at the page's own pixels: the outermost line of the ring, and paper around it.
bool Settle(const Image& image, Ring& ring) {
  const double mm = image.dpi / 25.4;
  const Ring from = ring;
  Ring best;
  for (double dy = -1.5; dy <= 1.5; dy += 0.5) {
    for (double dx = -1.5; dx <= 1.5; dx += 0.5) {
      for (double dr = -2.5; dr <= 2; dr += 0.25) {
        Ring tried{from.x + dx * mm, from.y + dy * mm, from.radius + dr * mm, 0};
        tried.share = DarkShare(image, tried, tried.radius, 0.15 * mm);
        if (tried.share > best.share + 1e-9) best = tried;
      }
    }
  }
  if (best.share < kWornRing) return false;
  // Of two lines the outer one.
  for (double dr = kRingDepth; dr > 0; dr -= 0.25) {
    Ring tried = best;
    tried.radius += dr * mm;
    tried.share = DarkShare(image, tried, tried.radius, 0.15 * mm);
    if (tried.share < kOuterLine * best.share) continue;
    best = tried;
    break;
  }
  const double outside = (DarkShare(image, best, best.radius + 1.6 * mm, 0.1 * mm) +
                          DarkShare(image, best, best.radius + 2.4 * mm, 0.1 * mm)) /
                         2;
  if (outside > kOutside || outside > 0.6 * best.share || (best.share < kSureRing && outside > kClear)) return false;
  ring = best;
  return true;
}

// The ring's lines, direction by direction: ink that is thin along the radius; offsets of pixels. The strokes
// of letters that cross the ring are longer.
std::vector<std::vector<size_t>> RingRuns(const Image& image, const Box& seal) {
  const double mm = image.dpi / 25.4, radius = seal.Width() / 2.0;
  const double x = (seal.left + seal.right) / 2.0, y = (seal.top + seal.bottom) / 2.0;
  const int turns = static_cast<int>(4 * M_PI * radius);  // two directions a pixel
  std::vector<std::vector<size_t>> runs;
  for (int i = 0; i < turns; ++i) {
    const double angle = 2 * M_PI * i / turns;
    std::vector<size_t> run;
    for (double r = radius - kRingDepth * mm; r <= radius + 2 * mm; r += 0.5) {
      const int px = static_cast<int>(std::lround(x + r * std::cos(angle)));
      const int py = static_cast<int>(std::lround(y + r * std::sin(angle)));
      const bool inside = px >= 0 && py >= 0 && px < image.width && py < image.height;
      const size_t at = inside ? static_cast<size_t>(py) * image.width + px : 0;
      const bool dark = inside && image.pixels[at] < kInk;
      if (dark) run.push_back(at);
      if (dark && r + 0.5 <= radius + 2 * mm) continue;
      const bool near = r - static_cast<double>(run.size()) / 2 <= radius + 0.5 * mm;
      if (!run.empty() && near && static_cast<double>(run.size()) * 0.5 <= kRingLine * mm)
        runs.push_back(run);
      run.clear();
    }
  }
  return runs;
}

uint8_t Darkest(const Image& image, const std::vector<size_t>& run) {
  uint8_t darkest = 255;
  for (size_t at : run) darkest = std::min(darkest, image.pixels[at]);
  return darkest;
}

// How dark the seal's own ink is: print that crosses it is darker on grey scans and no other on bilevel ones.
int Tone(const Image& image, const std::vector<std::vector<size_t>>& runs) {
  std::vector<uint8_t> darkest;
  for (const auto& run : runs) darkest.push_back(Darkest(image, run));
  if (darkest.empty()) return 0;
  const auto middle = darkest.begin() + static_cast<ptrdiff_t>(darkest.size() / 2);
  std::nth_element(darkest.begin(), middle, darkest.end());
  return *middle;
}

// Takes off what is as pale as the seal and does not border on darker ink.
void ErasePale(Image& image, const Box& box, int tone) {
  const Image before = image;
  const int reach = Pixels(kEdge, image.dpi);
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right; ++x) {
      if (before.Row(y)[x] < tone - kPaler) continue;
      bool borders = false;
      for (int v = std::max(0, y - reach); v <= std::min(image.height - 1, y + reach) && !borders; ++v) {
        const uint8_t* row = before.Row(v);
        borders = std::any_of(row + std::max(0, x - reach), row + std::min(image.width, x + reach + 1),
                              [&](uint8_t grey) { return grey < tone - kPaler; });
      }
      if (!borders) image.Row(y)[x] = 255;
    }
  }
}

bool Overlap(const Ring& a, const Ring& b) {
  return std::hypot(a.x - b.x, a.y - b.y) < 0.5 * (a.radius + b.radius);
}

}  // namespace

// Before a ring that few edges point to is looked at closely: paper around it. Running text lies everywhere.
bool MayBeWorn(const Image& image, const Ring& ring) {
  constexpr double kWhole = 0.9, kAway = 3, kFurther = 4, kPlay = 0.1, kMost = 0.12;  // shares of the directions; mm
  const double mm = image.dpi / 25.4;
  if (ring.share >= kWhole) return true;
  const double around = DarkShare(image, ring, ring.radius + kAway * mm, kPlay * mm) + DarkShare(image, ring, ring.radius + kFurther * mm, kPlay * mm);
  return around <= 2 * kMost;
}

std::vector<Ring> FindBlackSeals(const Image& upright) {
  std::vector<Ring> found;
  for (Ring ring : FindRings(upright)) {
    if (!MayBeWorn(upright, ring)) continue;
    const auto overlaps = [&](const Ring& other) { return Overlap(ring, other); };
    if (std::none_of(found.begin(), found.end(), overlaps) && Settle(upright, ring)) found.push_back(ring);
  }
  return found;
}

Region SealRegion(const Ring& ring, const Image& image) {
  const int left = static_cast<int>(ring.x - ring.radius), top = static_cast<int>(ring.y - ring.radius);
  const int size = static_cast<int>(2 * ring.radius);
  return {"stamp", Box{left, top, left + size, top + size}.Intersect({0, 0, image.width, image.height}), "black"};
}

bool EraseSealInk(Image& image, const Box& seal, bool one_ink) {
  const std::vector<std::vector<size_t>> runs = RingRuns(image, seal);
  const int tone = Tone(image, runs);
  if (tone >= kPaleTone && !one_ink) {
    ErasePale(image, {0, 0, image.width, image.height}, tone);
    return true;
  }
  for (const auto& run : runs) {
    if (Darkest(image, run) < tone - kPaler && !one_ink) continue;
    for (size_t pixel : run) image.pixels[pixel] = 255;
  }
  return false;
}

bool LiftPaleSeal(Image* page, const Ring& seal) {
  const int left = static_cast<int>(seal.x - seal.radius), top = static_cast<int>(seal.y - seal.radius);
  const int size = static_cast<int>(2 * seal.radius), margin = Pixels(1, page->dpi);
  const int tone = Tone(*page, RingRuns(*page, {left, top, left + size, top + size}));
  if (tone < kPaleTone) return false;
  ErasePale(*page, Box{left - margin, top - margin, left + size + margin, top + size + margin}.Intersect(
                       {0, 0, page->width, page->height}), tone);
  return true;
}

}  // namespace trichluc
