#include "extract/agencies.h"

#include <algorithm>

#include "extract/agency_lists.h"
#include "extract/agency_resolver.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLongestName = 200;        // letters of a text that may name one agency
constexpr size_t kLongestLeadingName = 20;  // words

std::string OneLine(std::string_view text) { return Normalise(text); }

bool StartsUpper(const std::string& text) {
  const std::u32string points = ToCodePoints(text);
  return !points.empty() && IsUpper(FromCodePoints({points.front()}));
}

}  // namespace

struct AgencyRegistry::Impl {
  explicit Impl(std::shared_ptr<const RuleSet> set)
      : rules(std::move(set)),
        resolver(*rules),
        lists(*rules, [this](const std::string& text) { return Registered(text); }) {}

  bool Registered(const std::string& text) const {
    return Length(text) <= kLongestName && (resolver.Parts(text, {}) || resolver.WholeUnit(text, {}));
  }

  Agency ResolveCore(const std::string& core, const std::string& printed, const PlaceContext& place) const;
  std::string OfficeName(const std::string& core, const PlaceContext& place) const;

  std::shared_ptr<const RuleSet> rules;
  AgencyResolver resolver;
  AgencyLists lists;
};

AgencyRegistry::AgencyRegistry(std::shared_ptr<const RuleSet> rules)
    : impl_(std::make_unique<Impl>(std::move(rules))) {}
AgencyRegistry::~AgencyRegistry() = default;

// "Chủ tịch UBND tỉnh" → "Chủ tịch" and the agency written out; "" when no office stands in front.
std::string AgencyRegistry::Impl::OfficeName(const std::string& core, const PlaceContext& place) const {
  const auto officer = rules->First("agency_officer", core);
  if (!officer) return "";
  return resolver.Fallback(officer->Get("officer")) + " " +
         ResolveCore(officer->Get("agency"), core, place).name;
}

Agency AgencyRegistry::Impl::ResolveCore(const std::string& core, const std::string& printed,
                                         const PlaceContext& place) const {
  if (Length(core) > kLongestName) return {std::nullopt, core, printed};
  auto named = [&](NameParts parts) {
    resolver.CompleteKind(parts, place);
    return Agency{resolver.IdOf(parts), resolver.NameOf(parts), printed};
  };
  if (lists.IsGroup(core)) return {std::nullopt, resolver.Fallback(core), printed};
  if (auto parts = resolver.Parts(core, place)) return named(*parts);
  if (const auto unit = resolver.WholeUnit(core, place)) {
    return {std::nullopt, unit->unit != nullptr ? Units::Full(*unit->unit) : unit->kind + " " + unit->name,
            printed};
  }
  const std::string office = OfficeName(core, place);
  if (!office.empty()) return {std::nullopt, office, printed};
  if (auto parts = resolver.NearParts(core, place)) return named(*parts);
  return {std::nullopt, resolver.Fallback(core), printed};
}

Agency AgencyRegistry::Resolve(std::string_view printed, const PlaceContext& place) const {
  const std::string text = OneLine(printed);
  return impl_->ResolveCore(impl_->lists.Strip(text), text, place);
}

std::vector<Agency> AgencyRegistry::ResolveList(std::string_view text, const PlaceContext& place) const {
  std::vector<Agency> agencies;
  for (const AgencyPiece& piece : impl_->lists.Split(text)) {
    const std::string name = impl_->lists.Strip(piece.name);
    if (ToLower(name) == ToUpper(name)) continue;  // no letters
    agencies.push_back(
        impl_->ResolveCore(piece.head.empty() ? name : piece.head + " " + name, piece.printed, place));
  }
  return agencies;
}

