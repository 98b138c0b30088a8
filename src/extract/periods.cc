#include "extract/periods.h"

#include <algorithm>
#include <chrono>

namespace trichluc {

int NumberOf(const std::string& digits) {
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

int YearOf(const std::string& digits) {
  const int year = NumberOf(digits);
  return year > 0 && digits.size() == 2 ? 2000 + year : year;
}

namespace {

int LastDay(int year, int month) {
  using namespace std::chrono;
  return static_cast<int>(static_cast<unsigned>(year_month_day_last{
      std::chrono::year{year}, month_day_last{std::chrono::month{unsigned(
                                   month)}}}.day()));
}

int Granularity(const std::string& kind) {
  static const char* const order[] = {"date", "month", "quarter", "half_year", "year"};
  for (int i = 0; i < 5; ++i) {
    if (kind == order[i]) return i;
  }
  return 5;
}

// A number in digits, or by a rule of `set`, whose `value` it is.
int Numeral(const RuleSet& rules, const char* set, const std::string& text) {
  if (const auto match = rules.Full(set, text)) return NumberOf(match->Get("value"));
  return NumberOf(text);
}

// One end of a period: what a rule's groups with this suffix say.
struct End {
  int day = 0, month = 0, quarter = 0, year = 0;

  End(const RuleSet& rules, const Match& match, const std::string& suffix)
      : day(NumberOf(match.Get("day" + suffix))),
        month(Numeral(rules, "numeral_month", match.Get("month" + suffix))),
        quarter(Numeral(rules, "numeral_quarter", match.Get("quarter" + suffix))),
        year(YearOf(match.Get("year" + suffix))) {}
};

Day First(const End& end) {
  if (end.month > 0) return {end.year, end.month, std::max(end.day, 1)};
  if (end.quarter > 0) return {end.year, end.quarter * 3 - 2, 1};
  return {end.year, 1, 1};
}

// The day of a month's end waits for the year (29 February): day 0 stands for "last".
Day Last(const End& end) {
  if (end.month > 0) return {end.year, end.month, end.day};
  if (end.quarter > 0) return {end.year, end.quarter * 3, 0};
  return {end.year, 12, 31};
}

Period ToPeriod(const RuleSet& rules, const Match& match) {
  const auto core = match.groups.find("period");
  Period period{match.Get("kind"), {}, {}, true, core == match.groups.end() ? match.span : core->second,
                match.rule};
  End first(rules, match, ""), second(rules, match, "2");
  if (period.kind == "range") {
    if (first.month == 0 && first.day > 0) first.month = second.month;
    if (second.year == 0) second.year = first.year;
    period.from = First(first);
    period.to = Last(second);
  } else {
    period.from = First(first);
    period.to = Last(first);
  }
  if (period.kind == "half_year") {
    const bool second_half = match.Get("half") == "2";
    period.from.month = second_half ? 7 : 1;
    period.to = {period.from.year, second_half ? 12 : 6, second_half ? 31 : 30};
  }
  return period;
}

// A year beside a finer period is that period's year, not a period of its own.
void FoldYears(std::vector<Period>& periods) {
  const bool finer = std::any_of(periods.begin(), periods.end(),
                                 [](const Period& p) { return Granularity(p.kind) < Granularity("year"); });
  if (!finer) return;
  int year = 0;
  for (const Period& period : periods) {
    if (period.kind == "year" && period.HasYear()) year = period.from.year;
  }
  std::erase_if(periods, [](const Period& p) { return p.kind == "year"; });
  for (Period& period : periods) {
    if (period.to.year == 0) period.to.year = year;
    if (period.from.year == 0 && period.to.year == 0) period.from.year = year;
  }
}

// Whether two days without years, the second earlier in the year, can be meant to turn the year: 15/12 - 10/01, not 16/8 - 21/5, where a
// figure was misread.
bool TurnsTheYear(const Period& period) {
  constexpr int kLongest = 6;  // months
  return period.to.day == 0 || 12 - period.from.month + period.to.month <= kLongest;
}

int SchoolYearOf(int month, const YearContext& years) {
  constexpr int kFirst = 8;  // school years begin in September, their preparation in August
  return month >= kFirst ? years.school_year : years.school_year + 1;
}

// Years: of the other end, of the period behind, of the one before, of the document.
void CompleteYears(std::vector<Period>& periods, const YearContext& years) {
  const int otherwise = years.title_year > 0 ? years.title_year : years.issue_year;
  for (size_t i = 0; i < periods.size(); ++i) {
    Period& period = periods[i];
    int year = period.to.year > 0 ? period.to.year : period.from.year;
    for (size_t next = i + 1; year == 0 && next < periods.size(); ++next) year = periods[next].from.year;
    if (year == 0 && i > 0) year = periods[i - 1].to.year;
    if (year == 0 && years.school_year > 0 && period.kind != "year") {
      period.from.year = SchoolYearOf(period.from.month, years);
      period.to.year = SchoolYearOf(period.to.month, years);
      continue;
    }
    if (year == 0) year = otherwise;
    const bool inherited = period.from.year == 0;
    if (period.to.year == 0) period.to.year = year;
    if (period.from.year == 0) period.from.year = year;
    const bool backward = period.to.day != 0 ? period.to < period.from : period.to.year == period.from.year && period.to.month < period.from.month;
    if (year > 0 && inherited && backward && TurnsTheYear(period)) --period.from.year;
  }
}

// Real days: 0 becomes the month's last; a day that the calendar lacks, or an end before the beginning, makes the
// period invalid.
void Settle(Period& period) {
  if (!period.HasYear()) return;
  if (period.to.month >= 1 && period.to.month <= 12 && period.to.day == 0) {
    period.to.day = LastDay(period.to.year, period.to.month);
  }
  period.valid = IsoDate(period.from.year, period.from.month, period.from.day).has_value() &&
                 IsoDate(period.to.year, period.to.month, period.to.day).has_value() &&
                 period.from <= period.to;
}

void Widen(Period& period, const Period& other) {
  if (other.from == period.from && other.to == period.to) return;
  period.kind = "range";
  period.valid = period.valid && other.valid;
  period.from = std::min(period.from, other.from);
  period.to = std::max(period.to, other.to);
}

// Periods joined by "đến" become one.
std::vector<Period> JoinEnds(const RuleSet& rules, const std::vector<Period>& periods,
                             std::string_view text) {
  std::vector<Period> joined;
  for (const Period& period : periods) {
    const size_t begin = joined.empty() ? 0 : joined.back().span.end;
    if (!joined.empty() && begin <= period.span.begin &&
        rules.Full("period_join", text.substr(begin, period.span.begin - begin))) {
      Widen(joined.back(), period);
      joined.back().span.end = period.span.end;
    } else {
      joined.push_back(period);
    }
  }
  return joined;
}

// From the first to the last of the finest kind.
Period JoinAll(const std::vector<Period>& periods) {
  int finest = 5;
  for (const Period& period : periods) finest = std::min(finest, Granularity(period.kind));
  std::optional<Period> joined;
  for (const Period& period : periods) {
    if (Granularity(period.kind) != finest) continue;
    if (joined) Widen(*joined, period);
    if (!joined) joined = period;
  }
  return *joined;
}

}  // namespace

std::vector<Period> FindPeriods(const RuleSet& rules, std::string_view text) {
  std::vector<Period> periods;
  for (const Match& match : rules.All("period", text)) periods.push_back(ToPeriod(rules, match));
  return periods;
}

bool NamesDate(const std::vector<Period>& periods) {
  return std::any_of(periods.begin(), periods.end(), [](const Period& p) {
    return p.kind != "year" &&
           !(p.kind == "range" && p.from.month == 1 && p.from.day == 1 && p.to.month == 12);
  });
}

Period JoinPeriods(const RuleSet& rules, std::vector<Period> periods, std::string_view text,
                   const YearContext& years) {
  FoldYears(periods);
  CompleteYears(periods, years);
  for (Period& period : periods) Settle(period);
  return JoinAll(JoinEnds(rules, periods, text));
}

}  // namespace trichluc
