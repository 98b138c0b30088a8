// Tasks assigned in running text (contract: "Tasks in running text").
//
// Three shapes, all by rules: a paragraph that names who and what ("Sở Tài chính chủ trì, phối hợp các sở: Tăng cường …"),
// a heading of that kind with its work in the items below it, and work with its assignment in parentheses ("- Xây dựng
// Đề án … (Giao Ban X chủ trì, …; thời gian hoàn thành trong quý II-2021)").
#include <algorithm>
#include <set>

#include "extract/context.h"
#include "extract/numbering.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSameTask = 0.6;  // share of common words from which body and table assign the same work

std::set<std::string> WordsOf(const std::string& text) {
  std::set<std::string> words;
  const std::string folded = FoldKey(text);
  size_t at = 0;
  while (at < folded.size()) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.insert(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Common words as a share of the shorter text's.
double Similarity(const std::set<std::string>& a, const std::set<std::string>& b) {
  size_t common = 0;
  for (const std::string& word : a) common += b.count(word);
  const size_t shorter = std::min(a.size(), b.size());
  return shorter == 0 ? 0 : static_cast<double>(common) / static_cast<double>(shorter);
}

class TextTaskReader {
 public:
  explicit TextTaskReader(Work& work) : work_(work) {
    for (const Task& task : work.document.tasks) known_.push_back(WordsOf(task.content));
  }

  void Run() {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.footnote || Holds(paragraph, work_.closing_lines)) continue;
      Read(paragraph);
    }
  }

 private:
  struct Assignment {
    std::string no;
    std::vector<Agency> lead, coordinators;
  };

  void Read(const Paragraph& paragraph) {
    const std::string text = paragraph.Text();
    if (work_.rules.First("body_end", text)) {
      open_.reset();
      return;
    }
    const auto heading = work_.rules.First("heading", text);
    const bool numbered = heading && heading->span.begin == 0;
    if (numbered && IsHeading(paragraph) && !work_.rules.First("text_task", text)) {
      const double rank = RankOfNumber(work_.rules, heading->Get("no"));
      sections_.Open(rank > 0 ? rank : kUnnumberedRank, heading->Get("title"));
      open_.reset();
      item_no_.clear();
      return;
    }
    if (numbered) item_no_ = heading->Get("no");
    for (const char* set : {"text_task", "text_task_note"}) {
      const std::optional<Match> match = work_.rules.First(set, text);
      if (match && ReadMatch(paragraph, *match)) return;
    }
    ReadItem(paragraph, text);
  }

  // A numbered line of its own: short of the right margin, or in capitals, and no sentence.
  bool IsHeading(const Paragraph& paragraph) const {
    if (paragraph.lines.empty() || paragraph.lines.size() > 3) return false;
    const ViewLine& last = paragraph.lines.back();
    const bool capitals = IsUpper(last.text);
    const bool short_line = last.right < work_.First().text_right - 0.04;
    return (capitals || short_line) && !work_.rules.First("sentence_stop", last.text);
  }

  // True when the match is an assignment by an agency the program believes in.
  bool ReadMatch(const Paragraph& paragraph, const Match& match) {
    const std::vector<Agency> lead = work_.agencies.ResolveList(match.Get("lead"), work_.place);
    if (lead.empty() || work_.agencies.Likelihood(match.Get("lead")) < 0.5) return false;
    const bool listed = work_.rules.First("dash_mark", paragraph.Text()).has_value();
    Assignment assignment{match.Has("no") || listed ? match.Get("no") : item_no_, lead, work_.agencies.ResolveList(match.Get("coordinators"), work_.place)};
    const std::string content = Trim(match.Get("content"));
    if (content.empty()) {
      open_ = assignment;  // the work stands in the items below
      return true;
    }
    open_.reset();
    Add(paragraph, assignment, content, match);
    return true;
  }

  // An item below an open assignment.
  void ReadItem(const Paragraph& paragraph, const std::string& text) {
    if (!open_) return;
    const auto numbered = work_.rules.First("heading", text);
    if (numbered && numbered->span.begin == 0 && RankOfNumber(work_.rules, numbered->Get("no")) <= kArabicRank) {
      open_.reset();
      return;
    }
    Match none;
    std::string content = text;
    if (const auto mark = work_.rules.First("item_mark", text)) content = Normalise(text.substr(mark->span.end));
    Add(paragraph, *open_, Trim(content), none);
  }

  std::string Trim(const std::string& text) const {
    std::string out = Normalise(text);
    while (const auto tail = work_.rules.First("content_tail", out)) {
      if (tail->span.end == tail->span.begin) break;
      out = Normalise(out.substr(0, tail->span.begin));
    }
    return out;
  }

  void Add(const Paragraph& paragraph, const Assignment& assignment, const std::string& content, const Match& match) {
    if (Length(content) < 8) return;
    const std::set<std::string> words = WordsOf(content);
    for (const auto& known : known_) {
      if (Similarity(words, known) >= kSameTask) return;
    }
    Task task;
    task.source = "text";
    if (!assignment.no.empty()) task.no = assignment.no;
    task.section = sections_.Titles();
    task.content = content;
    task.lead = assignment.lead;
    task.coordinators = assignment.coordinators;
    task.page_from = paragraph.page_from;
    task.page_to = paragraph.page_to;
    std::string rule;
    const auto clause = work_.rules.First("deadline_clause", paragraph.Text());
    const std::string when = match.Has("deadline") ? match.Get("deadline") : clause ? clause->Get("deadline") : "";
    task.deadline = ParseDeadline(work_.rules, when, work_.years, &rule);
    task.confidence = 0.7 * MeanConfidence(paragraph.passage.pieces());
    const std::string path = "tasks/" + std::to_string(work_.document.tasks.size());
    AddEvidence(work_.document, path + "/content", paragraph.passage, {0, paragraph.passage.text().size()},
                match.rule != nullptr ? match.rule->id : "text_task.item", task.confidence);
    work_.document.tasks.push_back(task);
  }

  Work& work_;
  SectionStack sections_;
  std::optional<Assignment> open_;
  std::string item_no_;  // of the numbered item that the paragraphs belong to
  std::vector<std::set<std::string>> known_;
};

}  // namespace

void ReadTextTasks(Work& work) { TextTaskReader(work).Run(); }

}  // namespace trichluc
