// The one multiplication that a convolution is made of. Private to the room and to the tools that train.
#pragma once

#include <cstring>
#include <vector>

namespace trichluc {

// C[m×n] += A[m×k] · B[k×n], all row by row; `turned`: B is given as [n×k]. kLanes: floats in a vector of the
// machine that the caller is compiled for; each sum is added up in the same order whatever it is, so that
// without fused multiplication the results are the same to the last bit. A strip of B two vectors wide lies
// packed in the nearest cache; a few rows of C by that strip stay in registers. Always a part of its caller,
// to be in the caller's instructions.
template <int kLanes>
[[gnu::always_inline]] static inline void AddProduct(const float* a, const float* b, float* c, int m, int n,
                                                     int k, bool turned = false) {
  typedef float Lanes __attribute__((vector_size(4 * kLanes), aligned(4), may_alias));
  constexpr int kWide = 2 * kLanes;
  constexpr int kTileRows = kLanes == 16 ? 8 : 4;  // sums that fit in the registers
  std::vector<float> packed(static_cast<size_t>(k) * kWide);
  for (int j = 0; j < n; j += kWide) {
    const int wide = n - j < kWide ? n - j : kWide;
    for (int x = 0; turned && x < kWide; ++x) {
      const float* from = b + static_cast<size_t>(x < wide ? j + x : j) * k;
      for (int p = 0; p < k; ++p) packed[p * kWide + x] = from[p];
    }
    for (int p = 0; !turned && p < k; ++p) {
      float* to = packed.data() + p * kWide;
      const float* from = b + static_cast<size_t>(p) * n + j;
      int x = 0;
      for (; x < wide; ++x) to[x] = from[x];
      for (; x < kWide; ++x) to[x] = 0;
    }
    for (int i = 0; i < m; i += kTileRows) {
      const int high = m - i < kTileRows ? m - i : kTileRows;
      const float* rows[kTileRows];
      for (int r = 0; r < kTileRows; ++r) rows[r] = a + static_cast<size_t>(i + (r < high ? r : 0)) * k;
      Lanes sum[kTileRows][2] = {};
      for (int p = 0; p < k; ++p) {
        Lanes left = *reinterpret_cast<const Lanes*>(packed.data() + p * kWide);
        Lanes right = *reinterpret_cast<const Lanes*>(packed.data() + p * kWide + kLanes);
#ifdef __AVX512F__
        __asm__("" : "+x"(left), "+x"(right));  // else each row loads them anew
#endif
        for (int r = 0; r < kTileRows; ++r) {
          sum[r][0] += rows[r][p] * left;
          sum[r][1] += rows[r][p] * right;
        }
      }
      for (int r = 0; r < high; ++r) {
        float* out = c + static_cast<size_t>(i + r) * n + j;
        if (wide == kWide) {
          *reinterpret_cast<Lanes*>(out) += sum[r][0];
          *reinterpret_cast<Lanes*>(out + kLanes) += sum[r][1];
          continue;
        }
        float rest[kWide];
        std::memcpy(rest, sum[r], sizeof rest);
        for (int x = 0; x < wide; ++x) out[x] += rest[x];
      }
    }
  }
}

// The window of a convolution: its taps lie `apart` pixels from each other.
struct Window {
  int rows, columns, apart = 1;
  int PadY() const { return (rows - 1) / 2 * apart; }
  int PadX() const { return (columns - 1) / 2 * apart; }
  int OutHeight(int height) const { return height + 2 * PadY() - (rows - 1) * apart; }
  int OutWidth(int width) const { return width + 2 * PadX() - (columns - 1) * apart; }
};

// The patches of an image [channels × height × width] under a window, padded with 0 so that an odd window
// keeps the size (an even one loses a row or column), of `count` rows from `top` on:
// out[channels·rows·columns × count·out_width].
static inline void Unfold(const float* image, int channels, int height, int width, const Window& window, int top,
                          int count, float* out) {
  const int out_width = window.OutWidth(width);
  for (int c = 0; c < channels; ++c) {
    for (int dy = 0; dy < window.rows; ++dy) {
      for (int dx = 0; dx < window.columns; ++dx) {
        const int shift = dx * window.apart - window.PadX();
        for (int y = top; y < top + count; ++y, out += out_width) {
          const int from = y + dy * window.apart - window.PadY();
          if (from < 0 || from >= height) {
            std::memset(out, 0, sizeof(float) * out_width);
            continue;
          }
          const float* row = image + (static_cast<size_t>(c) * height + from) * width;
          for (int x = 0; x < out_width; ++x) {
            const int at = x + shift;
            out[x] = at < 0 || at >= width ? 0.0f : row[at];
          }
        }
      }
    }
  }
}

}  // namespace trichluc
