// Random numbers that are the same on every machine: the standard distributions are not.
#pragma once

#include <cstdint>
#include <string_view>

namespace trichluc::corpus {

// SplitMix64, seeded from the description's seed, the page and the purpose (a quality's name, "signature",
// …).
class Random {
 public:
  Random(std::uint64_t seed, int page, std::string_view purpose) : state_(seed * 0x9e3779b97f4a7c15u + 1) {
    state_ += static_cast<std::uint64_t>(page) * 0xbf58476d1ce4e5b9u;
    for (const unsigned char c : purpose) state_ = (state_ ^ c) * 0x100000001b3u;
    Next();
  }

  std::uint64_t Next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // In [0, 1).
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

  double Between(double low, double high) { return low + (high - low) * Unit(); }

  // Mean 0, standard deviation 1; the sum of four 16-bit pieces of one draw, good enough for sensor noise.
  double Gauss() {
    const std::uint64_t z = Next();
    const double sum =
        static_cast<double>((z & 0xffff) + ((z >> 16) & 0xffff) + ((z >> 32) & 0xffff) + (z >> 48));
    return (sum / 65536.0 - 2.0) * 1.7320508075688772;
  }

 private:
  std::uint64_t state_;
};

}  // namespace trichluc::corpus
