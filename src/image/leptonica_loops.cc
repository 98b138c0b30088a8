#include "image/leptonica_loops.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include "image/turned_grey.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace trichluc {
namespace {

// ---- Pixels combined. A row is words of 32 bits, the leftmost pixel in the highest bit.

// A rectangle of one picture and where it goes in another, in bits and rows, cut to both.
struct Block {
  int dx, dy, sx, sy, width, height;

  static void Cut(int& d, int& s, int& size, int of_d, int of_s) {
    const int before = std::max({0, -d, -s});
    d += before, s += before, size -= before;
    size -= std::max({0, d + size - of_d, s + size - of_s});
  }
};

// `kOperation`: which of the bits set in both, in the source alone, in the destination alone, in none are set afterwards.
template <int kOperation>
inline uint32_t Combined(uint32_t s, uint32_t d) {
  uint32_t out = 0;
  if constexpr ((kOperation & 8) != 0) out |= s & d;
  if constexpr ((kOperation & 4) != 0) out |= s & ~d;
  if constexpr ((kOperation & 2) != 0) out |= ~s & d;
  if constexpr ((kOperation & 1) != 0) out |= ~s & ~d;
  return out;
}

// 32 bits of a row of `words` words from bit `at` on; 0 beyond it.
class Bits {
 public:
  Bits(int at, int words)
      : word_(at >> 5), shift_(at & 31), left_(word_ >= 0 && word_ < words), right_(shift_ > 0 && word_ + 1 >= 0 && word_ + 1 < words) {}
  uint32_t Of(const uint32_t* row) const {
    return (left_ ? row[word_] << shift_ : 0) | (right_ ? row[word_ + 1] >> (32 - shift_) : 0);
  }

 private:
  int word_, shift_;
  bool left_, right_;
};

template <int kOperation>
inline void CombinePart(uint32_t* d, uint32_t s, uint32_t mask) {
  *d = (*d & ~mask) | (Combined<kOperation>(s, *d) & mask);
}

template <int kOperation>
void CombineWords(uint32_t* __restrict to, const uint32_t* __restrict in, int shift, int count) {
  if (shift == 0) {
    for (int i = 0; i < count; ++i) to[i] = Combined<kOperation>(in[i], to[i]);
  } else {
    for (int i = 0; i < count; ++i) to[i] = Combined<kOperation>(in[i] << shift | in[i + 1] >> (32 - shift), to[i]);
  }
}

// The first and the last word of a row are a part of the rectangle each, or one word is all of it.
template <int kOperation>
void Combine(const Block& block, uint32_t* d, int d_words, const uint32_t* s, int s_words) {
  const int end = block.dx + block.width - 1, first = block.dx >> 5, last = end >> 5, from = block.sx - (block.dx & 31);
  const uint32_t left = ~0u >> (block.dx & 31), right = ~0u << (31 - (end & 31));
  const Bits of_first(from, s_words), of_last(from + 32 * (last - first), s_words);
  d += static_cast<ptrdiff_t>(block.dy) * d_words;
  s += static_cast<ptrdiff_t>(block.sy) * s_words;
  for (int y = 0; y < block.height; ++y, d += d_words, s += s_words) {
    if (first == last) {
      CombinePart<kOperation>(d + first, of_first.Of(s), left & right);
      continue;
    }
    CombinePart<kOperation>(d + first, of_first.Of(s), left);
    CombineWords<kOperation>(d + first + 1, s + (from >> 5) + 1, from & 31, last - first - 1);
    CombinePart<kOperation>(d + last, of_last.Of(s), right);
  }
}

static_assert(PIX_SRC == 12 && PIX_DST == 10, "the numbers of Leptonica's operations are those of Combined");
using Combiner = void (*)(const Block&, uint32_t*, int, const uint32_t*, int);
constexpr Combiner kCombiners[16] = {Combine<0>,  Combine<1>,  Combine<2>,  Combine<3>, Combine<4>,  Combine<5>,
                                     Combine<6>,  Combine<7>,  Combine<8>,  Combine<9>, Combine<10>, Combine<11>,
                                     Combine<12>, Combine<13>, Combine<14>, Combine<15>};

// ---- Grey pixels made bits. Four to a word, the leftmost in the highest byte.

uint32_t Reversed(uint32_t nibbles) {
  const uint32_t bytes = nibbles << 24 | (nibbles & 0xff00) << 8 | (nibbles >> 8 & 0xff00) | nibbles >> 24;
  return (bytes & 0x0f0f0f0f) << 4 | (bytes >> 4 & 0x0f0f0f0f);
}

// One bit for each of 32 pixels that is darker than `limit`, 1 to 255.
inline uint32_t Darker(const uint32_t* eight_words, int limit) {
#ifdef __SSE2__
  const __m128i limits = _mm_set1_epi8(static_cast<char>(limit));
  const auto lighter = [&](const uint32_t* four_words) {
    const __m128i pixels = _mm_loadu_si128(reinterpret_cast<const __m128i*>(four_words));
    return static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_subs_epu8(limits, pixels), _mm_setzero_si128())));
  };
  return Reversed(~(lighter(eight_words) | lighter(eight_words + 4) << 16));
