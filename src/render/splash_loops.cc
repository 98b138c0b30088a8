#include "render/splash_loops.h"

#include <cpp/poppler-version.h>
#include <dlfcn.h>
#include <splash/Splash.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashClip.h>
#include <splash/SplashMath.h>
#include <splash/SplashState.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace trichluc {
namespace {

bool own_loops = false;

// Where each byte of a row scaled up comes from: `shift` bytes back and from the same component of the pixel behind, by these shares.
struct Stretch {
  struct Run {
    int begin, end, shift;
  };
  std::vector<Run> runs;  // bytes one behind the other with the same shift
  std::vector<double> first, second;

  // Positions are summed up as Poppler does it.
  Stretch(int from, int to, int components) {
    const double step = static_cast<double>(from) / to;
    double position = 0, whole;
    for (int x = 0; x < to; ++x, position += step) {
      const double part = std::modf(position, &whole);
      const int begin = x * components, shift = (x - static_cast<int>(whole)) * components;
      if (runs.empty() || runs.back().shift != shift) runs.push_back({begin, begin, shift});
      runs.back().end = begin + components;
      first.insert(first.end(), static_cast<size_t>(components), 1.0 - part);
      second.insert(second.end(), static_cast<size_t>(components), part);
    }
  }
};

// Compiled for the processor of whichever function it stands in.
[[gnu::always_inline]] inline void Mix(const unsigned char* __restrict a, const unsigned char* __restrict b, const double* __restrict of_a,
                                       const double* __restrict of_b, int count, unsigned char* __restrict out) {
  for (int i = 0; i < count; ++i) out[i] = static_cast<unsigned char>(a[i] * of_a[i] + b[i] * of_b[i]);
}

[[gnu::always_inline]] inline void MixRows(const unsigned char* __restrict a, const unsigned char* __restrict b, double of_a, double of_b,
                                           int count, unsigned char* __restrict out) {
  for (int i = 0; i < count; ++i) out[i] = static_cast<unsigned char>(a[i] * of_a + b[i] * of_b);
}

struct Mixers {
  decltype(&Mix) mix;
  decltype(&MixRows) mix_rows;
};

void MixPlain(const unsigned char* a, const unsigned char* b, const double* of_a, const double* of_b, int count, unsigned char* out) {
  Mix(a, b, of_a, of_b, count, out);
}
void MixRowsPlain(const unsigned char* a, const unsigned char* b, double of_a, double of_b, int count, unsigned char* out) {
  MixRows(a, b, of_a, of_b, count, out);
}
#ifdef __x86_64__
__attribute__((target("avx2"))) void MixWide(const unsigned char* a, const unsigned char* b, const double* of_a, const double* of_b,
                                             int count, unsigned char* out) {
  Mix(a, b, of_a, of_b, count, out);
}
__attribute__((target("avx2"))) void MixRowsWide(const unsigned char* a, const unsigned char* b, double of_a, double of_b, int count,
                                                 unsigned char* out) {
  MixRows(a, b, of_a, of_b, count, out);
}
#endif

const Mixers& MixersHere() {
#ifdef __x86_64__
  static const Mixers here = __builtin_cpu_supports("avx2") ? Mixers{MixWide, MixRowsWide} : Mixers{MixPlain, MixRowsPlain};
#else
  static const Mixers here{MixPlain, MixRowsPlain};
#endif
  return here;
}

// Rows of an image as its source gives them, stretched, the last pixel and the last row repeated.
class StretchedRows {
 public:
  StretchedRows(SplashImageSource source, void* data, int width, int height, int wide, int components)
      : source_(source),
        data_(data),
        components_(components),
        left_(height),
        stretch_(width, wide, components),
        row_((static_cast<size_t>(width) + 1) * components),
        first_(static_cast<size_t>(wide) * components),
        second_(first_.size()) {
    Next();
  }

  void Next() {
    first_.swap(second_);
    if (left_-- <= 0) {
      std::copy(first_.begin(), first_.end(), second_.begin());
      return;
    }
    source_(data_, row_.data(), nullptr);
    std::copy_n(row_.end() - 2 * components_, components_, row_.end() - components_);
    for (const Stretch::Run& run : stretch_.runs) {
      const unsigned char* const from = row_.data() + run.begin - run.shift;
      MixersHere().mix(from, from + components_, stretch_.first.data() + run.begin, stretch_.second.data() + run.begin, run.end - run.begin,
                       second_.data() + run.begin);
    }
  }

  void Write(double part, unsigned char* out) const {
    MixersHere().mix_rows(first_.data(), second_.data(), 1.0 - part, part, static_cast<int>(first_.size()), out);
  }

