#include "lstm/kernels.inc"

#ifdef __AVX2__
#include <immintrin.h>

namespace trichluc::lstm {
namespace {

constexpr int kLanes = 8;
typedef float Reals __attribute__((vector_size(kLanes * sizeof(float))));
typedef std::int32_t Wholes __attribute__((vector_size(kLanes * sizeof(std::int32_t))));
typedef Byte Bytes __attribute__((vector_size(kLanes)));

struct Pieces {
  Reals at, step;
};

// Two numbers of a piece at once, as one of 64 bits: half as many loads.
inline Pieces Gathered(const Curve& curve, Wholes at) {
  const double* const table = reinterpret_cast<const double*>(curve.pieces);
  const auto four = [table](__m128i i) {
    const __m256d all = _mm256_castsi256_pd(_mm256_set1_epi64x(-1));
    return _mm256_castpd_ps(_mm256_mask_i32gather_pd(_mm256_setzero_pd(), table, i, all, sizeof(double)));
  };
  const __m256 first = four(_mm256_castsi256_si128((__m256i)at)), second = four(_mm256_extracti128_si256((__m256i)at, 1));
  const auto in_order = [](__m256 pairs) { return _mm256_castpd_ps(_mm256_permute4x64_pd(_mm256_castps_pd(pairs), 0xd8)); };
  return {in_order(_mm256_shuffle_ps(first, second, 0x88)), in_order(_mm256_shuffle_ps(first, second, 0xdd))};
}

}  // namespace
}  // namespace trichluc::lstm

#include "lstm/curves.inc"

namespace trichluc::lstm {
namespace {

// Weights of 16 bits, for 16 outputs at a time two inputs of each.
std::size_t Size(int outputs, int inputs) { return sizeof(std::int16_t) * outputs * inputs; }

void Pack(const Byte* weights, int outputs, int inputs, void* packed) {
  std::int16_t* out = static_cast<std::int16_t*>(packed);
  for (int block = 0; block < outputs; block += kOutputs) {
    for (int i = 0; i < inputs; i += 2) {
      for (int o = block; o < block + kOutputs; ++o) {
        const Byte* from = weights + static_cast<std::size_t>(o) * inputs + i;
        *out++ = from[0];
        *out++ = from[1];
      }
    }
  }
}

// Two inputs, 16 bits each.
inline int Pair(const Byte* u) {
  return static_cast<int>(static_cast<std::uint16_t>(u[0]) |
                          static_cast<std::uint32_t>(static_cast<std::uint16_t>(u[1])) << 16);
}

template <int kRows>
void Rows(const __m256i* weights, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride, Sum* sums) {
  for (int block = 0; block < outputs; block += kOutputs) {
    __m256i low[kRows], high[kRows];
    for (int r = 0; r < kRows; ++r) {
      const Sum* from = sums + static_cast<std::ptrdiff_t>(r) * outputs + block;
      low[r] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
      high[r] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 8));
    }
    for (int i = 0; i < inputs; i += 2, weights += 2) {
      const __m256i first = _mm256_loadu_si256(weights), second = _mm256_loadu_si256(weights + 1);
      for (int r = 0; r < kRows; ++r) {
        const __m256i pair = _mm256_set1_epi32(Pair(u + r * stride + i));
        low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(first, pair));
        high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(second, pair));
      }
    }
    for (int r = 0; r < kRows; ++r) {
      Sum* to = sums + static_cast<std::ptrdiff_t>(r) * outputs + block;
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), low[r]);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), high[r]);
    }
  }
}

void Multiply(const void* packed, int outputs, int inputs, const Byte* u, std::ptrdiff_t stride, int rows,
              Sum* sums) {
  const __m256i* weights = static_cast<const __m256i*>(packed);
  int row = 0;
  for (; row + 4 <= rows; row += 4)
    Rows<4>(weights, outputs, inputs, u + row * stride, stride, sums + std::ptrdiff_t{row} * outputs);
  for (; row < rows; ++row)
    Rows<1>(weights, outputs, inputs, u + row * stride, stride, sums + std::ptrdiff_t{row} * outputs);
}

}  // namespace

const Kernels kAvx2Kernels = {"AVX2", Size, Pack, Multiply, TanhOf, Remember};

}  // namespace trichluc::lstm
#endif