std::optional<LeadingAgency> AgencyRegistry::ResolveLeading(std::string_view text,
                                                            const PlaceContext& place) const {
  // Ends of the first words; a line break is a blank.
  std::vector<size_t> ends;
  size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  for (size_t at = begin; at < text.size() && ends.size() < kLongestLeadingName;) {
    const size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    if (end > at) ends.push_back(end);
    at = end + 1;
  }
  auto result = [&](size_t end, bool registered) -> LeadingAgency {
    const std::string printed = OneLine(text.substr(begin, end - begin));
    return {Resolve(printed, place), end, registered};
  };
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    size_t last = *end;
    while (last > begin && std::string_view(",.;:)\"").find(text[last - 1]) != std::string_view::npos) --last;
    const std::string name = OneLine(text.substr(begin, last - begin));
    const size_t word = name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1;
    if (LooseKey(name.substr(word)).empty()) continue;  // "Bộ Y tế và"
    const auto parts = impl_->resolver.Parts(name, place);
    if (!parts) continue;
    const bool guessed = std::any_of(parts->units.begin(), parts->units.end(), [](const UnitPhrase& unit) {
      return unit.unit == nullptr && !unit.name.empty();
    });
    if (!guessed) return result(last, true);
  }
  const std::string rest(text.substr(begin));
  if (const auto officer = impl_->rules->First("agency_officer", OneLine(rest).substr(0, 2 * kLongestName))) {
    const size_t at = begin + officer->groups.at("agency").begin;
    if (const auto inner = ResolveLeading(text.substr(std::min(at, text.size())), place);
        inner && inner->registered) {
      return result(at + inner->length, true);
    }
  }
  if (!StartsUpper(rest)) return std::nullopt;
  const auto stop = impl_->rules->First("reference_agency_end", rest);
  size_t end = stop ? stop->span.begin : rest.size();
  if (end == 0 || Length(rest.substr(0, end)) > kLongestName) return std::nullopt;
  return result(begin + end, false);
}

// --- issuers
// ------------------------------------------------------------------------------------------------------

namespace {

// "VĂN PHÒNG" under "UBND TỈNH PHÚ THỌ", "BAN TỔ CHỨC" under "TỈNH ỦY KIÊN GIANG": the registered agency
// whose name is made of both.
std::optional<NameParts> Combined(const AgencyResolver& resolver, const std::string& issuer,
                                  const NameParts& parent, const PlaceContext& place) {
  NameParts bare{parent.entry, {}, false, "", false};
  auto parts = resolver.Parts(ToLower(issuer) + " " + resolver.NameOf(bare), place);
  if (!parts || !parts->units.empty()) return std::nullopt;
  parts->units = parent.units;
  parts->kind_in_entry = parent.kind_in_entry;
  return parts;
}

// Does the name say the kind itself ("Tỉnh ủy", "Huyện đoàn")? Then the unit's name alone follows.
bool SaysKind(const std::string& name, const std::string& kind) {
  const std::string first = FoldKey(kind.substr(0, kind.find(' ')));
  return (" " + FoldKey(name) + " ").find(" " + first + " ") != std::string::npos;
}

}  // namespace

Agency AgencyRegistry::ResolveIssuer(std::string_view printed, std::string_view parent_printed,
                                     const PlaceContext& place) const {
  const AgencyResolver& resolver = impl_->resolver;
  const std::string text = OneLine(printed), core = impl_->lists.Strip(text);
  const std::string parent_core = impl_->lists.Strip(OneLine(parent_printed));
  const auto parent = parent_core.empty() ? std::nullopt : resolver.NearParts(parent_core, place);
  auto parts = resolver.NearParts(core, place);
  auto answer = [&](const NameParts& found) {
    return Agency{resolver.IdOf(found), resolver.NameOf(found), text};
  };

  if (parent && (!parts || !parts->NamesPlace())) {
    if (const auto combined = Combined(resolver, core, *parent, place)) return answer(*combined);
  }
  if (parts && parts->NamesPlace()) {
    UnitPhrase& unit = parts->units.front();
    const bool office = parts->entry->local && parts->entry->level != "enterprise";
    if (office && unit.kind.empty() && unit.unit != nullptr &&
        !SaysKind(parts->entry->name, unit.unit->kind)) {
      unit.kind = unit.unit->kind;  // "SỞ Y TẾ KIÊN GIANG"
    }
    return answer(*parts);
  }
  const std::string name = parts ? resolver.NameOf(*parts) : resolver.Fallback(core);
  if (const auto dependent = impl_->rules->Full("issuer_dependent", core);
      dependent && !parent_core.empty()) {
    const std::string above = ResolveIssuer(parent_printed, "", place).name;
    const bool behind = dependent->Get("order") == "behind";
    return {std::nullopt,
            behind ? above + " " + ToLower(name.substr(0, 1)) + name.substr(1) : name + " " + above, text};
  }
  if (!resolver.UnitsOf(core, place).empty())
    return {std::nullopt, name, text};  // an unregistered name with its place
  if (parts && resolver.CompleteKind(*parts, place)) return answer(*parts);

  // The place of the superior line, else, for an agency that every place has, that of the letterhead.
  const std::vector<UnitPhrase> above = resolver.UnitsOf(parent_core, place);
  std::optional<UnitPhrase> unit;
  if (!above.empty() && !above.front().name.empty()) unit = above.front();
  if (unit && unit->kind.empty() && unit->unit != nullptr) unit->kind = unit->unit->kind;
  const bool local = parts && parts->entry->local;
  const bool under_local = parent && parent->entry->local;
  if (!unit && (under_local || (local && parent_core.empty()))) {
    unit = resolver.UnitOfPlace(local ? parts->entry->level : parent->entry->level, place);
  }
  // A name of its own ("Trường THPT Nguyễn Trung Trực" under a sở) needs no place; under an UBND it gets one.
  if (!parts && parent && !parent->kind_in_entry) unit.reset();
  if (!unit || (parts && !parts->units.empty()))
    return {parts ? std::optional(resolver.IdOf(*parts)) : std::nullopt, name, text};
  if (parts) {
    if (SaysKind(parts->entry->name, unit->kind)) unit->kind.clear();
    parts->units.push_back(*unit);
    return answer(*parts);
  }
  return {std::nullopt, name + " " + unit->kind + " " + unit->name, text};
}

