// What makes a task doubtful beside the print that it was read from: names that nobody could write out, numbers that do not go on.
#include <algorithm>
#include <string>

#include "extract/context.h"
#include "extract/numbering.h"

namespace trichluc {
namespace {

constexpr double kShortName = 0.7;  // the contract wants abbreviations written out
constexpr double kRepeated = 0.85;  // "7", "8", "8", "9": offices number so, and 9 is read as 8
constexpr double kMisreadNumber = 0.5;    // "1", "5", "3"
constexpr double kTwoRows = 0.3;    // "9 10": two rows that nothing parted
constexpr double kTooEarly = 0.6;   // most such periods lie within one year

// An abbreviation that nobody wrote out, or a name that lost its end.
bool HasShortName(const Work& work, const Task& task) {
  const auto is_short = [&](const Agency& agency) {
    const bool unknown = work.rules.First("unknown_abbreviation", agency.name).has_value();
    return !agency.id && (unknown || work.rules.First("name_cut_off", agency.name).has_value());
  };
  return std::any_of(task.lead.begin(), task.lead.end(), is_short) ||
         std::any_of(task.coordinators.begin(), task.coordinators.end(), is_short) ||
         std::any_of(task.approver.begin(), task.approver.end(), is_short);
}

// "Tháng 6 đến tháng 5/2024": nearly a year, begun in one that is not printed, comes of a misread month, as days do that run backwards.
bool BeginsTooEarly(const Task& task) {
  constexpr int kNearlyAYear = 10;  // months
  if (!task.deadline || task.deadline->kind != "range") return false;
  if (!task.deadline->from && !task.deadline->to) return true;
  if (!task.deadline->from || !task.deadline->to) return false;
  const std::string &from = *task.deadline->from, &to = *task.deadline->to, &text = task.deadline->text;
  const auto months = [](const std::string& day) { return 12 * std::stoi(day.substr(0, 4)) + std::stoi(day.substr(5, 2)); };
  const bool printed = text.find(from.substr(0, 4)) != std::string::npos;
  return from.substr(0, 4) != to.substr(0, 4) && !printed && text.find(to.substr(0, 4)) != std::string::npos &&
         months(to) - months(from) >= kNearlyAYear;
}

// Of rows of one table that stand below the same heading.
double ChanceOfNumber(const std::vector<Task>& tasks, const std::vector<TaskPrint>& prints, size_t i) {
  const auto number = [&](size_t at) {
    const bool beside = at < tasks.size() && tasks[at].table == tasks[i].table && tasks[at].section == tasks[i].section;
    return beside && tasks[at].source == "table" && tasks[at].no ? FigureOf(*tasks[at].no) : 0;
  };
  const std::string no = tasks[i].source == "table" ? tasks[i].no.value_or("") : "";
  if (const size_t blank = no.find(' '); blank != std::string::npos && FigureOf(no.substr(0, blank)) > 0 && FigureOf(no.substr(blank + 1)) > 0)
    return kTwoRows;
  const int own = number(i), before = i > 0 ? number(i - 1) : 0, after = number(i + 1);
  if (own == 0 || before == 0) return 1;
  if (own == before) return prints[i].shares_number ? 1 : kRepeated;
  return after == before + 2 && own != before + 1 ? kMisreadNumber : 1;
}

}  // namespace

void DoubtTasks(Work& work) {
  std::vector<Task>& tasks = work.document.tasks;
  for (size_t i = 0; i < tasks.size(); ++i)
    tasks[i].confidence *= ChanceOfNumber(tasks, work.prints, i) * (HasShortName(work, tasks[i]) ? kShortName : 1) * (BeginsTooEarly(tasks[i]) ? kTooEarly : 1);
}

}  // namespace trichluc
