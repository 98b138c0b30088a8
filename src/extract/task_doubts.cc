// What makes a task doubtful beside the print that it was read from: names that nobody could write out, numbers that do not go on.
#include <algorithm>

#include "extract/context.h"
#include "extract/numbering.h"

namespace trichluc {
namespace {

constexpr double kShortName = 0.7;  // the contract wants abbreviations written out
constexpr double kRepeated = 0.85;  // "7", "8", "8", "9": offices number so, and 9 is read as 8
constexpr double kMisread = 0.5;    // "1", "5", "3"

bool HasShortName(const Work& work, const Task& task) {
  const auto is_short = [&](const Agency& agency) {
    return !agency.id && work.rules.First("unknown_abbreviation", agency.name).has_value();
  };
  return std::any_of(task.lead.begin(), task.lead.end(), is_short) ||
         std::any_of(task.coordinators.begin(), task.coordinators.end(), is_short) ||
         std::any_of(task.approver.begin(), task.approver.end(), is_short);
}

// Of rows of one table that stand below the same heading.
double ChanceOfNumber(const std::vector<Task>& tasks, size_t i) {
  const auto number = [&](size_t at) {
    const bool beside = at < tasks.size() && tasks[at].table == tasks[i].table && tasks[at].section == tasks[i].section;
    return beside && tasks[at].source == "table" && tasks[at].no ? FigureOf(*tasks[at].no) : 0;
  };
  const int own = number(i), before = i > 0 ? number(i - 1) : 0, after = number(i + 1);
  if (own == 0 || before == 0) return 1;
  if (own == before) return kRepeated;
  return after == before + 2 && own != before + 1 ? kMisread : 1;
}

}  // namespace

void DoubtTasks(Work& work) {
  std::vector<Task>& tasks = work.document.tasks;
  for (size_t i = 0; i < tasks.size(); ++i)
    tasks[i].confidence *= ChanceOfNumber(tasks, i) * (HasShortName(work, tasks[i]) ? kShortName : 1);
}

}  // namespace trichluc
