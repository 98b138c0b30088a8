#include "image/marks.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>

#include "image/bricks.h"
#include "image/light.h"
#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

// Distance between the channels that is surely ink, and that is ink beside ink: JPEG keeps colour at half the
// sharpness, so that thin letters come out pale.
constexpr int kRedChroma = 45, kBlueChroma = 35, kPaleChroma = 14;
constexpr int kOverRed = 25, kBlueOverRed = 90;  // blue over a red seal: still bluer than green, and dark
constexpr double kBeside = 1.5;                  // mm
constexpr double kNoInk = 2e-5;                  // share of the page
constexpr double kSignatureHeight = 9;           // mm; handwritten numbers and days are 3 to 7 mm high
constexpr double kStampWidth = 5, kStampHeight = 3;
constexpr double kFrameWidth = 34, kFrameHeight = 13;  // of a blue or violet stamp that a clerk fills in

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
  const PixPtr closed = Closed(mask, gap, gap);
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
// lets dark ink vanish too.
void DropOut(Image& grey, const Image& page, Pix* mask, int channel) {
  constexpr int kBlack = 50, kPaper = 120;
  ForEachSet(mask, [&](int x, int y) {
    const int drop = (page.Row(y)[3 * x + channel] - kBlack) * 255 / (kPaper - kBlack);
    grey.Row(y)[x] = std::max(grey.Row(y)[x], static_cast<uint8_t>(std::clamp(drop, 0, 255)));
  });
}

// How much more of one channel a pixel has than grey of its luminance would; 0 for less.
int Tint(const uint8_t* pixel, int channel, int luminance) { return std::max(0, pixel[channel] - luminance); }

// A coloured ink where it lies thickest.
struct InkTone {
  int luminance = 0, tint = 0;
};

InkTone ToneOf(const Image& grey, const Image& page, Pix* sure, int channel) {
  std::array<size_t, 256> count{}, light{};
  size_t all = 0;
  ForEachSet(sure, [&](int x, int y) {
    const int luminance = grey.Row(y)[x];
    const size_t tint = static_cast<size_t>(Tint(page.Row(y) + 3 * x, channel, luminance));
    ++count[tint];
    light[tint] += static_cast<size_t>(luminance);
    ++all;
  });
  size_t thick = 0, sum = 0, weighed = 0;  // the most coloured quarter
  for (size_t tint = 255; thick < (all + 3) / 4; --tint) {
    thick += count[tint];
    sum += light[tint];
    weighed += tint * count[tint];
  }
  thick = std::max<size_t>(thick, 1);
  return {static_cast<int>(sum / thick), static_cast<int>(weighed / thick)};
}

// The smallest box around what is set; empty where nothing is.
Box BoxOf(Pix* mask) {
  Box box{pixGetWidth(mask), pixGetHeight(mask), 0, 0};
  ForEachSet(mask, [&](int x, int y) { box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1), std::max(box.bottom, y + 1)}; });
  return box;
}

// Each pixel's tint as strong as the strongest near it: black print pales the colour around it.
class SmearedTint {
 public:
  // Of the pixels in `box` of the page, which is not empty.
  SmearedTint(const Image& grey, const Image& page, int channel, const Box& box) {
    constexpr double kSmear = 0.4;  // mm
    const int reach = Pixels(kSmear, page.dpi);
    area_ = Box{box.left - reach, box.top - reach, box.right + reach, box.bottom + reach}.Intersect({0, 0, page.width, page.height});
    const PixPtr tint(pixCreate(area_.Width(), area_.Height(), 8));
    for (int y = area_.top; y < area_.bottom; ++y) {
      uint32_t* line = pixGetData(tint.get()) + static_cast<size_t>(y - area_.top) * pixGetWpl(tint.get());
      for (int x = area_.left; x < area_.right; ++x)
        SET_DATA_BYTE(line, x - area_.left, Tint(page.Row(y) + 3 * x, channel, grey.Row(y)[x]));
    }
    smeared_.reset(pixDilateGray(tint.get(), 2 * reach + 1, 2 * reach + 1));
  }

  int At(int x, int y) const {
    const uint32_t* line = pixGetData(smeared_.get()) + static_cast<size_t>(y - area_.top) * pixGetWpl(smeared_.get());
    return GET_DATA_BYTE(line, x - area_.left);
  }

 private:
  Box area_;
  PixPtr smeared_;
};

