#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/load.h"
#include "rules/pattern.h"
#include "text/text.h"

namespace trichluc {
namespace {

// A pattern for any of the texts; longer ones first, so that a text is never cut by one it begins with.
std::string AnyOf(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end(), [](const std::string& a, const std::string& b) {
    const size_t la = Length(a), lb = Length(b);
    return la != lb ? la > lb : a < b;
  });
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  for (std::string& text : texts) text = Quoted(text);
  return fmt::format("{}", fmt::join(texts, "|"));
}

void AddMade(const RuleSet::Impl& rules, Macros* macros) {
  std::vector<std::string> names, codes;
  for (const TypeEntry& type : rules.types) {
    names.push_back(type.name);
    names.insert(names.end(), type.titles.begin(), type.titles.end());
    codes.push_back(type.code);
    codes.insert(codes.end(), type.codes.begin(), type.codes.end());
  }
  if (!names.empty()) (*macros)["TYPE_NAME"].body = AnyOf(names);
  if (!codes.empty()) (*macros)["TYPE_CODE"].body = AnyOf(codes);
  for (const auto& [name, words] : rules.lists) (*macros)["list:" + name].body = AnyOf(words);
}

// A list of patterns is any of them, the first that fits.
std::string BodyIn(const RuleFile& file, const std::string& name, const toml::node& value) {
  if (value.is_string()) return value.as_string()->get();
  const toml::array* alternatives = value.as_array();
  if (alternatives == nullptr || alternatives->empty())
    Refuse(file, PlaceOf(value), fmt::format("macro `{}` must be a text or a list of texts", name));
  std::string body;
  for (const toml::node& alternative : *alternatives) {
    if (!alternative.is_string() || alternative.as_string()->get().empty())
      Refuse(file, PlaceOf(alternative), fmt::format("each alternative of macro `{}` must be a text", name));
    body += (body.empty() ? "" : "|") + alternative.as_string()->get();
  }
  return body;
}

void Add(const RuleFile& file, const toml::key& key, const toml::node& value, Macros* macros) {
  const std::string name(key.str());
  const auto [entry, fresh] = macros->emplace(name, Macro{BodyIn(file, name, value), &file, PlaceOf(value)});
  if (fresh) return;
  const Macro& other = entry->second;
  Refuse(file, PlaceOf(key),
         other.file == nullptr
             ? fmt::format("macro `{}` is made by the program and cannot be given", name)
             : fmt::format("macro `{}` is already given at {}:{}", name, other.file->path, other.place.line));
}

// The line, at or below `place`, and the column where `text` stands; `place` when it is not found near.
Place Locate(const RuleFile& file, Place place, const std::string& text) {
  for (uint32_t line = place.line; line >= 1 && line <= file.lines.size() && line < place.line + 40; ++line) {
    const size_t from =
        line == place.line
            ? FromCodePoints(ToCodePoints(file.lines[line - 1]).substr(0, place.column - 1)).size()
            : 0;
    const size_t at = file.lines[line - 1].find(text, from);
    if (at != std::string::npos)
      return {line, static_cast<uint32_t>(Length(file.lines[line - 1].substr(0, at)) + 1)};
  }
  return place;
}

// `sound`: macros that were followed to their ends already.
void FollowMacro(const Macros& macros, const Macro& macro, std::vector<std::string>* path,
                 std::set<std::string>* sound) {
  for (const std::string& name : MacrosIn(macro.body)) {
    if (sound->count(name) != 0) continue;
    BodyOf(macros, name, *macro.file, macro.place);
    const bool circle = std::find(path->begin(), path->end(), name) != path->end();
    path->push_back(name);
    if (circle) {
      Refuse(*macro.file, Locate(*macro.file, macro.place, "{{" + name + "}}"),
             fmt::format("macro `{}` uses itself: {}", name, fmt::join(*path, " -> ")));
    }
    FollowMacro(macros, macros.find(name)->second, path, sound);
    path->pop_back();
    sound->insert(name);
  }
}

}  // namespace

Macros ReadMacros(const RuleFiles& files, const RuleSet::Impl& rules) {
  Macros macros;
  AddMade(rules, &macros);
  for (const auto& file : files.files) {
    const toml::node* node = file->root.get("macros");
    if (node == nullptr) continue;
    if (!node->is_table()) Refuse(*file, PlaceOf(*node), "`macros` must be written [macros]");
    for (const auto& [key, value] : *node->as_table()) Add(*file, key, value, &macros);
  }
  std::set<std::string> sound;
  for (const auto& [name, macro] : macros) {
    std::vector<std::string> path = {name};
    if (macro.file != nullptr) FollowMacro(macros, macro, &path, &sound);
  }
  return macros;
}

const std::string& BodyOf(const Macros& macros, const std::string& name, const RuleFile& file, Place place) {
  const auto found = macros.find(name);
  if (found != macros.end()) return found->second.body;
  std::vector<std::string> known;
  for (const auto& [other, macro] : macros) known.push_back(other);
  Refuse(file, Locate(file, place, "{{" + name + "}}"), fmt::format("unknown macro `{}`", name),
         DidYouMean(name, known));
}

}  // namespace trichluc
