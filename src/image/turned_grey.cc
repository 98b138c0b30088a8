#include "image/turned_grey.h"

#include <cmath>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace trichluc {

// Real numbers are rounded one by one in the order in which Leptonica does it.
struct TurnedGrey::Line {
  float right, down;  // 16ths of a pixel
  uint8_t outside;
};

TurnedGrey::TurnedGrey(const uint8_t* pixels, int width, int height, float angle)
    : pixels_(pixels),
      width_(width),
      height_(height),
      sine_(static_cast<float>(16. * std::sin(static_cast<double>(angle)))),
      cosine_(static_cast<float>(16. * std::cos(static_cast<double>(angle)))) {
  for (int x = 0; x < width; ++x) {
    const auto left = static_cast<float>(width / 2 - x);
    across_.push_back(-left * cosine_);
    upward_.push_back(left * sine_);
  }
}

void TurnedGrey::Row(int y, uint8_t outside, uint8_t* out) const {
  const auto up = static_cast<float>(height_ / 2 - y);
  const Line line{up * sine_, -up * cosine_, outside};
  Plain(line, Wide(line, out), out);
}

void TurnedGrey::Plain(const Line& line, int from, uint8_t* out) const {
  for (int i = from; i < width_; ++i) {
    const int right = static_cast<int>(across_[static_cast<size_t>(i)] - line.right);
    const int down = static_cast<int>(line.down + upward_[static_cast<size_t>(i)]);
    const int x = width_ / 2 + (right >> 4), y = height_ / 2 + (down >> 4);
    if (x < 0 || y < 0 || x > width_ - 2 || y > height_ - 2) {
      out[i] = line.outside;
      continue;
    }
    const uint8_t *above = pixels_ + static_cast<ptrdiff_t>(y) * width_ + x, *below = above + width_;
    const int right_part = right & 15, lower_part = down & 15;
    const int upper = (16 - right_part) * above[0] + right_part * above[1], lower = (16 - right_part) * below[0] + right_part * below[1];
    out[i] = static_cast<uint8_t>(((16 - lower_part) * upper + lower_part * lower + 128) / 256);
  }
}

#ifdef __x86_64__
namespace {

// The mean of two, by the 16ths that are of the second: 16 times as much.
__attribute__((target("avx2"))) inline __m256i Between(__m256i first_and_second, __m256i part) {
  const __m256i parts = _mm256_or_si256(_mm256_sub_epi32(_mm256_set1_epi32(16), part), _mm256_slli_epi32(part, 16));
  return _mm256_madd_epi16(first_and_second, parts);
}

// The bytes at each index and behind it.
__attribute__((target("avx2"))) inline __m256i Pairs(const uint8_t* pixels, __m256i index) {
  const __m256i four = _mm256_i32gather_epi32(reinterpret_cast<const int*>(pixels), index, 1);
  return _mm256_or_si256(_mm256_and_si256(four, _mm256_set1_epi32(0xff)),
                         _mm256_slli_epi32(_mm256_and_si256(four, _mm256_set1_epi32(0xff00)), 8));
}

}  // namespace

// Eight pixels at a time, where the processor has what that needs; returns how many.
__attribute__((target("avx2"))) int TurnedGrey::Wide(const Line& line, uint8_t* out) const {
  static const bool can = __builtin_cpu_supports("avx2");
  if (!can || static_cast<int64_t>(width_) * height_ > INT32_MAX) return 0;
  const __m256i parts = _mm256_set1_epi32(15), last_x = _mm256_set1_epi32(width_ - 2), last_y = _mm256_set1_epi32(height_ - 2);
  int i = 0;
  for (; i + 8 <= width_; i += 8) {
    const __m256i right = _mm256_cvttps_epi32(_mm256_sub_ps(_mm256_loadu_ps(across_.data() + i), _mm256_set1_ps(line.right)));
    const __m256i down = _mm256_cvttps_epi32(_mm256_add_ps(_mm256_set1_ps(line.down), _mm256_loadu_ps(upward_.data() + i)));
    const __m256i x = _mm256_add_epi32(_mm256_set1_epi32(width_ / 2), _mm256_srai_epi32(right, 4));
    const __m256i y = _mm256_add_epi32(_mm256_set1_epi32(height_ / 2), _mm256_srai_epi32(down, 4));
    const __m256i negative = _mm256_srai_epi32(_mm256_or_si256(x, y), 31);
    const __m256i outside = _mm256_or_si256(negative, _mm256_or_si256(_mm256_cmpgt_epi32(x, last_x), _mm256_cmpgt_epi32(y, last_y)));
    const __m256i index = _mm256_andnot_si256(outside, _mm256_add_epi32(_mm256_mullo_epi32(y, _mm256_set1_epi32(width_)), x));
    const __m256i upper = Between(Pairs(pixels_, index), _mm256_and_si256(right, parts));
    const __m256i lower = Between(Pairs(pixels_ + width_, index), _mm256_and_si256(right, parts));
    const __m256i sum = Between(_mm256_or_si256(upper, _mm256_slli_epi32(lower, 16)), _mm256_and_si256(down, parts));
    __m256i value = _mm256_srli_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(128)), 8);
    value = _mm256_blendv_epi8(value, _mm256_set1_epi32(line.outside), outside);
    const __m128i words = _mm_packus_epi32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out + i), _mm_packus_epi16(words, words));
  }
  return i;
}
#else
int TurnedGrey::Wide(const Line&, uint8_t*) const { return 0; }
#endif

}  // namespace trichluc