 private:
  SplashImageSource source_;
  void* data_;
  int components_, left_;
  Stretch stretch_;
  std::vector<unsigned char> row_, first_, second_;
};

void Scale(StretchedRows& rows, int height, int high, unsigned char* out, size_t row_bytes) {
  const double step = static_cast<double>(height) / high;
  double position = 0, whole;
  int current = -1;
  for (int y = 0; y < high; ++y, position += step) {
    const double part = std::modf(position, &whole);
    if (static_cast<int>(whole) > current) {
      ++current;
      rows.Next();
    }
    rows.Write(part, out + static_cast<size_t>(y) * row_bytes);
  }
}

bool IsIdentity(const unsigned char* table) {
  for (int value = 0; value < 256; ++value) {
    if (table[value] != value) return false;
  }
  return true;
}

}  // namespace

void UseOwnSplashLoops(bool own) { own_loops = own; }

}  // namespace trichluc

#if POPPLER_VERSION_MAJOR == 22

bool Splash::scaleImageYupXupBilinear(SplashImageSource src, void* srcData, SplashColorMode srcMode, int nComps, bool srcAlpha, int srcWidth,
                                      int srcHeight, int scaledWidth, int scaledHeight, SplashBitmap* dest) {
  using Function =
      bool (*)(Splash*, SplashImageSource, void*, SplashColorMode, int, bool, int, int, int, int, SplashBitmap*);
  static const auto popplers = reinterpret_cast<Function>(
      dlsym(RTLD_NEXT, "_ZN6Splash24scaleImageYupXupBilinearEPFbPvPhS1_ES0_15SplashColorModeibiiiiP12SplashBitmap"));
  const bool simple = !srcAlpha && srcWidth > 0 && srcHeight > 0 && ((srcMode == splashModeRGB8 && nComps == 3) || (srcMode == splashModeMono8 && nComps == 1));
  if (!trichluc::own_loops || !simple)
    return popplers(this, src, srcData, srcMode, nComps, srcAlpha, srcWidth, srcHeight, scaledWidth, scaledHeight, dest);
  trichluc::StretchedRows rows(src, srcData, srcWidth, srcHeight, scaledWidth, nComps);
  trichluc::Scale(rows, srcHeight, scaledHeight, dest->data, static_cast<size_t>(scaledWidth) * nComps);
  return true;
}

// Opaque images on a page of RGB, where the clip is a rectangle; what it cuts is left to Poppler's.
void Splash::blitImage(SplashBitmap* src, bool srcAlpha, int xDest, int yDest, SplashClipResult clipRes) {
  using Function = void (*)(Splash*, SplashBitmap*, bool, int, int, SplashClipResult);
  static const auto popplers =
      reinterpret_cast<Function>(dlsym(RTLD_NEXT, "_ZN6Splash9blitImageEP12SplashBitmapbii16SplashClipResult"));
  const bool opaque = !srcAlpha && splashRound(state->fillAlpha * 255) == 255 && state->softMask == nullptr && !state->blendFunc &&
                      !state->inNonIsolatedGroup;
  const bool plain = bitmap->mode == splashModeRGB8 && src->mode == splashModeRGB8 && bitmap->alpha != nullptr &&
                     trichluc::IsIdentity(state->rgbTransferR) && trichluc::IsIdentity(state->rgbTransferG) &&
                     trichluc::IsIdentity(state->rgbTransferB);
  const bool inside = clipRes == splashClipAllInside;
  if (!trichluc::own_loops || !opaque || !plain || (!inside && state->clip->getNumPaths() > 0))
    return popplers(this, src, srcAlpha, xDest, yDest, clipRes);
  const int width = src->getWidth(), height = src->getHeight();
  int left = 0, top = 0, right = width, bottom = height;
  if (!inside) {
    left = std::max(0, splashCeil(state->clip->getXMin()) - xDest);
    top = std::max(0, splashCeil(state->clip->getYMin()) - yDest);
    right = std::max(left, std::min(width, splashFloor(state->clip->getXMax()) - xDest));
    bottom = std::max(top, std::min(height, splashFloor(state->clip->getYMax()) - yDest));
  }
  if (left >= width || top >= height) return popplers(this, src, srcAlpha, xDest, yDest, clipRes);
  for (int y = top; y < bottom; ++y) {
    std::memcpy(bitmap->data + static_cast<ptrdiff_t>(yDest + y) * bitmap->rowSize + 3 * static_cast<ptrdiff_t>(xDest + left),
                src->data + static_cast<ptrdiff_t>(y) * src->rowSize + 3 * static_cast<ptrdiff_t>(left), 3 * static_cast<size_t>(right - left));
    std::memset(bitmap->alpha + static_cast<ptrdiff_t>(yDest + y) * bitmap->width + xDest + left, 255, static_cast<size_t>(right - left));
  }
  if (top > 0) blitImageClipped(src, srcAlpha, 0, 0, xDest, yDest, width, top);
  if (bottom < height) blitImageClipped(src, srcAlpha, 0, bottom, xDest, yDest + bottom, width, height - bottom);
  if (left > 0 && top < bottom) blitImageClipped(src, srcAlpha, 0, top, xDest, yDest + top, left, bottom - top);
  if (right < width && top < bottom) blitImageClipped(src, srcAlpha, right, top, xDest + right, yDest + top, width - right, bottom - top);
}

#endif
