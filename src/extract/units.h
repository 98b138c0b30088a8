// Administrative units (tỉnh, huyện, xã …) in names of agencies. Private to the room.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/agencies.h"
#include "extract/agency_names.h"
#include "rules/rules.h"

namespace trichluc {

// Levels of local government.
enum class UnitLevel { kNone, kProvince, kDistrict, kCommune };

// "… thành phố Rạch Giá", "… tỉnh", "… Kiên Giang" at the end of a name.
struct UnitPhrase {
  size_t words = 0;                 // how many of the name's words it takes
  std::string kind;                 // canonical, "" when not printed
  std::string name;                 // canonical, "" when only the kind is printed
  const UnitEntry* unit = nullptr;  // null: a name that the list does not have
};

class Units {
 public:
  explicit Units(const RuleSet& rules);

  static bool IsFigure(const std::string& name);  // "1", "12": units that are called by a number

  // The canonical kind of a printed one ("TP.", "tinh"), "" when it is none.
  std::string KindOf(const std::string& printed) const;
  UnitLevel LevelOf(const UnitEntry& unit) const;
  UnitLevel LevelOfKind(const std::string& kind) const;  // of a city: district

  // The unit of this name; of several the one of that kind, then of that province, then the highest. With a
  // province or kind given that fits none, null.
  const UnitEntry* Find(const std::string& name, const std::string& kind, const std::string& province) const;
  // The one district unit of this name that bore another kind than the listed one: a town (thị xã) that is listed as the city it
  // became (Đồng Xoài, Sa Đéc); the one of that province first. Null for communes, and where there are several.
  const UnitEntry* FindRaised(const std::string& name, const std::string& kind, const std::string& province) const;
  // The one unit of this kind whose name differs by marks, by blanks that were lost ("Nhatrang") or, where it is no commune, by one
  // letter; null when there is none or several, and for communes whose name is made of syllables: it may be that of one that is no more.
  const UnitEntry* FindNear(const std::string& name, const std::string& kind,
                            const std::string& province) const;
  // Another unit of this name and level lies in another province ("huyện Châu Thành").
  bool IsAmbiguous(const UnitEntry& unit, const std::string& kind) const;

  // Unit phrases at the end of the words [0, end), the most telling first: kind and name, name, kind.
  // `capitals`: the text was printed in capitals, so that small letters say nothing.
  std::vector<UnitPhrase> AtEnd(const NameWords& words, size_t end, bool capitals,
                                const PlaceContext& place) const;

  // "tỉnh Kiên Giang"; the kind that belongs to the unit where none is given.
  static std::string Full(const UnitEntry& unit) { return unit.kind + " " + unit.name; }

 private:
  struct Kind {
    std::string kind, level;
  };
  Kind FindKind(const std::string& printed) const;

  const RuleSet& rules_;
  mutable std::mutex kinds_mutex_;
  mutable std::unordered_map<std::string, Kind>
      kinds_;  // of what was asked for: names of agencies ask over and over
  std::vector<std::pair<std::u32string, const std::vector<const UnitEntry*>*>> letters_;  // of by_letters_
  std::unordered_map<std::string, std::vector<const UnitEntry*>> by_name_;                // LooseKey
  std::unordered_map<std::string, std::vector<const UnitEntry*>> by_letters_;  // name without marks
  size_t longest_ = 1;                                                         // words of a name
};

}  // namespace trichluc
