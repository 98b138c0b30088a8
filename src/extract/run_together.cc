#include "extract/run_together.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kShortest = 5;       // letters of a line that can be known by them
constexpr size_t kLong = 24;          // letters of a line of which two may be wrong
constexpr size_t kSameBeginning = 2;  // letters that are read right

std::string LettersOf(std::string_view text) {
  std::string letters;
  for (const char c : StripDiacritics(text)) {
    if (c >= 'a' && c <= 'z') letters += c;
  }
  return letters;
}

}  // namespace

// The nearest spelling so far.
struct RunTogether::Search {
  std::string letters;
  size_t limit;
  size_t best;
  std::string text, found;  // found: its letters
  bool tie = false;

  void Compare(const std::string& own, const std::string& spelling) {
    if (own.compare(0, kSameBeginning, letters, 0, kSameBeginning) != 0) return;
    if (std::max(own.size(), letters.size()) - std::min(own.size(), letters.size()) > limit) return;
    const size_t distance = EditDistance(std::string_view(own), std::string_view(letters), limit);
    if (distance > limit || distance > best) return;
    if (distance == best) {
      tie = tie || own != found;
      return;
    }
    best = distance;
    text = spelling;
    found = own;
    tie = false;
  }
};

RunTogether::RunTogether(const RuleSet& rules) : rules_(rules) {
  for (const AgencyEntry& entry : rules.agencies()) {
    Add(entry.name, entry.local);
    for (const AbbreviationEntry& shortened : rules.abbreviations()) {
      const std::string& whole = shortened.expansion;
      const bool begins = entry.name.size() > whole.size() && entry.name[whole.size()] == ' ' && entry.name.starts_with(whole);
      if (begins && Length(shortened.abbreviation) + 1 >= kShortest)
        Add(shortened.abbreviation + entry.name.substr(shortened.expansion.size()), entry.local);
      if (entry.name == shortened.expansion && entry.local) Add(shortened.abbreviation, true);
    }
  }
  for (const UnitEntry& unit : rules.units()) {
    if (!unit.province.empty()) continue;
    provinces_.push_back({unit.kind + " " + unit.name, LettersOf(unit.kind + " " + unit.name), true});
    provinces_.push_back({unit.name, LettersOf(unit.name), true});
  }
}

std::optional<std::string> RunTogether::Registered(std::string_view name) const {
  constexpr size_t kLongEnough = 12;  // letters
  const std::string letters = LettersOf(name);
  if (letters.size() < kLongEnough) return std::nullopt;
  Search search{letters, 1, 2, "", "", false};
  for (const Name& known : names_) search.Compare(known.letters, known.text);
  return search.text.empty() || search.tie ? std::nullopt : std::optional<std::string>(search.text);
}

void RunTogether::Add(const std::string& text, bool local) { names_.push_back({text, LettersOf(text), local}); }

std::optional<std::string> RunTogether::Mend(std::string_view line, const PlaceContext& place) const {
  const std::string letters = LettersOf(line);
  if (letters.size() < kShortest || !IsUpper(line)) return std::nullopt;
  const size_t limit = letters.size() < kLong ? 1 : 2;
  Search search{letters, limit, limit + 1, "", "", false};
  std::vector<Name> seats = provinces_;
  for (const std::string& name : {place.province, place.district, place.commune}) {
    if (name.empty()) continue;
    for (const UnitEntry& unit : rules_.units()) {
      if (unit.name == name) seats.push_back({unit.kind + " " + unit.name, LettersOf(unit.kind + " " + unit.name), true});
    }
  }
  for (const Name& name : names_) {
    if (name.letters.compare(0, kSameBeginning, letters, 0, kSameBeginning) != 0) continue;
    if (name.letters.size() >= kShortest) search.Compare(name.letters, name.text);
    if (!name.local || name.letters.size() >= letters.size()) continue;
    for (const Name& seat : seats) {
      const size_t size = name.letters.size() + seat.letters.size();
      if (size + limit < letters.size() || letters.size() + limit < size) continue;
      search.Compare(name.letters + seat.letters, name.text + " " + seat.text);
    }
  }
  if (search.text.empty() || search.tie) return std::nullopt;
  return ToUpper(search.text);
}

}  // namespace trichluc
