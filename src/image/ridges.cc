#include "image/ridges.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace trichluc {
namespace {

constexpr int kContrast = 14;  // of 255, after averaging

// Each row averaged over `reach` pixels to either side.
Image AverageAlong(const Image& grey, int reach) {
  Image out = grey;
  const int window = 2 * reach + 1;
  std::vector<uint8_t> means;  // by sum: a division for each pixel costs more than all the rest
  for (int sum = 0; sum <= 255 * window; ++sum) means.push_back(static_cast<uint8_t>(sum / window));
  std::vector<uint8_t> wide(static_cast<size_t>(grey.width + window));  // the row, its ends repeated
  for (int y = 0; y < grey.height; ++y) {
    const uint8_t* in = grey.Row(y);
    uint8_t* row = out.Row(y);
    std::fill_n(wide.begin(), reach, in[0]);
    std::copy_n(in, grey.width, wide.begin() + reach);
    std::fill(wide.begin() + reach + grey.width, wide.end(), in[grey.width - 1]);
    int sum = std::accumulate(wide.begin(), wide.begin() + window, 0);
    for (int x = 0; x < grey.width; ++x) {
      row[x] = means[static_cast<size_t>(sum)];
      sum += wide[static_cast<size_t>(x + window)] - wide[static_cast<size_t>(x)];
    }
  }
  return out;
}

}  // namespace

PixPtr HorizontalRidges(const Image& grey) {
  const Image smooth = AverageAlong(grey, Pixels(2, grey.dpi));
  const int side = Pixels(0.7, grey.dpi, 3);
  PixPtr mask(pixCreate(grey.width, grey.height, 1));
  const int words = pixGetWpl(mask.get());
  std::vector<uint8_t> ridge(static_cast<size_t>(words) * 32);  // of a row, 1 or 0
  for (int y = side; y < grey.height - side; ++y) {
    uint32_t* line = pixGetData(mask.get()) + static_cast<size_t>(y) * words;
    const uint8_t *above = smooth.Row(y - side), *here = smooth.Row(y), *below = smooth.Row(y + side);
    for (int x = 0; x < grey.width; ++x) ridge[static_cast<size_t>(x)] = std::min(above[x], below[x]) - here[x] >= kContrast;
    for (int word = 0; word < words; ++word) {
      const uint8_t* of_word = ridge.data() + static_cast<size_t>(word) * 32;
      for (int i = 0; i < 32; ++i) line[word] |= static_cast<uint32_t>(of_word[i]) << (31 - i);
    }
  }
  return mask;
}

Image Transpose(const Image& image) {
  Image out{image.height, image.width, 1, image.dpi};
  out.pixels.resize(image.pixels.size());
  constexpr int kBlock = 32;
  for (int top = 0; top < image.height; top += kBlock) {
    for (int left = 0; left < image.width; left += kBlock) {
      for (int y = top; y < std::min(top + kBlock, image.height); ++y) {
        for (int x = left; x < std::min(left + kBlock, image.width); ++x) out.Row(x)[y] = image.Row(y)[x];
      }
    }
  }
  return out;
}

}  // namespace trichluc
