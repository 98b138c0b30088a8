#include "extract/agency_resolver.h"

#include <algorithm>

#include "extract/agency_memory.h"
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

// "Phòng ĐD", where nobody knows what it stands for: a letter more or less is another office.
bool HasShortAcronym(const NameWords& words) {
  constexpr size_t kLongest = 4;
  return words.size() > 1 && std::any_of(words.begin(), words.end(), [](const NameWord& word) {
    const size_t length = Length(word.key);
    return !word.expanded && length > 1 && length <= kLongest && IsUpper(word.text);
  });
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
  AgencyMemory* memory = AgencyMemory::Of(rules_);
  if (memory == nullptr) return FindParts(name, place);
  return memory->parts.Get(KeyOf(name, place), [&] { return FindParts(name, place); });
}

std::optional<NameParts> AgencyResolver::NearParts(std::string_view name, const PlaceContext& place) const {
  if (auto parts = Parts(name, place)) return parts;
  AgencyMemory* memory = AgencyMemory::Of(rules_);
  if (memory == nullptr) return FindNearParts(name, place);
  return memory->near_parts.Get(KeyOf(name, place), [&] { return FindNearParts(name, place); });
}

std::optional<NameParts> AgencyResolver::FindParts(std::string_view name, const PlaceContext& place) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  if (auto parts = PartsOf(words, words.size(), capitals, place, false)) return parts;
  const auto written_out = [](const NameWord& word) { return word.expanded; };
  if (capitals || std::any_of(words.begin(), words.end(), written_out)) {
    const NameWords plain = names_.PlainWords(name);  // aliases that are abbreviations: "SYT tỉnh"
    if (auto parts = PartsOf(plain, plain.size(), capitals, place, false)) return parts;
  }
  return WithSuffix(words);
}

NearEntry AgencyResolver::Lookup(const std::string& key, bool near) const {
  if (key.empty()) return {};
  return near ? names_.FindNear(key) : NearEntry{names_.Find(key), 0, {}};
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
  const NearEntry with_kind = kind.empty() ? NearEntry{} : Lookup(base + " " + LooseKey(kind), near);
  if (with_kind.entry != nullptr && EndsWith(with_kind.entry->name, kind)) {
    NameParts parts{with_kind.entry, {}, true, "", near, with_kind.distance};
    if (!unit.name.empty()) parts.units.push_back(unit);
    if (!unit.name.empty()) parts.units.back().kind = kind;
    return parts;
  }
  const NearEntry found = Lookup(base, near);
  const AgencyEntry* entry = found.entry;
  const bool second_kind = entry != nullptr && unit.name.empty() && !KindAtEnd(entry->name).empty();
  if (entry != nullptr && entry->local && !second_kind)
    return NameParts{entry, {unit}, false, "", near, found.distance};
  return std::nullopt;
}

std::optional<NameParts> AgencyResolver::PartsOf(const NameWords& words, size_t end, bool capitals,
                                                 const PlaceContext& place, bool nested) const {
  if (const AgencyEntry* entry = names_.Find(JoinKeys(words, 0, end)))
    return NameParts{entry, {}, false, "", false, 0};
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
    if (words[at - 1].text.back() == ',') continue;  // "Văn phòng Đăng ký đất đai, Chi nhánh …" are two
    const AgencyEntry* entry = names_.Find(JoinKeys(words, 0, at));
    if (entry == nullptr) continue;
    const std::string suffix = JoinText(words, at, words.size());
    if (rules_.Full("agency_suffix", suffix)) return NameParts{entry, {}, false, suffix, false, 0};
  }
  return std::nullopt;
}

