#include "pipeline/margin_stamps.h"

#include <algorithm>

#include "tables/print_bands.h"

namespace trichluc {
namespace {

constexpr double kNarrow = 0.33, kMargin = 0.1, kLong = 0.5;  // of the page's width
constexpr double kOutside = 0.2;  // of the grid's width, left of the text at least
constexpr std::ptrdiff_t kFewestLines = 2;
constexpr double kAbove = 0.5;  // of the grid's width: the stamp's heading

}  // namespace

MarginStamps FindMarginStamps(const PageReading& reading) {
  MarginStamps stamps;
  std::vector<const Word*> words;
  for (const Word& word : reading.words) {
    if (word.grid < 0 && !word.box.Empty()) words.push_back(&word);
  }
  const double height = UsualHeight(words);
  if (height <= 0) return stamps;
  const std::vector<Band> bands = MakeBands(words, height);
  const std::optional<int> left = LeftOfText(bands, reading.width, height);
  if (!left) return stamps;
  for (size_t i = 0; i < reading.grids.size(); ++i) {
    const Grid& grid = reading.grids[i];
    const Box& box = grid.box;
    if (!grid.ruled || box.Width() > kNarrow * reading.width || box.left > kMargin * reading.width) continue;
    if (*left < box.left + kOutside * box.Width() || *left > box.right) continue;
    const auto beside = std::count_if(bands.begin(), bands.end(), [&](const Band& band) {
      return band.box.Width() > kLong * reading.width && band.box.CentreY() > box.top && band.box.CentreY() < box.bottom;
    });
    if (beside < kFewestLines) continue;
    stamps.grids.push_back(i);
    stamps.margins.push_back({0, std::max(0, static_cast<int>(box.top - kAbove * box.Width())),
                              *left - static_cast<int>(height / 4), box.bottom});
  }
  return stamps;
}

}  // namespace trichluc
