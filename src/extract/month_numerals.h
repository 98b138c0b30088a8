// "Tháng II" and "Tháng 11" look alike to the engine: how the other cells of the column number the months tells which it is.
#pragma once

#include <string>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

enum class MonthNumerals { kUnknown, kFigures, kRoman };

struct TimeNumerals {
  MonthNumerals months = MonthNumerals::kUnknown, quarters = MonthNumerals::kUnknown;
};

// kUnknown where no cell tells, or where they tell different things.
TimeNumerals NumeralsOf(const RuleSet& rules, const std::vector<std::string>& cells);

struct MendedMonth {
  std::string text;   // as it was printed: "Tháng II/2026"
  std::string plain;  // with figures, to be understood: "Tháng 2/2026"
};

// Both are `text` itself where nothing is to be mended. Of quarters in a column of Roman ones, "Quý 1" was "Quý I".
MendedMonth MendMonth(const RuleSet& rules, const TimeNumerals& numerals, const std::string& text);

}  // namespace trichluc
