#include "extract/place_of_issue.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "text/text.h"

namespace trichluc {
namespace {

// A full stop is part of "TP." alone, and that is read as "7P." too; an I alone is a stroke: "Krông I Năng".
std::string PlaceName(const std::string& printed) {
  const bool stop = printed.size() > 4 && printed.back() == '.';
  std::string name = Normalise(stop ? printed.substr(0, printed.size() - 1) : printed);
  if (const size_t stroke = name.find(" I "); stroke != std::string::npos) name.erase(stroke, 2);
  return name.starts_with("7P.") ? "T" + name.substr(1) : name;
}

// "Chữ số": no name of a unit ends in a word with a small letter.
bool HasLostCapital(const std::string& place) {
  const size_t blank = place.rfind(' ');
  return blank != std::string::npos && !StartsUpper(place.substr(blank + 1));
}

// "Kiên giang" → "Kiên Giang": where a capital was lost.
std::string WithCapitalsOfUnit(const std::string& place, const RuleSet& rules) {
  if (!HasLostCapital(place)) return place;
  for (const UnitEntry& unit : rules.units()) {
    if (FoldKey(place) == FoldKey(unit.name)) return unit.name;
  }
  return place;
}

// "TP. Hồ Chỉ Minh" → "TP. Hồ Chí Minh": a name that no unit has takes the marks of the one province with its letters.
std::string WithMarksOfProvince(const std::string& place, const RuleSet& rules) {
  const UnitEntry* province = nullptr;
  const std::string bare = StripDiacritics(place);
  for (const UnitEntry& unit : rules.units()) {
    if (!bare.ends_with(unit.bare)) continue;
    const size_t at = place.size() < unit.name.size() ? std::string::npos : place.size() - unit.name.size();
    if (at != std::string::npos && FoldKey(place.substr(at)) == FoldKey(unit.name)) return place;
    if (!unit.province.empty() || !(" " + bare).ends_with(" " + unit.bare)) continue;
    if (province != nullptr && province->name != unit.name) return place;
    province = &unit;
  }
  if (province == nullptr || Length(province->name) > Length(place)) return place;
  const std::u32string letters = ToCodePoints(place);
  const std::string end = FromCodePoints(letters.substr(letters.size() - Length(province->name)));
  // Khánh Hoà is another way to write Khánh Hòa.
  if (LooseKey(end) == LooseKey(province->name)) return place;
  return FromCodePoints(letters.substr(0, letters.size() - Length(province->name))) + province->name;
}

// "Đắt Lắk" → "Đắk Lắk": a name that no unit has, one letter from that of one province.
std::string WithLetterOfProvince(const std::string& place, const RuleSet& rules) {
  constexpr size_t kLongEnough = 6;  // letters
  const std::string bare = StripDiacritics(place);
  if (bare.size() < kLongEnough) return place;
  // A district's name may be the end of a province's: Lắk.
  if (std::any_of(rules.units().begin(), rules.units().end(), [&](const UnitEntry& unit) { return unit.bare == bare; })) return place;
  const UnitEntry* province = nullptr;
  for (const UnitEntry& unit : rules.units()) {
    if (!unit.province.empty() || unit.bare.size() != bare.size() || EditDistance(unit.bare, bare, 1) > 1) continue;
    if (province != nullptr && province->name != unit.name) return place;
    province = &unit;
  }
  return province != nullptr ? province->name : place;
}

}  // namespace

std::string PlaceAsWritten(const std::string& printed, const RuleSet& rules) {
  return WithCapitalsOfUnit(WithLetterOfProvince(WithMarksOfProvince(PlaceName(printed), rules), rules), rules);
}

bool IsPlaceOfUnit(const std::string& place, const RuleSet& rules) {
  const std::string key = " " + LooseKey(place), bare = StripDiacritics(place);
  return std::any_of(rules.units().begin(), rules.units().end(), [&](const UnitEntry& unit) {
    return bare.ends_with(unit.bare) && key.ends_with(" " + LooseKey(unit.name));
  });
}

void MendPlaceByLetterhead(Work& work, const std::string& letterhead) {
  if (!work.document.place) return;
  const std::string place = *work.document.place, letters = StripDiacritics(place), head = " " + LooseKey(letterhead) + " ";
  const auto says = [&](const std::string& name) { return head.find(" " + LooseKey(name) + " ") != std::string::npos; };
  // "bồng Hới" under "THÀNH PHỐ ĐỒNG HỚI": the first word was misread, and the place begins behind it.
  const bool cut = place.find(' ') == std::string::npos;
  constexpr size_t kLongEnough = 5;  // letters
  constexpr double kNamedTwice = 0.8;
  if (says(place) && !cut) {
    for (Evidence& evidence : work.document.evidence) {
      if (evidence.field == "place") evidence.confidence = std::max(evidence.confidence, kNamedTwice);
    }
    return;
  }
  const bool lost = HasLostCapital(place), unknown = letters.size() >= kLongEnough && (lost || !IsPlaceOfUnit(place, work.rules));
  const UnitEntry* found = nullptr;
  const auto ends = [&](const UnitEntry& unit) { return head.ends_with(" " + LooseKey(unit.name) + " "); };  // "HUYỆN ỦY KỲ ANH"
  for (const UnitEntry& unit : work.rules.units()) {
    const bool same = unit.bare == letters && (ends(unit) || says(unit.kind + " " + unit.name));
    const bool near = unknown && found == nullptr && (lost || unit.bare.size() == letters.size()) && EditDistance(unit.bare, letters, 1) <= 1 && ends(unit);
    const bool longer = cut && unit.bare.ends_with(" " + letters) && ends(unit) && says(unit.kind + " " + unit.name);
    if (same || near || longer) found = &unit;
  }
  if (found == nullptr) return;
  for (Evidence& evidence : work.document.evidence) {
    if (evidence.field != "place") continue;
    evidence.rule += ".letterhead";
    evidence.confidence = std::max(evidence.confidence, kNamedTwice);
  }
  work.document.place = found->name;
}

std::string WithNameOfPlace(const std::string& place, const std::string& printed) {
  for (size_t at = 0; at != std::string::npos; at = place.find(' ', at + 1)) {
    if (place.substr(at, place.find(' ', at + 1) - at).find('.') != std::string::npos) continue;  // "TP." is printed in full
    const std::string name = ToUpper(Normalise(place.substr(at)));
    const size_t length = Length(name), limit = length / 5;
    if (name.find(' ') == std::string::npos || limit == 0) break;
    const std::u32string letters = ToCodePoints(printed);
    for (size_t tail = length - limit; tail <= std::min(length + limit, letters.size() - 1); ++tail) {
      if (letters[letters.size() - tail - 1] != U' ') continue;
      const std::string end = FromCodePoints(letters.substr(letters.size() - tail));
      if (FoldKey(end) == FoldKey(name)) return printed;
      if (EditDistance(StripDiacritics(end), StripDiacritics(name), limit) > limit) continue;
      return FromCodePoints(letters.substr(0, letters.size() - tail)) + name;
    }
  }
  return printed;
}

}  // namespace trichluc
