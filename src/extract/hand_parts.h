// Days and months that a clerk wrote, and the days of the calendar they make. Private to the room.
#pragma once

#include <map>
#include <string>

#include "extract/context.h"

namespace trichluc {

// Chances of the days or months (1 to `most`): of print the one value, else those of the reader's strings that are one. "0" for a month
// lost a figure: it is the end of 10 or the beginning of 01 to 09.
std::map<int, double> PartChances(const HandReading* spot, const OpenPart& part, int most);

// How much less often than on a working day offices issue and receive documents on this one: 1, less at weekends.
double OddsOfWeekday(const std::string& iso);

}  // namespace trichluc
