// Names of the years of the sixty-year cycle (can chi): Tết Nguyên đán Nhâm Dần, Xuân Quý Mão 2023. Private
// to the room.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// A stem (can) and, behind it, a branch (chi) whose marks were misread: "Nhâm Dằn" is Nhâm Dần. Changed where
// the year in figures that follows has that name (2022), or where năm, Xuân, Tết or đán stands before it and
// stem and branch can go together (both of the five bright or the five dark ones): Đinh and Quý are also
// parts of persons' names. Appended to `repairs` under the rule "year.name".
void MendYearNames(PageReading* reading, std::vector<Repair>* repairs);

}  // namespace trichluc
