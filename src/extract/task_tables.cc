// Tables → records, and the rows of tables that assign work → tasks (contract: "Rows").
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "extract/body_headings.h"
#include "extract/cell_lines.h"
#include "extract/column_profile.h"
#include "extract/columns.h"
#include "extract/context.h"
#include "extract/expanded_table.h"
#include "extract/month_columns.h"
#include "extract/month_numerals.h"
#include "extract/number_column.h"
#include "extract/numbering.h"
#include "extract/row_numbers.h"
#include "text/text.h"

namespace trichluc {
namespace {

class RowReader {
 public:
  // `under`: the headings that the table stands under.
  RowReader(Work& work, int index, const Expanded& table, const ColumnMeanings& meanings, std::vector<std::string> under)
      : work_(work),
        index_(index),
        table_(table),
        meanings_(meanings),
        under_(std::move(under)),
        lines_(*table.table, work.agencies),
        rows_(work.rules, table, meanings) {}

  void Run() {
    std::vector<std::string> times;
    for (size_t row = 0; row < table_.cells.size(); ++row) times.push_back(Text(row, "deadline"));
    numerals_ = NumeralsOf(work_.rules, times);
    bool after_section = false;
    for (size_t row = 0; row < table_.cells.size(); ++row) {
      const RowNumber& item = rows_.Of(row);
      if (IsEmpty(row) || IsTotal(row)) continue;
      if (IsSection(row, item)) {
        OpenSection(row, item, after_section);
        after_section = true;
      } else {
        after_section = false;
        sections_.CloseFor(item.rank);
        AddTask(row, item);
      }
    }
  }

 private:
  std::string Text(size_t row, const char* meaning) const { return table_.Text(row, meanings_.Of(meaning)); }

  std::string Lines(size_t row, const char* meaning) const {
    const int column = meanings_.Of(meaning);
    return lines_.Of(table_.Cell(row, column), column);
  }

  bool IsEmpty(size_t row) const {
    for (int c = 0; c < table_.table->columns; ++c) {
      if (table_.Own(row, c) && !table_.Text(row, c).empty()) return false;
    }
    return true;
  }

  // "Tổng cộng": a row of sums is no work.
  bool IsTotal(size_t row) const {
    const auto [span, column] = rows_.Widest(row);
    return work_.rules.Full("total_row", Text(row, "content")).has_value() ||
           (span > 1 && work_.rules.Full("total_row", table_.Text(row, column)).has_value());
  }

  // "III. KINH PHÍ", "II. Tổ chức thực hiện" below a table without rules: the heading of the text that follows.
  bool HeadsWhatFollows(size_t row) const {
    constexpr double kRuled = 0.75;  // white gaps are less sure
    const auto head = work_.rules.First("heading", Text(row, "content"));
    if (head && table_.table->confidence < kRuled && Text(row, "no").empty()) return true;
    return head && IsUpper(head->Get("title")) && RankOfNumber(work_.rules, head->Get("no")) < kArabicRank;
  }

  bool IsSection(size_t row, const RowNumber& item) const {
    if (rows_.HasWho(row)) return false;
    const auto [span, column] = rows_.Widest(row);
    if (span * 2 > table_.table->columns) return true;
    if (span > 1 && column <= meanings_.Of("content")) return true;
    int filled = 0;
    for (int c = 0; c < table_.table->columns; ++c) filled += RowNumbers::Says(table_.Text(row, c));
    if (filled > (item.no.empty() ? 1 : 2)) return false;
    if (item.rank > 0 && item.rank < kArabicRank) return true;  // I, A: heads, not tasks
    if (row + 1 >= table_.cells.size()) return HeadsWhatFollows(row);
    const RowNumber next = rows_.Of(row + 1);
    if (IntroducesNumber(item.no, next.no)) return true;
    // "1", a row whose number was not read, "1.2"
    if (next.no.empty() && row + 2 < table_.cells.size() && rows_.HasWho(row + 1) && IntroducesNumber(item.no, rows_.Of(row + 2).no)) return true;
    if (item.no.empty()) return IsUpper(Text(row, "content")) || !next.no.empty();
    if (work_.rules.First("introduces", Text(row, "content"))) return true;
    return next.rank > item.rank || (next.rank == item.rank && next.no == "1" && item.no != "1");
  }

