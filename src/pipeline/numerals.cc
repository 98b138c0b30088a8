#include "pipeline/numerals.h"

#include <algorithm>
#include <cstring>

#include "image/analyse.h"
#include "image/stems.h"

namespace trichluc {
namespace {

constexpr size_t kMost = 3;  // strokes in a row that Roman numerals have; 1 and 11 as digits

// The word's text as prefix X/V, strokes, rest: "XII-2021" → "X", 2, "-2021". An H was two strokes or more.
struct Parts {
  bool prefix = false;
  size_t begin = 0, end = 0;  // of the strokes, bytes
};

bool Split(const std::string& text, Parts* parts) {
  parts->prefix = !text.empty() && (text[0] == 'X' || text[0] == 'V');
  parts->begin = parts->end = parts->prefix ? 1 : 0;
  while (parts->end < text.size() && std::strchr("I1l|H!iJ", text[parts->end]) != nullptr) ++parts->end;
  if (parts->end == parts->begin || parts->end - parts->begin > 4) return false;
  const bool date = std::count(text.begin(), text.end(), '/') > 1;  // 11/11/2022
  if (date) return false;
  return parts->end == text.size() || std::strchr("-/.,;:)", text[parts->end]) != nullptr ||
         std::strncmp(text.c_str() + parts->end, "\xE2\x80\x93", 3) == 0;
}

// What the strokes are, given what was read. Letters stay letters and only their number is corrected; digits
// become letters when a stroke has the serifs of an I and none the flag of a 1, and the other way round when
// all have it.
std::string Strokes(const std::vector<Stem>& stems, const std::string& read, bool prefix) {
  if (stems.size() > kMost) return "";
  const auto all = [&](StemKind kind) {
    return std::all_of(stems.begin(), stems.end(), [&](const Stem& stem) { return stem.kind == kind; });
  };
  const bool digits = read.find_first_not_of('1') == std::string::npos;
  const bool letters = read.find_first_not_of('I') == std::string::npos;
  if (digits && !prefix) {
    const bool serifs =
        std::any_of(stems.begin(), stems.end(), [](const Stem& s) { return s.kind == StemKind::kNumeral; });
    const bool flags =
        std::any_of(stems.begin(), stems.end(), [](const Stem& s) { return s.kind == StemKind::kDigit; });
    return serifs && !flags ? std::string(stems.size(), 'I') : "";
  }
  if (letters && !prefix && stems.size() == 2 && all(StemKind::kDigit)) return "11";
  // A small l stands alone nowhere: with the flag of a 1 it is one.
  const bool likenesses = read.find_first_not_of("1l|!") == std::string::npos;
  if (!letters && !prefix && all(StemKind::kDigit)) return likenesses ? std::string(stems.size(), '1') : "";
  return std::string(stems.size(), 'I');
}

// The figures of "(1i);" and the like, as Roman ones; empty for anything else.
std::string SmallRoman(const std::string& text) {
  const size_t end = text.find(')');
  if (text.size() < 3 || text[0] != '(' || end == std::string::npos || end < 2 || end > 5 || text.size() > end + 2) return "";
  std::string roman = text.substr(1, end - 1);
  if (roman.find_first_not_of("1ilIv") != std::string::npos) return "";
  for (char& c : roman) c = c == 'v' ? 'v' : 'i';
  const size_t five = roman.find('v');
  const size_t before = five == std::string::npos ? 0 : five,
               after = five == std::string::npos ? roman.size() : roman.size() - five - 1;
  const bool one_five = five == std::string::npos || roman.find('v', five + 1) == std::string::npos;
  return one_five && before <= 1 && after <= 3 && !(before == 1 && after > 0) ? roman : "";
}

}  // namespace

int CorrectNumerals(const Image& text, std::vector<Word>& words) {
  int changed = 0;
  for (Word& word : words) {
    Parts parts;
    if (!Split(word.text, &parts)) continue;
    const Box box = Box{word.box.left - 2, word.box.top - 1, word.box.right + 2, word.box.bottom + 1};
    const StemRun run = LeadingStems(Cut(text, box), parts.prefix);
    if (run.stems.empty() || !run.closed) continue;
    const std::string read = word.text.substr(parts.begin, parts.end - parts.begin);
    const std::string strokes = Strokes(run.stems, read, parts.prefix);
    if (strokes.empty() || strokes == read) continue;
    word.text.replace(parts.begin, parts.end - parts.begin, strokes);
    word.doubts.clear();
    ++changed;
  }
  return changed;
}

int CorrectSmallNumerals(std::vector<Word>& words) {
  const auto shows_roman = [](const Word& word) {
    return !SmallRoman(word.text).empty() && word.text.find_first_of("iv") != std::string::npos;
  };
  const bool arabic = std::any_of(words.begin(), words.end(), [](const Word& word) { return word.text.starts_with("(2)"); });
  const bool roman = std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return shows_roman(word) && word.text != "(i)" && word.text != "(v)";
  });
  int changed = 0;
  for (Word& word : words) {
    const std::string figures = SmallRoman(word.text);
    if (figures.empty() || !(shows_roman(word) || (roman && !arabic))) continue;
    const std::string text = "(" + figures + word.text.substr(word.text.find(')'));
    if (text == word.text) continue;
    word.text = text;
    word.doubts.clear();
    ++changed;
  }
  return changed;
}

}  // namespace trichluc
