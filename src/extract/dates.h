// Dates and deadlines (contract: "Dates", "Deadlines").
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "model/record.h"
#include "rules/rules.h"

namespace trichluc {

// ISO date when the calendar has that day, else nothing.
std::optional<std::string> IsoDate(int year, int month, int day);

// The day of an ISO date, and the days from one to another: negative when `to` is the earlier one.
std::chrono::sys_days DayOf(const std::string& iso);
long DaysBetween(const std::string& from, const std::string& to);

struct FoundDate {
  std::optional<std::string> iso;  // absent when the calendar has no such day
  Span span;
  std::string rule;
};
// The first date in the text: "ngày 09 tháng 5 năm 2022", "09/5/2022", "28-4-2017", "07.05.2021", "18 tháng 6
// năm 2024".
std::optional<FoundDate> FindDate(const RuleSet& rules, std::string_view text);

// Years that complete a deadline without one, best first: of the title or period, of the date of issue. 0:
// not known.
struct YearContext {
  int title_year = 0;
  int issue_year = 0;
  int school_year = 0;  // the first of the two of a title that names a school year: its months from August on are of that, others of the next
};
// Nothing for empty text; kind "unknown" for a text that no rule fits. `text` keeps the printed words.
// `rule` (may be null) receives the id of the rule that decided.
std::optional<Deadline> ParseDeadline(const RuleSet& rules, std::string_view text, const YearContext& years,
                                      std::string* rule = nullptr);

}  // namespace trichluc
