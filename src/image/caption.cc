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

// What the font has. Đ and đ become D and d; `barred` gets where they stand.
std::string Ascii(const std::string& text, std::vector<size_t>* barred = nullptr) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    const unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (c == 0xC4 && (next == 0x90 || next == 0x91)) {
      if (barred != nullptr) barred->push_back(plain.size());
      plain += next == 0x90 ? 'D' : 'd';
      ++i;
    } else if (c >= ' ' && c < 127) {
      plain += text[i];
    }
  }
  return plain;
}

// The bars of Đ (through the stem, which stands left) and đ (above the bowl, at the right).
void DrawBars(Pix* pix, L_Bmf* font, const std::string& plain, const std::vector<size_t>& barred, int left, int base) {
  for (const size_t at : barred) {
    l_int32 before = 0, with = 0;
    if (at > 0) bmfGetStringWidth(font, plain.substr(0, at).c_str(), &before);
    bmfGetStringWidth(font, plain.substr(0, at + 1).c_str(), &with);
    const int space = at > 0 ? font->kernwidth : 0, wide = std::max(4, with - before - space);
    const int x = left + before + space + (plain[at] == 'D' ? -wide / 4 : wide / 2);
    const int y = base - font->lineheight * (plain[at] == 'D' ? 35 : 60) / 100;
    pixRenderLine(pix, x, y, x + (plain[at] == 'D' ? 3 * wide / 4 : wide / 2 + 1), y, 1, L_CLEAR_PIXELS);
  }
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
    std::vector<size_t> barred;
    const std::string plain = Ascii(lines[i], &barred);
    pixSetTextline(pix.get(), font.get(), plain.c_str(), 0, kMargin, base, &width, &overflow);
    DrawBars(pix.get(), font.get(), plain, barred, kMargin, base);
  }
  return FromPix(pix.get(), image.dpi);
}

}  // namespace trichluc
