// Tables → records, and the rows of tables that assign work → tasks (contract: "Rows").
#include <algorithm>
#include <cctype>
#include <set>

#include "extract/cell_lines.h"
#include "extract/columns.h"
#include "extract/context.h"
#include "extract/expanded_table.h"
#include "extract/month_columns.h"
#include "extract/month_numerals.h"
#include "extract/numbering.h"
#include "text/text.h"

namespace trichluc {
namespace {

class RowReader {
 public:
  RowReader(Work& work, int index, const Expanded& table, const ColumnMeanings& meanings)
      : work_(work), index_(index), table_(table), meanings_(meanings), lines_(*table.table, work.agencies) {}

  void Run() {
    for (size_t row = 0; row < table_.cells.size(); ++row) numbers_.push_back(ReadNumber(row));
    for (size_t row = 0; row < table_.cells.size(); ++row) RepairFirst(row);
    for (size_t row = 0; row < table_.cells.size(); ++row) RepairHead(row);
    for (size_t row = 0; row < table_.cells.size(); ++row) RepairMiddle(row);
    for (size_t row = 0; row < table_.cells.size(); ++row) RepairBelow(row);
    std::vector<std::string> times;
    for (size_t row = 0; row < table_.cells.size(); ++row) times.push_back(Text(row, "deadline"));
    numerals_ = NumeralsOf(work_.rules, times);
    bool after_section = false;
    for (size_t row = 0; row < table_.cells.size(); ++row) {
      const Numbered& item = NumberOf(row);
      if (IsEmpty(row)) continue;
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
  struct Numbered {
    std::string no, title;  // title: of a section row whose number stands in the same cell
    double rank = 0;
  };

  void Renumber(size_t row, const std::string& no) {
    if (no != numbers_[row].no) numbers_[row] = {no, numbers_[row].title, RankOfNumber(work_.rules, no)};
  }

  // The first of a run of rows that are work: the next number tells.
  void RepairFirst(size_t row) {
    size_t next = row + 1;
    while (next < numbers_.size() && numbers_[next].no.empty()) ++next;
    if (next == numbers_.size() || !HasWho(row) || !HasWho(next)) return;
    Renumber(row, RepairOne(work_.rules, numbers_[row].no, numbers_[next].no));
  }

  // "6" | "ý" | "8": what is no number, between two that leave room for one.
  void RepairMiddle(size_t row) {
    if (row == 0 || row + 1 >= numbers_.size()) return;
    Renumber(row, RepairBetween(work_.rules, numbers_[row - 1].no, numbers_[row].no, numbers_[row + 1].no));
  }

  // "I" below "II" and above "1.1", or above "1.1 … 2": a lone 1 read as an I.
  void RepairHead(size_t row) {
    if (HasWho(row) || row + 1 >= numbers_.size() || !IntroducesNumber("1", numbers_[row + 1].no)) return;
    if (!work_.rules.Full("misread_one", numbers_[row].no)) return;
    const bool below = row > 0 && !HasWho(row - 1) && numbers_[row - 1].rank > 0 && numbers_[row - 1].rank < kArabicRank;
    size_t next = row + 1;
    while (next < numbers_.size() && (numbers_[next].no.empty() || numbers_[next].no.find('.') != std::string::npos)) ++next;
    const bool second = next < numbers_.size() && numbers_[next].no == "2";
    if (below || second) Renumber(row, "1");
  }

  // Dots and letters of the smallest numbers are lost in reading; the row that introduces them tells, by its colon or by the number
  // behind the first: "1", "11", "1.2".
  void RepairBelow(size_t head) {
    if (HasWho(head)) return;
    const bool second = head + 2 < numbers_.size() && IntroducesNumber(numbers_[head].no, numbers_[head + 2].no);
    if (!second && !work_.rules.First("introduces", Text(head, "content"))) return;
    int ordinal = 1;
    for (size_t row = head + 1; row < numbers_.size(); ++row, ++ordinal) {
      const std::string after = row + 1 < numbers_.size() ? numbers_[row + 1].no : "";
      const std::string no = RepairSubNumber(numbers_[head].no, ordinal, numbers_[row].no, after);
      if (no == numbers_[row].no && !IntroducesNumber(numbers_[head].no, no)) return;
      Renumber(row, no);
    }
  }

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

  // The widest cell that starts in this row: how many columns it covers and where.
  std::pair<int, int> Widest(size_t row) const {
    std::pair<int, int> best{0, -1};
    for (int c = 0; c < table_.table->columns; ++c) {
      if (!table_.Own(row, c) || table_.Text(row, c).empty()) continue;
      best = std::max(best, {table_.Cell(row, c)->column_span, c});
    }
    return best;
  }

  const Numbered& NumberOf(size_t row) const { return numbers_[row]; }

  Numbered ReadNumber(size_t row) const {
    Numbered item;
    const auto [span, column] = Widest(row);
    item.no = Text(row, "no");
    if (span > 1 || item.no.empty() || (column >= 0 && column == meanings_.Of("no") && span > 1)) {
      const std::string text = column >= 0 ? table_.Text(row, column) : "";
      if (const auto match = work_.rules.Full("section_row", text); match && span > 1) {
        if (column == meanings_.Of("no") || item.no.empty()) item.no = match->Get("no");
        item.title = match->Get("title");
      } else if (span > 1) {
        item.title = text;
        if (column == meanings_.Of("no")) item.no.clear();
      }
    }
    if (item.no.empty() && item.title.empty() && !HasWho(row)) ReadSectionInContent(row, item);
    item.rank = RankOfNumber(work_.rules, item.no);
    if (item.rank == 0) WithDots(item);
    if (item.rank == 0) {  // a stroke of the rule read behind the number
      const auto label = work_.rules.First("row_number_dirty", item.no);
      if (label) item.no = label->Get("no");
      if (label) item.rank = RankOfNumber(work_.rules, item.no);
    }
    return item;
  }

  // "II. Công tác kiểm tra" in the column of the work, where no rule shows that the row is one cell: a part of Roman number or letter.
  void ReadSectionInContent(size_t row, Numbered& item) const {
    const auto match = work_.rules.Full("section_row", Text(row, "content"));
    if (!match) return;
    const double rank = RankOfNumber(work_.rules, match->Get("no"));
    if (rank <= 0 || rank >= kArabicRank) return;
    item.no = match->Get("no");
    item.title = match->Get("title");
  }

  // "1:2", "1,2" of rows are "1.2".
  void WithDots(Numbered& item) const {
    std::string dotted = item.no;
    for (size_t i = 1; i + 1 < dotted.size(); ++i) {
      const bool between = std::isdigit(static_cast<unsigned char>(dotted[i - 1])) && std::isdigit(static_cast<unsigned char>(dotted[i + 1]));
      if (between && (dotted[i] == ':' || dotted[i] == ',' || dotted[i] == ';')) dotted[i] = '.';
    }
    const double rank = RankOfNumber(work_.rules, dotted);
    if (rank > 0) item = {dotted, item.title, rank};
  }

  // Strokes that stand for nothing fill no cell.
  static bool Says(const std::string& text) { return text.find_first_not_of("-_.,:;|/ ") != std::string::npos; }

  bool HasWho(size_t row) const {
    for (const auto& [column, period] : meanings_.months) {
      if (table_.Own(row, column) && table_.Cell(row, column)->column_span == 1 && !table_.Text(row, column).empty()) return true;
    }
    for (const char* meaning :
         {"lead", "lead_and_coordinators", "coordinators", "deadline", "output", "leader", "start", "end"}) {
      const int column = meanings_.Of(meaning);
      if (column >= 0 && Says(table_.Text(row, column)) && column != meanings_.Of("content") &&
          table_.Cell(row, column)->column_span == 1) {
        return true;
      }
    }
    return false;
  }

  // "III. KINH PHÍ", "II. Tổ chức thực hiện" below a table without rules: the heading of the text that follows.
  bool HeadsWhatFollows(size_t row) const {
    constexpr double kRuled = 0.75;  // white gaps are less sure
    const auto head = work_.rules.First("heading", Text(row, "content"));
    if (head && table_.table->confidence < kRuled && Text(row, "no").empty()) return true;
    return head && IsUpper(head->Get("title")) && RankOfNumber(work_.rules, head->Get("no")) < kArabicRank;
  }

  bool IsSection(size_t row, const Numbered& item) const {
    if (HasWho(row)) return false;
    const auto [span, column] = Widest(row);
    if (span * 2 > table_.table->columns) return true;
    if (span > 1 && column <= meanings_.Of("content")) return true;
    int filled = 0;
    for (int c = 0; c < table_.table->columns; ++c) filled += Says(table_.Text(row, c));
    if (filled > (item.no.empty() ? 1 : 2)) return false;
    if (item.rank > 0 && item.rank < kArabicRank) return true;  // I, A: heads, not tasks
    if (row + 1 >= table_.cells.size()) return HeadsWhatFollows(row);
    const Numbered next = NumberOf(row + 1);
    if (IntroducesNumber(item.no, next.no)) return true;
    // "1", a row whose number was not read, "1.2"
    if (next.no.empty() && row + 2 < table_.cells.size() && HasWho(row + 1) && IntroducesNumber(item.no, NumberOf(row + 2).no)) return true;
    if (item.no.empty()) return IsUpper(Text(row, "content")) || !next.no.empty();
    if (work_.rules.First("introduces", Text(row, "content"))) return true;
    return next.rank > item.rank || (next.rank == item.rank && next.no == "1" && item.no != "1");
  }

  void OpenSection(size_t row, const Numbered& item, bool after_section) {
    std::string title = item.title.empty() ? Text(row, "content") : item.title;
    for (int c = 0; title.empty() && c < table_.table->columns; ++c) {
      if (c != meanings_.Of("no")) title = table_.Text(row, c);
    }
    title.erase(0, std::min(title.find_first_not_of(".,;:'` "), title.size()));  // specks before it
    if (title.empty()) return;
    double rank = item.rank > 0 ? item.rank : kUnnumberedRank;
    for (size_t next = row + 1; next < table_.cells.size(); ++next) {  // it stands above what follows it
      const Numbered below = NumberOf(next);
      if (below.rank <= 0) continue;
      if (!IsSection(next, below) && below.rank <= rank) rank = below.rank - 0.5;
      break;
    }
    const auto [span, column] = Widest(row);
    sections_.Open(rank, title, 1 + SectionStack::kShapeOfWidth * span + std::max(0, column), after_section);
  }

  void AddTask(size_t row, const Numbered& item) {
    const TableRow& source = table_.table->rows[row];
    Task task{};
    if (!item.no.empty()) task.no = item.no;
    task.section = sections_.Titles();
    task.content = Text(row, "content");
    if (task.content.empty()) return;
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
    task.confidence = Confidence(row);
    work_.document.tasks.push_back(task);
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
      Explain(path + "/lead", row, who);
      return;
    }
    task.lead = list(who);
    if (!meanings_.Has("lead") && !meanings_.Has("coordinators") && task.lead.size() > 1) {
      task.coordinators.assign(task.lead.begin() + 1, task.lead.end());
      task.lead.resize(1);
    }
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
    task.deadline = ParseDeadline(work_.rules, month.plain, YearsOf(row), &rule);
    if (task.deadline) task.deadline->text = Normalise(month.text);
    const char* source = meanings_.Has("deadline") ? "deadline" : "end";
    // "Tuần 2" of the rows of "Tháng 9/2025", or nothing: the period that groups the rows tells
    if (const std::string period = Text(row, "period"); !period.empty() && (!task.deadline || task.deadline->kind == "unknown")) {
      if (text.empty()) source = "period";
      task.deadline = ParseDeadline(work_.rules, text.empty() ? period : text + " " + period, work_.years, &rule);
    }
    if (task.deadline) Explain(path + "/deadline", row, source, rule);
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

  // Days of the rows of "Tháng 01/2026" are of that year.
  YearContext YearsOf(size_t row) const {
    YearContext years = work_.years;
    const std::optional<Deadline> period = ParseDeadline(work_.rules, Text(row, "period"), work_.years);
    if (period && period->from) years.title_year = std::stoi(period->from->substr(0, 4));
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

  double Confidence(size_t row) const {
    constexpr double kElse = 0.965;  // columns taken for each other, a part of a row lost: rare
    Passage whole;
    for (int c = 0; c < table_.table->columns; ++c) {
      const TableCell* cell = table_.Cell(row, c);
      if (cell == nullptr) continue;
      for (const Line& line : cell->lines) whole.Add(line);
    }
    const double known = table_.table->confidence * meanings_.Sureness();
    return std::clamp(kElse * known * ChanceAllRight(whole.pieces()), 0.0, 1.0);
  }

  Work& work_;
  int index_;
  const Expanded& table_;
  const ColumnMeanings& meanings_;
  const CellLines lines_;
  SectionStack sections_;
  std::vector<Numbered> numbers_;  // of each row
  MonthNumerals numerals_ = MonthNumerals::kUnknown;  // of the column of deadlines
};

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

}  // namespace

void ReadTables(Work& work) {
  for (const Table& read : work.tables) {
    const std::optional<Table> headed = WithHeading(read, work.rules, work.agencies);
    const Table& table = headed ? *headed : read;
    const Expanded expanded = Expand(table);
    const int index = static_cast<int>(work.document.tables.size());
    work.document.tables.push_back(ToRecord(table, expanded));
    const ColumnMeanings meanings = FindMeanings(table, work.rules, work.agencies);
    const bool assigns = meanings.AssignsTasks() && SaysWork(expanded, meanings) && !IsAgenda(expanded, meanings, work.rules);
    if (assigns) RowReader(work, index, expanded, meanings).Run();
  }
}

}  // namespace trichluc
