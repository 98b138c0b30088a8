// What a RuleSet holds. Inside the room only.
#pragma once

#include <re2/re2.h>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/rules.h"
#include "rules/sieve.h"

namespace trichluc {

struct CompiledPattern {
  std::unique_ptr<RE2> expression;
  std::vector<std::pair<std::string, int>> groups;  // name and number
  std::vector<std::pair<int, size_t>> longest;      // number of a group and how many letters it may have at most
};

struct RuleSet::Impl {
  std::vector<PatternRule> patterns;
  std::vector<CompiledPattern> compiled;  // one for each of `patterns`
  std::map<std::string, RuleGroup, std::less<>> sets;  // numbers are indexes into `patterns`
  std::vector<TypeEntry> types;
  std::vector<ColumnEntry> columns;
  std::unordered_map<std::string, std::string> column_titles;  // FoldKey of a title → meaning
  std::vector<AgencyEntry> agencies;
  std::set<std::string> agency_ids;
  std::vector<AbbreviationEntry> abbreviations;
  std::vector<UnitEntry> units;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::map<std::string, std::vector<ListEntry>, std::less<>> list_entries;  // of the same names
  std::string directory, hash;
};

// Where rule number `pattern` matches the text first.
std::optional<Match> MatchRule(const RuleSet::Impl& rules, size_t pattern, std::string_view text);

}  // namespace trichluc