// --- places
// ---------------------------------------------------------------------------------------------------------

PlaceContext AgencyRegistry::PlaceOf(std::string_view issuer, std::string_view parent,
                                     std::string_view place) const {
  const AgencyResolver& resolver = impl_->resolver;
  const Units& units = resolver.units();
  PlaceContext found;
  auto take = [&](const UnitPhrase& phrase) {
    if (phrase.name.empty()) return;
    if (phrase.unit == nullptr) {
      if (found.commune.empty()) found.commune = resolver.Fallback(ToUpper(phrase.name));
      return;
    }
    const UnitLevel level = units.LevelOf(*phrase.unit);
    std::string& slot = level == UnitLevel::kProvince   ? found.province
                        : level == UnitLevel::kDistrict ? found.district
                                                        : found.commune;
    if (slot.empty()) slot = phrase.unit->name;
    // Communes are listed as they are today: beside a district, which ended in 2025, they say nothing.
    const bool says_province =
        (level == UnitLevel::kDistrict || (level == UnitLevel::kCommune && found.district.empty())) &&
        !units.IsAmbiguous(*phrase.unit, phrase.kind);
    if (says_province && found.province.empty()) found.province = phrase.unit->province;
  };
  for (std::string_view line : {parent, issuer}) {
    const std::string core = impl_->lists.Strip(OneLine(line));
    if (core.empty()) continue;
    for (const UnitPhrase& phrase : resolver.UnitsOf(core, found)) take(phrase);
  }
  if (!found.province.empty()) return found;
  const std::string printed = OneLine(place);
  if (const auto whole = resolver.WholeUnit(printed, found)) {
    take(*whole);
  } else if (const UnitEntry* unit = units.Find(printed, "", "")) {
    take({0, "", unit->name, unit});
  }
  return found;
}

double AgencyRegistry::Likelihood(std::string_view text) const {
  constexpr double kRegistered = 1, kGroup = 0.9, kUnit = 0.8, kNear = 0.8, kHead = 0.6;
  const std::string line = OneLine(text);
  if (line.empty() || Length(line) > 3 * kLongestName) return 0;
  const std::vector<AgencyPiece> pieces = impl_->lists.Split(text);
  double sum = 0;
  for (const AgencyPiece& piece : pieces) {
    const std::string name = impl_->lists.Strip(piece.name);
    const std::string full = piece.head.empty() ? name : piece.head + " " + name;
    const auto words = static_cast<size_t>(std::count(full.begin(), full.end(), ' ')) + 1;
    if (impl_->resolver.Parts(full, {})) {
      sum += kRegistered;
    } else if (piece.group && words <= 24) {
      sum += kGroup;
    } else if (impl_->resolver.WholeUnit(full, {})) {
      sum += kUnit;
    } else if (words <= 16 && impl_->resolver.NearParts(full, {})) {
      sum += kNear;
    } else if (words <= 16 && impl_->lists.StartsAgency(full)) {
      sum += kHead;
    }
  }
  return pieces.empty() ? 0 : sum / static_cast<double>(pieces.size());
}

}  // namespace trichluc
