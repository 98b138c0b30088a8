// What a person should look at.
#include <algorithm>
#include <map>
#include <set>

#include "extract/context.h"
#include "extract/day_doubts.h"
#include "extract/own_mentions.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kContradicted = 0.5;  // a day of issue that the document itself contradicts
constexpr double kUnsure = 0.6;  // a value of the letterhead below this confidence is pointed out

int Plain(const std::string& no) {
  return !no.empty() && no.size() < 5 && no.find_first_not_of("0123456789") == std::string::npos
             ? std::stoi(no)
             : -1;
}

// Gaps and repeats of plain numbers inside one section of one table; numbering that starts again at 1 is
// normal, and so are rows that share a number printed once.
void FlagNumbering(Document& document, const std::vector<TaskPrint>& prints) {
  int last = -1, table = -2;
  for (size_t i = 0; i < document.tasks.size(); ++i) {
    const Task& task = document.tasks[i];
    const int no = task.no ? Plain(*task.no) : -1;
    if (task.source != "table" || no < 0) continue;
    if (task.table != table) last = -1;
    table = task.table;
    if (last >= 0 && no > last + 1) {
      AddFlag(document, "numbering_gap", task.page_from,
              std::to_string(last) + " is followed by " + std::to_string(no));
    } else if (last >= 0 && no == last && !prints[i].shares_number) {
      AddFlag(document, "numbering_repeat", task.page_from, std::to_string(no) + " stands twice");
    } else if (last >= 0 && no < last && no != 1) {
      AddFlag(document, "numbering_restart", task.page_from,
              std::to_string(last) + " is followed by " + std::to_string(no));
    }
    last = no;
  }
}

// Where there is a word to look at, and it is likely enough that one is wrong: of 250 tasks that were misread in 1,550 this finds more
// than a bound of the whole confidence, for each that it points out in vain. A long text of many words of middling confidence is
// nothing that anybody can check.
void FlagDoubts(Document& document, const Task& task, const TaskPrint& print, const std::string& where) {
  constexpr double kLegible = 0.7, kElse = 0.6;
  constexpr size_t kMostWords = 5;
  // Columns, numbers, periods that make it doubtful however well it was read.
  if (task.confidence < kElse * print.legible) AddFlag(document, "low_confidence", task.page_from, where + " was read with doubt");
  if (print.legible >= kLegible || print.doubtful.empty()) return;
  std::string words;
  for (size_t i = 0; i < std::min(kMostWords, print.doubtful.size()); ++i) words += (i > 0 ? ", \"" : "\"") + print.doubtful[i] + "\"";
  AddFlag(document, "low_confidence", task.page_from, where + " was read with doubt: " + words);
}

void FlagTasks(const RuleSet& rules, Document& document, const std::vector<TaskPrint>& prints) {
  for (size_t i = 0; i < document.tasks.size(); ++i) {
    const Task& task = document.tasks[i];
    const std::string where = "task " + task.no.value_or("#" + std::to_string(i + 1));
    FlagDoubts(document, task, prints[i], where);
    if (task.deadline && task.deadline->kind == "date" && !task.deadline->from && !task.deadline->to) {
      AddFlag(document, "impossible_date", task.page_from, where + ": \"" + task.deadline->text + "\" is no day of the calendar");
    }
    if (task.deadline && task.deadline->kind == "range" && !task.deadline->from && !task.deadline->to && document.issued_on) {
      AddFlag(document, "impossible_date", task.page_from, where + ": \"" + task.deadline->text + "\" ends before it begins");
    }
    if (task.deadline && task.deadline->kind == "unknown" && !rules.Full("deadline_lapse", task.deadline->text) &&
        !rules.First("deadline_condition", task.deadline->text)) {
      AddFlag(document, "unknown_deadline", task.page_from,
              where + ": \"" + task.deadline->text + "\" fits no rule");
    }
  }
}

void FlagMissing(Document& document) {
  if (!document.issuer)
    AddFlag(document, "missing", document.page_from, "issuer: no agency found on the letterhead");
  if (!document.symbol) AddFlag(document, "missing", document.page_from, "number: no number line found");
  if (!document.issued_on &&
      document.evidence.end() == std::find_if(document.evidence.begin(), document.evidence.end(),
                                              [](const Evidence& e) { return e.field == "issued_on"; })) {
    AddFlag(document, "missing", document.page_from, "issued_on: no place and date line found");
  }
}

// Per field the strongest evidence; fields of lists are left to their rows.
void SumConfidence(Document& document, double symbol_at_most, double day_at_most) {
  std::map<std::string, double> best;
  for (const Evidence& evidence : document.evidence) {
    if (evidence.field.find('/') != std::string::npos) continue;
    best[evidence.field] = std::max(best[evidence.field], evidence.confidence);
  }
  for (const char* field : {"number", "symbol"}) {
    if (best.count(field) > 0) best[field] = std::min(best[field], symbol_at_most);
  }
  if (best.count("issued_on") > 0) best["issued_on"] = std::min(best["issued_on"], day_at_most);
  document.confidence.assign(best.begin(), best.end());
}

// Values of the letterhead that may be misread; number and day have flags of their own.
void FlagHeader(Document& document) {
  for (const auto& [field, confidence] : document.confidence) {
    const bool other = field == "number" || field == "issued_on" || field == "electronic_signature";
    if (confidence < kUnsure && !other) AddFlag(document, "low_confidence", document.page_from, field + " was read with doubt");
  }
}

// The days in print that headings of annexes give to the document. A clerk's day was weighed against them before.
std::set<std::string> DaysInAnnexes(const Work& work) {
  std::set<std::string> days;
  const std::vector<OpenField>& open = work.document.open_fields;
  if (std::any_of(open.begin(), open.end(), [](const OpenField& field) { return field.field == "issued_on"; })) return days;
  for (const OwnMention& mention : OwnMentions(work)) {
    if (!mention.date.empty()) days.insert(mention.date);
  }
  return days;
}

}  // namespace

void RaiseFlags(Work& work) {
  FlagMissing(work.document);
  FlagNumbering(work.document, work.prints);
  FlagTasks(work.rules, work.document, work.prints);
  const bool doubted = DoubtDay(work.document, DaysInAnnexes(work));
  SumConfidence(work.document, work.symbol_at_most, doubted ? kContradicted : 1);
  FlagHeader(work.document);
}

}  // namespace trichluc
