#include "extract/word_repair.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::string_view kStops = " \t\n,.;:()[]\"'/&+-";

// Calls `visit` for each stretch of `text` between stops, or of stops.
template <typename Visit>
void ForEachWord(std::string_view text, Visit visit) {
  for (size_t at = 0; at < text.size();) {
    const bool stop = kStops.find(text[at]) != std::string_view::npos;
    size_t end = stop ? text.find_first_not_of(kStops, at) : text.find_first_of(kStops, at);
    end = std::min(end, text.size());
    visit(std::string(text.substr(at, end - at)), !stop);
    at = end;
  }
}

}  // namespace

WordRepair::WordRepair(const RuleSet& rules) {
  for (const AgencyEntry& entry : rules.agencies()) Learn(entry.name);
  for (const AbbreviationEntry& entry : rules.abbreviations()) Learn(entry.expansion);
  for (const UnitEntry& unit : rules.units()) Learn(unit.kind + " " + unit.name);
  for (const char* list : {"case_phrases", "case_small", "plain_words"}) {
    for (const std::string& phrase : rules.List(list)) Learn(phrase);
  }
  for (const std::string& phrase : rules.List("plain_phrases")) plain_phrases_.insert(FoldKey(phrase));
  for (const std::string& name : rules.List("family_names")) {
    (known_.count(FoldKey(name)) == 0 ? families_ : shared_families_).insert(FoldKey(name));
  }
  for (const std::string& head : rules.List("toned_heads")) {
    heads_.emplace(WithoutTones(head), head);
    if (head.starts_with("đ")) heads_.emplace("d" + WithoutTones(head.substr(std::string_view("đ").size())), head);  // "Dội Y tế dự phòng"
  }
  for (const std::string& word : rules.List("before_heads")) before_heads_.insert(word);
  for (const std::string& word : rules.List("chiefs")) chiefs_.insert(FoldKey(word));
  for (const std::string& word : rules.List("chief_of")) chief_of_.insert(FoldKey(word));
  for (const std::string& word : rules.List("agency_words")) {
    Learn(word);
    auto [found, fresh] = group_words_.emplace(StripDiacritics(word), FoldKey(word));
    if (!fresh && found->second != FoldKey(word)) found->second.clear();
  }
}

void WordRepair::Learn(const std::string& text) {
  ForEachWord(FoldKey(text), [&](const std::string& word, bool is_word) {
    if (!is_word || !known_.insert(word).second) return;
    auto [found, fresh] = by_letters_.emplace(StripDiacritics(word), word);
    if (!fresh) found->second.clear();
  });
}

std::string WordRepair::MendWord(const std::string& word) const {
  const std::string folded = FoldKey(word);
  if (IsUpper(word)) return word;  // an abbreviation, or a letterhead
  if (known_.count(folded) != 0) return word;
  const bool upper = StartsUpper(word);
  const std::string letters = StripDiacritics(word);
  for (const auto* words : {&group_words_, &by_letters_}) {
    if (upper && words == &by_letters_) break;
    const auto found = words->find(letters);
    if (found == words->end() || found->second.empty()) continue;
    return upper ? Capitalise(found->second) : found->second;
  }
  return word;
}

const std::string* WordRepair::HeadAt(const Parts& parts, size_t at) const {
  const std::string& word = parts[at].first;
  if (!parts[at].second || !StartsUpper(word) || IsUpper(word)) return nullptr;
  const std::string read = FoldKey(word);
  const auto head = HasTone(read) ? heads_.find(WithoutTones(read)) : heads_.end();
  if (head == heads_.end() || head->second == read) return nullptr;
  if (at + 2 < parts.size() && chiefs_.count(read) > 0 && chief_of_.count(FoldKey(parts[at + 2].first)) > 0) return nullptr;
  const bool begins = at == 0 || parts[at - 1].first.find_first_of(",;:\n-") != std::string::npos ||
                      (at > 1 && before_heads_.count(parts[at - 2].first) > 0);
  if (!begins) return nullptr;
  size_t capitals = 0;
  for (size_t i = at + 1; i + 1 < parts.size() && parts[i].first == " "; i += 2) {
    if (!StartsUpper(parts[i + 1].first)) return capitals > 0 && before_heads_.count(parts[i + 1].first) == 0 ? &head->second : nullptr;
    ++capitals;
  }
  return nullptr;
}

std::string WordRepair::Mend(std::string_view text) const {
  Parts parts;
  ForEachWord(text, [&](const std::string& part, bool is_word) { parts.emplace_back(part, is_word); });
  const auto phrase = [&](size_t first) {
    return first + 2 < parts.size() && parts[first].second && parts[first + 1].first == " " &&
           plain_phrases_.count(FoldKey(parts[first].first + " " + parts[first + 2].first)) != 0;
  };
  // "Doãn Thị Hương": capitalised words behind a family's name, with nothing but blanks between.
  const auto names = [&](size_t i) { return StartsUpper(parts[i].first) && !IsUpper(parts[i].first); };
  for (size_t i = 0; i < parts.size(); ++i) {
    if (const std::string* head = HeadAt(parts, i)) parts[i].first = Capitalise(*head);
  }
  std::string mended;
  size_t person_ends = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i >= person_ends && parts[i].second && names(i)) {
      const std::string first = FoldKey(parts[i].first);
      size_t end = i + 1;
      bool office = false;  // "Phó Trưởng Phòng", of whom the first is a family, too
      for (; end + 1 < parts.size() && (parts[end].first == " " || parts[end].first == "\n") && names(end + 1); end += 2)
        office = office || heads_.count(WithoutTones(FoldKey(parts[end + 1].first))) > 0;
      const bool person = families_.count(first) > 0 ? end > i + 1 : shared_families_.count(first) > 0 && !office && end > i + 3;
      if (person) person_ends = end;
    }
    const bool keep = !parts[i].second || i < person_ends || phrase(i) || (i >= 2 && phrase(i - 2));
    mended += keep ? parts[i].first : MendWord(parts[i].first);
  }
  return mended;
}

}  // namespace trichluc
