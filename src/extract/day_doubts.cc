#include "extract/day_doubts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "extract/context.h"
#include "extract/dates.h"

namespace trichluc {
namespace {

// Figures that are taken for each other in worn print.
constexpr std::array<std::array<char, 2>, 7> kAlike = {{{'5', '8'}, {'0', '8'}, {'1', '7'}, {'3', '8'}, {'5', '6'}, {'0', '6'}, {'6', '8'}}};

// The first day of delivery that a task names, "" when none does.
std::string FirstDeadline(const Document& document) {
  std::string first;
  for (const Task& task : document.tasks) {
    if (!task.deadline || task.deadline->kind != "date" || !task.deadline->to) continue;
    if (first.empty() || *task.deadline->to < first) first = *task.deadline->to;
  }
  return first;
}

bool IsToCome(const std::string& day) {
  return DayOf(day) > std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

// The same day in the years that look alike.
std::set<std::string> AlikeDays(const std::string& day) {
  std::set<std::string> days;
  for (const size_t at : {2, 3}) {  // of the year's four figures; the century is sure
    for (const auto& [one, other] : kAlike) {
      if (day[at] != one && day[at] != other) continue;
      std::string alike = day;
      alike[at] = day[at] == one ? other : one;
      const auto iso = IsoDate(std::stoi(alike.substr(0, 4)), std::stoi(alike.substr(5, 2)), std::stoi(alike.substr(8, 2)));
      if (iso) days.insert(*iso);
    }
  }
  return days;
}

// All that speaks against the day of issue, each said once; no day to come is believed.
std::set<std::string> FactsAgainst(const Document& document, const std::set<std::string>& in_annexes) {
  constexpr long kFar = 548;  // days; in 90 documents of a dozen offices no first day of a deadline was more than 318 away
  std::set<std::string> facts;
  if (!document.issued_on) return facts;
  for (const Reference& reference : document.references) {
    if (reference.date && *reference.date > *document.issued_on && !IsToCome(*reference.date))
      facts.insert("a document of " + *reference.date + " is cited");
  }
  if (!in_annexes.empty() && !in_annexes.contains(*document.issued_on)) facts.insert("an annex says " + *in_annexes.begin());
  const std::string first = FirstDeadline(document);
  if (!first.empty() && DaysBetween(*document.issued_on, first) > kFar) facts.insert("the first deadline is " + first);
  return facts;
}

// The one day that looks alike, or that the annexes name, and that nothing contradicts; null where there is none, or several.
std::optional<std::string> FittingDay(Document document, const std::set<std::string>& in_annexes) {
  const std::string read = *document.issued_on, first = FirstDeadline(document);
  std::set<std::string> days = AlikeDays(read);
  days.insert(in_annexes.begin(), in_annexes.end());
  std::optional<std::string> fits;
  for (const std::string& day : days) {
    document.issued_on = day;
    if (IsToCome(day) || !FactsAgainst(document, in_annexes).empty() || (!first.empty() && first < day)) continue;
    if (fits) return std::nullopt;
    fits = day;
  }
  return fits;
}

// A clerk's day has the printed year, and so have its candidates.
void ChangeOpenDay(Document& document) {
  for (OpenField& open : document.open_fields) {
    if (open.field != "issued_on") continue;
    if (!document.issued_on) open.candidates.clear(), open.unseen = 1;
    for (HandCandidate& one : open.candidates) one.text.replace(0, 4, *document.issued_on, 0, 4);
  }
}

}  // namespace

bool DoubtDay(Document& document, const std::set<std::string>& in_annexes) {
  constexpr size_t kEnough = 2;  // one may be misread itself
  const std::set<std::string> facts = FactsAgainst(document, in_annexes);
  if (facts.empty()) return false;
  std::string detail = "issued_on: read as " + *document.issued_on + ", but " + *facts.begin();
  if (facts.size() >= kEnough) {
    document.issued_on = FittingDay(document, in_annexes);
    if (document.issued_on) detail += "; " + *document.issued_on + " fits";
    ChangeOpenDay(document);
  }
  AddFlag(document, "disagreement", document.page_from, detail);
  return true;
}

}  // namespace trichluc
