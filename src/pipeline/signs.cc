#include "pipeline/signs.h"

#include <algorithm>

#include "image/analyse.h"

namespace trichluc {
namespace {

constexpr double kInk = 0.6;   // of the way from the darkest tone to the lightest
constexpr double kFoot = 0.3;  // of the sign's height, where the bar is
constexpr double kBar = 0.7;   // of the sign's width that a row of the bar has ink in

// The first glyph of the word: columns up to the first gap. Where it has ink in its rows, as shares of its width.
std::vector<double> RowsOfFirstGlyph(const Image& word) {
  const auto [low, high] = std::minmax_element(word.pixels.begin(), word.pixels.end());
  if (word.Empty() || *high - *low < 60) return {};
  const int threshold = static_cast<int>(*low + kInk * (*high - *low));
  const auto dark = [&](int x, int y) { return word.Row(y)[x] < threshold; };
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

bool StandsOnBar(const Image& word) {
  const std::vector<double> rows = RowsOfFirstGlyph(word);
  if (rows.size() < 8) return false;
  const auto foot = rows.end() - static_cast<long>(kFoot * static_cast<double>(rows.size()) + 0.5);
  return std::any_of(foot, rows.end(), [](double share) { return share >= kBar; });
}

}  // namespace

int CorrectSigns(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  for (Word& word : words) {
    const bool less = word.text[0] == '<', more = word.text[0] == '>';
    if (!less && !more) continue;
    // The bar hangs below what the engine took for the sign.
    const int below = std::max(2, word.box.Height() / 3);
    const Box box = Box{word.box.left - 1, word.box.top - 1, word.box.right + 1, word.box.bottom + below}.Intersect(
        {0, 0, text.width, text.height});
    if (!StandsOnBar(Cut(text, box))) continue;
    word.text.replace(0, 1, less ? "≤" : "≥");
    ++changed;
  }
  return changed;
}

}  // namespace trichluc
