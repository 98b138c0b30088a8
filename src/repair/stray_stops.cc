#include "repair/stray_stops.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kLeastPair = 10;  // sightings of the two words beside each other
constexpr double kStopSureness = 0.95;

bool IsSmall(const std::string& core) {
  return Length(core) > 1 && IsLetters(core) && ToLower(core) == core && IsSyllable(FoldKey(core));
}

// Also with a capital, as where a sentence begins.
bool IsSmallOrFirst(const std::string& core) { return IsSmall(core) || (Capitalise(ToLower(core)) == core && IsSmall(ToLower(core))); }

// "15%", "2030", "31/12/2022": no number of an item.
bool IsFigure(const std::string& core) {
  return core.find_first_of("0123456789") != std::string::npos && core.find_first_not_of("0123456789/,.%") == std::string::npos &&
         (core.size() > 3 || core.back() == '%');
}

bool IsShortName(const std::string& core) { return Length(core) > 2 && IsLetters(core) && IsUpper(core); }

bool ABlankBehind(const Box& word, const Box& next) {
  const int height = std::max(word.Height(), next.Height()), gap = next.left - word.right;
  const int beside = std::min(word.bottom, next.bottom) - std::max(word.top, next.top);
  return gap < height && next.left > word.left && 2 * beside > std::min(word.Height(), next.Height());
}

// The next line of the same text or cell begins there.
bool OnNextLine(const Word& word, const Word& next) {
  constexpr double kFar = 1.6;  // heights, from line to line
  const int height = std::max(word.box.Height(), next.box.Height()), down = next.box.CentreY() - word.box.CentreY();
  return word.grid == next.grid && word.cell == next.cell && next.box.left < word.box.left && 2 * down > height && down < kFar * height;
}

double Pair(const WordCounts& counts, const std::string& first, const std::string& second) {
  return counts.Count(HashOf(FoldKey(first)), HashOf(FoldKey(second)));
}

bool IsStray(const WordCounts& counts, const WordParts& word, const WordParts& next) {
  return word.after == "." && next.before.empty() && IsSmallOrFirst(word.core) && IsSmall(next.core) &&
         Pair(counts, word.core, next.core) >= kLeastPair;
}

// "P., KHTC": the stop of an abbreviation and a speck behind it.
bool IsStoppedTwice(const WordParts& word, const WordParts& next) {
  return word.after == ".," && Length(word.core) == 1 && IsUpper(word.core) && next.before.empty() && Length(next.core) > 1 &&
         IsLetters(next.core) && IsUpper(next.core);
}

constexpr std::array<std::string_view, 3> kBeforeDates = {"năm", "tháng", "ngày"};

bool IsOneOf(const std::array<std::string_view, 3>& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// "số. 26/2019", "ngày. 30/11/2023".
bool IsBeforeFigures(const WordParts& word, const WordParts& next) {
  const std::string core = ToLower(word.core);
  return word.after == "." && next.before.empty() && !next.core.empty() && next.core[0] >= '0' && next.core[0] <= '9' && (core == "số" || IsOneOf(kBeforeDates, core));
}

// What stands in the middle of a sentence, since the next word begins small.
bool IsComma(const WordParts& word, const WordParts& next) {
  if (word.after != "." && word.after != ")." && word.after != "”.") return false;
  return next.before.empty() && IsSmall(next.core) && (IsSmallOrFirst(word.core) || IsFigure(word.core) || IsShortName(word.core));
}

// "sau.đánh", "năm.2017", "ngày-20/10" → a blank; "" for others.
std::string WithBlank(const WordCounts& counts, const std::string& core) {
  const size_t mark = core.find_first_of(".-");
  if (mark == std::string::npos || mark + 1 == core.size()) return "";
  const bool stop = core[mark] == '.';
  const std::string first = core.substr(0, mark), second = core.substr(mark + 1);
  const bool figures = second.find_first_not_of("0123456789/") == std::string::npos;
  const bool dated = figures && (stop ? IsOneOf(kBeforeDates, first) : first == "ngày" && second.find('/') != std::string::npos);
  if (dated) return first + " " + second;
  if (!stop || !IsSmallOrFirst(first) || !IsSmall(second)) return "";
  const bool address = StripDiacritics(core) == ToLower(core) && Pair(counts, first, second) < kLeastPair;
  return address ? "" : first + " " + second;
}

// ".16", "-4.", "'7)": a speck ahead of an item's number; "" for others.
std::string WithoutSpeckAhead(const std::string& text) {
  size_t at = 0;
  for (const std::string_view speck : {".", ",", "'", "’", "‘", "`", "·", "-"}) {
    if (text.starts_with(speck)) at = speck.size();
  }
  const size_t digits = at == 0 ? 0 : text.find_first_not_of("0123456789", at);
  const size_t end = std::min(digits, text.size());
  if (at == 0 || end == at || end - at > 2 || text[at] == '0') return "";
  const std::string_view mark = std::string_view(text).substr(end);
  const bool numbered = mark == "." || mark == ")";
  return numbered || (mark.empty() && text[0] != '-') ? text.substr(at) : "";
}

}  // namespace

void DropStrayStops(const WordCounts& counts, PageReading* reading, std::vector<Repair>* repairs) {
  const auto change = [&](Word& word, const std::string& text, const char* rule = "word.stop") {
    repairs->push_back({reading->page, word.box, word.text, text, rule, kStopSureness});
    word.text = text;
    word.doubts.clear();  // their places are those of the letters as read
  };
  for (size_t i = 0; i < reading->words.size(); ++i) {
    Word& word = reading->words[i];
    const WordParts parts = SplitWord(word.text);
    const bool begins = i == 0 || !ABlankBehind(reading->words[i - 1].box, word.box);
    if (const std::string number = begins ? WithoutSpeckAhead(word.text) : ""; !number.empty()) {
      change(word, number);
      continue;
    }
    if (const std::string parted = WithBlank(counts, parts.core); !parted.empty()) {
      change(word, parts.before + parted + parts.after);
      continue;
    }
    if (i + 1 == reading->words.size()) continue;
    const Word& next = reading->words[i + 1];
    const bool beside = ABlankBehind(word.box, next.box);
    if (!beside && !OnNextLine(word, next)) continue;
    const WordParts following = SplitWord(next.text);
    const bool goes_on = beside || following.core.find('/') != std::string::npos;  // no number of an item
    if ((beside && IsStray(counts, parts, following)) || (goes_on && IsBeforeFigures(parts, following))) {
      change(word, parts.before + parts.core);
    } else if (beside && IsStoppedTwice(parts, following)) {
      change(word, parts.before + parts.core + ".");
    } else if (IsComma(parts, following)) {
      change(word, parts.before + parts.core + parts.after.substr(0, parts.after.size() - 1) + ",", "word.comma");
    }
  }
}

}  // namespace trichluc
