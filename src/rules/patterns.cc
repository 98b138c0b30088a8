#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "rules/fields.h"
#include "rules/load.h"
#include "rules/pattern.h"

namespace trichluc {
namespace {

// Bytes one expression may use, compiled and searching: RE2 compiles none that needs more, and goes on without its
// table of states where that would grow beyond, slower and with the same answers.
constexpr int64_t kMemory = 8 << 20;

CompiledPattern Compile(const Fields& fields, const Macros& macros) {
  RE2::Options options(RE2::Quiet);
  options.set_case_sensitive(false);
  options.set_max_mem(kMemory);
  const MacroLookup lookup = [&](const std::string& name) {
    return BodyOf(macros, name, fields.file(), fields.At("match"));
  };
  CompiledPattern out;
  try {
    out.expression = std::make_unique<RE2>(PreparePattern(fields.Text("match"), lookup), options);
  } catch (const std::length_error& error) {
    fields.RefuseAt("match", std::string("bad pattern: ") + error.what());
  }
  if (out.expression->error_code() == RE2::ErrorPatternTooLarge) {
    fields.RefuseAt("match", fmt::format("pattern too large: it needs more than the {} MB that one may have; part it, or "
                                         "repeat less", kMemory >> 20));
  }
  if (!out.expression->ok()) fields.RefuseAt("match", "bad pattern: " + out.expression->error());
  for (const auto& [name, number] : out.expression->NamedCapturingGroups())
    out.groups.emplace_back(name, number);
  return out;
}

std::vector<std::string> Yields(const PatternRule& rule, const CompiledPattern& compiled) {
  std::vector<std::string> names;
  for (const auto& [name, number] : compiled.groups) names.push_back(name);
  for (const auto& [name, value] : rule.gives) names.push_back(name);
  return names;
}

RuleExample ReadExample(const RuleFile& file, const toml::node& node, const PatternRule& rule,
                        const CompiledPattern& compiled) {
  if (!node.is_table()) {
    Refuse(file, PlaceOf(node), "an example must be written { text = \"…\", group = \"…\" }");
  }
  const toml::table& table = *node.as_table();
  std::vector<std::string> known = Yields(rule, compiled);
  for (const auto& [key, value] : table) {
    if (key.str() == "text" || std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    Refuse(file, PlaceOf(key), fmt::format("rule `{}` yields no `{}`", rule.id, key.str()),
           DidYouMean(key.str(), known));
  }
  known.emplace_back("text");
  const Fields fields(file, table, "an example", known);
  RuleExample example{fields.Text("text"), {}, static_cast<int>(PlaceOf(node).line)};
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (name != "text") example.expect[name] = fields.Text(name);
  }
  return example;
}

void ReadExamples(const Fields& fields, const CompiledPattern& compiled, PatternRule* rule) {
  const toml::node* node = fields.table().get("examples");
  if (node != nullptr && !node->is_array())
    fields.RefuseAt("examples", "`examples` in [[rule]] must be a list");
  if (node == nullptr || node->as_array()->empty()) {
    fields.RefuseAt("examples", fmt::format("rule `{}` has no example", rule->id));
  }
  for (const toml::node& example : *node->as_array()) {
    rule->examples.push_back(ReadExample(fields.file(), example, *rule, compiled));
  }
}

void ReadLongest(const Fields& fields, const PatternRule& rule, CompiledPattern* compiled) {
  std::vector<std::string> names;
  for (const auto& [name, number] : compiled->groups) names.push_back(name);
  for (const auto& [wanted, letters] : rule.longest) {
    const auto group = std::find_if(compiled->groups.begin(), compiled->groups.end(),
                                    [&name = wanted](const auto& each) { return each.first == name; });
    if (group == compiled->groups.end()) {
      fields.RefuseAt("longest", fmt::format("the pattern of rule `{}` has no group `{}`", rule.id, wanted),
                      DidYouMean(wanted, names));
    }
    compiled->longest.emplace_back(group->second, static_cast<size_t>(letters));
  }
}

std::string SetOf(const Fields& fields, const std::string& id) {
  if (fields.Has("set")) return fields.Words("set");
  const toml::node* node = fields.file().root.get("set");
  if (node != nullptr && node->is_string()) return node->as_string()->get();
  if (node != nullptr) Refuse(fields.file(), PlaceOf(*node), "`set` must be a text");
  fields.RefuseAt(
      "set", fmt::format("rule `{}` belongs to no set: give `set` in it or at the head of the file", id));
}

void ReadPattern(const Fields& fields, const Macros& macros, RuleSet::Impl* rules) {
  PatternRule rule;
  rule.id = fields.Words("id");
  for (const PatternRule& other : rules->patterns) {
    if (other.id != rule.id) continue;
    fields.RefuseAt("id",
                    fmt::format("rule `{}` is already given at {}:{}", rule.id, other.file, other.line));
  }
  rule.set = SetOf(fields, rule.id);
  rule.gives = fields.WordMap("gives");
  rule.longest = fields.CountMap("longest");
  rule.whole = fields.FlagOr("whole", false);
  rule.confidence = fields.NumberOr("confidence", 1);
  if (!(rule.confidence >= 0 && rule.confidence <= 1)) {
    fields.RefuseAt("confidence", "`confidence` in [[rule]] must lie between 0 and 1");
  }
  rule.source = fields.WordsOr("source", "");
  rule.rejects = fields.Texts("rejects");
  rule.file = fields.file().path;
  rule.line = static_cast<int>(PlaceOf(fields.table()).line);
  CompiledPattern compiled = Compile(fields, macros);
  for (const auto& [name, value] : rule.gives) {
    const auto same = [&given = name](const auto& group) { return group.first == given; };
    if (std::none_of(compiled.groups.begin(), compiled.groups.end(), same)) continue;
    fields.RefuseAt("gives",
                    fmt::format("rule `{}` gives `{}`, which is a group of its pattern too", rule.id, name));
  }
  ReadLongest(fields, rule, &compiled);
  ReadExamples(fields, compiled, &rule);
  rules->sets[rule.set].Add(rules->patterns.size(), compiled.expression.get(), rule.whole);
  rules->patterns.push_back(std::move(rule));
  rules->compiled.push_back(std::move(compiled));
}

}  // namespace

void ReadPatterns(const RuleFile& file, const Macros& macros, RuleSet::Impl* rules) {
  for (const toml::table* table : TablesOf(file, "rule")) {
    ReadPattern(
        Fields(file, *table, "[[rule]]",
               {"id", "set", "match", "longest", "whole", "gives", "confidence", "source", "examples", "rejects"}),
        macros, rules);
  }
}

}  // namespace trichluc
