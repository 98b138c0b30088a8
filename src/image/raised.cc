#include "image/raised.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <vector>

#include "image/pix.h"
#include "image/tones.h"
#include "model/geometry.h"

namespace trichluc {
namespace {

// In em. Word processors raise by a third and shrink to 58–66 %; a figure of the text is 0.67 high.
constexpr double kLeastRise = 0.2, kLeastHeight = 0.3, kMostHeight = 0.52, kMostWidth = 0.4, kLeastTop = 0.5;

// Boxes of the glyphs from left to right: letters with their marks.
std::vector<Box> Glyphs(const Image& word) {
  std::vector<Box> glyphs;
  const Tones tones = TonesOf(word);
  if (tones.Contrast() < kLeastContrast) return glyphs;
  const PixPtr ink(pixThresholdToBinary(ToPix(word).get(), tones.Threshold()));
  Boxa* parts = pixConnComp(ink.get(), nullptr, 8);
  for (int i = 0; i < boxaGetCount(parts); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(parts, i, &x, &y, &w, &h);
    if (w * h > 2) glyphs.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&parts);
  std::sort(glyphs.begin(), glyphs.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  std::vector<Box> merged;
  for (const Box& glyph : glyphs) {
    const bool above = !merged.empty() && glyph.CentreX() < merged.back().right;
    if (above) {
      merged.back() = merged.back().Union(glyph);
    } else {
      merged.push_back(glyph);
    }
  }
  return merged;
}

}  // namespace

int RaisedGlyphs(const Image& word, double baseline, double em, int closing) {
  if (em < 12 || word.Empty()) return 0;
  const std::vector<Box> glyphs = Glyphs(word);
  const int last = static_cast<int>(glyphs.size()) - 1 - closing;
  int raised = 0;
  for (int i = last; i > 0; --i) {
    const Box& glyph = glyphs[static_cast<size_t>(i)];
    const double height = glyph.Height() / em, width = glyph.Width() / em;
    const bool is_raised = glyph.bottom <= baseline - kLeastRise * em &&
                           glyph.top <= baseline - kLeastTop * em && height >= kLeastHeight &&
                           height <= kMostHeight && width <= kMostWidth;
    if (!is_raised) break;
    ++raised;
  }
  if (raised == 0 || raised > 2) return 0;
  // Not only over the baseline as the word's box has it, but over the word's other glyphs.
  std::vector<int> bottoms;
  for (int i = 0; i <= last - raised; ++i) bottoms.push_back(glyphs[static_cast<size_t>(i)].bottom);
  const auto middle = bottoms.begin() + static_cast<std::ptrdiff_t>((bottoms.size() - 1) / 2);
  std::nth_element(bottoms.begin(), middle, bottoms.end());
  for (int i = last; i > last - raised; --i) {
    if (glyphs[static_cast<size_t>(i)].bottom > *middle - kLeastRise * em) return 0;
  }
  return raised;
}

}  // namespace trichluc
