#include "extract/agency_resolver.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

std::string Slug(const std::string& text) {
  std::string slug;
  for (char c : StripDiacritics(text)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) slug += c;
    if (!word && !slug.empty() && slug.back() != '-') slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

bool EndsWith(const std::string& name, const std::string& kind) {
  const std::string text = FoldKey(name), tail = " " + FoldKey(kind);
  return text.size() > tail.size() && text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

std::string LastWords(const std::string& text, size_t count) {
  size_t at = text.size();
  for (size_t i = 0; i < count && at != std::string::npos && at > 0; ++i) at = text.rfind(' ', at - 1);
  return at == std::string::npos || at == 0 ? std::string() : text.substr(at + 1);
}

}  // namespace

bool InCapitals(std::string_view text) {
  if (text.find(' ') == std::string_view::npos || !IsUpper(text)) return false;
  const std::u32string points = ToCodePoints(text);
  return std::any_of(points.begin(), points.end(), [](char32_t c) {
    return c > 0x7f && c != U'Đ' && c != U'Ư' && c != U'Ơ' && c != U'–' && c != U'“' && c != U'”';
  });
}

AgencyResolver::AgencyResolver(const RuleSet& rules)
    : rules_(rules), names_(rules), units_(rules), letter_case_(rules) {}

std::optional<NameParts> AgencyResolver::Parts(std::string_view name, const PlaceContext& place) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  if (auto parts = PartsOf(words, words.size(), capitals, place, false)) return parts;
  const NameWords plain = names_.PlainWords(name);  // aliases that are abbreviations: "SYT tỉnh"
  if (auto parts = PartsOf(plain, plain.size(), capitals, place, false)) return parts;
  return WithSuffix(words);
}

const AgencyEntry* AgencyResolver::Lookup(const std::string& key, bool near) const {
  if (key.empty()) return nullptr;
  return near ? names_.FindNear(key) : names_.Find(key);
}

UnitLevel AgencyResolver::LevelOf(const UnitPhrase& unit) const {
  return unit.unit != nullptr ? units_.LevelOf(*unit.unit) : units_.LevelOfKind(unit.kind);
}

// The registered name in front of a unit phrase: with the phrase's kind as its last word, or without.
std::optional<NameParts> AgencyResolver::WithUnit(const NameWords& words, size_t end, const UnitPhrase& unit,
                                                  bool near) const {
  const std::string base = JoinKeys(words, 0, end - unit.words);
  const std::string kind = !unit.kind.empty() ? unit.kind : unit.unit != nullptr ? unit.unit->kind : "";
  if (base.empty()) return std::nullopt;
  const AgencyEntry* with_kind = kind.empty() ? nullptr : Lookup(base + " " + LooseKey(kind), near);
  if (with_kind != nullptr && EndsWith(with_kind->name, kind)) {
    const AgencyEntry* entry = with_kind;
    NameParts parts{entry, {}, true, "", near};
    if (!unit.name.empty()) parts.units.push_back(unit);
    if (!unit.name.empty()) parts.units.back().kind = kind;
    return parts;
  }
  const AgencyEntry* entry = Lookup(base, near);
  const bool second_kind = entry != nullptr && unit.name.empty() && !KindAtEnd(entry->name).empty();
  if (entry != nullptr && entry->local && !second_kind) return NameParts{entry, {unit}, false, "", near};
  return std::nullopt;
}

std::optional<NameParts> AgencyResolver::PartsOf(const NameWords& words, size_t end, bool capitals,
                                                 const PlaceContext& place, bool nested) const {
  if (const AgencyEntry* entry = names_.Find(JoinKeys(words, 0, end)))
    return NameParts{entry, {}, false, "", false};
  for (const UnitPhrase& unit : units_.AtEnd(words, end, capitals, place)) {
    if (unit.words >= end) continue;
    if (auto parts = WithUnit(words, end, unit, false)) return parts;
    if (nested || unit.kind.empty() || unit.name.empty()) continue;
    auto parts =
        PartsOf(words, end - unit.words, capitals, place, true);  // "UBND xã Dương Tơ, thành phố Phú Quốc"
    if (!parts || !parts->NamesPlace() || LevelOf(parts->units.back()) <= LevelOf(unit)) continue;
    parts->units.push_back(unit);
    return parts;
  }
  return std::nullopt;
}

std::optional<NameParts> AgencyResolver::WithSuffix(const NameWords& words) const {
  for (size_t at = words.size(); at-- > 2;) {
    const AgencyEntry* entry = names_.Find(JoinKeys(words, 0, at));
    const std::string suffix = JoinText(words, at, words.size());
    if (entry != nullptr && rules_.Full("agency_suffix", suffix))
      return NameParts{entry, {}, false, suffix, false};
  }
  return std::nullopt;
}

