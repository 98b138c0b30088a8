// What the cells of a column look like, whatever its title says.
#pragma once

#include "extract/agencies.h"
#include "model/table.h"
#include "rules/rules.h"

namespace trichluc {

// Shares of a column's filled cells that look like something.
struct ColumnProfile {
  double numbers = 0, agencies = 0, dates = 0, kinds = 0, works = 0, outputs = 0, length = 0;
  int filled = 0;
};

ColumnProfile Measure(const Table& table, int column, const RuleSet& rules, const AgencyRegistry& agencies);

// Whether the cells of a column number the rows, whatever its title: nearly all are labels of rows, and most figures go on from the
// one above, by one or below it ("2" to "2.1"), or begin again.
bool NumbersRows(const Table& table, int column, const RuleSet& rules);

}  // namespace trichluc
