#include "render/page_images.h"

#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <map>

namespace trichluc {
namespace {

// Paints nothing. Type 3 fonts are not interpreted: their glyphs are small images, but they are text.
class ContentWalker : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void startPage(int, GfxState* state, XRef*) override {
    width_ = std::max(1.0, state->getPageWidth());
    height_ = std::max(1.0, state->getPageHeight());
  }
  void drawChar(GfxState* state, double x, double y, double, double, double, double, CharCode, int,
                const Unicode* unicode, int length) override {
    int letters = 0;
    for (int i = 0; i < length; ++i) letters += unicode[i] > ' ' && unicode[i] != 0xA0;
    if (letters == 0) return;
    content_.characters += letters;
    Shown shown{0, 0, letters};
    state->transform(x, y, &shown.x, &shown.y);
    constexpr int kInvisible = 3;  // text rendering mode; + 4 is a clip
    if ((state->getRender() & 3) == kInvisible) content_.hidden += letters;
    if ((state->getRender() & 3) != kInvisible) shown_.push_back(shown);
  }
  // The base class skips the data of inline images.
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override {
    Add(state, width, height);
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* map,
                 bool interpolate, const int* mask, bool inline_image) override {
    Hide(Add(state, width, height));
    OutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override {
    Add(state, width, height);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override {
    Add(state, width, height);
  }

  const PageContent& content() const { return content_; }

 private:
  // The image is the unit square of the current matrix; the page is walked at 72 dpi, so the matrix is in
  // points.
  PlacedImage Add(GfxState* state, int width, int height) {
    content_.image_pixels += static_cast<double>(width) * height;
    const auto& m = state->getCTM();
    content_.drawn += std::abs(m[0] * m[3] - m[1] * m[2]) / (width_ * height_);
    const double across = std::hypot(m[0], m[1]), down = std::hypot(m[2], m[3]);
    if (across < 1 || down < 1 || width < 2 || height < 2) return {};
    const auto [x0, x1] = std::minmax({m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]});
    const auto [y0, y1] = std::minmax({m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]});
    PlacedImage image{std::clamp(x0 / width_, 0.0, 1.0), std::clamp(y0 / height_, 0.0, 1.0),
                      std::clamp(x1 / width_, 0.0, 1.0), std::clamp(y1 / height_, 0.0, 1.0),
                      std::max(width / across, height / down) * 72};
    if (image.Area() > 0) content_.images.push_back(image);
    return image;
  }

  // An opaque image lies over what was drawn before.
  void Hide(const PlacedImage& image) {
    std::erase_if(shown_, [&](const Shown& shown) {
      const double x = shown.x / width_, y = shown.y / height_;
      const bool under = x >= image.left && x < image.right && y >= image.top && y < image.bottom;
      if (under) content_.hidden += shown.letters;
      return under;
    });
  }

  struct Shown {
    double x, y;  // points
    int letters;
  };
  std::vector<Shown> shown_;
  double width_ = 1, height_ = 1;
  PageContent content_;
};

}  // namespace

PageContent WalkPage(PDFDoc& document, int page) {
  ContentWalker walker;
  document.displayPage(&walker, page, 72, 72, 0, false, true, false);
  return walker.content();
}

double CoveredShare(const std::vector<PlacedImage>& images) {
  constexpr int kSide = 100;
  std::bitset<kSide * kSide> covered;
  for (const PlacedImage& image : images) {
    for (int y = 0; y < kSide; ++y) {
      const double cy = (y + 0.5) / kSide;
      if (cy < image.top || cy >= image.bottom) continue;
      for (int x = 0; x < kSide; ++x) {
        const double cx = (x + 0.5) / kSide;
        if (cx >= image.left && cx < image.right) covered.set(y * kSide + x);
      }
    }
  }
  return static_cast<double>(covered.count()) / covered.size();
}

double ImageDpi(const std::vector<PlacedImage>& images) {
  // By resolution in steps of 2 %, so that strips of one scan come together.
  const auto step = [](const PlacedImage& image) {
    return std::lround(std::log(image.dpi) / std::log(1.02));
  };
  std::map<long, double> area;
  for (const PlacedImage& image : images) area[step(image)] += image.Area();
  double largest = 0;
  for (const auto& [key, sum] : area) largest = std::max(largest, sum);
  double dpi = 0;
  for (const PlacedImage& image : images) {
    if (area[step(image)] >= 0.5 * largest) dpi = std::max(dpi, image.dpi);
  }
  return dpi;
}

}  // namespace trichluc