  void OpenSection(size_t row, const RowNumber& item, bool after_section) {
    std::string title = item.title.empty() ? Text(row, "content") : item.title;
    for (int c = 0; title.empty() && c < table_.table->columns; ++c) {
      if (c != meanings_.Of("no")) title = table_.Text(row, c);
    }
    title.erase(0, std::min(title.find_first_not_of(".,;:'` "), title.size()));  // specks before it
    if (const size_t last = title.find_last_not_of(". "); last + 2 < title.size()) title.erase(last + 1);  // a dotted rule behind it
    if (title.empty()) return;
    double rank = item.rank > 0 ? item.rank : kUnnumberedRank;
    for (size_t next = row + 1; next < table_.cells.size(); ++next) {  // it stands above what follows it
      const RowNumber below = rows_.Of(next);
      if (below.rank <= 0) continue;
      if (!IsSection(next, below) && below.rank <= rank) rank = below.rank - 0.5;
      break;
    }
    const auto [span, column] = rows_.Widest(row);
    sections_.Open(rank, title, SectionStack::ShapeOf(span, column, title), after_section);
  }

  // Specks and figures, as of a row of numbers below titles, are no work.
  static bool SaysSomething(const std::string& content) {
    const std::u32string letters = ToCodePoints(content);
    return std::count_if(letters.begin(), letters.end(), [](char32_t letter) {
             const std::string one = FromCodePoints({letter});
             return ToLower(one) != ToUpper(one);
           }) > 1;
  }

  void AddTask(size_t row, const RowNumber& item) {
    const TableRow& source = table_.table->rows[row];
    Task task{};
    if (!item.no.empty()) task.no = item.no;
    task.section = under_;
    const std::vector<std::string> rows_above = sections_.Titles();
    task.section.insert(task.section.end(), rows_above.begin(), rows_above.end());
    task.content = Text(row, "content");
    if (!SaysSomething(task.content)) return;
    task.table = index_;
    task.row = static_cast<int>(row);
    task.page_from = source.page_from;
    task.page_to = source.page_to;
    const std::string path = "tasks/" + std::to_string(work_.document.tasks.size());
    ReadAgencies(row, task, path);
    ReadDeadline(row, task, path);
    auto optional = [&](const char* meaning) {
      const std::string text = Text(row, meaning);
      Explain(path + "/" + meaning, row, meaning);
      return text.empty() ? std::nullopt : std::optional<std::string>(text);
    };
    task.kind = optional("kind");
    task.output = optional("output");
    task.basis = optional("basis");
    Explain(path + "/content", row, "content");
    if (task.no) Explain(path + "/no", row, "no");
    TaskPrint print = PrintOf(row);
    print.shares_number = task.no && SharesNumber(row);
    task.confidence = Confidence(print);
    trichluc::AddTask(work_, std::move(task), std::move(print));
  }

  void ReadAgencies(size_t row, Task& task, const std::string& path) {
    auto list = [&](const char* meaning) {
      Explain(path + "/" + meaning, row, meaning);
      return work_.agencies.ResolveList(Lines(row, meaning), work_.place);
    };
    task.coordinators = list("coordinators");
    task.approver = list("approver");
    const char* who = meanings_.Has("lead") ? "lead" : "lead_and_coordinators";
    const std::string text = Lines(row, who);
    if (const auto match = work_.rules.Full("assignment", Normalise(text))) {
      task.lead = work_.agencies.ResolveList(match->Get("lead"), work_.place);
      if (task.coordinators.empty()) {
        task.coordinators = work_.agencies.ResolveList(match->Get("coordinators"), work_.place);
      }
      if (task.approver.empty()) task.approver = work_.agencies.ResolveList(match->Get("approver"), work_.place);
      Explain(path + "/lead", row, who);
      return;
    }
    task.lead = list(who);
    if (meanings_.leads_above && task.lead.empty()) task.lead = LeadAbove(task.section);
    if (!meanings_.Has("lead") && !meanings_.Has("coordinators") && task.lead.size() > 1) {
      task.coordinators.assign(task.lead.begin() + 1, task.lead.end());
      task.lead.resize(1);
    }
  }

  // Whom the nearest heading above names.
  std::vector<Agency> LeadAbove(const std::vector<std::string>& section) const {
    for (auto title = section.rbegin(); title != section.rend(); ++title) {
      if (work_.agencies.Likelihood(*title) >= kHeadOfGroup) return work_.agencies.ResolveList(*title, work_.place);
    }
    return {};
  }

  // "Tháng 10/2019,": a speck behind the time
  static std::string WithoutSpecks(const std::string& text) {
    const size_t last = text.find_last_not_of(",;: ");
    return last == std::string::npos ? text : text.substr(0, last + 1);
  }

