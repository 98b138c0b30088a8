#include "lstm/kernels.inc"

#ifdef __AVX512VNNI__
#include <immintrin.h>

namespace trichluc::lstm {
namespace {

constexpr int kLanes = 16;
typedef float Reals __attribute__((vector_size(kLanes * sizeof(float))));
typedef std::int32_t Wholes __attribute__((vector_size(kLanes * sizeof(std::int32_t))));
typedef Byte Bytes __attribute__((vector_size(kLanes)));

struct Pieces {
  Reals at, step;
};

// Two numbers of a piece at once, as one of 64 bits: half as many loads.
inline Pieces Gathered(const Curve& curve, Wholes at) {
  const double* const table = reinterpret_cast<const double*>(curve.pieces);
  const auto eight = [table](__m256i i) {
    return _mm512_castpd_ps(_mm512_mask_i32gather_pd(_mm512_setzero_pd(), 0xff, i, table, sizeof(double)));
  };
  const __m512 first = eight(_mm512_castsi512_si256((__m512i)at)), second = eight(_mm512_maskz_extracti64x4_epi64(0xf, (__m512i)at, 1));
  const __m512i even = _mm512_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  return {_mm512_permutex2var_ps(first, even, second), _mm512_permutex2var_ps(first, _mm512_add_epi32(even, _mm512_set1_epi32(1)), second)};
}

}  // namespace
}  // namespace trichluc::lstm

#include "lstm/curves.inc"

namespace trichluc::lstm {
namespace {

// The processor multiplies bytes without sign by bytes with one: weights are kept 128 greater, and 128 times
// the sum of the inputs is taken off again. For 16 outputs at a time four inputs of each.
std::size_t Size(int outputs, int inputs) { return static_cast<std::size_t>(outputs) * inputs; }

void Pack(const Byte* weights, int outputs, int inputs, void* packed) {
  std::uint8_t* out = static_cast<std::uint8_t*>(packed);
  for (int block = 0; block < outputs; block += kOutputs) {
    for (int i = 0; i < inputs; i += kInputs) {
      for (int o = block; o < block + kOutputs; ++o) {
        for (int k = 0; k < kInputs; ++k) {
          *out++ = static_cast<std::uint8_t>(weights[static_cast<std::size_t>(o) * inputs + i + k] + 128);
        }
      }
    }
  }
}

inline int Four(const Byte* u) {
  int out;
  __builtin_memcpy(&out, u, sizeof out);
  return out;
}

template <int kRows, int kBlocks>
inline void Tile(const __m512i* weights, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride,
                 const __m512i* less, Sum* sums) {
  const int step = inputs / kInputs;
  __m512i acc[kRows][kBlocks];
  for (int r = 0; r < kRows; ++r) {
    for (int b = 0; b < kBlocks; ++b) {
      acc[r][b] = _mm512_sub_epi32(
          _mm512_loadu_si512(sums + static_cast<std::ptrdiff_t>(r) * outputs + b * kOutputs), less[r]);
    }
  }
  for (int i = 0; i < step; ++i) {
    __m512i w[kBlocks];
    for (int b = 0; b < kBlocks; ++b)
      w[b] = _mm512_loadu_si512(weights + static_cast<std::ptrdiff_t>(b) * step + i);
    for (int r = 0; r < kRows; ++r) {
      const __m512i four = _mm512_set1_epi32(Four(u + r * stride + i * kInputs));
      for (int b = 0; b < kBlocks; ++b) acc[r][b] = _mm512_dpbusd_epi32(acc[r][b], w[b], four);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    for (int b = 0; b < kBlocks; ++b) {
      _mm512_storeu_si512(sums + static_cast<std::ptrdiff_t>(r) * outputs + b * kOutputs, acc[r][b]);
    }
  }
}

template <int kRows, int kBlocks>
void Rows(const __m512i* weights, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride, Sum* sums) {
  __m512i less[kRows];
  for (int r = 0; r < kRows; ++r) {
    Sum sum = 0;
    for (int i = 0; i < inputs; ++i) sum += u[r * stride + i];
    less[r] = _mm512_set1_epi32(128 * sum);
  }
  const int step = inputs / kInputs, blocks = outputs / kOutputs;
  int block = 0;
  for (; block + kBlocks <= blocks; block += kBlocks) {
    Tile<kRows, kBlocks>(weights + std::ptrdiff_t{block} * step, outputs, inputs, u, stride, less,
                         sums + block * kOutputs);
  }
  for (; block < blocks; ++block) {
    Tile<kRows, 1>(weights + std::ptrdiff_t{block} * step, outputs, inputs, u, stride, less,
                   sums + block * kOutputs);
  }
}

void Multiply(const void* packed, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride, int rows,
              Sum* sums) {
  const __m512i* weights = static_cast<const __m512i*>(packed);
  int row = 0;
  for (; row + 4 <= rows; row += 4) {
    Rows<4, 4>(weights, outputs, inputs, u + row * stride, stride, sums + std::ptrdiff_t{row} * outputs);
  }
  for (; row < rows; ++row) {
    Rows<1, 8>(weights, outputs, inputs, u + row * stride, stride, sums + std::ptrdiff_t{row} * outputs);
  }
}

}  // namespace

const Kernels kVnniKernels = {"AVX-512 VNNI", Size, Pack, Multiply, TanhOf, Remember};

}  // namespace trichluc::lstm
#endif
