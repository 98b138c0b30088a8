#include "image/caption.h"

#include <leptonica/allheaders.h>

#include <algorithm>

#include "image/pix.h"

namespace trichluc {
namespace {

constexpr int kFontSize = 14, kMargin = 6;

struct FontDeleter {
  void operator()(L_Bmf* font) const { bmfDestroy(&font); }
};

std::string Ascii(const std::string& text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return c >= ' ' && c < 127; });
  return plain;
}

}  // namespace

Image WithCaption(const Image& image, const std::vector<std::string>& lines) {
  const std::unique_ptr<L_Bmf, FontDeleter> font(bmfCreate(nullptr, kFontSize));
  if (!font) return image;
  int wide = image.width;
  for (const std::string& line : lines) {
    l_int32 width = 0;
    bmfGetStringWidth(font.get(), Ascii(line).c_str(), &width);
    wide = std::max(wide, width + 2 * kMargin);
  }
  const int step = font->lineheight + kMargin;
  Image out{
      wide, image.height + step * static_cast<int>(lines.size()) + kMargin, image.channels, image.dpi, {}};
  out.pixels.assign(static_cast<size_t>(out.width) * out.height * out.channels, 255);
  for (int y = 0; y < image.height; ++y)
    std::copy_n(image.Row(y), static_cast<size_t>(image.width) * image.channels, out.Row(y));
  const PixPtr pix = ToPix(out);
  for (size_t i = 0; i < lines.size(); ++i) {
    l_int32 width = 0, overflow = 0;
    const int base = image.height + kMargin + step * static_cast<int>(i) + font->lineheight;
    pixSetTextline(pix.get(), font.get(), Ascii(lines[i]).c_str(), 0, kMargin, base, &width, &overflow);
  }
  return FromPix(pix.get(), image.dpi);
}

}  // namespace trichluc
