#include "image/pix.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/error.h"
#include "image/leptonica_loops.h"

namespace trichluc {
namespace {

// Leptonica prints what it dislikes; a library of this program does not.
const bool kSilenced = [] {
  setMsgSeverity(L_SEVERITY_NONE);
  UseOwnLoops();
  return true;
}();

// Leptonica keeps the leftmost of four grey pixels in the highest byte of a word.
void SwapBytes(uint32_t* line, int words) {
  for (int i = 0; i < words; ++i) {
    const uint32_t v = line[i];
    line[i] = v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24;
  }
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

PixPtr ToPix(const Image& image) {
  PixPtr pix(kSilenced ? pixCreate(image.width, image.height, image.channels == 3 ? 32 : 8) : nullptr);
  if (!pix) throw UsageError("an image of no size cannot be analysed");
  pixSetResolution(pix.get(), image.dpi, image.dpi);
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < image.height; ++y) {
    uint32_t* line = pixGetData(pix.get()) + static_cast<size_t>(y) * words;
    const uint8_t* row = image.Row(y);
    if (image.channels == 1) {
      std::memcpy(line, row, static_cast<size_t>(image.width));
      if constexpr (std::endian::native == std::endian::little) SwapBytes(line, words);
      continue;
    }
    for (int x = 0; x < image.width; ++x) composeRGBPixel(row[3 * x], row[3 * x + 1], row[3 * x + 2], line + x);
  }
  return pix;
}

Image FromPix(Pix* pix, int dpi) {
  const PixPtr plain(pixGetDepth(pix) == 32 ? pixClone(pix) : pixConvertTo8(pix, 0));
  Image image{pixGetWidth(pix), pixGetHeight(pix), pixGetDepth(pix) == 32 ? 3 : 1, dpi};
  image.pixels.resize(static_cast<size_t>(image.width) * image.height * image.channels);
  const int words = pixGetWpl(plain.get());
  std::vector<uint32_t> swapped;
  for (int y = 0; y < image.height; ++y) {
    const uint32_t* line = pixGetData(plain.get()) + static_cast<size_t>(y) * words;
    uint8_t* row = image.Row(y);
    if (image.channels == 1) {
      swapped.assign(line, line + words);
      if constexpr (std::endian::native == std::endian::little) SwapBytes(swapped.data(), words);
      std::memcpy(row, swapped.data(), static_cast<size_t>(image.width));
      continue;
    }
    for (int x = 0; x < image.width; ++x) {
      int r, g, b;
      extractRGBValues(line[x], &r, &g, &b);
      row[3 * x] = static_cast<uint8_t>(r);
      row[3 * x + 1] = static_cast<uint8_t>(g);
      row[3 * x + 2] = static_cast<uint8_t>(b);
    }
  }
  return image;
}

PixPtr ClipTo(Pix* pix, const Box& box) {
  PixPtr part(pixCreate(std::max(1, box.Width()), std::max(1, box.Height()), pixGetDepth(pix)));
  pixCopyResolution(part.get(), pix);
  pixRasterop(part.get(), 0, 0, box.Width(), box.Height(), PIX_SRC, pix, box.left, box.top);
  return part;
}

void Whiten(Image* page, Pix* mask, int left, int top) {
  const int width = pixGetWidth(mask), height = pixGetHeight(mask);
  for (int y = 0; y < height; ++y) {
    const uint32_t* line = pixGetData(mask) + static_cast<size_t>(y) * pixGetWpl(mask);
    uint8_t* row = page->Row(top + y) + left;
    for (int x = 0; x < width; ++x) {
      if (GET_DATA_BIT(line, x) != 0) row[x] = 255;
    }
  }
}

PixPtr Transpose(Pix* pix) {
  PixPtr turned(pixRotateOrth(pix, 1));
  pixFlipLR(turned.get(), turned.get());
  return turned;
}

}  // namespace trichluc
