// What the columns of a table mean: by their titles (rules/columns.toml), else by what their cells hold.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/agencies.h"
#include "model/table.h"
#include "rules/rules.h"

namespace trichluc {

// Likelihood from which the title of a group of rows is believed to name who does them.
constexpr double kHeadOfGroup = 0.6;

struct ColumnMeanings {
  std::map<std::string, int> column;  // meaning → column; the first of two columns of one meaning
  bool by_title = false;              // else inferred from the cells
  bool in_doubt = false;  // a column was told by its cells beside titles that are known, or says something that could not be told
  bool leads_above = false;  // no column says who: headings across the rows do, "II | Phòng Quản lý dự án 1"
  std::set<int> others;      // columns that are called something else
  std::map<int, std::string> months;  // columns one for each month, marked by an x: column → "Tháng 2"
  // "period": the month or quarter that groups the rows, beside a deadline of their own.

  int Of(const std::string& meaning) const {
    auto found = column.find(meaning);
    return found == column.end() ? -1 : found->second;
  }
  bool Has(const std::string& meaning) const { return Of(meaning) >= 0; }
  // How sure it is that no column was taken for another's, 0..1.
  double Sureness() const { return !by_title ? 0.8 : in_doubt ? 0.85 : 1.0; }
  // Known to be none of a task's fields: places, amounts, posts.
  bool SaysNothing(int at) const {
    const auto says = [at](const auto& entry) { return entry.second == at && entry.first != "other"; };
    return others.count(at) > 0 && std::none_of(column.begin(), column.end(), says);
  }
  // Work and somebody who does it, or work and a time by which it is done.
  bool AssignsTasks() const;
};

// The meaning of one title, "" when no rule knows it.
std::string MeaningOfTitle(const RuleSet& rules, const std::string& title);

// The table with its first row as its heading where no heading was found, and the first row's words are none of what its columns
// hold: "Việc | Ai làm | Khi nào" above work, agencies and dates. None of any other table.
std::optional<Table> WithHeading(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies);

ColumnMeanings FindMeanings(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies);

}  // namespace trichluc
