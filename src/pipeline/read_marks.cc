#include "pipeline/read_marks.h"

#include <algorithm>
#include <iterator>

#include "image/seals.h"

namespace trichluc {
namespace {

constexpr double kRound = 1.35;      // a seal is about as wide as high
constexpr double kSealMm = 20;       // and at least so large
constexpr double kSureStamp = 0.55;  // mean confidence of a stamp that is text; a seal's ring gives less
constexpr int kEnlarge = 2;          // colour is stored at half resolution
constexpr double kLeft = 8, kAbove = 28, kBelow = 15;  // mm around a seal that belong to the signature block

int Pixels(double mm, int dpi) { return static_cast<int>(mm * dpi / 25.4); }

// The farthest row from `from` towards `to` such that no print crosses the column x on the way: a block must
// not cut lines in two.
int ClearTo(const Image& image, int x, int from, int to) {
  constexpr uint8_t kInk = 140;
  const int step = to < from ? -1 : 1, near = Pixels(0.4, image.dpi);
  const int left = std::max(0, x - near), right = std::min(image.width, x + near + 1);
  for (int y = from; y != to; y += step) {
    const uint8_t* row = image.Row(y);
    if (std::any_of(row + left, row + right, [](uint8_t grey) { return grey < kInk; }))
      return y - step * near;
  }
  return to;
}

bool IsSeal(const Region& region, int dpi) {
  const double ratio = static_cast<double>(region.box.Width()) / std::max(1, region.box.Height());
  return region.kind == "stamp" && ratio < kRound && ratio > 1 / kRound &&
         region.box.Height() >= Pixels(kSealMm, dpi);
}

double MeanConfidence(const std::vector<Word>& words) {
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return words.empty() ? 0 : sum / static_cast<double>(words.size());
}

void Move(std::vector<Word>& words, const Box& by) {
  for (Word& word : words) {
    word.box = {word.box.left + by.left, word.box.top + by.top, word.box.right + by.left,
                word.box.bottom + by.top};
  }
}

}  // namespace

std::vector<Word> ReadSealedBlocks(const PageImage& page, Image& rest, OcrEngine& engine) {
  std::vector<Word> words;
  const int dpi = page.text.dpi;
  std::vector<Region> seals;
  std::copy_if(page.regions.begin(), page.regions.end(), std::back_inserter(seals),
               [&](const Region& region) { return IsSeal(region, dpi); });
  for (const Region& region : seals) {
    Box block = Box{region.box.left - Pixels(kLeft, dpi), region.box.top - Pixels(kAbove, dpi), rest.width,
                    region.box.bottom + Pixels(kBelow, dpi)}
                    .Intersect({0, 0, rest.width, rest.height});
    // Two sign: the left one's block goes from the margin to the other seal.
    for (const Region& other : seals) {
      const bool beside = other.box.left > region.box.right && other.box.top < region.box.bottom &&
                          region.box.top < other.box.bottom;
      if (!beside) continue;
      block.left = 0;
      block.right = std::min(block.right, other.box.left - Pixels(kLeft, dpi));
    }
    if (block.Empty()) continue;
    const int top = std::clamp(region.box.top, block.top, block.bottom - 1);
    block.top = ClearTo(rest, block.left, top, block.top);
    block.bottom = ClearTo(rest, block.left, top, block.bottom);
    const bool in_table = std::any_of(page.grids.begin(), page.grids.end(),
                                      [&](const Grid& grid) { return !grid.box.Intersect(block).Empty(); });
    const bool left_of_two = block.right < rest.width;
    if (block.Empty() || (block.left < rest.width / 3 && !left_of_two) || in_table) continue;
    Image image = Cut(rest, block);
    if (region.colour == "black") {
      const Box& seal = region.box;
      image = WithoutSeal(image, {seal.left - block.left, seal.top - block.top, seal.right - block.left,
                                  seal.bottom - block.top});
    }
    std::vector<Word> read = engine.Read(image, ReadAs::kBlock);
    Move(read, block);
    Erase(rest, block);
    words.insert(words.end(), read.begin(), read.end());
  }
  return words;
}

std::vector<Word> ReadTextStamps(const PageImage& page, OcrEngine& engine) {
  std::vector<Word> words;
  if (page.red.Empty()) return words;
  const int dpi = page.red.dpi, margin = Pixels(1, dpi);
  for (const Region& region : page.regions) {
    if (region.kind != "stamp") continue;
    const Box box = Box{region.box.left - margin, region.box.top - margin, region.box.right + margin,
                        region.box.bottom + margin}
                        .Intersect({0, 0, page.red.width, page.red.height});
    if (box.Empty()) continue;
    std::vector<Word> read = engine.Read(Enlarge(Cut(page.red, box), kEnlarge), ReadAs::kBlock);
    if (MeanConfidence(read) < kSureStamp) continue;  // a seal's ring and star
    for (Word& word : read) {
      const Box& at = word.box;
      word.box = {at.left / kEnlarge, at.top / kEnlarge, at.right / kEnlarge, at.bottom / kEnlarge};
    }
    Move(read, box);
    words.insert(words.end(), read.begin(), read.end());
  }
  return words;
}

}  // namespace trichluc
