// Programmes typed as one cell a line: the titles of the columns stand below each other, then the cells of
// each row.
//
// No geometry says what belongs together; the titles say in which order cells come, numbers say where rows
// begin, and agencies and dates are known by their look. What cannot be told apart is left to the content.
#include <algorithm>

#include "extract/columns.h"
#include "extract/context.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLeastTitles = 3, kLeastRows = 2;
constexpr double kAgency = 0.45;

struct TypedLine {
  const ViewLine* line;
  std::string text;
};

// In the middle of the page's head or foot: the page's number, however it was read.
bool StandsAsPageNumber(const ViewLine& line) {
  const bool middle = line.left > 0.4 && line.right < 0.6;
  return middle && (line.bottom < 0.08 || line.top > 0.93);
}

class TypedReader {
 public:
  explicit TypedReader(Work& work) : work_(work) {
    for (const PageView* page : work.pages) {
      for (const ViewLine& line : page->lines) {
        if (!StandsAsPageNumber(line)) lines_.push_back({&line, line.text});
      }
    }
  }

  void Run() {
    for (size_t i = 0; i < lines_.size();) {
      const std::vector<std::string> titles = TitlesAt(i);
      i = titles.empty() ? i + 1 : ReadRows(i, titles);
    }
  }

 private:
  // Meanings of consecutive lines that are titles of columns: several, each another, work and who or when
  // among them.
  std::vector<std::string> TitlesAt(size_t first) const {
    std::vector<std::string> meanings;
    for (size_t i = first; i < lines_.size() && Length(lines_[i].text) < 40; ++i) {
      const std::string meaning = MeaningOfTitle(work_.rules, lines_[i].text);
      if (meaning.empty() || Has(meanings, meaning)) break;
      meanings.push_back(meaning);
    }
    const bool assigns = Has(meanings, "content") && (Has(meanings, "lead") || Has(meanings, "deadline"));
    return meanings.size() >= kLeastTitles && assigns ? meanings : std::vector<std::string>{};
  }

  static bool Has(const std::vector<std::string>& meanings, const std::string& meaning) {
    return std::find(meanings.begin(), meanings.end(), meaning) != meanings.end();
  }

  bool IsNumber(size_t i) const {
    return work_.rules.Full("row_number", lines_[i].text) ||
           work_.rules.Full("misread_number", lines_[i].text);
  }

  bool Fits(const std::string& meaning, const std::string& text) const {
    if (meaning == "deadline") {
      const std::optional<Deadline> deadline = ParseDeadline(work_.rules, text, work_.years);
      return deadline && deadline->kind != "unknown" && Length(text) < 60;
    }
    const bool agencies = meaning == "lead" || meaning == "coordinators" || meaning == "approver";
    return !agencies || work_.agencies.Likelihood(text) > kAgency;
  }

  // Returns the line behind the table.
  size_t ReadRows(size_t first, const std::vector<std::string>& titles) {
    size_t at = first + titles.size(), end = at;
    std::vector<Task> tasks;
    std::vector<TaskPrint> prints;
    while (at < lines_.size()) {
      const bool numbered = IsNumber(at);
      if (!numbered && tasks.empty()) break;
      size_t next = at + 1;
      while (next < lines_.size() && !IsNumber(next) && next - at < titles.size() + 6 &&
             !(numbered && Complete(at, next, titles))) {
        ++next;
      }
      TaskPrint print;
      std::optional<Task> task = ReadRow(at, next, titles, numbered, &print);
      if (!task) break;
      // A number that was not read: the next row has its own, and who and when are there.
      const bool goes_on = next < lines_.size() && IsNumber(next);
      if (!numbered && (!goes_on || task->lead.empty() || !task->deadline)) break;
      tasks.push_back(std::move(*task));
      prints.push_back(std::move(print));
      at = end = next;
    }
    if (tasks.size() < kLeastRows) return first + titles.size();
    for (size_t i = first; i < end; ++i) MarkTyped(*lines_[i].line);
    for (size_t i = 0; i < tasks.size(); ++i) AddTask(work_, std::move(tasks[i]), std::move(prints[i]));
    return end;
  }

  void MarkTyped(const ViewLine& typed) {
    for (const Paragraph& paragraph : work_.paragraphs) {
      const bool holds =
          std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const ViewLine* line) {
            return line->line.page == typed.line.page && line->line.box == typed.line.box;
          });
      if (holds) work_.typed.insert(&paragraph);
    }
  }

  // The last column's cell stands in the line before `next`, with something for every other column before it.
  bool Complete(size_t begin, size_t next, const std::vector<std::string>& titles) const {
    const std::string& last = titles.back();
    return next - begin >= titles.size() && last == "deadline" && Fits(last, lines_[next - 1].text);
  }

  // Every column has its line, and one of those behind the content is known by its look; another may be
  // misread.
  bool OneLineEach(size_t begin, size_t end, const std::vector<std::string>& titles, size_t content) const {
    if (end - begin != titles.size()) return false;
    for (size_t column = content + 1; column < titles.size(); ++column) {
      const bool telling =
          titles[column] == "deadline" || titles[column] == "lead" || titles[column] == "coordinators";
      if (telling && Fits(titles[column], lines_[begin + column].text)) return true;
    }
    return false;
  }

  // Cells behind the content are told from its lines by what they hold, from the last one backwards.
  std::optional<Task> ReadRow(size_t begin, size_t end, const std::vector<std::string>& titles,
                              bool numbered, TaskPrint* print) {
    Task task{};
    task.source = "text";
    if (numbered) task.no = lines_[begin].text;
    const size_t body = begin + (numbered ? 1 : 0);
    task.page_from = lines_[begin].line->line.page;
    task.page_to = lines_[end - 1].line->line.page;
    const size_t content =
        static_cast<size_t>(std::find(titles.begin(), titles.end(), "content") - titles.begin());
    size_t last = end;
    const bool in_place = numbered && OneLineEach(begin, end, titles, content);
    for (size_t column = titles.size(); column-- > content + 1;) {
      if (last <= body + 1 || (!in_place && !Fits(titles[column], lines_[last - 1].text))) continue;
      Put(task, titles[column], lines_[--last].text);
    }
    Passage passage;
    for (size_t i = body; i < last; ++i) {
      AppendLine(task.content, lines_[i].text);
      passage.Add(lines_[i].line->line);
    }
    if (task.content.empty() || (task.lead.empty() && !task.deadline)) return std::nullopt;
    *print = WeighPrint(passage.pieces());
    task.confidence = 0.85 * print->legible;
    return task;
  }

  void Put(Task& task, const std::string& meaning, const std::string& text) const {
    if (meaning == "lead") task.lead = work_.agencies.ResolveList(text, work_.place);
    if (meaning == "coordinators") task.coordinators = work_.agencies.ResolveList(text, work_.place);
    if (meaning == "approver") task.approver = work_.agencies.ResolveList(text, work_.place);
    if (meaning == "deadline") task.deadline = ParseDeadline(work_.rules, text, work_.years);
    if (meaning == "output") task.output = text;
    if (meaning == "kind") task.kind = text;
    if (meaning == "basis") task.basis = text;
  }

  Work& work_;
  std::vector<TypedLine> lines_;
};

}  // namespace

void ReadTypedTasks(Work& work) { TypedReader(work).Run(); }

}  // namespace trichluc
