#include "image/descents.h"

#include <algorithm>

#include "image/tones.h"

namespace trichluc {
namespace {

// Of the height of the letters:
constexpr double kDeep = 0.11;    // what goes as far below the baseline is a descent
constexpr double kDeepest = 0.5;  // what goes further is a stroke or a rule
constexpr double kWidest = 0.35;  // a comma is narrower
constexpr double kAround = 2.5;   // to either side, where the baseline is looked for
constexpr int kLowest = 12;       // pixels
// The columns of arms (T, V) and crossbars (H) end above the baseline, those of commas below it: few of either reach past these.
constexpr double kFoot = 0.8, kHead = 0.2;

int Quantile(std::vector<int> values, double share) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// Of each column the first and the last row with ink, -1 without any.
struct Edges {
  std::vector<int> top, bottom;
};

Edges EdgesOf(const Image& word, int threshold) {
  Edges edges{std::vector<int>(static_cast<size_t>(word.width), -1), {}};
  edges.bottom = edges.top;
  for (int y = 0; y < word.height; ++y) {
    for (int x = 0; x < word.width; ++x) {
      if (word.Row(y)[x] >= threshold) continue;
      const auto column = static_cast<size_t>(x);
      if (edges.top[column] < 0) edges.top[column] = y;
      edges.bottom[column] = y;
    }
  }
  return edges;
}

std::vector<int> Inked(const std::vector<int>& edge, int from, int to) {
  std::vector<int> rows;
  for (int x = std::max(0, from); x < std::min(to, static_cast<int>(edge.size())); ++x) {
    if (edge[static_cast<size_t>(x)] >= 0) rows.push_back(edge[static_cast<size_t>(x)]);
  }
  return rows;
}

}  // namespace

std::vector<double> Descents(const Image& word) {
  const Tones tones = TonesOf(word);
  if (tones.Contrast() < kLeastContrast) return {};
  const Edges edges = EdgesOf(word, tones.Threshold());
  const std::vector<int> tops = Inked(edges.top, 0, word.width);
  if (tops.empty()) return {};
  const int height = Quantile(Inked(edges.bottom, 0, word.width), kFoot) - Quantile(tops, kHead);
  if (height < kLowest) return {};
  const int around = static_cast<int>(kAround * height);
  std::vector<double> middles;
  int begin = -1, lowest = 0;
  for (int x = 0; x <= word.width; ++x) {
    const int bottom = x < word.width ? edges.bottom[static_cast<size_t>(x)] : -1;
    const int below = bottom < 0 ? 0 : bottom - Quantile(Inked(edges.bottom, x - around, x + around + 1), kFoot);
    if (below > kDeep * height) {
      if (begin < 0) begin = x, lowest = 0;
      lowest = std::max(lowest, below);
    } else if (begin >= 0) {
      if (x - begin <= kWidest * height && lowest <= kDeepest * height) middles.push_back((begin + x) / 2.0);
      begin = -1;
    }
  }
  return middles;
}

}  // namespace trichluc