// Takes a coloured ink off and keeps black print under it. The ink lets so much of the light through as it is
// coloured; what is darker is print. Luminance alone is asked, since JPEG keeps colour at half the sharpness
// or less: between coloured strokes black ones look coloured themselves. Ink nearly as dark as print is told
// by its channel after all.
void TakeOffInk(Image& grey, const Image& page, Pix* sure, Pix* mask, int channel) {
  constexpr int kDark = 35;
  constexpr double kBlack = 0.1, kPaper = 0.85;  // of the light that the ink leaves
  const InkTone tone = ToneOf(grey, page, sure, channel);
  if (tone.luminance < kDark) return DropOut(grey, page, mask, channel);
  const Box box = BoxOf(mask);
  if (box.Empty()) return;
  const SmearedTint tint(grey, page, channel, box);
  const double slope = (255.0 - tone.luminance) / std::max(1, tone.tint);
  ForEachSet(mask, [&](int x, int y) {
    const double left = std::max<double>(tone.luminance, 255 - slope * tint.At(x, y));
    const double share = (grey.Row(y)[x] / left - kBlack) / (kPaper - kBlack);
    grey.Row(y)[x] = static_cast<uint8_t>(std::clamp(255 * share, 0.0, 255.0));
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
  const PixPtr near = Dilated(sure, size, size);
  PixPtr out(pixAnd(nullptr, near.get(), pale));
  pixOr(out.get(), out.get(), sure);
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

// What is left of strokes that were taken off: pale ink that lies wholly where they were. A mark above a
// letter may lie there too, but is dark.
void EraseRemains(Image& grey, Pix* strokes) {
  constexpr int kSurelyPrint = 70;
  const PixPtr page = ToPix(grey);
  const PixPtr dark(pixThresholdToBinary(page.get(), kInk));
  const PixPtr seeds(pixSubtract(nullptr, dark.get(), strokes));
  const PixPtr black(pixThresholdToBinary(page.get(), kSurelyPrint));
  pixOr(seeds.get(), seeds.get(), black.get());
  const PixPtr print(pixSeedfillBinary(nullptr, seeds.get(), dark.get(), 8));
  const PixPtr remains(pixSubtract(nullptr, dark.get(), print.get()));
  const PixPtr wide = Dilated(remains.get(), 3, 3);
  pixSubtract(wide.get(), wide.get(), print.get());
  ForEachSet(wide.get(), [&](int x, int y) { grey.Row(y)[x] = 255; });
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
  const PixPtr wide = Dilated(ink.get(), halo, halo);
  TakeOffInk(marks.grey, white, sure.get(), wide.get(), 0);
  marks.red = RedInk(white, wide.get());
  const int width = Pixels(kStampWidth, white.dpi), height = Pixels(kStampHeight, white.dpi);
  for (const Box& box : Merge(Clusters(sure.get(), gap, width, height))) {
    marks.regions.push_back({"stamp", box, "red"});
  }
}

// As large as a stamp that a clerk fills in.
bool IsLargeAsFrame(const Box& box, int dpi) { return box.Width() >= Pixels(kFrameWidth, dpi) && box.Height() >= Pixels(kFrameHeight, dpi); }

// … and wider than a seal.
bool IsFrame(const Box& box, int dpi) {
  constexpr double kWider = 1.5;  // than high
  return IsLargeAsFrame(box, dpi) && box.Width() >= kWider * box.Height();
}

void TakeOffBlue(const Image& white, Marks& marks) {
  const auto is_blue = [](int chroma) {
    return [chroma](int r, int g, int b) { return b - r >= chroma && b - g >= chroma / 3; };
  };
  const PixPtr sure = Mask(white, is_blue(kBlueChroma));
  marks.blue_share = Share(sure.get());
  if (marks.blue_share <= kNoInk) return;
  const int tall = Pixels(kSignatureHeight, white.dpi), halo = 2 * Pixels(0.2, white.dpi) + 1;
  // A stroke over print is pale where it crosses; its pieces belong together.
  const PixPtr pale = Mask(white, [&](int r, int g, int b) {
    return is_blue(kPaleChroma)(r, g, b) || (b - g >= kOverRed && r - b <= kOverRed && g < kBlueOverRed);
  });
  const PixPtr traced(pixSeedfillBinary(nullptr, sure.get(), pale.get(), 8));
  std::vector<Box> signatures = Merge(Clusters(traced.get(), Pixels(1, white.dpi), tall, tall));
  // What a clerk wrote into a red frame, number and day below each other, is as tall as a signature.
  std::erase_if(signatures, [&](const Box& box) {
    return std::any_of(marks.regions.begin(), marks.regions.end(), [&](const Region& red) {
      return IsFrame(red.box, white.dpi) && red.box.Contains(box.CentreX(), box.CentreY()) && red.box.Width() > box.Width();
    });
  });
  for (const Box& box : signatures) {
    if (!IsLargeAsFrame(box, white.dpi)) continue;
    if (marks.blue.Empty()) {
      marks.blue = {white.width, white.height, 1, white.dpi};
      marks.blue.pixels.assign(static_cast<size_t>(white.width) * white.height, 255);
    }
    for (int y = box.top; y < box.bottom; ++y) std::copy(marks.grey.Row(y) + box.left, marks.grey.Row(y) + box.right, marks.blue.Row(y) + box.left);
  }
  const PixPtr strokes = Inside(traced.get(), signatures);
  const PixPtr ink = WithPale(strokes.get(), pale.get(), white.dpi);
  const PixPtr wide = Dilated(ink.get(), halo, halo);
  if (signatures.empty()) return;
  TakeOffInk(marks.grey, white, Inside(sure.get(), signatures).get(), wide.get(), 2);
  DropOut(marks.grey, white, wide.get(), 2);  // the core of a stroke is nearly as dark as print
  EraseRemains(marks.grey, wide.get());
  for (const Box& box : signatures) marks.regions.push_back({"signature", box, "blue"});
}

}  // namespace

Marks TakeOffMarks(const Image& page) {
  Marks marks;
  const Image white = OnWhite(page);
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
