#include "extract/units.h"
#include "extract/letter_case.h"

#include <algorithm>

#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kMostKinds = 20000;  // words remembered with the kind of unit that they are, or with none
constexpr size_t kLongestUnknownName =
    4;  // words of a unit's name that the list does not have: "Ea H'leo", "Thạnh Trị"

// All words with capitals, no comma between them, or a figure alone.
bool IsProperName(const NameWords& words, size_t begin, size_t end, bool capitals) {
  if (end == begin + 1 && Units::IsFigure(words[begin].key)) return true;
  for (size_t i = begin; i < end; ++i) {
    if (words[i].key.empty() || (!capitals && !StartsUpper(words[i].text))) return false;
    if (i + 1 < end && words[i].text.find_first_of(",.;:") != std::string::npos) return false;
  }
  return true;
}

std::string WithoutStop(std::string text) {
  while (!text.empty() && std::string_view(",.;:").find(text.back()) != std::string_view::npos)
    text.pop_back();
  return text;
}

// Each of its words can be one of the language.
bool AllSyllables(const std::string& name) {
  const std::string folded = FoldKey(name);
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at && !IsSyllable(std::string_view(folded).substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

bool HasLetter(const std::string& text) { return ToLower(text) != ToUpper(text); }

}  // namespace

Units::Units(const RuleSet& rules) : rules_(rules) {
  for (const UnitEntry& unit : rules.units()) {
    const std::string key = LooseKey(unit.name);
    by_name_[key].push_back(&unit);
    by_letters_[StripDiacritics(key)].push_back(&unit);
    longest_ = std::max(longest_, static_cast<size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
  }
  for (const auto& [letters, units] : by_letters_) letters_.emplace_back(ToCodePoints(letters), &units);
}

Units::Kind Units::FindKind(const std::string& printed) const {
  const std::lock_guard lock(kinds_mutex_);
  const auto known = kinds_.find(printed);
  if (known != kinds_.end()) return known->second;
  if (kinds_.size() >= kMostKinds) kinds_.clear();
  const auto match = rules_.Full("unit_kind", printed);
  return kinds_.emplace(printed, match ? Kind{match->Get("kind"), match->Get("level")} : Kind{})
      .first->second;
}

bool Units::IsFigure(const std::string& name) {
  return !name.empty() && name.size() <= 2 && name.find_first_not_of("0123456789") == std::string::npos;
}

std::string Units::KindOf(const std::string& printed) const { return FindKind(printed).kind; }

UnitLevel Units::LevelOf(const UnitEntry& unit) const {
  if (unit.province.empty()) return UnitLevel::kProvince;
  return LevelOfKind(unit.kind) == UnitLevel::kCommune ? UnitLevel::kCommune : UnitLevel::kDistrict;
}

UnitLevel Units::LevelOfKind(const std::string& kind) const {
  const auto [canonical, level] = FindKind(kind);
  if (canonical.empty() && level.empty()) return UnitLevel::kNone;
  return level == "province"  ? UnitLevel::kProvince
         : level == "commune" ? UnitLevel::kCommune
                              : UnitLevel::kDistrict;
}

const UnitEntry* Units::Find(const std::string& name, const std::string& kind,
                             const std::string& province) const {
  const auto found = by_name_.find(LooseKey(name));
  if (found == by_name_.end()) return nullptr;
  auto rank = [&](const UnitEntry* unit) {
    int points = unit->province.empty() ? 3 : LevelOf(*unit) == UnitLevel::kDistrict ? 2 : 1;
    if (unit->valid_to.empty()) points += 1;
    // The province itself lies in it too: "Tỉnh ủy Bến Tre" is not of the city of that name.
    const std::string& own = unit->province.empty() ? unit->name : unit->province;
    if (!province.empty() && FoldKey(own) == FoldKey(province)) points += 10;
    return points;
  };
  const UnitEntry* best = nullptr;
  for (const UnitEntry* unit : found->second) {
    if (!kind.empty() && FoldKey(unit->kind) != FoldKey(kind)) continue;
    if (best == nullptr || rank(unit) > rank(best)) best = unit;
  }
  return best;
}

const UnitEntry* Units::FindRaised(const std::string& name, const std::string& kind, const std::string& province) const {
  const auto found = by_name_.find(LooseKey(name));
  if (found == by_name_.end() || LevelOfKind(kind) != UnitLevel::kDistrict) return nullptr;
  std::vector<const UnitEntry*> own, all;
  for (const UnitEntry* unit : found->second) {
    if (LevelOf(*unit) != UnitLevel::kDistrict) continue;
    all.push_back(unit);
    if (FoldKey(unit->province) == FoldKey(province)) own.push_back(unit);
  }
  const auto& of = own.empty() ? all : own;
  return of.size() == 1 ? of.front() : nullptr;
}

const UnitEntry* Units::FindNear(const std::string& name, const std::string& kind,
                                 const std::string& province) const {
  constexpr size_t kShortest = 5;  // letters of a name that may have a wrong one
  // Communes are listed as they are today: a name of syllables may be one that is no more (xã Thuận Hóa is not xã Thuận Hòa).
  if (LevelOfKind(kind) == UnitLevel::kCommune && AllSyllables(name)) return nullptr;
  const std::string letters = StripDiacritics(LooseKey(name));
  const UnitEntry* best = nullptr;
  bool unique = true;
  auto is_own = [&](const UnitEntry* unit) {
    return !province.empty() && FoldKey(unit->province) == FoldKey(province);
  };
  auto consider = [&](const UnitEntry* unit) {
    if (FoldKey(unit->kind) != FoldKey(kind)) return;
    if (best == nullptr || (is_own(unit) && !is_own(best))) {
      best = unit;
      unique = true;
    } else if (is_own(unit) == is_own(best) && unit->name != best->name) {
      unique = false;
    }
  };
  if (const auto found = by_letters_.find(letters); found != by_letters_.end()) {
    for (const UnitEntry* unit : found->second) consider(unit);
  }
  if (best == nullptr && letters.size() >= kShortest && LevelOfKind(kind) != UnitLevel::kCommune) {
    const std::u32string points = ToCodePoints(letters);
    for (const auto& [other, all] : letters_) {
      if (EditDistance(points, other, 1) > 1) continue;
      for (const UnitEntry* unit : *all) consider(unit);
    }
  }
  const std::string last = FoldKey(name.substr(name.rfind(' ') + 1));
  if (best == nullptr && letters.size() >= kShortest && !IsSyllable(last)) {  // "Bắc Nhatrang"
    const auto closed = [](std::u32string text) {
      std::erase(text, U' ');
      return text;
    };
    const std::u32string points = closed(ToCodePoints(letters));
    for (const auto& [other, all] : letters_) {
      if (other.size() < points.size() || closed(other) != points) continue;
      for (const UnitEntry* unit : *all) consider(unit);
    }
  }
  return unique ? best : nullptr;
}

bool Units::IsAmbiguous(const UnitEntry& unit, const std::string& kind) const {
  const auto& all = by_name_.at(LooseKey(unit.name));
  return std::any_of(all.begin(), all.end(), [&](const UnitEntry* other) {
    const bool alike =
        LevelOf(*other) == LevelOf(unit) && (kind.empty() || FoldKey(other->kind) == FoldKey(kind));
    return alike && other->province != unit.province;
  });
}

std::vector<UnitPhrase> Units::AtEnd(const NameWords& words, size_t end, bool capitals,
                                     const PlaceContext& place) const {
  std::vector<UnitPhrase> named, unnamed, unknown, bare;
  // The kind that ends before word `at`, and how many words it has.
  auto kind_before = [&](size_t at) -> std::pair<std::string, size_t> {
    for (size_t n : {2, 1}) {
      if (at < n) continue;
      const std::string kind = KindOf(JoinText(words, at - n, at));
      if (!kind.empty()) return {kind, n};
    }
    return {"", 0};
  };
  for (size_t n = std::min(longest_, end); n >= 1; --n) {
    const size_t at = end - n;
    if (words[at].key.empty()) continue;
    const std::string name = JoinKeys(words, at, end);
    const auto [kind, kind_words] = kind_before(at);
    const bool proper = capitals || words[at].expanded || StartsUpper(words[at].text);
    if (by_name_.count(name) != 0) {
      if (kind_words > 0) {
        if (const UnitEntry* unit = Find(name, kind, place.province)) {
          named.push_back({n + kind_words, unit->kind, unit->name, unit});
          continue;
        }
        if (const UnitEntry* unit = FindRaised(name, kind, place.province)) {
          named.push_back({n + kind_words, kind, unit->name, unit});
          continue;
        }
      } else if (proper && HasLetter(name)) {
        const UnitEntry* unit = Find(name, "", place.province);
        unnamed.push_back({n, "", unit->name, unit});
      }
    }
    if (kind_words > 0 && n <= kLongestUnknownName && IsProperName(words, at, end, capitals) &&
        KindOf(JoinText(words, at, end)).empty()) {
      const UnitEntry* near = FindNear(name, kind, place.province);
      if (near != nullptr) unknown.push_back({n + kind_words, near->kind, near->name, near});
      if (near == nullptr) {
        unknown.push_back({n + kind_words, kind, WithoutStop(JoinText(words, at, end)), nullptr});
      }
    }
  }
  if (const auto [kind, kind_words] = kind_before(end); kind_words > 0)
    bare.push_back({kind_words, kind, "", nullptr});
  for (auto* more : {&unknown, &unnamed, &bare}) named.insert(named.end(), more->begin(), more->end());
  return named;
}

}  // namespace trichluc
