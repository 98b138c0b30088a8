#include "repair/place_names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "repair/tokens.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kPlaceSureness = 0.97;
constexpr std::array<std::string_view, 4> kKinds = {"tỉnh", "phố", "tp", "tp."};  // of "thành phố" the second word

std::vector<std::string> Parted(const std::string& folded) {
  std::vector<std::string> words;
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool IsCapitalised(const std::string& core) { return !core.empty() && IsLetters(core) && Capitalise(core) == core; }

// Words of a name stand one behind the other without marks between them.
bool GoesOn(const WordParts& before, const WordParts& behind) { return before.after.empty() && behind.before.empty(); }

// Whether the word before a name says that no person's name is begun.
bool EndsBefore(const std::string& word) {
  const WordParts parts = SplitWord(word);
  const std::string folded = FoldKey(parts.core);
  if (std::find(kKinds.begin(), kKinds.end(), folded) != kKinds.end()) return true;
  return !parts.after.empty() || !IsCapitalised(parts.core) || !IsSyllable(folded);
}

}  // namespace

PlaceNames::PlaceNames(const std::vector<std::string>& provinces, const std::vector<std::string>& units) {
  for (const std::string& unit : units) units_.insert(FoldKey(unit));
  for (const std::string& province : provinces) {
    const std::vector<std::string> words = Parted(FoldKey(province));
    units_.insert(FoldKey(province));
    if (words.size() < 2) continue;
    longest_ = std::max(longest_, words.size());
    const auto [known, fresh] = provinces_.emplace(StripDiacritics(province), words);
    if (!fresh && known->second != words) known->second.clear();  // two of the same letters
  }
}

// How many words from `at` on are a province's name but for marks, 0 for none; the name's words.
size_t PlaceNames::Words(const PageReading& reading, size_t at, std::vector<std::string>* name) const {
  std::string read;
  std::vector<WordParts> parts;
  size_t found = 0;
  for (size_t i = at; i < std::min(at + longest_, reading.words.size()); ++i) {
    parts.push_back(SplitWord(reading.words[i].text));
    if (!IsCapitalised(parts.back().core) || (i > at && !GoesOn(parts[i - at - 1], parts.back()))) break;
    read += (read.empty() ? "" : " ") + FoldKey(parts.back().core);
    if (units_.contains(read)) found = 0;  // and what it begins is longer
    const auto province = provinces_.find(StripDiacritics(read));
    if (province == provinces_.end() || province->second.empty() || units_.contains(read)) continue;
    found = i + 1 - at;
    *name = province->second;
  }
  return found;
}

void PlaceNames::Mend(const Spellings& spellings, PageReading* reading, std::vector<Repair>* repairs) const {
  std::vector<std::string> name;
  for (size_t i = 0; i < reading->words.size(); ++i) {
    const size_t words = Words(*reading, i, &name);
    if (words == 0 || (i > 0 && !EndsBefore(reading->words[i - 1].text))) continue;
    for (size_t k = 0; k < words; ++k) {
      Word& word = reading->words[i + k];
      const WordParts parts = SplitWord(word.text);
      const std::string read = FoldKey(parts.core);
      if (read == name[k] || spellings.AreOne(read, name[k], k + 1 < words ? name[k + 1] : "")) continue;
      const std::string core = Length(parts.core) > 1 && IsUpper(parts.core) ? ToUpper(name[k]) : Capitalise(name[k]);
      repairs->push_back({reading->page, word.box, word.text, parts.before + core + parts.after, "word.province", kPlaceSureness});
      word.text = repairs->back().text;
    }
    i += words - 1;
  }
}

}  // namespace trichluc