std::optional<NameParts> AgencyResolver::NearParts(std::string_view name, const PlaceContext& place) const {
  if (auto parts = Parts(name, place)) return parts;
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  for (const UnitPhrase& unit : units_.AtEnd(words, words.size(), capitals, place)) {
    if (unit.words >= words.size()) continue;
    if (auto parts = WithUnit(words, words.size(), unit, true)) return parts;
  }
  if (const AgencyEntry* entry = names_.FindNear(JoinKeys(words, 0, words.size()))) {
    return NameParts{entry, {}, false, "", true};
  }
  return std::nullopt;
}

std::optional<UnitPhrase> AgencyResolver::WholeUnit(std::string_view name, const PlaceContext& place) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  for (const UnitPhrase& unit : units_.AtEnd(words, words.size(), capitals, place)) {
    if (unit.words == words.size() && !unit.kind.empty() && !unit.name.empty()) return unit;
  }
  return std::nullopt;
}

std::vector<UnitPhrase> AgencyResolver::UnitsOf(std::string_view name, const PlaceContext& place) const {
  if (const auto parts = Parts(name, place)) return {parts->units.rbegin(), parts->units.rend()};
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  std::vector<UnitPhrase> found;
  for (size_t end = words.size(); end > 0;) {
    const auto phrases = units_.AtEnd(words, end, capitals, place);
    if (phrases.empty() || phrases.front().kind.empty() || phrases.front().name.empty()) break;
    found.push_back(phrases.front());
    end -= phrases.front().words;
  }
  return found;
}

std::string AgencyResolver::NameOf(const NameParts& parts) const {
  std::string name = parts.entry->name;
  for (size_t i = 0; i < parts.units.size(); ++i) {
    const UnitPhrase& unit = parts.units[i];
    std::string kind = unit.unit != nullptr && !unit.kind.empty() ? unit.unit->kind : unit.kind;
    if (i == 0 && parts.kind_in_entry) name.resize(name.size() - std::min(name.size(), kind.size()));
    if (i > 0) name += ",";
    if (kind.empty() && unit.unit != nullptr && unit.unit->kind != ToLower(unit.unit->kind)) {
      kind = unit.unit->kind;  // "Thành phố Hồ Chí Minh" is one name
    }
    std::string own = unit.name;
    if (!own.empty() && own == ToLower(own)) own = ProperName(own);  // was in capitals
    if (!kind.empty() && (name.empty() || name.back() != ' ')) name += " ";
    name += kind;
    if (!own.empty()) name += (name.empty() || name.back() == ' ' ? "" : " ") + own;
  }
  if (!parts.suffix.empty()) name += " " + parts.suffix;
  return Normalise(name);
}

std::string AgencyResolver::IdOf(const NameParts& parts) const {
  std::string id = parts.entry->id;
  for (const UnitPhrase& unit : parts.units) {
    if (!unit.name.empty()) id += "." + Slug(unit.name);
  }
  if (!parts.suffix.empty()) id += "." + Slug(parts.suffix);
  return id;
}

bool AgencyResolver::CompleteKind(NameParts& parts, const PlaceContext& place) const {
  if (!parts.units.empty() || !parts.suffix.empty()) return false;
  const std::string kind = KindAtEnd(parts.entry->name);
  if (kind.empty()) return false;
  for (const std::string& name : {place.district, place.commune, place.province}) {
    if (name.empty()) continue;
    const UnitEntry* unit = units_.Find(name, kind, place.province);
    const bool own =
        unit != nullptr && (unit->province.empty() ? FoldKey(name) == FoldKey(place.province)
                                                   : FoldKey(unit->province) == FoldKey(place.province));
    if (!own) continue;
    parts.units.push_back({0, unit->kind, unit->name, unit});
    parts.kind_in_entry = true;
    return true;
  }
  return false;
}

// The kind of unit that is the last word of a name, "" when it is none.
std::string AgencyResolver::KindAtEnd(const std::string& name) const {
  for (size_t words : {2, 1}) {
    const std::string kind = units_.KindOf(LastWords(name, words));
    if (!kind.empty()) return kind;
  }
  return "";
}

std::optional<UnitPhrase> AgencyResolver::UnitOfPlace(const std::string& level,
                                                      const PlaceContext& place) const {
  const std::string& name = level == "commune" && !place.commune.empty()     ? place.commune
                            : level == "district" && !place.district.empty() ? place.district
                            : level == "district" || level == "commune"      ? place.commune
                                                                             : place.province;
  if (name.empty()) return std::nullopt;
  const UnitEntry* unit = units_.Find(name, "", level == "province" ? std::string() : place.province);
  if (unit == nullptr) return std::nullopt;
  return UnitPhrase{0, unit->kind, unit->name, unit};
}

std::string AgencyResolver::ProperName(const std::string& name) const {
  return letter_case_.Apply(names_.PlainWords(ToLower(name)));
}

std::string AgencyResolver::Fallback(std::string_view name) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  return capitals ? letter_case_.Apply(words) : JoinText(words, 0, words.size());
}

}  // namespace trichluc
