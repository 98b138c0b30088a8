#include "text/tone.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace trichluc {
namespace {

// One vowel a row; ngang, huyền, sắc, hỏi, ngã, nặng. Code points below U+1F00, so one byte an entry finds
// the row.
constexpr std::u32string_view kVowels[] = {U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
                                           U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ",
                                           U"AÀÁẢÃẠ", U"ĂẰẮẲẴẶ", U"ÂẦẤẨẪẬ", U"EÈÉẺẼẸ", U"ÊỀẾỂỄỆ", U"IÌÍỈĨỊ",
                                           U"OÒÓỎÕỌ", U"ÔỒỐỔỖỘ", U"ƠỜỚỞỠỢ", U"UÙÚỦŨỤ", U"ƯỪỨỬỮỰ", U"YỲÝỶỸỴ"};
constexpr size_t kTones = 6;
constexpr char32_t kEnd = 0x1F00;

struct Vowel {
  uint8_t row = 0;   // 1-based row of kVowels; 0: no vowel
  uint8_t tone = 0;  // column
};

using VowelTable = std::array<Vowel, kEnd>;

constexpr VowelTable MakeTable() {
  VowelTable made{};
  for (size_t row = 0; row < std::size(kVowels); ++row) {
    for (size_t tone = 0; tone < kTones; ++tone) {
      made[kVowels[row][tone]] = {static_cast<uint8_t>(row + 1), static_cast<uint8_t>(tone)};
    }
  }
  return made;
}
constexpr VowelTable kTable = MakeTable();

Vowel VowelOf(char32_t code) { return code < kEnd ? kTable[code] : Vowel{}; }

char32_t Lower(char32_t vowel_without_tone) {
  const Vowel vowel = VowelOf(vowel_without_tone);
  return vowel.row == 0 ? vowel_without_tone | 0x20 : kVowels[(vowel.row - 1) % 12][0];
}

bool HasOwnMark(char32_t lower) {
  return std::u32string_view(U"ăâêôơư").find(lower) != std::u32string_view::npos;
}

bool BeginsFinal(char32_t code) {
  return code < 0x80 &&
         std::string_view("cmnptk").find(static_cast<char>(code | 0x20)) != std::string_view::npos;
}

using Points = std::vector<Point>;

// First vowel of [begin, end) that is not part of the consonant before it.
size_t SkipGlide(const Points& points, size_t begin, size_t end) {
  if (begin == 0 || end - begin < 2) return begin;
  const char32_t before = points[begin - 1].code | 0x20;
  const char32_t first = Lower(WithoutTone(points[begin].code));
  return (before == 'q' && first == 'u') || (before == 'g' && first == 'i') ? begin + 1 : begin;
}

size_t PlaceOf(const Points& points, size_t begin, size_t end) {
  for (size_t i = end; i-- > begin;) {
    if (HasOwnMark(Lower(WithoutTone(points[i].code)))) return i;
  }
  if (end - begin == 1) return begin;
  if (end - begin >= 3) return begin + 1;
  return end < points.size() && BeginsFinal(points[end].code) ? begin + 1 : begin;
}

// A mark that no letter took in: taken off its letter, the tone would leave it to the next normal form.
bool IsLooseMark(char32_t code) { return code >= 0x300 && code < 0x370; }

void PlaceTone(Points* points, size_t begin, size_t end) {
  if (end < points->size() && IsLooseMark((*points)[end].code)) return;
  size_t marked = end;
  for (size_t i = begin; i < end; ++i) {
    if (VowelOf((*points)[i].code).tone == 0) continue;
    if (marked != end) return;
    marked = i;
  }
  if (marked == end) return;
  const size_t place = PlaceOf(*points, SkipGlide(*points, begin, end), end);
  if (place == marked) return;
  const uint8_t tone = VowelOf((*points)[marked].code).tone;
  (*points)[marked].code = WithoutTone((*points)[marked].code);
  (*points)[place].code = kVowels[VowelOf((*points)[place].code).row - 1][tone];
}

}  // namespace

int ToneOfSmall(char32_t code) {
  const Vowel vowel = VowelOf(code);
  return vowel.row <= std::size(kVowels) / 2 ? vowel.tone : 0;  // the small ones come first
}

char32_t WithoutTone(char32_t code) {
  const Vowel vowel = VowelOf(code);
  return vowel.row == 0 ? code : kVowels[vowel.row - 1][0];
}

void PlaceTones(Points* points) {
  const size_t size = points->size();
  size_t vowels = 0;  // before point i
  for (size_t i = 0; i <= size; ++i) {
    if (i < size && VowelOf((*points)[i].code).row != 0) {
      ++vowels;
      continue;
    }
    if (vowels > 1) PlaceTone(points, i - vowels, i);
    vowels = 0;
  }
}

}  // namespace trichluc
