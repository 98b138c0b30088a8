#include <algorithm>
#include <array>
#include <cmath>

#include "hand/reader.h"

namespace trichluc {
namespace {

constexpr int kNarrowest = 8, kWidest = 512;
constexpr int kFaintest = 40;  // grey values between paper and ink; less is noise of empty paper
// Where in the order of grey values paper and ink are looked for.
constexpr double kPaperShare = 0.75, kInkShare = 0.02;

uint8_t Darkness(const uint8_t* pixel, int channels) {
  if (channels == 1) return pixel[0];
  const uint8_t least = std::min({pixel[0], pixel[1], pixel[2]});
  return pixel[0] > std::max(pixel[1], pixel[2]) + 40 ? pixel[0] : least;
}

// The grey value that a share of all pixels is darker than.
int Quantile(const std::array<int, 256>& counts, int total, double share) {
  int seen = 0;
  for (int value = 0; value < 256; ++value) {
    seen += counts[value];
    if (seen > total * share) return value;
  }
  return 255;
}

// The mean of the source pixels under each target pixel, parts of pixels by their part; smooth when enlarged.
std::vector<float> Resize(const std::vector<float>& in, int length, int stride, int rows, int row_stride,
                          int target) {
  std::vector<float> out(static_cast<size_t>(target) * rows);
  const double step = static_cast<double>(length) / target;
  const double half = std::max(step, 1.0) / 2;
  for (int t = 0; t < target; ++t) {
    const double centre = (t + 0.5) * step, from = centre - half, to = centre + half;
    for (int x = static_cast<int>(std::floor(from)); x < to; ++x) {
      const double part = std::min(to, x + 1.0) - std::max(from, static_cast<double>(x));
      if (part <= 0) continue;
      const int at = std::clamp(x, 0, length - 1);
      for (int r = 0; r < rows; ++r) {
        out[static_cast<size_t>(r) * target + t] +=
            static_cast<float>(part / (2 * half)) * in[r * row_stride + at * stride];
      }
    }
  }
  return out;
}

}  // namespace

Ink StripOf(const Image& crop) {
  if (crop.Empty() || crop.width < 1 || crop.height < 1) {
    return {kNarrowest, kStripHeight, std::vector<float>(kNarrowest * kStripHeight)};
  }
  std::vector<float> ink(static_cast<size_t>(crop.width) * crop.height);
  std::array<int, 256> counts{};
  for (size_t i = 0; i < ink.size(); ++i) {
    const uint8_t value = Darkness(crop.pixels.data() + i * crop.channels, crop.channels);
    ++counts[value];
    ink[i] = value;
  }
  const int total = static_cast<int>(ink.size());
  const int paper = Quantile(counts, total, kPaperShare);
  const int dark = std::min(Quantile(counts, total, kInkShare), paper - kFaintest);
  for (float& value : ink) value = std::clamp((paper - value) / (paper - dark), 0.0f, 1.0f);
  const int width = std::clamp(crop.width * kStripHeight / crop.height, kNarrowest, kWidest);
  const std::vector<float> narrow = Resize(ink, crop.width, 1, crop.height, crop.width, width);
  const std::vector<float> turned = Resize(narrow, crop.height, width, width, 1, kStripHeight);
  Ink strip{width, kStripHeight, std::vector<float>(static_cast<size_t>(width) * kStripHeight)};
  for (int x = 0; x < width; ++x) {
    for (int y = 0; y < kStripHeight; ++y) strip.values[y * width + x] = turned[x * kStripHeight + y];
  }
  return strip;
}

}  // namespace trichluc
