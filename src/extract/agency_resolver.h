// A printed name → the registered agency and the units it names. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/agencies.h"
#include "extract/agency_names.h"
#include "extract/letter_case.h"
#include "extract/units.h"

namespace trichluc {

// What a name consists of: "Ủy ban nhân dân huyện" + "Gò Quao"; "Sở Y tế" + "tỉnh".
struct NameParts {
  const AgencyEntry* entry = nullptr;
  std::vector<UnitPhrase> units;  // in the order of the name
  bool kind_in_entry = false;     // the kind of units[0] is the last word of the entry's name
  std::string suffix;             // "chi nhánh Kiên Giang"
  bool near = false;              // found by small differences,
  double distance = 0;            // so many letters; a mark counts half

  bool NamesPlace() const { return !units.empty() && !units.front().name.empty(); }
};

class AgencyResolver {
 public:
  explicit AgencyResolver(const RuleSet& rules);

  // The parts of a whole name; nothing when it is not registered. `place` chooses among units of one name.
  std::optional<NameParts> Parts(std::string_view name, const PlaceContext& place) const;
  // The same, also for damaged names.
  std::optional<NameParts> NearParts(std::string_view name, const PlaceContext& place) const;
  // The registered names that a damaged one is equally near to, so that NearParts takes none of them.
  std::vector<NearName> Rivals(std::string_view name, const PlaceContext& place) const;

  // The text is a unit with its kind: "Thành phố Hà Tiên".
  std::optional<UnitPhrase> WholeUnit(std::string_view name, const PlaceContext& place) const;
  // All unit phrases with a name at the end of the text, the last first.
  std::vector<UnitPhrase> UnitsOf(std::string_view name, const PlaceContext& place) const;

  // The canonical name, without completion.
  std::string NameOf(const NameParts& parts) const;
  std::string IdOf(const NameParts& parts) const;

  // When it was, and what followed: of the agency in general or of its province, whichever ended first.
  AgencyLife LifeOf(const NameParts& parts) const;

  // The agency of these parts.
  Agency AgencyOf(const NameParts& parts, const std::string& printed) const;
  // A name that ends in "tỉnh" goes on with "Kiên Giang"; false when it ends otherwise or the place has no
  // such unit.
  bool CompleteKind(NameParts& parts, const PlaceContext& place) const;
  // The unit that the place gives to a local agency of this level.
  std::optional<UnitPhrase> UnitOfPlace(const std::string& level, const PlaceContext& place) const;

  // A name that is not registered: abbreviations written out, capitals in normal case.
  std::string Fallback(std::string_view name) const;
  // A place's name in any case: "THẠNH LỘC", "thạnh lộc" → "Thạnh Lộc".
  std::string ProperName(const std::string& name) const;

  const Units& units() const { return units_; }
  const AgencyNames& names() const { return names_; }

 private:
  std::optional<NameParts> FindParts(std::string_view name, const PlaceContext& place) const;
  bool IsOfAnotherKind(const std::string& key, const std::string& name) const;
  std::optional<NameParts> FindNearParts(std::string_view name, const PlaceContext& place) const;  // by small differences alone
  std::optional<NameParts> PartsOf(const NameWords& words, size_t end, bool capitals,
                                   const PlaceContext& place, bool nested) const;
  std::optional<NameParts> WithUnit(const NameWords& words, size_t end, const UnitPhrase& unit,
                                    bool near) const;
  std::optional<NameParts> WithSuffix(const NameWords& words) const;
  UnitLevel LevelOf(const UnitPhrase& unit) const;
  std::string KindAtEnd(const std::string& name) const;
  bool EndsWithUnit(const NameParts& parts, const UnitEntry& unit) const;
  NearEntry Lookup(const std::string& key, bool near) const;
  std::optional<NameParts> SuccessorOf(const NameParts& parts, const AgencyEntry& next) const;
  std::optional<NameParts> InProvince(const NameParts& parts, const std::string& province) const;

  const RuleSet& rules_;
  AgencyNames names_;
  Units units_;
  LetterCase letter_case_;
};

// Is the text printed in capitals? Two words or more, one of them no abbreviation: "SỞ Y TẾ", not "SYT" or
// "TT. QLCL".
bool InCapitals(std::string_view text);

}  // namespace trichluc