  void ReadDeadline(size_t row, Task& task, const std::string& path) {
    std::string text = Text(row, "deadline");
    if (meanings_.Has("start") && meanings_.Has("end")) {
      const std::string start = Text(row, "start"), end = Text(row, "end");
      text = start.empty() || end.empty() ? start + end : start + " - " + end;
    } else if (text.empty()) {
      text = Text(row, "end");
    }
    std::string rule;
    if (text.empty() && !meanings_.months.empty()) {
      ReadMonths(row, task, path);
      return;
    }
    const MendedMonth month = MendMonth(work_.rules, numerals_, text);
    task.deadline = ParseDeadline(work_.rules, month.plain, YearsOf(row, task), &rule);
    if (task.deadline) task.deadline->text = WithoutSpecks(Normalise(month.text));
    if (task.deadline && task.deadline->kind == "unknown") ReadThroughSpecks(row, task, &rule);
    const char* source = meanings_.Has("deadline") ? "deadline" : "end";
    // "Tuần 2" of the rows of "Tháng 9/2025", or nothing: the period that groups the rows tells
    if (const std::string period = Text(row, "period"); !period.empty() && (!task.deadline || task.deadline->kind == "unknown")) {
      if (text.empty()) source = "period";
      task.deadline = ParseDeadline(work_.rules, text.empty() ? period : text + " " + period, work_.years, &rule);
    }
    if (task.deadline) Explain(path + "/deadline", row, source, rule);
  }

  // "Thường. xuyên": what a time says without the specks between its words.
  void ReadThroughSpecks(size_t row, Task& task, std::string* rule) {
    std::string text = task.deadline->text, other;
    while (const auto speck = work_.rules.First("deadline_speck", text)) {
      const Span span = speck->groups.at("speck");
      text = text.substr(0, span.begin) + " " + text.substr(span.end);
    }
    if (text == task.deadline->text) return;
    const auto read = ParseDeadline(work_.rules, text, YearsOf(row, task), &other);
    if (!read || read->kind == "unknown") return;
    task.deadline = read;
    task.deadline->text = text;
    *rule = other;
  }

  // An x in the columns of the months.
  void ReadMonths(size_t row, Task& task, const std::string& path) {
    std::map<int, bool> marked;
    for (const auto& [column, period] : meanings_.months)
      marked[column] = work_.rules.Full("column_mark", table_.Text(row, column)).has_value();
    std::string rule;
    task.deadline = ParseDeadline(work_.rules, MarkedPeriods(meanings_.months, marked), work_.years, &rule);
    for (const auto& [column, mark] : marked) {
      if (mark) Explain(path + "/deadline", table_.Cell(row, column), rule);
    }
  }

  // Days of the rows of "Tháng 01/2026", which stands beside or above them, are of that year.
  YearContext YearsOf(size_t row, const Task& task) const {
    YearContext years = work_.years;
    std::optional<Deadline> period = ParseDeadline(work_.rules, Text(row, "period"), work_.years);
    if (!period && !task.section.empty()) {
      period = ParseDeadline(work_.rules, task.section.back(), {});
      if (period && period->kind != "month" && period->kind != "quarter") period.reset();
    }
    if (period && period->from) {
      years.title_year = std::stoi(period->from->substr(0, 4));
      years.school_year = 0;
    }
    return years;
  }

  void Explain(const std::string& field, size_t row, const char* meaning, const std::string& rule = "") {
    Explain(field, table_.Cell(row, meanings_.Of(meaning)), rule.empty() ? std::string("table.") + meaning : rule);
  }

  void Explain(const std::string& field, const TableCell* cell, const std::string& rule) {
    if (cell == nullptr || cell->lines.empty()) return;
    const Passage passage(cell->lines);
    AddEvidence(work_.document, field, passage, {0, passage.text().size()}, rule,
                MeanConfidence(passage.pieces()) * table_.table->confidence);
  }

  // Its number is a cell that began in a row above.
  bool SharesNumber(size_t row) const {
    const int column = meanings_.Of("no");
    return table_.Cell(row, column) != nullptr && !table_.Own(row, column);
  }

  TaskPrint PrintOf(size_t row) const {
    Passage whole;
    for (int c = 0; c < table_.table->columns; ++c) {
      const TableCell* cell = table_.Cell(row, c);
      if (cell == nullptr || meanings_.SaysNothing(c)) continue;
      for (const Line& line : cell->lines) whole.Add(line);
    }
    return WeighPrint(whole.pieces());
  }

  double Confidence(const TaskPrint& print) const {
    constexpr double kElse = 0.965;  // columns taken for each other, a part of a row lost: rare
    const double known = table_.table->confidence * meanings_.Sureness();
    return std::clamp(kElse * known * print.legible, 0.0, 1.0);
  }

