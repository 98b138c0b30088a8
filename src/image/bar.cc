#include "image/bar.h"

#include <algorithm>
#include <vector>

#include "image/tones.h"

namespace trichluc {
namespace {

constexpr double kFoot = 0.3;  // of the glyph's height, where the bar is
constexpr double kBar = 0.7;   // of the glyph's width that a row of the bar has ink in

// The first glyph of the word: columns up to the first gap. Where it has ink in its rows, as shares of its
// width.
std::vector<double> RowsOfFirstGlyph(const Image& word) {
  const Tones tones = TonesOf(word);
  if (tones.Contrast() < kLeastContrast) return {};
  const auto dark = [&](int x, int y) { return word.Row(y)[x] < tones.Threshold(); };
  int left = -1, right = -1;
  for (int x = 0; x < word.width; ++x) {
    bool ink = false;
    for (int y = 0; y < word.height && !ink; ++y) ink = dark(x, y);
    if (ink && left < 0) left = x;
    if (!ink && left >= 0) break;
    if (ink) right = x + 1;
  }
  std::vector<double> rows;
  for (int y = 0; left >= 0 && y < word.height; ++y) {
    int ink = 0;
    for (int x = left; x < right; ++x) ink += dark(x, y);
    rows.push_back(static_cast<double>(ink) / (right - left));
  }
  while (!rows.empty() && rows.front() == 0) rows.erase(rows.begin());
  while (!rows.empty() && rows.back() == 0) rows.pop_back();
  return rows;
}

}  // namespace

bool StandsOnBar(const Image& word) {
  const std::vector<double> rows = RowsOfFirstGlyph(word);
  if (rows.size() < 8) return false;
  const auto foot = rows.end() - static_cast<long>(kFoot * static_cast<double>(rows.size()) + 0.5);
  return std::any_of(foot, rows.end(), [](double share) { return share >= kBar; });
}

}  // namespace trichluc
