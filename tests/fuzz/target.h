// What the targets share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

// One input. Returns 0. Whatever the input is, the target may neither crash, leak, hang, nor break a promise
// that a header makes (Require).
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace trichluc::fuzz {

// Ends the program, so that libFuzzer keeps the input and a test fails.
inline void Require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

// Small numbers and texts out of the input's bytes; zeros and "" when they are used up.
class Bytes {
 public:
  Bytes(const uint8_t* data, size_t size) : data_(data), size_(size) {}

  bool Left() const { return at_ < size_; }
  int Byte() { return Left() ? data_[at_++] : 0; }
  int Below(int limit) { return limit > 0 ? Byte() % limit : 0; }
  bool Bit() { return (Byte() & 1) != 0; }
  int Short() {
    const int high = Byte();
    return static_cast<int16_t>(high << 8 | Byte());
  }
  std::string Text(size_t length) {
    std::string text;
    while (text.size() < length && Left()) text.push_back(static_cast<char>(Byte()));
    return text;
  }
  std::string_view Rest() const {
    return Left() ? std::string_view(reinterpret_cast<const char*>(data_) + at_, size_ - at_)
                  : std::string_view();
  }

 private:
  const uint8_t* data_;
  size_t size_, at_ = 0;
};

}  // namespace trichluc::fuzz
