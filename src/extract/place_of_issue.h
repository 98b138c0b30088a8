// The place (địa danh) ahead of the day of issue, through misread letters: units, letterhead and place repair each other.
// Private to the room.
#pragma once

#include <string>

#include "extract/context.h"

namespace trichluc {

// A place as it is written where letters alone tell: the capitals of its unit, the marks of its province.
std::string PlaceAsWritten(const std::string& printed, const RuleSet& rules);

// Whether a unit is called so ("TP. Huế" too): what no unit is called may have been misread.
bool IsPlaceOfUnit(const std::string& place, const RuleSet& rules);

// "Nông Cổng" under "… HUYỆN NÔNG CỐNG" → "Nông Cống", "Tiên Hải" under "HUYỆN TIỀN HẢI" → "Tiền Hải": where the letterhead says
// a unit with its kind and the place's letters, and not the place. "Chữ số" under "HUYỆN ỦY CHƯ SÊ" → "Chư Sê": a place that lost
// its capitals takes the unit at the end of the letterhead that is a letter away, "Hới" under "THÀNH PHỐ ĐỒNG HỚI" its name; one that no unit is called, where it has as many letters.
void MendPlaceByLetterhead(Work& work, const std::string& letterhead);

// "… THÀNH PHỐ HỒ CHÍ MINII", given at "TP. Hồ Chí Minh" → "… HỒ CHÍ MINH": an agency's name often ends with the place where
// it sits, and the two repair each other.
std::string WithNameOfPlace(const std::string& place, const std::string& printed);

}  // namespace trichluc
