#include "extract/month_numerals.h"

namespace trichluc {

namespace {

MonthNumerals HabitOf(const RuleSet& rules, const char* set, const std::vector<std::string>& cells) {
  bool roman = false, figures = false;
  for (const std::string& cell : cells) {
    for (const Match& match : rules.All(set, cell)) (match.Get("habit") == "roman" ? roman : figures) = true;
  }
  if (roman == figures) return MonthNumerals::kUnknown;
  return roman ? MonthNumerals::kRoman : MonthNumerals::kFigures;
}

// The strokes of the first such numeral; `text` with others in their place.
struct Strokes {
  Strokes(const RuleSet& rules, const char* set, const std::string& in) : text(in) {
    const auto match = rules.First(set, text);
    if (!match) return;
    span = match->groups.at("ones");
    const std::string ones = match->Get("ones");
    number = ones == "H" ? 2 : ones.size();
  }
  std::string With(const std::string& numeral) const { return text.substr(0, span.begin) + numeral + text.substr(span.end); }

  std::string text;
  Span span;
  size_t number = 0;  // of strokes; 0: there is none
};

}  // namespace

TimeNumerals NumeralsOf(const RuleSet& rules, const std::vector<std::string>& cells) {
  return {HabitOf(rules, "month_numeral", cells), HabitOf(rules, "quarter_numeral", cells)};
}

MendedMonth MendMonth(const RuleSet& rules, const TimeNumerals& numerals, const std::string& text) {
  if (const Strokes quarter(rules, "quarter_ones", text); quarter.number > 0 && numerals.quarters == MonthNumerals::kRoman) {
    const std::string roman = quarter.With(std::string(quarter.number, 'I'));
    return {roman, roman};
  }
  const Strokes month(rules, "month_ones", text);
  if (numerals.months == MonthNumerals::kUnknown || month.number == 0) return {text, text};
  if (numerals.months == MonthNumerals::kRoman) return {month.With(std::string(month.number, 'I')), month.With(std::to_string(month.number))};
  if (month.number > 2) return {text, text};
  const std::string figures = month.With(std::string(month.number, '1'));
  return {figures, figures};
}

}  // namespace trichluc
