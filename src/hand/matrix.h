// The one multiplication that a convolution is made of. Private to the room and to the tool that trains it.
#pragma once

#include <cstring>
#include <vector>

namespace trichluc {

#ifdef __AVX2__
constexpr int kLanes = 8;
#else
constexpr int kLanes = 4;
#endif

// C[m×n] += A[m×k] · B[k×n], all row by row; `turned`: B is given as [n×k]. Static, so that each library has
// it in the instructions that it was compiled for. A strip of B two vectors wide lies packed in the nearest
// cache; four rows of C by that strip stay in registers.
static inline void AddProduct(const float* a, const float* b, float* c, int m, int n, int k,
                              bool turned = false) {
  typedef float Lanes __attribute__((vector_size(4 * kLanes), aligned(4), may_alias));
  constexpr int kWide = 2 * kLanes;
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
    for (int i = 0; i < m; i += 4) {
      const int high = m - i < 4 ? m - i : 4;
      const float* rows[4];
      for (int r = 0; r < 4; ++r) rows[r] = a + static_cast<size_t>(i + (r < high ? r : 0)) * k;
      Lanes sum[4][2] = {};
      for (int p = 0; p < k; ++p) {
        const Lanes left = *reinterpret_cast<const Lanes*>(packed.data() + p * kWide);
        const Lanes right = *reinterpret_cast<const Lanes*>(packed.data() + p * kWide + kLanes);
        for (int r = 0; r < 4; ++r) {
          sum[r][0] += rows[r][p] * left;
          sum[r][1] += rows[r][p] * right;
        }
      }
      for (int r = 0; r < high; ++r) {
        float* out = c + static_cast<size_t>(i + r) * n + j;
        for (int x = 0; x < wide; ++x) out[x] += sum[r][x / kLanes][x % kLanes];
      }
    }
  }
}

// The patches of an image [channels × height × width] under a window of rows × columns, padded with 0 so that
// an odd window keeps the size (an even one loses a row or column): columns[channels·rows·columns ×
// out_height·out_width].
static inline void Unfold(const float* image, int channels, int height, int width, int rows, int columns,
                          float* out) {
  const int pad_y = (rows - 1) / 2, pad_x = (columns - 1) / 2;
  const int out_height = height + 2 * pad_y - rows + 1, out_width = width + 2 * pad_x - columns + 1;
  for (int c = 0; c < channels; ++c) {
    for (int dy = 0; dy < rows; ++dy) {
      for (int dx = 0; dx < columns; ++dx) {
        for (int y = 0; y < out_height; ++y, out += out_width) {
          const int from = y + dy - pad_y;
          if (from < 0 || from >= height) {
            std::memset(out, 0, sizeof(float) * out_width);
            continue;
          }
          const float* row = image + (c * height + from) * width;
          for (int x = 0; x < out_width; ++x) {
            const int at = x + dx - pad_x;
            out[x] = at < 0 || at >= width ? 0.0f : row[at];
          }
        }
      }
    }
  }
}

}  // namespace trichluc
