// Code points of a text and where each came from. Inside the room only.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trichluc {

constexpr char32_t kReplacement = 0xFFFD;

// A code point and the byte offset of the character it was made from.
struct Point {
  char32_t code;
  size_t origin;
};

// DecodeAt for what is not plain text; called by it alone.
char32_t DecodeOther(std::string_view text, size_t* i);

// Reads one code point at `i` and moves on; an invalid byte gives kReplacement and moves by one byte.
inline char32_t DecodeAt(std::string_view text, size_t* i) {
  const auto byte = [&](size_t k) { return static_cast<unsigned char>(text[*i + k]); };
  const auto goes_on = [&](size_t k) { return *i + k < text.size() && (byte(k) & 0xC0) == 0x80; };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    ++*i;
    return lead;
  }
  if (lead >= 0xC2 && lead < 0xE0 && goes_on(1)) {
    const char32_t code = static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F));
    *i += 2;
    return code;
  }
  if (lead > 0xE0 && lead < 0xED && goes_on(1) && goes_on(2)) {
    const char32_t code =
        static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    *i += 3;
    return code;
  }
  return DecodeOther(text, i);
}
// Writes U+FFFD for what is no code point.
void AppendTo(std::string* out, char32_t code);

// A text in the making. Room for all its code points is taken once, not asked for at each of them.
class TextWriter {
 public:
  // Of at most `points` code points.
  explicit TextWriter(size_t points)
      : long_(points > kShort ? new char[kBytes * points] : nullptr), begin_(long_ ? long_.get() : short_.data()), end_(begin_) {}
  TextWriter(const TextWriter&) = delete;
  TextWriter& operator=(const TextWriter&) = delete;

  void Add(char32_t code) {
    if (code < 0x80) {
      *end_++ = static_cast<char>(code);
    } else if (code < 0x800) {
      *end_++ = static_cast<char>(0xC0 | code >> 6);
      *end_++ = static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0xD800) {
      *end_++ = static_cast<char>(0xE0 | code >> 12);
      *end_++ = static_cast<char>(0x80 | (code >> 6 & 0x3F));
      *end_++ = static_cast<char>(0x80 | (code & 0x3F));
    } else {
      AddOther(code);
    }
  }

  bool empty() const { return end_ == begin_; }
  size_t size() const { return static_cast<size_t>(end_ - begin_); }  // bytes
  std::string Text() const { return std::string(begin_, end_); }

 private:
  static constexpr size_t kShort = 128, kBytes = 4;  // code points; bytes of one

  void AddOther(char32_t code);

  std::array<char, kBytes * kShort> short_;
  std::unique_ptr<char[]> long_;
  char *begin_, *end_;
};

// The text in NFC without what has no width (zero-width characters, direction marks, control characters). A
// soft hyphen stays: in text layers it stands for a printed one. The points are good until the thread's next
// call.
std::vector<Point>& DecodeNfc(std::string_view text);

// Nothing but blanks and what ASCII prints: NFC, no marks, every byte a character of its own.
bool IsPrintableAscii(std::string_view text);

bool IsOtherSpace(char32_t code);  // from U+1680, the first there is above Latin letters
inline bool IsSpace(char32_t code) {
  if (code < 0x80) return code == ' ' || (code >= 9 && code <= 13);
  return code < 0x1680 ? code == 0x85 || code == 0xA0 : IsOtherSpace(code);
}
bool IsLineBreak(char32_t code);
bool IsLetter(char32_t code);
// The letter without its marks; a mark alone gives 0. đ gives d.
char32_t WithoutMarks(char32_t code);
// The same, asked of ICU.
char32_t FindWithoutMarks(char32_t code);

}  // namespace trichluc
