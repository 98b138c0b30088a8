#include "extract/types.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {

const TypeEntry* TypeOfCode(const std::string& code, const RuleSet& rules) {
  const TypeEntry* folded = nullptr;
  for (const TypeEntry& entry : rules.types()) {
    std::vector<std::string> codes = entry.codes;
    codes.push_back(entry.code);
    for (const std::string& candidate : codes) {
      if (candidate == code) return &entry;
      if (folded == nullptr && FoldKey(candidate) == FoldKey(code)) folded = &entry;
    }
  }
  return folded;
}

const TypeEntry* TypeOfSymbol(const std::string& symbol, const RuleSet& rules) {
  const size_t end = symbol.find_first_of("-/");
  return end == std::string::npos ? nullptr : TypeOfCode(symbol.substr(0, end), rules);
}

const TypeEntry* TypeOfNumber(const std::string& number, const RuleSet& rules) {
  const size_t sequence = number.find_first_not_of("0123456789.");
  const size_t begin = number.find_first_of("/-", sequence == std::string::npos ? number.size() : sequence);
  if (begin == std::string::npos) return nullptr;
  std::string symbol = number.substr(begin + 1);
  const size_t digits = symbol.find_first_not_of("0123456789");
  const bool year = digits == 4 && (symbol[4] == '/' || symbol[4] == '-');
  if (year) symbol = symbol.substr(5);
  const std::string code = symbol.substr(0, symbol.find_first_of("-/"));
  const std::vector<std::string>& told =
      rules.List(year ? "types_told_by_dated_number" : "types_told_by_number");
  const auto holds = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), code) != list.end(); };
  const bool party = !year && number[begin] == '-' && symbol.find('/') == code.size();
  const bool tells = code.size() < symbol.size() && (holds(told) || (party && holds(rules.List("types_told_by_party_number"))));
  return tells ? TypeOfCode(code, rules) : nullptr;
}

std::string TypeOfWords(const std::string& words, const RuleSet& rules) {
  const std::string key = MakeKey(ToLower(Normalise(words))).text;
  const TypeEntry* best = nullptr;
  size_t length = 0;
  for (const TypeEntry& entry : rules.types()) {
    std::vector<std::string> titles = entry.titles;
    titles.push_back(entry.name);
    for (const std::string& title : titles) {
      const std::string begin = MakeKey(ToLower(title)).text;
      if (begin.size() <= length || key.compare(0, begin.size(), begin) != 0) continue;
      if (key.size() > begin.size() && key[begin.size()] != ' ') continue;
      best = &entry;
      length = begin.size();
    }
  }
  return best != nullptr ? best->name : Capitalise(ToLower(Normalise(words)));
}

}  // namespace trichluc