// "Ban CHQS Trường" is no damaged "Ban Chỉ huy Quân sự phường", "Đội Cảnh sát giao thông" no damaged "Cục Cảnh sát giao thông": both end,
// or begin, with words of groups and offices, of other letters.
bool AgencyResolver::IsOfAnotherKind(const std::string& key, const std::string& name) const {
  const auto is_in = [&](const char* list, const std::string& word) {
    const std::vector<std::string>& known = rules_.List(list);
    return std::any_of(known.begin(), known.end(), [&](const std::string& other) { return LooseKey(other) == word; });
  };
  const auto ends = [&](const std::string& word) { return is_in("agency_words", word); };
  const auto begins = [&](const std::string& word) { return is_in("toned_heads", word) || is_in("chief_of", word); };
  const auto differ = [](const std::string& own, const std::string& other, const auto& known) {
    return own != other && StripDiacritics(own) != StripDiacritics(other) && known(own) && known(other);
  };
  const auto first = [](const std::string& text) { return text.substr(0, text.find(' ')); };
  const auto last = [](const std::string& text) { return text.substr(text.rfind(' ') + 1); };
  return differ(last(key), last(name), ends) || differ(first(key), first(name), begins);
}

std::optional<NameParts> AgencyResolver::FindNearParts(std::string_view name, const PlaceContext& place) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  if (!capitals && HasShortAcronym(words)) return std::nullopt;
  for (const UnitPhrase& unit : units_.AtEnd(words, words.size(), capitals, place)) {
    if (unit.words >= words.size()) continue;
    if (auto parts = WithUnit(words, words.size(), unit, true)) return parts;
  }
  const std::string key = JoinKeys(words, 0, words.size());
  const NearEntry found = names_.FindNear(key);
  if (found.entry == nullptr || IsOfAnotherKind(key, LooseKey(found.entry->name))) return std::nullopt;
  return NameParts{found.entry, {}, false, "", true, found.distance};
}

std::vector<NearName> AgencyResolver::Rivals(std::string_view name, const PlaceContext& place) const {
  const bool capitals = InCapitals(name);
  const NameWords words = names_.Words(name, capitals);
  std::vector<std::string> keys{JoinKeys(words, 0, words.size())};
  for (const UnitPhrase& unit : units_.AtEnd(words, words.size(), capitals, place)) {
    if (unit.words < words.size()) keys.push_back(JoinKeys(words, 0, words.size() - unit.words));
  }
  std::vector<NearName> rivals;
  for (const std::string& key : keys) {
    const NearEntry found = Lookup(key, true);
    for (const AgencyEntry* entry : found.rivals) rivals.push_back({entry->name, found.distance});
    if (!rivals.empty()) break;
  }
  return rivals;
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
    std::string kind = unit.kind;
    if (i == 0 && parts.kind_in_entry) name.resize(name.size() - std::min(name.size(), kind.size()));
    if (i > 0) name += ",";
    if (kind.empty() && unit.unit != nullptr && unit.unit->kind != ToLower(unit.unit->kind)) {
      kind = unit.unit->kind;  // "Thành phố Hồ Chí Minh" is one name
    }
    std::string own = unit.name;
    if (!own.empty() && own == ToLower(own)) own = ProperName(own);  // was in capitals
    if (!own.empty() && Units::IsFigure(own)) kind = Capitalise(kind);  // NĐ 30/2020, annex II: "Quận 1"
    if (!kind.empty() && (name.empty() || name.back() != ' ')) name += " ";
    name += kind;
    if (!own.empty()) name += (name.empty() || name.back() == ' ' ? "" : " ") + own;
  }
  if (!parts.suffix.empty()) {
    const bool was_capitals = parts.suffix == ToLower(parts.suffix);
    const std::string own = was_capitals ? ProperName(parts.suffix) : parts.suffix;
    const size_t first = own.find(' ');
    const bool small = was_capitals && !own.starts_with("Chi nhánh");  // "khu vực XIII"
    name += " " + (small ? ToLower(own.substr(0, first)) + own.substr(std::min(first, own.size())) : own);
  }
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

