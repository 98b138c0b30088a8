#include "extract/letter_case.h"

#include <algorithm>
#include <cctype>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::string_view kPunctuation = ",.;:()\"";

std::string Core(const std::string& word) {
  const size_t begin = std::min(word.find_first_not_of(kPunctuation), word.size());
  const size_t last = word.find_last_not_of(kPunctuation);
  return last == std::string::npos ? std::string() : word.substr(begin, last - begin + 1);
}

std::vector<std::string> Split(const std::string& text) {
  std::vector<std::string> words;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool IsCapitalised(const std::string& word) {
  const std::u32string points = ToCodePoints(word);
  return !points.empty() && IsUpper(FromCodePoints({points.front()}));
}

// Puts `core` in the place of the letters of `word`, whose punctuation stays.
std::string Recase(const std::string& word, const std::string& core) {
  const std::string old = Core(word);
  if (old.empty()) return word;
  std::string out = word;
  return out.replace(word.find(old), old.size(), core);
}

}  // namespace

LetterCase::LetterCase(const RuleSet& rules) {
  for (const std::string& word : rules.List("case_small")) small_.insert(FoldKey(word));
  for (const std::string& phrase : rules.List("case_phrases")) Learn(phrase);
  for (const UnitEntry& unit : rules.units()) {
    Learn(unit.kind + " " + unit.name);
    if (unit.name.find(' ') != std::string::npos) Learn(unit.name);
  }
  for (const AgencyEntry& entry : rules.agencies()) {
    // "Tài nguyên và Môi trường" → "Tài nguyên", "Môi trường": what stands between two capitals is one
    // phrase.
    std::string chunk;
    for (const std::string& word : Split(entry.name)) {
      if (IsCapitalised(word) || small_.count(FoldKey(Core(word))) != 0) {
        Learn(chunk);
        chunk.clear();
      }
      if (chunk.empty() && !IsCapitalised(word)) continue;
      chunk += (chunk.empty() ? "" : " ") + Core(word);
    }
    Learn(chunk);
    Learn(entry.name);
  }
}

void LetterCase::Learn(const std::string& phrase) {
  const size_t words = Split(phrase).size();
  if (words == 0) return;
  std::string key;
  for (const std::string& word : Split(phrase)) key += (key.empty() ? "" : " ") + Core(word);
  phrases_.emplace(FoldKey(key), phrase);
  longest_ = std::max(longest_, words);
}

std::string LetterCase::Apply(const NameWords& words) const {
  NameWords out = words;
  for (size_t at = 0; at < words.size();) {
    size_t used = 0;
    for (size_t n = std::min(longest_, words.size() - at); n >= 1 && used == 0; --n) {
      std::string key;
      for (size_t i = at; i < at + n; ++i) key += (key.empty() ? "" : " ") + Core(words[i].text);
      const auto found = phrases_.find(FoldKey(key));
      if (found == phrases_.end()) continue;
      const std::vector<std::string> cased = Split(found->second);
      for (size_t i = 0; i < n; ++i) out[at + i].text = Recase(words[at + i].text, Core(cased[i]));
      used = n;
    }
    if (used == 0) {
      const bool numbers = Core(words[at].text) == "số" && at + 1 < words.size() && std::isdigit(static_cast<unsigned char>(words[at + 1].text.front())) != 0;  // "… số 2"
      const bool keep =
          numbers || words[at].expanded || IsUpper(words[at].text) || small_.count(FoldKey(Core(words[at].text))) != 0;
      if (!keep) out[at].text = Recase(words[at].text, Capitalise(Core(words[at].text)));
      used = 1;
    }
    at += used;
  }
  std::string text = JoinText(out, 0, out.size());
  return Capitalise(text);
}

bool StartsUpper(const std::string& word) {
  const std::u32string points = ToCodePoints(word);
  return !points.empty() && IsUpper(FromCodePoints({points.front()}));
}

}  // namespace trichluc
