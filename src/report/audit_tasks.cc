// Task rows: which belong together, their cells, agencies and deadlines.
#include <algorithm>
#include <map>

#include "report/audit_align.h"
#include "report/audit_distance.h"
#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

// The distance of two contents, as a part of the longer, up to which they are the same task.
constexpr double kSameTask = 0.2;

Value DeadlineText(const Task& task) { return task.deadline ? Value(task.deadline->text) : std::nullopt; }

struct CellField {
  const char* key;   // of the figure
  const char* part;  // key in truth
  Value (*get)(const Task&);
};

const CellField kCells[] = {
    {"cell_no", "no", [](const Task& t) { return t.no; }},
    {"cell_section", "section", [](const Task& t) { return Join(t.section, " / "); }},
    {"cell_kind", "kind", [](const Task& t) { return t.kind; }},
    {"cell_content", "content", [](const Task& t) { return Value(t.content); }},
    {"cell_lead", "lead", [](const Task& t) { return JoinNames(t.lead); }},
    {"cell_coordinators", "coordinators", [](const Task& t) { return JoinNames(t.coordinators); }},
    {"cell_approver", "approver", [](const Task& t) { return JoinNames(t.approver); }},
    {"cell_deadline", "deadline", DeadlineText},
    {"cell_output", "output", [](const Task& t) { return t.output; }},
    {"cell_basis", "basis", [](const Task& t) { return t.basis; }},
};

// What tells tasks apart.
struct Likeness {
  std::u32string content;
  Value no, section, deadline;
};

std::vector<Likeness> Prepare(const std::vector<Task>& tasks) {
  std::vector<Likeness> prepared;
  for (const Task& task : tasks) {
    const Value section = task.section.empty() ? std::nullopt : Value(task.section.back());
    prepared.push_back({ToCodePoints(FoldKey(task.content)), task.no, section, DeadlineText(task)});
  }
  return prepared;
}

double Agreement(const Likeness& a, const Likeness& b) {
  const size_t longer = std::max(a.content.size(), b.content.size());
  const size_t shorter = std::min(a.content.size(), b.content.size());
  const double limit = kSameTask * static_cast<double>(longer);
  if (static_cast<double>(longer - shorter) > limit) return 0;
  const double distance =
      a.content == b.content ? 0 : static_cast<double>(LevenshteinDistance(a.content, b.content));
  if (distance > limit) return 0;
  return 1 - (longer == 0 ? 0 : distance / static_cast<double>(longer)) + 0.02 * SameValue(a.no, b.no) +
         0.01 * SameValue(a.section, b.section) + 0.01 * SameValue(a.deadline, b.deadline);
}

std::string NameOf(const Task& task, size_t place) {
  return task.no ? "task " + *task.no : "task (" + std::to_string(place + 1) + ")";
}

std::string Describe(const Deadline& deadline) {
  return deadline.kind + ", " + deadline.from.value_or("–") + " to " + deadline.to.value_or("–") +
         (deadline.recurrence ? ", " + *deadline.recurrence : "");
}

// (role, name) → how often
std::map<std::string, int> AgenciesOf(const Task& task, const Keys& keys) {
  std::map<std::string, int> names;
  const auto add = [&](const char* role, const std::vector<Agency>& agencies) {
    if (!keys.count(role)) return;
    for (const Agency& agency : agencies) ++names[std::string(role) + "\n" + CompareForm(agency.name)];
  };
  add("lead", task.lead);
  add("coordinators", task.coordinators);
  add("approver", task.approver);
  return names;
}

const Keys kRoles = {"lead", "coordinators", "approver"};

class TaskScorer {
 public:
  TaskScorer(const TruthDocument& truth, const Document& found, Tally& tally)
      : expected_(truth.document.tasks), keys_(truth.tasks), found_(found.tasks), tally_(tally) {}

