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

// 1 where a row is darker than those above and below it.
void MarkRidges(const uint8_t* __restrict above, const uint8_t* __restrict here, const uint8_t* __restrict below, int width,
                uint8_t* __restrict out) {
  for (int x = 0; x < width; ++x) {
    const uint8_t around = above[x] < below[x] ? above[x] : below[x];
    const uint8_t darker = around > here[x] ? around - here[x] : 0;
    out[x] = darker >= kContrast;
  }
}

// 32 bytes of 1 or 0, the first in the highest bit. The product has the bytes of eight, one bit each, side by side in its highest byte.
uint32_t BitsOf(const uint8_t* bytes) {
  uint32_t bits = 0;
  for (int i = 0; i < 32; i += 8) {
    uint64_t eight = 0;
    for (int k = 0; k < 8; ++k) eight |= static_cast<uint64_t>(bytes[i + k]) << 8 * k;
    bits = bits << 8 | static_cast<uint32_t>(eight * 0x8040201008040201 >> 56);
  }
  return bits;
}

}  // namespace

PixPtr HorizontalRidges(const Image& grey) {
  const Image smooth = AverageAlong(grey, Pixels(2, grey.dpi));
  const int side = Pixels(0.7, grey.dpi, 3);
  PixPtr mask(pixCreate(grey.width, grey.height, 1));
  const int words = pixGetWpl(mask.get());
  std::vector<uint8_t> ridge(static_cast<size_t>(words) * 32);  // of a row, 1 or 0
  for (int y = side; y < grey.height - side; ++y) {
    MarkRidges(smooth.Row(y - side), smooth.Row(y), smooth.Row(y + side), grey.width, ridge.data());
    uint32_t* line = pixGetData(mask.get()) + static_cast<size_t>(y) * words;
    for (int word = 0; word < words; ++word) line[word] = BitsOf(ridge.data() + static_cast<ptrdiff_t>(32) * word);
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
