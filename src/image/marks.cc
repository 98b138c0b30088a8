#include "image/marks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>

#include "image/pix.h"

namespace trichluc {
namespace {

// Distance between the channels that is surely ink, and that is ink beside ink: JPEG keeps colour at half the
// sharpness, so that thin letters come out pale.
constexpr int kRedChroma = 45, kBlueChroma = 35, kPaleChroma = 14;
constexpr double kBeside = 1.5;         // mm
constexpr double kNoInk = 2e-5;         // share of the page
constexpr double kSignatureHeight = 9;  // mm; handwritten numbers and days are 3 to 7 mm high
constexpr double kStampWidth = 5, kStampHeight = 3;

// The tint of the paper: for each channel the most frequent value of its bright half.
std::array<int, 3> PaperColour(const Image& page) {
  std::array<std::array<size_t, 256>, 3> counts{};
  const size_t step = static_cast<size_t>(page.channels);
  for (size_t i = 0; i < page.pixels.size(); i += 4 * step) {  // a quarter of the pixels is plenty
    for (size_t c = 0; c < step; ++c) ++counts[c][page.pixels[i + c]];
  }
  std::array<int, 3> paper{255, 255, 255};
  for (int c = 0; c < page.channels; ++c) {
    paper[c] =
        static_cast<int>(std::max_element(counts[c].begin() + 128, counts[c].end()) - counts[c].begin());
  }
  return paper;
}

using Table = std::array<std::array<uint8_t, 256>, 3>;

Table WhiteTable(const std::array<int, 3>& paper) {
  Table table;
  for (int c = 0; c < 3; ++c) {
    for (int v = 0; v < 256; ++v)
      table[c][v] = static_cast<uint8_t>(std::min(255, v * 255 / std::max(1, paper[c])));
  }
  return table;
}

template <class IsInk>
PixPtr Mask(const Image& page, IsInk is_ink) {
  PixPtr mask(pixCreate(page.width, page.height, 1));
  const int words = pixGetWpl(mask.get());
  for (int y = 0; y < page.height; ++y) {
    uint32_t* line = pixGetData(mask.get()) + static_cast<size_t>(y) * words;
    const uint8_t* p = page.Row(y);
    for (int x = 0; x < page.width; ++x, p += 3) {
      if (is_ink(p[0], p[1], p[2])) SET_DATA_BIT(line, x);
    }
  }
  return mask;
}

double Share(Pix* mask) {
  l_int32 count = 0;
  pixCountPixels(mask, &count, nullptr);
  return static_cast<double>(count) / pixGetWidth(mask) / pixGetHeight(mask);
}

// Boxes of ink that stands closer together than `gap`, at least so large.
std::vector<Box> Clusters(Pix* mask, int gap, int width, int height) {
  const PixPtr closed(pixCloseSafeCompBrick(nullptr, mask, gap, gap));
  Boxa* boxes = pixConnComp(closed.get(), nullptr, 8);
  std::vector<Box> out;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    l_int32 x, y, w, h;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    if (w >= width && h >= height) out.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&boxes);
  return out;
}

// Boxes that touch become one.
std::vector<Box> Merge(std::vector<Box> boxes) {
  for (size_t i = 0; i < boxes.size();) {
    bool merged = false;
    for (size_t j = i + 1; j < boxes.size() && !merged; ++j) {
      if (boxes[i].Intersect(boxes[j]).Empty()) continue;
      boxes[i] = boxes[i].Union(boxes[j]);
      boxes.erase(boxes.begin() + static_cast<long>(j));
      merged = true;
    }
    i = merged ? 0 : i + 1;
  }
  return boxes;
}

// Calls use(x, y) for the pixels of the mask; most words of it are empty.
template <class Use>
void ForEachSet(Pix* mask, Use use) {
  const int width = pixGetWidth(mask), height = pixGetHeight(mask), words = pixGetWpl(mask);
  const uint32_t* line = pixGetData(mask);
  for (int y = 0; y < height; ++y, line += words) {
    for (int word = 0; word < words; ++word) {
      if (line[word] == 0) continue;
      for (int x = 32 * word; x < std::min(width, 32 * word + 32); ++x) {
        if (GET_DATA_BIT(line, x)) use(x, y);
      }
    }
  }
}

// Where the mask is, the channel in which the ink looks like paper: black print under it stays dark. The ramp
// lets dark red and blue ink vanish too.
void DropOut(Image& grey, const Image& page, Pix* mask, int channel) {
  constexpr int kBlack = 50, kPaper = 120;
  ForEachSet(mask, [&](int x, int y) {
    const int drop = (page.Row(y)[3 * x + channel] - kBlack) * 255 / (kPaper - kBlack);
    grey.Row(y)[x] = std::max(grey.Row(y)[x], static_cast<uint8_t>(std::clamp(drop, 0, 255)));
  });
}

// Red ink as dark as green and blue see it: they carry the picture's full sharpness, the distance between the
// channels is kept at half of it in JPEG. Black print inside the mask is left out.
Image RedInk(const Image& page, Pix* mask) {
  constexpr int kBlack = 110, kNeutral = 30;
  Image red{page.width, page.height, 1, page.dpi};
  red.pixels.assign(static_cast<size_t>(page.width) * page.height, 255);
  ForEachSet(mask, [&](int x, int y) {
    const uint8_t* p = page.Row(y) + 3 * x;
    const uint8_t ink = std::min(p[1], p[2]);
    if (p[0] >= kBlack || p[0] - ink >= kNeutral) red.Row(y)[x] = ink;
  });
  return red;
}

// The part of `mask` inside the boxes.
PixPtr Inside(Pix* mask, const std::vector<Box>& boxes) {
  PixPtr out(pixCreateTemplate(mask));
  for (const Box& box : boxes) {
    pixRasterop(out.get(), box.left, box.top, box.Width(), box.Height(), PIX_SRC, mask, box.left, box.top);
  }
  return out;
}

// `sure` and the pale ink beside it.
PixPtr WithPale(Pix* sure, Pix* pale, int dpi) {
  const int size = 2 * Pixels(kBeside, dpi) + 1;
  const PixPtr near(pixDilateCompBrick(nullptr, sure, size, size));
  PixPtr out(pixAnd(nullptr, near.get(), pale));
  pixOr(out.get(), out.get(), sure);
  return out;
}

Image Whitened(const Image& page, const Table& table) {
  Image out = page;
  const size_t step = static_cast<size_t>(page.channels);
  for (size_t i = 0; i < out.pixels.size(); i += step) {
    for (size_t c = 0; c < step; ++c) out.pixels[i + c] = table[c][out.pixels[i + c]];
  }
  return out;
}

Image Luminance(const Image& page) {
  Image grey{page.width, page.height, 1, page.dpi};
  grey.pixels.resize(static_cast<size_t>(page.width) * page.height);
  const uint8_t* p = page.pixels.data();
  for (uint8_t& out : grey.pixels) {
    out = static_cast<uint8_t>((p[0] * 299 + p[1] * 587 + p[2] * 114 + 500) / 1000);
    p += 3;
  }
  return grey;
}

void TakeOffRed(const Image& white, Marks& marks) {
  const auto is_red = [](int chroma) {
    return [chroma](int r, int g, int b) { return r - g >= chroma && r - b >= chroma / 2; };
  };
  const PixPtr sure = Mask(white, is_red(kRedChroma));
  marks.red_share = Share(sure.get());
  if (marks.red_share <= kNoInk) return;
  const int halo = 2 * Pixels(0.2, white.dpi) + 1, gap = Pixels(2, white.dpi, 3);
  const PixPtr ink = WithPale(sure.get(), Mask(white, is_red(kPaleChroma)).get(), white.dpi);
  const PixPtr wide(pixDilateBrick(nullptr, ink.get(), halo, halo));
  DropOut(marks.grey, white, wide.get(), 0);
  marks.red = RedInk(white, wide.get());
  const int width = Pixels(kStampWidth, white.dpi), height = Pixels(kStampHeight, white.dpi);
  for (const Box& box : Merge(Clusters(sure.get(), gap, width, height))) {
    marks.regions.push_back({"stamp", box, "red"});
  }
}

void TakeOffBlue(const Image& white, Marks& marks) {
  const auto is_blue = [](int chroma) {
    return [chroma](int r, int g, int b) { return b - r >= chroma && b - g >= chroma / 3; };
  };
  const PixPtr sure = Mask(white, is_blue(kBlueChroma));
  marks.blue_share = Share(sure.get());
  if (marks.blue_share <= kNoInk) return;
  const int tall = Pixels(kSignatureHeight, white.dpi), halo = 2 * Pixels(0.2, white.dpi) + 1;
  const std::vector<Box> signatures = Merge(Clusters(sure.get(), Pixels(1, white.dpi), tall, tall));
  const PixPtr strokes = Inside(sure.get(), signatures);
  const PixPtr ink = WithPale(strokes.get(), Mask(white, is_blue(kPaleChroma)).get(), white.dpi);
  const PixPtr wide(pixDilateBrick(nullptr, ink.get(), halo, halo));
  DropOut(marks.grey, white, wide.get(), 2);
  for (const Box& box : signatures) marks.regions.push_back({"signature", box, "blue"});
}

}  // namespace

Marks TakeOffMarks(const Image& page) {
  Marks marks;
  const Image white = Whitened(page, WhiteTable(PaperColour(page)));
  if (page.channels == 1) {
    marks.grey = white;
    return marks;
  }
  marks.grey = Luminance(white);
  TakeOffRed(white, marks);
  TakeOffBlue(white, marks);
  return marks;
}

}  // namespace trichluc