  void Run() {
    const std::vector<Likeness> a = Prepare(expected_), b = Prepare(found_);
    const auto pairs = Align(a.size(), b.size(), [&](size_t i, size_t j) { return Agreement(a[i], b[j]); });
    Count("task", "", pairs);
    Count("table_task", "table", pairs);
    std::vector<int> partner(expected_.size(), -1);
    std::vector<bool> taken(found_.size());
    for (const auto& [i, j] : pairs) {
      partner[i] = static_cast<int>(j);
      taken[j] = true;
    }
    for (size_t i = 0; i < expected_.size(); ++i) {
      if (partner[i] >= 0) {
        CheckPair(expected_[i], found_[static_cast<size_t>(partner[i])], keys_[i], NameOf(expected_[i], i));
      } else {
        Missing(expected_[i], keys_[i], NameOf(expected_[i], i));
      }
    }
    for (size_t j = 0; j < found_.size(); ++j) {
      if (!taken[j]) Extra(found_[j], NameOf(found_[j], j));
    }
  }

 private:
  // Tasks of one source, or of all.
  void Count(const char* key, const std::string& source,
             const std::vector<std::pair<size_t, size_t>>& pairs) {
    const auto counts = [&](const Task& task) { return source.empty() || task.source == source; };
    Retrieval& count = tally_.score.lists[key];
    count.expected += static_cast<int>(std::count_if(expected_.begin(), expected_.end(), counts));
    count.found += static_cast<int>(std::count_if(found_.begin(), found_.end(), counts));
    for (const auto& [i, j] : pairs) count.matched += counts(expected_[i]) && counts(found_[j]);
  }

  void CheckPair(const Task& expected, const Task& found, const Keys& keys, const std::string& name) {
    bool all_right = true;
    for (const CellField& cell : kCells) {
      if (!keys.count(cell.part)) continue;
      const Value truth = cell.get(expected), value = cell.get(found);
      const bool right = tally_.Check(cell.key, name + " " + cell.part, truth, value);
      tally_.Count("cells", right);
      all_right = all_right && right;
      if (value) CountConfidence(tally_.score.task_value_reliability, found.confidence, right);
      const std::u32string a = ToCodePoints(CompareForm(truth.value_or("")));
      ErrorRate& rate = tally_.score.rates["cell_cer"];
      rate.errors += static_cast<long>(LevenshteinDistance(a, ToCodePoints(CompareForm(value.value_or("")))));
      rate.length += static_cast<long>(a.size());
    }
    if (keys.count("deadline"))
      all_right = CheckDeadline(expected.deadline, found.deadline, name) && all_right;
    CheckAgencies(expected, found, keys);
    CountConfidence(tally_.score.task_reliability, found.confidence, all_right);
  }

  bool CheckDeadline(const std::optional<Deadline>& expected, const std::optional<Deadline>& found,
                     const std::string& name) {
    const Value truth = expected ? Value(Describe(*expected)) : std::nullopt;
    const Value value = found ? Value(Describe(*found)) : std::nullopt;
    const bool right = truth == value;
    tally_.Count("deadlines", right);
    const std::string text = expected ? " (" + expected->text + ")" : "";
    if (!right) tally_.Note(name + " deadline as dates" + text, truth, value);
    return right;
  }

  void CheckAgencies(const Task& expected, const Task& found, const Keys& keys) {
    Retrieval& count = tally_.score.lists["agency"];
    const auto truth = AgenciesOf(expected, keys), given = AgenciesOf(found, keys);
    for (const auto& [name, times] : truth) {
      count.expected += times;
      if (const auto at = given.find(name); at != given.end()) count.matched += std::min(times, at->second);
    }
    for (const auto& [name, times] : given) count.found += times;
  }

  void Missing(const Task& task, const Keys& keys, const std::string& name) {
    for (const auto& [agency, times] : AgenciesOf(task, keys)) tally_.score.lists["agency"].expected += times;
    if (!tally_.absent()) tally_.Note(name, task.content, std::nullopt);
  }

  void Extra(const Task& task, const std::string& name) {
    for (const auto& [agency, times] : AgenciesOf(task, kRoles)) tally_.score.lists["agency"].found += times;
    CountConfidence(tally_.score.task_reliability, task.confidence, false);
    tally_.Note(name, std::nullopt, task.content);
  }

  const std::vector<Task>& expected_;
  const std::vector<Keys>& keys_;
  const std::vector<Task>& found_;
  Tally& tally_;
};

}  // namespace

void ScoreTasks(const TruthDocument& truth, const Document& found, Tally& tally) {
  if (truth.keys.count("tasks")) TaskScorer(truth, found, tally).Run();
}

}  // namespace trichluc