  Work& work_;
  int index_;
  const Expanded& table_;
  const ColumnMeanings& meanings_;
  const std::vector<std::string> under_;
  const CellLines lines_;
  const RowNumbers rows_;
  SectionStack sections_;
  TimeNumerals numerals_;  // of the column of deadlines
};

// Goods with their prices are bought, whatever the columns beside them say; work that begins with verbs may cost something. What a
// submission asks money for, with no time beside it, is not assigned yet.
bool ListsGoods(const Table& table, const ColumnMeanings& meanings, const Work& work) {
  constexpr double kMostly = 0.5;
  const std::vector<std::string> titles = table.ColumnTitles();
  const bool priced = std::any_of(titles.begin(), titles.end(),
                                  [&](const std::string& title) { return work.rules.First("price_title", Normalise(title)).has_value(); });
  const std::vector<std::string>& proposing = work.rules.List("proposing_types");
  const bool proposes = work.document.doc_type && !meanings.Has("deadline") &&
                        std::find(proposing.begin(), proposing.end(), work.document.doc_type->code) != proposing.end();
  return priced && (proposes || Measure(table, meanings.Of("content"), work.rules, work.agencies).works < kMostly);
}

// Whether what is taken for the work says it: "Sáng", "Chiều" over and over, of a timetable without a readable title, does not.
bool SaysWork(const Expanded& table, const ColumnMeanings& meanings) {
  constexpr size_t kFewest = 6, kShort = 12;  // rows; letters
  std::set<std::string> different;
  size_t rows = 0, longest = 0;
  for (size_t row = 0; row < table.cells.size(); ++row) {
    const std::string text = FoldKey(table.Text(row, meanings.Of("content")));
    if (text.empty()) continue;
    ++rows;
    longest = std::max(longest, Length(text));
    different.insert(text);
  }
  return rows < kFewest || longest > kShort || 3 * different.size() > rows;
}

// The times of an agenda are hours of one day.
bool IsAgenda(const Expanded& table, const ColumnMeanings& meanings, const RuleSet& rules) {
  if (!meanings.Has("deadline")) return false;
  size_t hours = 0, times = 0;
  for (size_t row = 0; row < table.cells.size(); ++row) {
    const std::string text = table.Text(row, meanings.Of("deadline"));
    times += !text.empty();
    hours += rules.Full("clock_time", text).has_value();
  }
  return times > 0 && 2 * hours > times;
}

bool IsSure(const TableCell* cell) {
  constexpr float kSure = 0.9f;
  if (cell == nullptr) return false;
  for (const Line& line : cell->lines) {
    if (std::any_of(line.words.begin(), line.words.end(), [](const Word& word) { return word.confidence < kSure; })) return false;
  }
  return true;
}

void MendNumbers(int column, const Expanded& table, TableRecord* record) {
  const auto at = static_cast<size_t>(std::max(column, 0));
  if (at >= record->columns.size()) return;
  std::vector<std::string> numbers;
  std::vector<bool> sure;
  for (size_t row = 0; row < record->rows.size(); ++row) {
    numbers.push_back(record->rows[row][at]);
    sure.push_back(IsSure(table.Cell(row, static_cast<int>(at))));
  }
  MendNumberColumn(&numbers, sure);
  for (size_t row = 0; row < numbers.size(); ++row) record->rows[row][at] = std::move(numbers[row]);
}

}  // namespace

void ReadTables(Work& work) {
  std::optional<BodyHeadings> headings;  // asked for by the first table that assigns work
  for (const Table& read : work.tables) {
    const std::optional<Table> headed = WithHeading(read, work.rules, work.agencies);
    const Table& table = headed ? *headed : read;
    const Expanded expanded = Expand(table);
    const int index = static_cast<int>(work.document.tables.size());
    work.document.tables.push_back(ToRecord(table, expanded));
    const ColumnMeanings meanings = FindMeanings(table, work.rules, work.agencies);
    MendNumbers(meanings.Of("no"), expanded, &work.document.tables.back());
    const bool assigns = meanings.AssignsTasks() && SaysWork(expanded, meanings) && !IsAgenda(expanded, meanings, work.rules) &&
                         !ListsGoods(table, meanings, work);
    if (!assigns) continue;
    if (!headings) headings.emplace(work);
    const std::vector<std::string> over = headings->Over(table);
    if (!over.empty() && work.rules.First("done_heading", over.back())) continue;
    RowReader(work, index, expanded, meanings, over).Run();
  }
}

}  // namespace trichluc
