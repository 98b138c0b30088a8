// Columns one for each month or quarter ("Tháng thực hiện | 1 | 2 | 3"), marked by an x where the work of the row falls.
#pragma once

#include <map>
#include <string>

#include "model/table.h"
#include "rules/rules.h"

namespace trichluc {

// Column → its period ("Tháng 2"). Empty unless at least three columns are titled so and their filled cells hold marks, not
// figures or words.
std::map<int, std::string> FindMonthColumns(const Table& table, const RuleSet& rules);

// "Tháng 2" | "Tháng 2 - Tháng 4" for a run of neighbours | "Tháng 2, Tháng 5": `marked` says which of the periods are marked.
std::string MarkedPeriods(const std::map<int, std::string>& periods, const std::map<int, bool>& marked);

}  // namespace trichluc
