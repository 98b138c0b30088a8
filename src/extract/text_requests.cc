// What a letter that assigns no other work asks to be sent, and by when, in a paragraph without number: "Văn bản góp ý gửi về Sở Y tế
// trước ngày 28/10/2017." (contract: such paragraphs need not be tasks; where they are all that a letter asks for they are given, as
// doubtful ones).
#include <algorithm>

#include "extract/asked_offices.h"
#include "extract/body_headings.h"
#include "extract/context.h"
#include "extract/task_sentences.h"
#include "extract/task_texts.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kDoubtful = 0.65;  // how sure a request that was read without a fault is a task

class RequestReader {
 public:
  explicit RequestReader(Work& work) : work_(work), texts_(work), offices_(work, texts_) {}

  void Run() {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (Holds(paragraph, work_.header_lines) || paragraph.footnote) continue;
      if (Holds(paragraph, work_.closing_lines) || BeginsAnnex(work_, paragraph)) return;
      if (const auto request = work_.rules.First("dated_request", texts_.Of(paragraph))) Read(paragraph, *request);
    }
  }

 private:
  void Read(const Paragraph& paragraph, const Match& request) {
    std::string who = request.Get("lead"), content = request.Get("content");
    EndName(work_.rules, work_.agencies, &who, &content);
    const bool named = !who.empty() && work_.agencies.Likelihood(who) >= kSaidToLead && !LeadsNothing(work_.rules, who, content, false);
    if (!who.empty() && !named) return;
    content = TrimContent(work_.rules, content);
    const auto when = ParseDeadline(work_.rules, WhenOf(work_.rules, request, content), work_.years, nullptr);
    if (!when || when->kind != "date" || !when->to || (work_.document.issued_on && *when->to < *work_.document.issued_on)) return;
    Task task;
    task.source = "text";
    task.content = content;
    task.lead = named ? work_.agencies.ResolveList(who, work_.place) : offices_.Around(paragraph);
    if (task.lead.empty()) return;
    task.page_from = paragraph.page_from;
    task.page_to = paragraph.page_to;
    task.deadline = when;
    task.confidence = kDoubtful * ChanceAllRight(paragraph.passage.pieces());
    AddEvidence(work_.document, "tasks/" + std::to_string(work_.document.tasks.size()) + "/content", paragraph.passage,
                {0, paragraph.passage.text().size()}, request.rule->id, task.confidence);
    AddTask(work_, std::move(task));
  }

  Work& work_;
  const TaskTexts texts_;
  const AskedOffices offices_;
};

}  // namespace

void ReadTextRequests(Work& work) {
  const std::vector<std::string>& letters = work.rules.List("requesting_types");
  const bool letter = work.document.doc_type && std::find(letters.begin(), letters.end(), work.document.doc_type->code) != letters.end();
  if (letter && work.document.tasks.empty()) RequestReader(work).Run();
}

}  // namespace trichluc