// "Viettel Kiên Giang" goes on without the province, "Ban Quản lý Khu kinh tế Phú Quốc" without the district.
bool AgencyResolver::EndsWithUnit(const NameParts& parts, const UnitEntry& unit) const {
  const std::string& level = parts.entry->level;
  if (level == "enterprise") return false;
  return parts.kind_in_entry || units_.LevelOf(unit) == UnitLevel::kProvince ||
         (level != "province" && level != "central");
}

AgencyLife AgencyResolver::LifeOf(const NameParts& parts) const {
  const auto given = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string>(text);
  };
  const AgencyEntry& entry = *parts.entry;
  AgencyLife life{given(entry.valid_from), given(entry.valid_to), {}, {}};
  std::optional<NameParts> next;
  if (!entry.successor.empty()) next = SuccessorOf(parts, *names_.ById(entry.successor));
  for (const UnitPhrase& unit : parts.units) {
    if (unit.unit == nullptr || !EndsWithUnit(parts, *unit.unit)) continue;
    const UnitEntry& place = *unit.unit;
    life.from = std::max(life.from, given(place.valid_from));  // nothing is before every day
    if (place.valid_to.empty() || (life.to && *life.to <= place.valid_to)) continue;
    life.to = place.valid_to;
    next = place.successor.empty() ? std::nullopt : InProvince(parts, place.successor);
  }
  if (!life.to || !next) return life;
  life.successor_id = IdOf(*next);
  life.successor = NameOf(*next);
  return life;
}

// The body that took over an agency's work, in the same place where it is of the same level.
std::optional<NameParts> AgencyResolver::SuccessorOf(const NameParts& parts, const AgencyEntry& next) const {
  NameParts successor{&next, {}, false, "", false, 0};
  if (!parts.NamesPlace()) return successor;
  const UnitPhrase& unit = parts.units.front();
  const std::string own = unit.unit != nullptr ? unit.unit->kind : unit.kind, kind = KindAtEnd(next.name);
  const std::string bare =
      kind.empty() ? next.name
                   : next.name.substr(0, next.name.size() - std::min(next.name.size(), kind.size() + 1));
  const AgencyEntry* same_kind = names_.Find(LooseKey(bare + " " + own));
  if (same_kind != nullptr && EndsWith(same_kind->name, own)) {  // "Thuế tỉnh", "Thuế thành phố"
    successor.entry = same_kind;
    successor.units = parts.units;
    successor.kind_in_entry = true;
  } else if (kind.empty() && next.local) {
    successor.units = parts.units;
    if (successor.units.front().kind.empty()) successor.units.front().kind = own;
  }
  return successor;
}

// The same agency of another province, which may be of another kind: "Ủy ban nhân dân tỉnh Bình Dương" is
// followed by "Ủy ban nhân dân Thành phố Hồ Chí Minh".
std::optional<NameParts> AgencyResolver::InProvince(const NameParts& parts,
                                                    const std::string& province) const {
  const UnitEntry* unit = units_.Find(province, "", "");
  if (unit == nullptr || !unit->province.empty() || parts.units.size() != 1) return std::nullopt;
  NameParts moved{
      parts.entry, {{0, unit->kind, unit->name, unit}}, parts.kind_in_entry, parts.suffix, false, 0};
  if (!parts.kind_in_entry) {
    if (parts.units.front().kind.empty()) moved.units.front().kind.clear();  // "Tỉnh ủy Kiên Giang"
    return moved;
  }
  const std::string kind = KindAtEnd(parts.entry->name);
  const std::string bare = parts.entry->name.substr(0, parts.entry->name.size() - kind.size());
  moved.entry = names_.Find(LooseKey(bare + unit->kind));
  if (moved.entry == nullptr || !EndsWith(moved.entry->name, unit->kind)) return std::nullopt;
  return moved;
}

Agency AgencyResolver::AgencyOf(const NameParts& parts, const std::string& printed) const {
  Agency agency{IdOf(parts), NameOf(parts), printed, LifeOf(parts), {}};
  if (parts.near) agency.near = {{parts.entry->name, parts.distance}};
  return agency;
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
