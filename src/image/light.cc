#include "image/light.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <vector>

#include "image/pix.h"

namespace trichluc {
namespace {

constexpr double kTile = 6;                           // mm: a line of print and the white around it
constexpr double kGroundRank = 0.8, kInkRank = 0.03;  // of a tile's values, from the darkest
constexpr double kLeastContrast = 40;                 // with less a tile is paper alone
constexpr double kDarkPrint = 0.05;  // of the tiles with ink: the rest may be seen through the paper
constexpr double kDarkTiles = 0.05;  // of all: so many in shade make the light uneven
constexpr double kStrong = 50;       // the tone of usual print

using Histogram = std::array<size_t, 256>;

int ValueAt(const Histogram& counts, size_t all, double rank) {
  size_t below = 0;
  int value = 0;
  for (; value < 255; ++value) {
    below += counts[static_cast<size_t>(value)];
    if (static_cast<double>(below) > rank * static_cast<double>(all)) break;
  }
  return value;
}

// Stamps and signatures are bright in their own channel: they are no print.
int Brightness(const uint8_t* pixel, int channels) { return *std::max_element(pixel, pixel + channels); }

Histogram CountTile(const Image& page, int left, int top, int size) {
  Histogram counts{};
  for (int y = top; y < top + size; ++y) {
    const uint8_t* pixel = page.Row(y) + static_cast<ptrdiff_t>(left) * page.channels;
    for (int x = 0; x < size; ++x, pixel += page.channels) {
      ++counts[static_cast<size_t>(Brightness(pixel, page.channels))];
    }
  }
  return counts;
}

double ValueOfRank(std::vector<int>& values, double rank) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<ptrdiff_t>(rank * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace

Image OnWhite(const Image& page) {
  const size_t step = static_cast<size_t>(page.channels);
  std::array<Histogram, 3> counts{};
  for (size_t i = 0; i < page.pixels.size(); i += 4 * step) {  // a quarter of the pixels is plenty
    for (size_t c = 0; c < step; ++c) ++counts[c][page.pixels[i + c]];
  }
  std::array<std::array<uint8_t, 256>, 3> table{};
  bool white = true;
  for (size_t c = 0; c < step; ++c) {
    const int paper =
        static_cast<int>(std::max_element(counts[c].begin() + 128, counts[c].end()) - counts[c].begin());
    white = white && paper == 255;
    for (int v = 0; v < 256; ++v)
      table[c][static_cast<size_t>(v)] = static_cast<uint8_t>(std::min(255, v * 255 / paper));
  }
  Image out = page;
  if (white) return out;
  for (size_t i = 0; i < out.pixels.size(); i += step) {
    for (size_t c = 0; c < step; ++c) out.pixels[i + c] = table[c][out.pixels[i + c]];
  }
  return out;
}

Light MeasureLight(const Image& white) {
  const int size = Pixels(kTile, white.dpi > 0 ? white.dpi : 200, 8);
  std::vector<int> grounds, inks;
  for (int top = 0; top + size <= white.height; top += size) {
    for (int left = 0; left + size <= white.width; left += size) {
      const Histogram counts = CountTile(white, left, top, size);
      const size_t all = static_cast<size_t>(size) * static_cast<size_t>(size);
      const int ground = ValueAt(counts, all, kGroundRank), ink = ValueAt(counts, all, kInkRank);
      grounds.push_back(ground);
      if (ground - ink >= kLeastContrast) inks.push_back(ink);
    }
  }
  if (grounds.empty()) return {};
  return {255 - ValueOfRank(grounds, kDarkTiles), ValueOfRank(inks, kDarkPrint), ValueOfRank(inks, 0.5)};
}

Image WithEvenLight(const Image& white) {
  constexpr int kSurelyInk = 100, kGround = 250, kSmooth = 2;
  const PixPtr pix = ToPix(white);
  const int tile = std::clamp(white.dpi / 8, 12, 60);
  const PixPtr even(pixBackgroundNorm(pix.get(), nullptr, nullptr, tile, tile, kSurelyInk, tile * tile / 3,
                                      kGround, kSmooth, kSmooth));
  return even ? FromPix(even.get(), white.dpi) : white;
}

Image WithStrongInk(const Image& white, double tone) {
  const double gain = (255 - kStrong) / std::max(1.0, 255 - tone);
  std::array<uint8_t, 256> table{};
  for (int v = 0; v < 256; ++v) {
    table[static_cast<size_t>(v)] = static_cast<uint8_t>(std::clamp(255 - (255 - v) * gain, 0.0, 255.0));
  }
  Image out = white;
  for (uint8_t& value : out.pixels) value = table[value];
  return out;
}

}  // namespace trichluc
