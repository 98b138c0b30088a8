#include "extract/letterhead.h"

#include "extract/printed_names.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Does the name say the kind itself ("Tỉnh ủy", "Huyện đoàn")? Then the unit's name alone follows. "Văn hóa - Xã hội" says none.
bool SaysKind(const std::string& name, const std::string& kind) {
  const std::string key = FoldKey(name) + " ", word = FoldKey(kind.substr(0, kind.find(' '))) + " ";
  for (size_t at = key.find(word); at != std::string::npos; at = key.find(word, at + 1)) {
    const bool society = word == "xã " && std::string_view(key).substr(at).starts_with("xã hội ");
    if ((at == 0 || key[at - 1] == ' ') && !society) return true;
  }
  return false;
}

// "VĂN PHÒNG" under "UBND TỈNH PHÚ THỌ", "BAN TỔ CHỨC" under "TỈNH ỦY KIÊN GIANG": the registered agency
// whose name is made of both.
std::optional<NameParts> Combined(const AgencyResolver& resolver, const std::string& issuer,
                                  const NameParts& parent, const PlaceContext& place) {
  const NameParts bare{parent.entry, {}, false, "", false, 0};
  auto parts = resolver.Parts(ToLower(issuer) + " " + resolver.NameOf(bare), place);
  if (!parts || !parts->units.empty() || !parts->suffix.empty()) return std::nullopt;
  parts->units = parent.units;
  parts->kind_in_entry = parent.kind_in_entry;
  return parts;
}

}  // namespace

struct Letterhead::Lines {
  std::string printed, core, parent_core;
  std::optional<NameParts> parts, parent;
  std::string name;  // of the issuer without a place
  PlaceContext place;
};

// "SỞ Y TẾ KIÊN GIANG" is "Sở Y tế tỉnh Kiên Giang"; names of enterprises have no kind, and a school's has what stands there.
void Letterhead::AddKind(NameParts& parts) const {
  UnitPhrase& unit = parts.units.front();
  const bool office = parts.entry->local && parts.entry->level != "enterprise";
  if (!office || !unit.kind.empty() || unit.unit == nullptr) return;
  const std::string first = parts.entry->name.substr(0, parts.entry->name.find(' '));
  if (first == "Trường") return;
  const bool says_one =
      rules_.First("kind_in_name", first).has_value();  // "Thành ủy" is of a city, whatever lies there
  if (!says_one && !SaysKind(parts.entry->name, unit.unit->kind)) unit.kind = unit.unit->kind;
}

// "NGÂN HÀNG NHÀ NƯỚC CHI NHÁNH …": the bank's name as the line has it.
Agency Letterhead::Answer(const Lines& lines, const NameParts& parts) const {
  Agency agency = resolver_.AgencyOf(parts, lines.printed);
  if (!parts.near && !parts.suffix.empty()) agency.name = AsPrinted(resolver_.names().Words(lines.core, true), agency.name, rules_);
  return agency;
}

// A name that says nothing without its superior's: "VĂN PHÒNG" under "BỘ Y TẾ".
std::optional<Agency> Letterhead::Dependent(const Lines& lines) const {
  const auto dependent = rules_.Full("issuer_dependent", lines.core);
  if (!dependent || lines.parent_core.empty()) return std::nullopt;
  const std::string above = Issuer(lines.parent_core, "", lines.place).name;
  if (dependent->Get("order") == "behind")
    return Agency{std::nullopt, above + " " + lines.name, lines.printed};
  return Agency{std::nullopt, lines.name + " " + above, lines.printed};
}

// The unit that completes a name without one: of the superior line, else, for an agency that every place has,
// of the letterhead's place. A name of its own ("Trường THPT Nguyễn Trung Trực" under a sở) needs none; under
// an UBND it gets one.
std::optional<UnitPhrase> Letterhead::Seat(const Lines& lines) const {
  if (!lines.parts && lines.parent && !lines.parent->kind_in_entry) return std::nullopt;
  const std::vector<UnitPhrase> above = resolver_.UnitsOf(lines.parent_core, lines.place);
  if (!above.empty() && !above.front().name.empty()) {
    UnitPhrase unit = above.front();
    if (unit.kind.empty() && unit.unit != nullptr) unit.kind = unit.unit->kind;
    if (unit.unit == nullptr && unit.name == ToLower(unit.name)) unit.name = resolver_.ProperName(unit.name);  // a town that no list has
    return unit;
  }
  const bool local = lines.parts && lines.parts->entry->local;
  const bool under_local = lines.parent && lines.parent->entry->local;
  if (local && (lines.parent_core.empty() || under_local)) {
    return resolver_.UnitOfPlace(lines.parts->entry->level, lines.place);
  }
  return under_local ? resolver_.UnitOfPlace(lines.parent->entry->level, lines.place) : std::nullopt;
}

