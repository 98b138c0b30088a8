#include "repair/year_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "repair/tokens.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::array<std::string_view, 10> kStems = {"giáp", "ất",   "bính", "đinh", "mậu",
                                                     "kỷ",   "canh", "tân",  "nhâm", "quý"};
constexpr std::array<std::string_view, 12> kBranches = {"tý",  "sửu", "dần",  "mão", "thìn", "tỵ",
                                                        "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"};
constexpr std::array<std::string_view, 5> kBefore = {"năm", "xuân", "tết", "đán", "niên"};
constexpr int kFirst = 4;     // a year whose name is Giáp Tý, the first of the cycle
constexpr size_t kAhead = 3;  // words behind the name among which the year may stand: "Nhâm Dần năm 2022"
constexpr double kOfYear = 0.99, kOfWords = 0.95;

template <size_t N>
std::optional<size_t> IndexOf(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

// Up to a hyphen: "Nhâm Dần-năm 2022".
WordParts PartsOf(std::string_view word) {
  WordParts parts = SplitWord(word);
  const size_t hyphen = parts.core.find('-');
  if (hyphen == std::string::npos || hyphen == 0) return parts;
  parts.after = parts.core.substr(hyphen) + parts.after;
  parts.core.resize(hyphen);
  return parts;
}

std::string CoreAt(const PageReading& reading, size_t at) {
  return at < reading.words.size() ? FoldKey(PartsOf(reading.words[at].text).core) : "";
}

// A year in figures soon after.
std::optional<int> YearBehind(const PageReading& reading, size_t at) {
  for (size_t i = at; i < at + kAhead; ++i) {
    const std::string core = CoreAt(reading, i);
    const bool figures = core.size() == 4 &&
                         std::all_of(core.begin(), core.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (figures && (core.starts_with("19") || core.starts_with("20"))) return std::stoi(core);
  }
  return std::nullopt;
}

// The branch that a word with other marks must be behind a stem; nothing where nothing says so.
std::optional<size_t> BranchOf(const PageReading& reading, size_t at, size_t stem, double* sureness) {
  const std::string letters = StripDiacritics(CoreAt(reading, at));
  const auto same_letters = [&](size_t branch) { return StripDiacritics(kBranches[branch]) == letters; };
  if (const std::optional<int> year = YearBehind(reading, at + 1)) {
    const size_t place = static_cast<size_t>(*year - kFirst), branch = place % kBranches.size();
    *sureness = kOfYear;
    return place % kStems.size() == stem && same_letters(branch) ? std::optional(branch) : std::nullopt;
  }
  if (at < 2 || !IndexOf(kBefore, CoreAt(reading, at - 2))) return std::nullopt;
  *sureness = kOfWords;
  std::optional<size_t> found;
  for (size_t branch = stem % 2; branch < kBranches.size(); branch += 2) {
    if (!same_letters(branch)) continue;
    if (found) return std::nullopt;
    found = branch;
  }
  return found;
}

}  // namespace

void MendYearNames(PageReading* reading, std::vector<Repair>* repairs) {
  for (size_t i = 0; i + 1 < reading->words.size(); ++i) {
    const std::optional<size_t> stem = IndexOf(kStems, CoreAt(*reading, i));
    Word& word = reading->words[i + 1];
    const WordParts parts = PartsOf(word.text);
    if (!stem || ToLower(parts.core) == parts.core || IndexOf(kBranches, FoldKey(parts.core))) continue;
    double sureness = 0;
    const std::optional<size_t> branch = BranchOf(*reading, i + 1, *stem, &sureness);
    if (!branch) continue;
    const std::string name(kBranches[*branch]);
    const std::string core = Length(parts.core) > 1 && IsUpper(parts.core) ? ToUpper(name) : Capitalise(name);
    repairs->push_back(
        {reading->page, word.box, word.text, parts.before + core + parts.after, "year.name", sureness});
    word.text = repairs->back().text;
  }
}

}  // namespace trichluc
