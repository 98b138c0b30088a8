#include "extract/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "extract/periods.h"
#include "text/text.h"

namespace trichluc {
namespace {

// `text` with all citations of documents replaced by blanks, so that offsets stay.
std::string WithoutCitations(const RuleSet& rules, std::string_view text) {
  std::string masked(text);
  for (const Match& match : rules.All("deadline_mask", text)) {
    std::fill(masked.begin() + static_cast<long>(match.span.begin),
              masked.begin() + static_cast<long>(match.span.end), ' ');
  }
  return masked;
}

// What decides a deadline that is no period: a condition without a date, what recurs, what goes on.
std::optional<Match> Unbounded(const RuleSet& rules, std::string_view text, std::string_view masked,
                               const std::vector<Period>& periods) {
  auto condition = rules.First("deadline_condition", text);
  if (condition && !NamesDate(periods)) return condition;
  auto recurring = rules.First("deadline_recurring", masked);
  auto ongoing = rules.First("deadline_ongoing", masked);
  if (recurring && (!ongoing || recurring->span.begin < ongoing->span.begin)) return recurring;
  if (ongoing && (!NamesDate(periods) || ongoing->span.begin < periods.front().span.begin)) return ongoing;
  return std::nullopt;
}

// "-Quý III/2015", "Từ tháng 6 -đến tháng 10": a stroke that touches the next word; bullets and ranges have their blanks, or none at all.
std::string WithoutStrokes(const RuleSet& rules, std::string text) {
  while (const auto stroke = rules.First("deadline_stroke", text)) {
    const Span span = stroke->groups.at(stroke->Has("speck") ? "speck" : "dash");
    text.erase(span.begin, span.end - span.begin);
  }
  return text;
}

}  // namespace

std::chrono::sys_days DayOf(const std::string& iso) {
  using namespace std::chrono;
  return sys_days{year{std::atoi(iso.c_str())} / std::atoi(iso.c_str() + 5) / std::atoi(iso.c_str() + 8)};
}

long DaysBetween(const std::string& from, const std::string& to) { return (DayOf(to) - DayOf(from)).count(); }

std::optional<std::string> IsoDate(int year, int month, int day) {
  using namespace std::chrono;
  if (year < 1900 || year > 2200 || month < 1 || day < 1) return std::nullopt;
  if (!year_month_day{std::chrono::year{year}, std::chrono::month{unsigned(month)},
                      std::chrono::day{unsigned(day)}}
           .ok()) {
    return std::nullopt;
  }
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<FoundDate> FindDate(const RuleSet& rules, std::string_view text) {
  const std::vector<Match> matches = rules.All("date", text);
  if (matches.empty()) return std::nullopt;
  const Match& match = matches.front();
  FoundDate found;
  found.iso = IsoDate(YearOf(match.Get("year")), NumberOf(match.Get("month")), NumberOf(match.Get("day")));
  const auto group = match.groups.find("date");
  found.span = group == match.groups.end() ? match.span : group->second;
  found.rule = match.rule->id;
  return found;
}

std::optional<Deadline> ParseDeadline(const RuleSet& rules, std::string_view text, const YearContext& years,
                                      std::string* rule) {
  Deadline deadline{WithoutStrokes(rules, Normalise(text)), "unknown", {}, {}, {}};
  if (deadline.text.empty()) return std::nullopt;
  auto decide = [&](const PatternRule* by) {
    if (rule != nullptr) *rule = by == nullptr ? std::string() : by->id;
    return deadline;
  };
  const std::string masked = WithoutCitations(rules, deadline.text);
  const std::vector<Period> periods = FindPeriods(rules, masked);
  if (const auto match = Unbounded(rules, deadline.text, masked, periods)) {
    deadline.kind = match->Get("kind");
    if (match->Has("recurrence")) deadline.recurrence = match->Get("recurrence");
    return decide(deadline.kind == "unknown" ? nullptr : match->rule);
  }
  if (periods.empty()) return decide(nullptr);
  const Period period = JoinPeriods(rules, periods, masked, years);
  const std::string_view before = std::string_view(masked).substr(0, period.span.begin);
  const bool open_start = periods.size() == 1 && rules.First("deadline_open_start", before);
  deadline.kind = open_start && period.kind != "date" ? "range" : period.kind;
  if (period.valid && period.HasYear()) {
    const bool until = open_start || (period.kind == "date" && rules.First("deadline_until", before));
    if (!until) deadline.from = IsoDate(period.from.year, period.from.month, period.from.day);
    deadline.to = IsoDate(period.to.year, period.to.month, period.to.day);
  }
  return decide(period.rule);
}

}  // namespace trichluc
