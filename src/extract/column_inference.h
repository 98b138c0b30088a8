// What columns mean by what their cells hold, where the titles leave it open.
#pragma once

#include <vector>

#include "extract/columns.h"

namespace trichluc {

// Beside titles that are known (`known`, one for each column): columns whose titles were hardly read, and those whose titles are in
// no list.
void InferBesideTitles(const Table& table, const std::vector<bool>& known, const RuleSet& rules, const AgencyRegistry& agencies,
                       ColumnMeanings& meanings);

// Of a table without titles.
void InferAll(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, ColumnMeanings& meanings);

}  // namespace trichluc