Agency Letterhead::Issuer(std::string_view printed, std::string_view parent,
                          const PlaceContext& place) const {
  Lines lines;
  lines.printed = Normalise(printed);
  lines.core = lists_.Strip(lines.printed);
  lines.parent_core = lists_.Strip(Normalise(parent));
  lines.place = place;
  lines.parts = resolver_.NearParts(lines.core, place);
  if (!lines.parent_core.empty()) lines.parent = resolver_.NearParts(lines.parent_core, place);
  lines.name = lines.parts ? resolver_.NameOf(*lines.parts) : resolver_.Fallback(lines.core);
  const bool placed = lines.parts && lines.parts->NamesPlace();

  if (lines.parent && !placed) {
    if (const auto combined = Combined(resolver_, lines.core, *lines.parent, place))
      return Answer(lines, *combined);
  }
  if (placed) {
    AddKind(*lines.parts);
    return Answer(lines, *lines.parts);
  }
  if (const auto dependent = Dependent(lines)) return *dependent;
  if (!lines.parts && !lines.parent_core.empty()) {  // "HỘI CỰU THANH NIÊN XUNG PHONG TỈNH" under "… TỈNH ĐỒNG THÁP"
    for (const UnitPhrase& of : resolver_.UnitsOf(lines.parent_core, place)) {
      if (!of.name.empty() && !of.kind.empty() && FoldKey(lines.core).ends_with(" " + FoldKey(of.kind)))
        return {std::nullopt, lines.name + " " + of.name, lines.printed};
    }
  }
  if (!lines.parts && !resolver_.UnitsOf(lines.core, place).empty())
    return {std::nullopt, lines.name, lines.printed};
  if (lines.parts && resolver_.CompleteKind(*lines.parts, place)) return Answer(lines, *lines.parts);

  std::optional<UnitPhrase> unit = !lines.parts && rules_.First("issuer_own_name", lines.core) ? std::nullopt : Seat(lines);
  if (!lines.parts && unit && FoldKey(lines.core).ends_with(" " + FoldKey(unit->name))) unit.reset();  // "TRƯỜNG CAO ĐẲNG NGHỀ ĐỒNG THÁP"
  if (!lines.parts)
    return {std::nullopt,
            unit ? lines.name + " " + unit->kind + " " + unit->name : lines.name,
            lines.printed,
            {},
            resolver_.Rivals(lines.core, place)};
  if (unit && lines.parts->units.empty()) {
    if (SaysKind(lines.parts->entry->name, unit->kind)) unit->kind.clear();
    lines.parts->units.push_back(*unit);
  } else if (unit && !lines.parts->NamesPlace() && FoldKey(lines.parts->units.front().kind) == FoldKey(unit->kind)) {
    lines.parts->units.front() = *unit;  // "CÔNG ĐOÀN VIÊN CHỨC TỈNH" under "… TỈNH ĐỒNG THÁP"
  }
  return Answer(lines, *lines.parts);
}

void Letterhead::Take(const UnitPhrase& phrase, PlaceContext& found) const {
  if (phrase.name.empty()) return;
  if (phrase.unit == nullptr) {
    if (found.commune.empty()) found.commune = resolver_.ProperName(phrase.name);
    return;
  }
  const Units& units = resolver_.units();
  const UnitLevel level = units.LevelOf(*phrase.unit);
  std::string& slot = level == UnitLevel::kProvince   ? found.province
                      : level == UnitLevel::kDistrict ? found.district
                                                      : found.commune;
  if (slot.empty()) slot = phrase.unit->name;
  if (level == UnitLevel::kProvince || !found.province.empty()) return;
  // Communes are listed as they are today: beside a district, which ended in 2025, they say nothing.
  if (level == UnitLevel::kCommune && !found.district.empty()) return;
  if (!units.IsAmbiguous(*phrase.unit, phrase.kind)) found.province = phrase.unit->province;
}

PlaceContext Letterhead::PlaceOf(std::string_view issuer, std::string_view parent,
                                 std::string_view place) const {
  PlaceContext found;
  for (std::string_view line : {parent, issuer}) {
    const std::string core = lists_.Strip(Normalise(line));
    if (core.empty()) continue;
    for (const UnitPhrase& phrase : resolver_.UnitsOf(core, found)) Take(phrase, found);
  }
  if (!found.province.empty()) return found;
  const std::string printed = Normalise(place);
  if (const auto whole = resolver_.WholeUnit(printed, found)) {
    Take(*whole, found);
  } else if (const UnitEntry* unit = resolver_.units().Find(printed, "", "")) {
    Take({0, "", unit->name, unit}, found);
  }
  return found;
}

}  // namespace trichluc
