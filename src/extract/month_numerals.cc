#include "extract/month_numerals.h"

namespace trichluc {

MonthNumerals NumeralsOf(const RuleSet& rules, const std::vector<std::string>& cells) {
  bool roman = false, figures = false;
  for (const std::string& cell : cells) {
    for (const Match& match : rules.All("month_numeral", cell)) (match.Get("habit") == "roman" ? roman : figures) = true;
  }
  if (roman == figures) return MonthNumerals::kUnknown;
  return roman ? MonthNumerals::kRoman : MonthNumerals::kFigures;
}

MendedMonth MendMonth(const RuleSet& rules, MonthNumerals numerals, const std::string& text) {
  const auto match = rules.First("month_ones", text);
  if (numerals == MonthNumerals::kUnknown || !match) return {text, text};
  const Span span = match->groups.at("ones");
  const auto with = [&](const std::string& numeral) {
    return text.substr(0, span.begin) + numeral + text.substr(span.end);
  };
  const std::string ones = match->Get("ones");
  const size_t strokes = ones == "H" ? 2 : ones.size();
  if (numerals == MonthNumerals::kRoman) return {with(std::string(strokes, 'I')), with(std::to_string(strokes))};
  if (strokes > 2) return {text, text};
  const std::string figures(strokes, '1');
  return {with(figures), with(figures)};
}

}  // namespace trichluc
