// Cutting, erasing, PNG.
#include <leptonica/allheaders.h>

#include <algorithm>

#include "base/error.h"
#include "image/analyse.h"
#include "image/pix.h"

namespace trichluc {

Image Cut(const Image& image, const Box& box) {
  const Box part = box.Intersect({0, 0, image.width, image.height});
  Image out{part.Width(), part.Height(), image.channels, image.dpi};
  out.pixels.resize(static_cast<size_t>(out.width) * out.height * out.channels);
  const size_t bytes = static_cast<size_t>(out.width) * out.channels;
  for (int y = 0; y < out.height; ++y) {
    std::copy_n(image.Row(part.top + y) + static_cast<size_t>(part.left) * image.channels, bytes, out.Row(y));
  }
  return out;
}

void Erase(Image& image, const Box& box) {
  const Box part = box.Intersect({0, 0, image.width, image.height});
  const size_t bytes = static_cast<size_t>(part.Width()) * image.channels;
  for (int y = part.top; y < part.bottom; ++y) {
    std::fill_n(image.Row(y) + static_cast<size_t>(part.left) * image.channels, bytes, uint8_t{255});
  }
}

Image Enlarge(const Image& image, int factor) {
  const PixPtr large(pixScaleToSize(ToPix(image).get(), image.width * factor, image.height * factor));
  return FromPix(large.get(), image.dpi * factor);
}

std::string EncodePng(const Image& image) {
  const PixPtr pix = ToPix(image);
  l_uint8* data = nullptr;
  size_t size = 0;
  if (pixWriteMemPng(&data, &size, pix.get(), 0) != 0)
    throw UsageError("the picture cannot be written as PNG");
  const std::string png(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return png;
}

Image DecodePng(const std::string& png) {
  // libpng itself would print about what is none.
  const bool has_mark = png.size() > 8 && png.compare(1, 3, "PNG") == 0;
  const PixPtr pix(has_mark ? pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size())
                            : nullptr);
  if (!pix) throw UsageError("not a PNG picture");
  return FromPix(pix.get(), pixGetXRes(pix.get()));
}

}  // namespace trichluc
