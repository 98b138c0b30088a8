#include <fmt/format.h>

#include <algorithm>

#include "rules/fields.h"
#include "rules/load.h"
#include "text/text.h"

namespace trichluc {
namespace {

// An example of a type is a title ("KẾ HOẠCH") or a symbol ("KH-UBND", "CTr/TU") that must lead to it.
bool LeadsTo(const TypeEntry& type, const std::string& example) {
  const std::string folded = FoldKey(example);
  if (folded == FoldKey(type.name)) return true;
  for (const std::string& title : type.titles) {
    if (folded == FoldKey(title)) return true;
  }
  const size_t end = example.find_first_of("-/");
  const std::string code = example.substr(0, end);
  return code == type.code || std::find(type.codes.begin(), type.codes.end(), code) != type.codes.end();
}

void ReadType(const Fields& fields, RuleSet::Impl* rules) {
  TypeEntry type{fields.Words("code"), fields.Words("name"), fields.WordList("titles"),
                 fields.WordList("codes"), fields.OneOf("family", {"state", "party", "legal", "copy"}), ""};
  type.folded = FoldKey(type.name);
  for (const std::string& example : fields.WordList("examples")) {
    if (LeadsTo(type, example)) continue;
    fields.RefuseAt("examples",
                    fmt::format("example `{}` is no title and no symbol of type `{}`", example, type.code));
  }
  rules->types.push_back(std::move(type));
}

void ReadColumn(const Fields& fields, RuleSet::Impl* rules) {
  ColumnEntry column{fields.Words("meaning"), fields.WordList("titles"), fields.WordList("contains"), {}, {}};
  for (const std::string& title : column.titles) {
    const std::string folded = FoldKey(title);
    column.folded_titles.push_back(ToCodePoints(folded));
    const auto [known, fresh] = rules->column_titles.emplace(folded, column.meaning);
    if (fresh || known->second == column.meaning) continue;
    fields.RefuseAt("titles", fmt::format("title `{}` already means `{}`", title, known->second));
  }
  for (const std::string& phrase : column.contains) column.folded_contains.push_back(FoldKey(phrase));
  rules->columns.push_back(std::move(column));
}

void ReadAgency(const Fields& fields, RuleSet::Impl* rules) {
  AgencyEntry agency;
  agency.id = fields.Words("id");
  if (!rules->agency_ids.insert(agency.id).second) {
    fields.RefuseAt("id", fmt::format("agency `{}` is already given", agency.id));
  }
  agency.name = fields.Words("name");
  agency.aliases = fields.WordList("aliases");
  agency.level =
      fields.OneOf("level", {"central", "province", "district", "commune", "party", "front", "enterprise"});
  agency.local = fields.FlagOr("local", false);
  agency.valid_from = fields.DayOr("valid_from");
  agency.valid_to = fields.DayOr("valid_to");
  agency.successor = fields.WordsOr("successor", "");
  rules->agencies.push_back(std::move(agency));
}

void ReadAbbreviation(const Fields& fields, RuleSet::Impl* rules) {
  rules->abbreviations.push_back({fields.Words("abbreviation"), fields.Words("expansion")});
}

void ReadUnit(const Fields& fields, RuleSet::Impl* rules) {
  rules->units.push_back({fields.Words("name"), fields.Words("kind"), fields.WordsOr("province", ""),
                          fields.DayOr("valid_from"), fields.DayOr("valid_to"),
                          fields.WordsOr("successor", ""), StripDiacritics(fields.Words("name"))});
}

struct Section {
  const char* name;
  std::vector<std::string> keys;
  void (*read)(const Fields& fields, RuleSet::Impl* rules);
};

const std::vector<Section>& Sections() {
  static const std::vector<Section> sections = {
      {"type", {"code", "name", "titles", "codes", "family", "examples"}, ReadType},
      {"column", {"meaning", "titles", "contains"}, ReadColumn},
      {"agency",
       {"id", "name", "aliases", "level", "local", "valid_from", "valid_to", "successor"},
       ReadAgency},
      {"abbreviation", {"abbreviation", "expansion"}, ReadAbbreviation},
      {"unit", {"name", "kind", "province", "valid_from", "valid_to", "successor"}, ReadUnit},
  };
  return sections;
}

const Section& SectionOf(std::string_view name) {
  return *std::find_if(Sections().begin(), Sections().end(),
                       [&](const Section& s) { return s.name == name; });
}

// Hands the tables of one section that name something to `check`.
template <typename Check>
void EachNaming(const RuleFile& file, const char* section, const char* key, Check check) {
  for (const toml::table* table : TablesOf(file, section)) {
    const Fields fields(file, *table, fmt::format("[[{}]]", section), SectionOf(section).keys);
    if (fields.Has(key)) check(fields, fields.Words(key));
  }
}

ListEntry EntryOf(const std::string& text) {
  ListEntry entry{text, FoldKey(text), StripDiacritics(text), {}, Length(text)};
  std::string once = entry.bare;
  once.erase(std::unique(once.begin(), once.end()), once.end());
  entry.letters = ToCodePoints(once);
  return entry;
}

void ReadLists(const RuleFile& file, RuleSet::Impl* rules) {
  const toml::node* node = file.root.get("lists");
  if (node == nullptr) return;
  if (!node->is_table()) Refuse(file, PlaceOf(*node), "`lists` must be written [lists]");
  for (const auto& [key, value] : *node->as_table()) {
    const std::string name(key.str());
    const Fields fields(file, *node->as_table(), "[lists]", [&] {
      std::vector<std::string> names;
      for (const auto& [other, unused] : *node->as_table()) names.emplace_back(other.str());
      return names;
    }());
    const auto [list, fresh] = rules->lists.emplace(name, fields.WordList(name));
    if (!fresh) Refuse(file, PlaceOf(key), fmt::format("list `{}` is already given in another file", name));
    std::vector<ListEntry>& entries = rules->list_entries[name];
    for (const std::string& text : list->second) entries.push_back(EntryOf(text));
  }
}

}  // namespace

void CheckTopLevel(const RuleFile& file) {
  std::vector<std::string> known = {"set", "rule", "macros", "lists"};
  for (const Section& section : Sections()) known.emplace_back(section.name);
  Fields(file, file.root, "a rule file", known);
}

void ReadEntries(const RuleFile& file, RuleSet::Impl* rules) {
  for (const Section& section : Sections()) {
    for (const toml::table* table : TablesOf(file, section.name)) {
      section.read(Fields(file, *table, fmt::format("[[{}]]", section.name), section.keys), rules);
    }
  }
  ReadLists(file, rules);
}

void CheckNames(const RuleFile& file, const RuleSet::Impl& rules) {
  EachNaming(file, "agency", "successor", [&](const Fields& fields, const std::string& id) {
    if (rules.agency_ids.count(id) != 0) return;
    const std::vector<std::string> ids(rules.agency_ids.begin(), rules.agency_ids.end());
    fields.RefuseAt("successor", fmt::format("no agency has the id `{}`", id), DidYouMean(id, ids));
  });
  std::vector<std::string> provinces;
  for (const UnitEntry& unit : rules.units) {
    if (unit.province.empty()) provinces.push_back(unit.name);
  }
  for (const char* key : {"province", "successor"}) {
    EachNaming(file, "unit", key, [&](const Fields& fields, const std::string& name) {
      if (std::find(provinces.begin(), provinces.end(), name) != provinces.end()) return;
      fields.RefuseAt(key, fmt::format("no unit without `province` has the name `{}`", name),
                      DidYouMean(name, provinces));
    });
  }
}

}  // namespace trichluc
