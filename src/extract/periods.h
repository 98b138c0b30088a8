// Stretches of the calendar in a text: "tháng 6/2023", "quý I và quý II-2021", "26/3 – 20/4/2018". Private to
// the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dates.h"
#include "rules/rules.h"

namespace trichluc {

struct Day {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Day&) const = default;
};

// May not know its year yet (0); months and days are always set, day 0 of `to` standing for the last of the
// month.
struct Period {
  std::string kind;  // date month quarter half_year year range
  Day from, to;
  bool valid = true;  // false: no such day in the calendar, or it ends before it begins
  Span span;
  const PatternRule* rule = nullptr;

  bool HasYear() const { return from.year > 0 && to.year > 0; }
};

// A year of two or four digits; 0 when it is none.
int YearOf(const std::string& digits);
// 0 when these are not all digits.
int NumberOf(const std::string& digits);

// All periods that the rules of the set "period" find, by position.
std::vector<Period> FindPeriods(const RuleSet& rules, std::string_view text);

// Whether one of them is finer than whole years.
bool NamesDate(const std::vector<Period>& periods);

// The one period that all of them (at least one) make: years are completed, ends joined, and of what is left
// the finest kind is spanned from the first to the last.
Period JoinPeriods(const RuleSet& rules, std::vector<Period> periods, std::string_view text,
                   const YearContext& years);

}  // namespace trichluc