#else
  uint32_t out = 0;
  for (int i = 0; i < 32; ++i) out = out << 1 | ((eight_words[i / 4] >> (24 - 8 * (i % 4)) & 255) < static_cast<uint32_t>(limit));
  return out;
#endif
}

void Threshold(uint32_t* out, int width, const uint32_t* in, int limit) {
  const int whole = width / 32, left = width % 32;
  if (limit <= 0 || limit > 255) {
    const uint32_t all = limit > 255 ? ~0u : 0;
    std::fill_n(out, whole, all);
    if (left > 0) out[whole] = all & ~(~0u >> left);
    return;
  }
  for (int i = 0; i < whole; ++i) out[i] = Darker(in + static_cast<ptrdiff_t>(8) * i, limit);
  if (left == 0) return;
  uint32_t rest[8] = {};
  std::copy_n(in + static_cast<ptrdiff_t>(8) * whole, (left + 3) / 4, rest);
  out[whole] = Darker(rest, limit) & ~(~0u >> left);
}

// ---- Grey pictures turned.

uint32_t Swapped(uint32_t v) { return v << 24 | (v & 0xff00) << 8 | (v >> 8 & 0xff00) | v >> 24; }

// The four bytes of words as they lie in memory: the leftmost pixel first, and the other way round.
void SwapRow(const uint32_t* in, int words, uint32_t* out) {
  for (int i = 0; i < words; ++i) out[i] = Swapped(in[i]);
}

Pix* Turned(Pix* pix, float angle, uint8_t outside) {
  Pix* const out = pixCreateTemplate(pix);
  if (out == nullptr) return nullptr;
  const int width = pixGetWidth(pix), height = pixGetHeight(pix), words = pixGetWpl(pix);
  std::vector<uint8_t> pixels(static_cast<size_t>(width) * height + TurnedGrey::kBeyond);
  std::vector<uint32_t> row(static_cast<size_t>(words));
  auto* const bytes = reinterpret_cast<uint8_t*>(row.data());
  for (int y = 0; y < height; ++y) {
    SwapRow(pixGetData(pix) + static_cast<ptrdiff_t>(y) * words, words, row.data());
    std::copy_n(bytes, width, pixels.data() + static_cast<ptrdiff_t>(y) * width);
  }
  const TurnedGrey turned(pixels.data(), width, height, angle);
  std::fill(row.begin(), row.end(), 0);
  for (int y = 0; y < height; ++y) {
    turned.Row(y, outside, bytes);
    SwapRow(row.data(), words, pixGetData(out) + static_cast<ptrdiff_t>(y) * words);
  }
  return out;
}

// Leptonica's own function of a name.
template <typename Function>
Function* Leptonicas(Function* /*of_this_form*/, const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

void UseOwnLoops() {}

}  // namespace trichluc

extern "C" {

void rasteropLow(l_uint32* d, l_int32 d_width, l_int32 d_height, l_int32 depth, l_int32 d_words, l_int32 dx, l_int32 dy, l_int32 width,
                 l_int32 height, l_int32 operation, l_uint32* s, l_int32 s_width, l_int32 s_height, l_int32 s_words, l_int32 sx,
                 l_int32 sy) {
  using namespace trichluc;
  if (d == s) {  // parts of one picture may overlap
    static const auto leptonicas = Leptonicas(&rasteropLow, "rasteropLow");
    return leptonicas(d, d_width, d_height, depth, d_words, dx, dy, width, height, operation, s, s_width, s_height, s_words, sx, sy);
  }
  Block block{dx * depth, dy, sx * depth, sy, width * depth, height};
  Block::Cut(block.dx, block.sx, block.width, d_width * depth, s_width * depth);
  Block::Cut(block.dy, block.sy, block.height, d_height, s_height);
  if (block.width > 0 && block.height > 0) kCombiners[operation & 15](block, d, d_words, s, s_words);
}

void thresholdToBinaryLineLow(l_uint32* out, l_int32 width, l_uint32* in, l_int32 depth, l_int32 limit) {
  using namespace trichluc;
  if (depth == 8) return Threshold(out, width, in, limit);
  static const auto leptonicas = Leptonicas(&thresholdToBinaryLineLow, "thresholdToBinaryLineLow");
  leptonicas(out, width, in, depth, limit);
}

PIX* pixRotateAMGray(PIX* pix, l_float32 angle, l_uint8 outside) {
  using namespace trichluc;
  constexpr float kLeast = 0.001f;  // radians: less is no turn
  if (pix != nullptr && pixGetDepth(pix) == 8 && std::abs(angle) >= kLeast && std::endian::native == std::endian::little)
    return Turned(pix, angle, outside);
  static const auto leptonicas = Leptonicas(&pixRotateAMGray, "pixRotateAMGray");
  return leptonicas(pix, angle, outside);
}
}
