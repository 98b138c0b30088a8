// Tasks assigned in running text (contract: "Tasks in running text").
//
// Four shapes, all by rules: a paragraph that names who and what ("Sở Tài chính chủ trì, phối hợp các sở:
// Tăng cường …", "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tham mưu …"), a heading of that kind or an agency's
// name alone with its work in the items below it, and work with its assignment in
// parentheses ("- Xây dựng Đề án … (Giao Ban X chủ trì, …; thời gian hoàn thành trong quý II-2021)"); and
// work with lines below it that say who and when under a label ("a) Đơn vị chủ trì: …", "b) Đơn vị phối hợp:
// …", "- Thời gian: …").
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/asked_offices.h"
#include "extract/body_headings.h"
#include "extract/capital_headings.h"
#include "extract/context.h"
#include "extract/numbering.h"
#include "extract/task_paragraphs.h"
#include "extract/task_sentences.h"
#include "extract/task_texts.h"
#include "extract/text_headings.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kAgency = 0.75;     // likelihood from which a name is believed to be an agency's
constexpr double kSurely = 0.9;      // likelihood of an agency whatever its name begins with
constexpr double kUnknownVerb = 0.8;  // how sure an item among work is work, too, when no rule knows its verb

class TextTaskReader {
 public:
  explicit TextTaskReader(Work& work)
      : work_(work),
        texts_(work),
        offices_(work, texts_),
        headings_(work.rules, IsOf(work, "concluding_types")),
        paragraphs_(work, texts_, headings_),
        capitals_(CapitalHeadings(work)) {
    for (const Task& task : work.document.tasks) {
      known_.Remember(task.content, task.lead);
      has_table_ = has_table_ || task.source == "table";
    }
  }

  void Run() {
    for (const Paragraph& paragraph : work_.paragraphs) {
      if (paragraph.footnote || Holds(paragraph, work_.closing_lines)) continue;
      if (work_.typed.count(&paragraph) > 0 || ReadLabels(paragraph)) continue;
      CloseLabelled();
      const size_t before = work_.document.tasks.size();
      const std::string whole = texts_.Of(paragraph);
      for (const std::string& part : ChargedParts(whole)) {
        texts_.Say(paragraph, part);
        Read(paragraph);
      }
      texts_.Say(paragraph, whole);
      KeepWork(paragraph);
      labelled_.first_task = before;
    }
    CloseLabelled();
  }

 private:
  struct Assignment {
    std::string no;
    std::vector<Agency> lead, coordinators;
  };

  // Work that labels below it may assign.
  struct Labelled {
    const Paragraph* paragraph = nullptr;
    std::string no, content;
    double heading_rank = 0;  // of work that was taken for a heading
    size_t first_task = 0;    // of those that were read in the work itself
    std::map<std::string, std::string> values;
    std::string open;  // the field of a label whose value may go on
  };

  // "Giao Sở Y tế …: hoàn thành …. Giao Sở Tài chính: cân đối …": the sentences of a paragraph that each charge somebody. The parts of
  // one sentence ("3. Sở Tài chính cân đối …; Kho bạc Nhà nước tỉnh bố trí …") each begin with the item's mark.
  std::vector<std::string> ChargedParts(const std::string& text) const {
    const auto item = work_.rules.First("item_mark", text);
    const std::string mark = item ? text.substr(0, item->span.end) : "";
    std::vector<std::string> parts;
    std::string head;  // of the part that is being read
    size_t begin = 0;
    for (const Match& next : work_.rules.All("charged_sentence", text)) {
      const bool beside = next.Has("beside");
      const size_t at = next.groups.at("charge").begin;
      const std::string before = head + text.substr(begin, at - begin), behind = (beside ? mark : "") + text.substr(at);
      const bool splits = beside ? !mark.empty() && paragraphs_.AssignsWork(before) && paragraphs_.AssignsWork(behind)
                                 : paragraphs_.Assigns(before) && paragraphs_.Assigns(behind);
      if (!splits) continue;
      parts.push_back(before);
      head = beside ? mark : "";
      begin = at;
    }
    parts.push_back(head + text.substr(begin));
    return parts;
  }

  void KeepWork(const Paragraph& paragraph) {
    const std::string text = texts_.Of(paragraph);
    const auto heading = work_.rules.First("heading", text);
    const auto mark = work_.rules.First("item_mark", text);
    if (heading && heading->span.begin == 0) {
      const std::string no = heading->Get("no");
      labelled_ = {&paragraph,
                   no,
                   heading->Get("title"),
                   IsHeadingLine(work_, paragraph) ? RankOfNumber(work_.rules, no) : 0,
                   {}};
    } else if (mark) {
      const std::string label = mark->Get("no");
      labelled_ = {&paragraph, label, Normalise(text.substr(mark->span.end)), 0, {}};
    } else if (labelled_.paragraph != nullptr && labelled_.heading_rank == 0) {
      labelled_.content += " " + text;
    } else {
      labelled_ = {&paragraph, "", text, 0, {}};
    }
  }

  // True when the paragraph is labels and what they say, for the work above it.
  bool ReadLabels(const Paragraph& paragraph) {
    const std::string text = texts_.Of(paragraph);
    const std::vector<Match> labels = work_.rules.All("assignment_field", text);
    if (GoesOnWithLabel(text, labels)) {
      const size_t end = labels.empty() ? text.size() : labels[0].span.begin;
      std::string& value = labelled_.values[labelled_.open];
      value = Normalise(value + (value.ends_with('/') ? "" : " ") + TrimContent(work_.rules, text.substr(0, end)));
      labelled_pages_ = paragraph.page_to;
      if (labels.empty()) return KeepOpenLabel(text, labelled_.open), true;
    } else if (labels.empty() || labels[0].span.begin > 3 || labelled_.paragraph == nullptr) {
      return false;
    }
    const bool first_is_lead = labels[0].Get("field") == "lead";
    if (labelled_.values.empty() && !first_is_lead) return false;
    if (labels.size() < 2 && labels[0].Has("beside")) return false;  // "Chuẩn bị:" introduces things as well
    if (work_.rules.First("meeting_field", text) || work_.rules.First("meeting_field", labelled_.content)) return false;
    for (size_t i = 0; i < labels.size(); ++i) {
      const auto from = labels[i].groups.find("value");
      const size_t begin = from != labels[i].groups.end() ? from->second.begin : labels[i].span.end,
                   end = i + 1 < labels.size() ? labels[i + 1].span.begin : text.size();
      const std::string value = TrimContent(work_.rules, text.substr(begin, end - begin)) + (text.ends_with('/') && i + 1 == labels.size() ? "/" : "");
      if (labels[i].Get("field") == "lead" && work_.agencies.ResolveList(value, work_.place).empty())
        return false;
      labelled_.values.emplace(labels[i].Get("field"), value);
    }
    labelled_pages_ = paragraph.page_to;
    KeepOpenLabel(text, labels.back().Get("field"));
    return true;
  }

  // "… Thời gian:" | "Tháng 4.": what the last label of a paragraph says may go on in the next, which begins without one.
  void KeepOpenLabel(const std::string& text, const std::string& field) {
    labelled_.open = work_.rules.First("sentence_stop", text) ? "" : field;
  }

  bool GoesOnWithLabel(const std::string& text, const std::vector<Match>& labels) const {
    constexpr size_t kLongest = 80;  // letters
    const bool begins = !labels.empty() && labels[0].span.begin <= 3;
    return !labelled_.open.empty() && !begins && Length(text) <= kLongest && !work_.rules.First("heading", text) && !work_.rules.First("item_mark", text);
  }

  // Whoever stands in the work does not do it where labels below say who does.
  void DropTasksFrom(size_t first) {
    std::vector<Task>& tasks = work_.document.tasks;
    for (size_t i = first; i < tasks.size(); ++i) {
      const std::string path = "tasks/" + std::to_string(i) + "/";
      std::erase_if(work_.document.evidence, [&](const Evidence& evidence) { return evidence.field.rfind(path, 0) == 0; });
    }
    if (first >= tasks.size()) return;
    tasks.resize(first);
    work_.prints.resize(first);
  }

  // The labels of a piece of work are complete.
  void CloseLabelled() {
    if (labelled_.values.empty()) return;
    const Labelled said = labelled_;
    labelled_ = {};
    if (said.heading_rank > 0) headings_.CloseFor(said.heading_rank);
    const auto value = [&](const char* field) {
      const auto at = said.values.find(field);
      return at == said.values.end() ? std::string() : at->second;
    };
    const Assignment assignment{said.no, work_.agencies.ResolveList(value("lead"), work_.place),
                                work_.agencies.ResolveList(value("coordinators"), work_.place)};
    DropTasksFrom(said.first_task);
    const size_t before = work_.document.tasks.size();
    Add(*said.paragraph, assignment, TrimContent(work_.rules, said.content), Match{});
    if (work_.document.tasks.size() == before) return;
    Task& task = work_.document.tasks.back();
    task.page_to = std::max(task.page_to, labelled_pages_);
    if (const std::string when = value("deadline"); !when.empty())
      task.deadline = ParseDeadline(work_.rules, when, work_.years, nullptr);
    if (const std::string output = value("output"); !output.empty()) task.output = output;
    open_.reset();
  }

  void Read(const Paragraph& paragraph) {
    const std::string text = texts_.Of(paragraph);
    if (BeginsAnnex(work_, paragraph)) headings_.Clear();
    if (ReadChapter(text) || ReadCapitals(paragraph, text)) return;
    if (work_.rules.First("body_end", text)) {
      open_.reset();
      asked_.reset();
      return;
    }
    const auto heading = work_.rules.First("heading", text);
    const bool numbered = heading && heading->span.begin == 0;
    const bool opens = text.ends_with(':');  // as both sets ask: most paragraphs do not, and need not be searched
    if (opens && work_.rules.First("assigning_opening", text)) headings_.HearOpening();
    if (const auto asks = opens ? work_.rules.First("asking_opening", text) : std::nullopt; asks && !numbered) {
      HearWhoIsAsked(*asks);
      return;
    }
    if (ReadDatedDuty(paragraph, text)) return;
    const bool line = numbered && (IsHeadingLine(work_, paragraph) || paragraphs_.HeadsItems(paragraph, heading->Get("no")));
    if (line && (!paragraphs_.Assigns(text) || HeadsOffices(paragraph)) && !AskedItself(paragraph, text)) {
      // "2. Để thực hiện tốt nhiệm vụ …, Ban Thường vụ yêu cầu:" is a sentence, no title
      if (opens && work_.rules.First("introducing_sentence", heading->Get("title"))) {
        headings_.CloseFor(RankOfNumber(work_.rules, heading->Get("no")));
        open_.reset();
        return;
      }
      headings_.Open(heading->Get("no"), TrimContent(work_.rules, heading->Get("title")));
      open_.reset();
      if (RankOfNumber(work_.rules, heading->Get("no")) < kArabicRank) asked_.reset();
      item_no_.clear();
      return;
    }
    if (numbered) headings_.Pass(item_no_ = heading->Get("no"));
    const auto reads = [&](const char* set) { return ReadFirst(set, paragraph, text); };
    if (open_ && IsBeside(text)) open_.reset();
    // "11. Thanh tra tỉnh chủ trì …": no work of the heading before, though its name begins as work does.
    const bool next = numbered && headings_.RankOf(heading->Get("no")) <= open_rank_;
    const bool item = open_ && !next && !named_below_ && paragraphs_.ItemOfWork(text) && !paragraphs_.ChargesSomebody(text);
    const bool open = open_.has_value();
    const size_t tasks_before = work_.document.tasks.size();
    const bool assigned = !item && (reads("text_task") || reads("text_task_note"));
    if (!assigned) ReadItem(paragraph, text);
    if (!assigned && !open) ReadAsked(paragraph, text);
    const bool read = work_.document.tasks.size() > tasks_before;
    for (const Match& more : work_.rules.All("text_task_more", text)) {
      if (!read || !more.Has("alone")) ReadMatch(paragraph, more);  // in a paragraph that is work such a sentence is part of it
    }
  }

  // "Chương II", with its title or in the line above it.
  bool ReadChapter(const std::string& text) {
    const double above = std::exchange(chapter_rank_, 0);
    const auto chapter = work_.rules.Full("chapter", text);
    if (!chapter && (above == 0 || !IsUpper(text))) return false;
    const double rank = chapter ? std::stod(chapter->Get("rank")) : above;
    const std::string title = chapter ? chapter->Get("title") : text;
    if (title.empty()) chapter_rank_ = rank;
    if (!title.empty()) headings_.OpenChapter(rank, TrimContent(work_.rules, title));
    open_.reset();
    asked_.reset();
    return true;
  }

  bool ReadCapitals(const Paragraph& paragraph, const std::string& text) {
    if (capitals_.count(&paragraph) == 0) return false;
    headings_.OpenCapitals(Trimmed(text));
    open_.reset();
    asked_.reset();
    return true;
  }

  // By the first rule of a set that matches. A colon far behind who and verb ("TTYT huyện chỉ đạo các trạm rà soát theo hướng: duy
  // trì …") ends no name: there the verb may tell who does it. And what looks like a verb in a heading ("b) Các đơn vị được mời tham
  // gia đoàn kiểm tra") may be part of a name.
  bool ReadFirst(const char* set, const Paragraph& paragraph, const std::string& text) {
    bool read = false, goes_on = false;
    work_.rules.FirstThat(set, text, [&](const Match& match) {
      if (goes_on && match.Get("named") == "all") return false;
      read = ReadMatch(paragraph, match);
      if (!read && match.Has("several")) return false;
      goes_on = goes_on || match.Get("verb") == "any" || (match.Has("under") && IsHeadingLine(work_, paragraph));
      return read || !goes_on;
    });
    return read;
  }

  // "b) Các đơn vị có liên quan" behind "a) Vụ X" and its dashes: beside that heading, not below it.
  bool IsBeside(const std::string& text) const {
    const char mark = paragraphs_.MarkOf(text);
    return mark != 0 && mark == open_mark_ && mark != items_mark_ && (mark == 'a' || items_mark_ != 0);
  }

  // "… yêu cầu các công đoàn cơ sở thực hiện một số nội dung sau:": who does what the items below say.
  void HearWhoIsAsked(const Match& match) {
    const std::string who = match.Get("lead");
    asked_.reset();
    open_.reset();
    if (match.Has("addressees") && !offices_.Addressees().empty()) asked_ = Assignment{"", offices_.Addressees(), {}};
    const bool goes_on = match.Has("bare") && work_.rules.First("work_start", who);  // "các đơn vị báo cáo các nội dung sau:"
    if (asked_ || goes_on || work_.agencies.Likelihood(who) < kSaidToLead || LeadsNothing(work_.rules, who, "", false)) return;
    asked_ = Assignment{"", work_.agencies.ResolveList(who, work_.place), {}};
  }

  // "1. Lập danh sách theo mẫu:" below who is asked: with the next number behind it, or things listed, the line is no heading.
  bool AskedItself(const Paragraph& paragraph, const std::string& text) const {
    if (!asked_ || !paragraphs_.ItemOfWork(text) || &paragraph == &work_.paragraphs.back()) return false;
    const bool next = paragraphs_.MarkOf(texts_.Of((&paragraph)[1])) == '1';
    return paragraphs_.MarkOf(text) == '1' && (text.ends_with(':') ? paragraphs_.ListsThings(paragraph) : next);
  }

  // An item of work that names nobody, below a sentence that asked somebody for all of them.
  void ReadAsked(const Paragraph& paragraph, const std::string& text) {
    const auto mark = work_.rules.First("item_mark", text);
    const bool part = asked_ && things_ && ListsParts(text);
    things_ = part;
    if (!asked_ || asked_->lead.empty() || !mark || part || !paragraphs_.ItemOfWork(text)) return;
    const bool introduces = work_.rules.First("introduces", text).has_value();
    things_ = introduces && paragraphs_.ListsThings(paragraph);
    if (introduces && !things_) return;  // what it introduces is the work
    if (things_) listing_ = paragraphs_.MarkOf(text);
    const size_t end = text.size() - (things_ ? 1 : 0);
    AddDoubtful(paragraph, *asked_, text.substr(mark->span.end, end - mark->span.end), mark->Has("no") ? mark->Get("no") : item_no_);
  }

  bool AddDoubtful(const Paragraph& paragraph, Assignment assignment, const std::string& work, const std::string& no) {
    assignment.no = no;
    const size_t before = work_.document.tasks.size();
    Add(paragraph, assignment, TrimContent(work_.rules, work), Match{});
    const bool added = work_.document.tasks.size() > before;
    if (added) work_.document.tasks.back().confidence *= kUnknownVerb;
    return added;
  }

  // "2. Báo cáo gửi về Sở trước ngày 15/01/2018.": what is to be sent, and by when; its sender is told elsewhere.
  bool ReadDatedDuty(const Paragraph& paragraph, const std::string& text) {
    const auto duty = work_.rules.First("dated_duty", text);
    if (!duty || !IsOf(work_, "ordering_types") || headings_.Tells() || (open_ && paragraphs_.ItemOfWork(text))) return false;
    const auto when = ParseDeadline(work_.rules, WhenOf(work_.rules, *duty, text), work_.years, nullptr);
    if (!when || (when->kind != "date" && when->kind != "recurring")) return false;
    const Assignment assignment = open_ ? *open_ : asked_ ? *asked_ : Assignment{"", offices_.Around(paragraph), {}};
    if (assignment.lead.empty()) return false;
    return AddDoubtful(paragraph, assignment, duty->Get("content"), duty->Get("no"));
  }

  // True when the match is an assignment by an agency the program believes in.
  bool ReadMatch(const Paragraph& paragraph, const Match& match) {
    std::string who = match.Get("lead"), with = match.Get("coordinators"), work = match.Get("content");
    if (!work.empty() && match.Get("named") != "all") EndName(work_.rules, work_.agencies, with.empty() ? &who : &with, &work);
    const std::vector<Agency> lead = work_.agencies.ResolveList(who, work_.place);
    const bool alone = work.empty() && match.Has("under");
    if (!alone && match.Has("under") && TitlesItems(paragraph)) return false;
    // Where work is shared out an office that no register has is believed, too.
    const bool shared = !match.Has("under") && headings_.IsUnder("assigning_heading");
    const bool doubtful = match.Get("content_is") == "work" && !alone && !shared && !match.Has("duty");
    const double likely = work_.agencies.Likelihood(who);
    // Papers that give orders say "- Thanh tra Sở: Thành lập …" under any heading, others what was done.
    const bool lenient = doubtful && likely < kAgency && IsOf(work_, "ordering_types") && work_.rules.First("item_mark", texts_.Of(paragraph));
    if (lead.empty() || likely < (doubtful && !lenient ? kAgency : kSaidToLead)) return false;
    if (LeadsNothing(work_.rules, who, work, match.Has("named") || alone)) return false;
    if (alone && !paragraphs_.IsAgencyAlone(who, match.Get("under"))) return false;
    if (match.Get("verb") == "any" && paragraphs_.HoldsVerb(who)) return false;
    if (match.Has("several") && !paragraphs_.NamesAlone(who)) return false;
    if (match.Has("under")) {
      // A document with a table of tasks shares the work out there; around it stand clauses of organisation.
      // What is due by a day is work all the same.
      const bool organises = has_table_ && work_.rules.First("organisation_clause", work) && WhenOf(work_.rules, match, texts_.Of(paragraph)).empty();
      // "a) Phối hợp với Ban Quản lý …" is work, not who does it; "Thanh tra tỉnh" is an agency all the same.
      const bool verb = work_.rules.First("work", who) && work_.agencies.Likelihood(who) < kSurely && !work_.rules.Full("office_as_work", who);
      // Below an agency's name that leads what follows the actor of one item is believed, too, and where a plan says what is to be
      // done, an office that is known.
      const bool solved = !alone && headings_.IsUnder("solutions_heading") && work_.agencies.Likelihood(who) >= kSurely;
      const bool shared_out = solved || headings_.IsUnder(match.Get("under")) || (open_ && work_.rules.First("passed_on", texts_.Of(paragraph)));
      if (organises || verb || !shared_out) return false;
    }
    const bool listed = work_.rules.First("dash_mark", texts_.Of(paragraph)).has_value();
    Assignment assignment{match.Has("no") || listed ? match.Get("no") : item_no_, lead,
                          work_.agencies.ResolveList(with, work_.place)};
    std::string content = TrimContent(work_.rules, work);
    if (work_.rules.First("closing_clause", content)) return true;
    if (has_table_ && work_.rules.First("closing_beside_table", content)) return true;
    const auto mark = work_.rules.First("work_part", content);  // "(i) xây dựng …"
    const std::string first = mark && mark->span.begin == 0 ? content.substr(mark->span.end) : content;
    const bool no_work =
        match.Get("content_is") == "work" && !content.empty() && !work_.rules.First("work", first);
    const bool believed = no_work && match.Get("verb") == "any" && shared && paragraphs_.MayBeWork(content) &&
                          work_.agencies.Likelihood(who) >= kSurely && !work_.rules.First("group_of_many", who);
    if (no_work && !believed) return false;
    if (content.empty()) {
      if (open_) LeaveOpen(match.Get("no"));
      open_ = assignment;  // the work stands in the items below
      const auto heading = work_.rules.First("heading", texts_.Of(paragraph));
      const bool numbered = heading && heading->span.begin == 0;
      open_no_ = numbered ? heading->Get("no") : "";
      open_title_ = numbered ? heading->Get("title") : "";
      charged_ = match.Has("charged") || texts_.Of(paragraph).ends_with(':');
      const double rank = headings_.RankOf(match.Get("no"));
      open_rank_ = match.Has("over") ? kUnnumberedRank : rank > 0 ? std::min(rank, kArabicRank) : kArabicRank;
      open_mark_ = paragraphs_.MarkOf(texts_.Of(paragraph));
      items_mark_ = 0;
      item_label_.clear();
      work_below_ = named_below_ = false;
      listing_ = 0;
      return true;
    }
    const bool own_actor = open_ && work_.rules.First("passed_on", texts_.Of(paragraph)).has_value();
    if (open_ && !own_actor) LeaveOpen(match.Get("no"));  // else the items behind it are the heading's again
    if (match.Has("when")) content = match.Get("when") + ", " + content;
    const std::vector<std::string> parts = has_table_ ? Parts(content) : std::vector<std::string>{content};
    const size_t before = work_.document.tasks.size();
    for (const std::string& part : parts)
      Add(paragraph, assignment, part, match, parts.size() > 1 ? kSamePart : kSameTask);
    for (size_t i = before; (believed || lenient) && i < work_.document.tasks.size(); ++i)
      work_.document.tasks[i].confidence *= kUnknownVerb;
    return true;
  }

  // "1. Đội Cảnh sát quản lý hành chính" | "- Thu hồi vũ khí …": what looks like a verb in a title above items is part of the name.
  bool TitlesItems(const Paragraph& paragraph) const {
    const std::string text = texts_.Of(paragraph);
    const auto heading = work_.rules.First("heading", text);
    if (!heading || heading->span.begin > 0 || text.ends_with(':') || !IsHeadingLine(work_, paragraph)) return false;
    if (&paragraph == &work_.paragraphs.back()) return false;
    const char mark = paragraphs_.MarkOf(texts_.Of((&paragraph)[1]));
    return mark != 0 && mark != '1' && mark != paragraphs_.MarkOf(text);
  }

  // "II. Trách nhiệm của các ngành" | "1. Công an tỉnh": a heading that charges nobody, but whom the headings below it name.
  bool HeadsOffices(const Paragraph& paragraph) const {
    if (&paragraph == &work_.paragraphs.back()) return false;
    const Paragraph& below = (&paragraph)[1];
    const auto own = work_.rules.First("heading", texts_.Of(paragraph)), next = work_.rules.First("heading", texts_.Of(below));
    if (!own || !next || own->span.begin > 0 || next->span.begin > 0 || !IsHeadingLine(work_, below)) return false;
    return headings_.RankOf(next->Get("no")) > headings_.RankOf(own->Get("no")) && work_.agencies.Likelihood(next->Get("title")) >= kSurely;
  }

  // An item of the open heading that says itself who does it: where it is the first the heading is none of work, but of offices:
  // "1. Đối với các phòng chuyên môn" | "a) Phòng Nghiệp vụ Y: …". Items behind it that name nobody are still the heading's.
  void LeaveOpen(const std::string& no) {
    const double rank = headings_.RankOf(no);
    const bool below = rank == 0 || rank > open_rank_;
    if (!work_below_ && !named_below_ && !open_title_.empty() && below) headings_.Open(open_no_, open_title_);
    named_below_ = true;
    if (!below) open_.reset();
  }

  static bool IsOf(const Work& work, const char* list) {
    const std::vector<std::string>& types = work.rules.List(list);
    return work.document.doc_type && std::find(types.begin(), types.end(), work.document.doc_type->code) != types.end();
  }

  // The pieces of work of one paragraph, "(i) …; (ii) … . Đề án …": beside a table that has most of them each
  // is looked up there by itself.
  std::vector<std::string> Parts(const std::string& content) const {
    std::vector<std::string> parts;
    size_t begin = 0;
    const std::vector<Match> marks = work_.rules.All("work_part", content);
    const bool listed =
        std::any_of(marks.begin(), marks.end(), [](const Match& mark) { return !mark.Has("next"); });
    if (!listed) return {content};
    for (const Match& mark : marks) {
      parts.push_back(TrimContent(work_.rules, content.substr(begin, mark.span.begin - begin)));
      begin = mark.span.end;
      if (mark.Has("next")) begin -= mark.Get("next").size();
    }
    parts.push_back(TrimContent(work_.rules, content.substr(begin)));
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return parts;
  }

  // An item below an open assignment.
  void ReadItem(const Paragraph& paragraph, const std::string& text) {
    if (!open_) return;
    const auto numbered = work_.rules.First("heading", text);
    if (numbered && numbered->span.begin == 0 && headings_.RankOf(numbered->Get("no")) <= open_rank_) {
      open_.reset();
      return;
    }
    if (items_mark_ == 0) items_mark_ = paragraphs_.MarkOf(text);
    Match none;
    std::string content = text;
    Assignment assignment = *open_;
    if (const auto mark = work_.rules.First("item_mark", text)) {
      content = Normalise(text.substr(mark->span.end));
      assignment.no = mark->Get("no");
      item_label_ = mark->Get("no");
      item_task_ = work_.document.tasks.size();
    } else if (GoesOnBehindItem(paragraph, content)) {
      GoOn(paragraph, content);
      return;
    } else if (const std::string said = BehindName(content); !said.empty()) {
      content = said;
    } else if (!work_.rules.First("work", content)) {
      open_.reset();  // the list has ended
    }
    const bool work = work_.rules.First("work", content).has_value();
    if (ListsParts(text) && !work) return;
    if (!work && !GoesOnWithWork(text, content)) return;
    const size_t before = work_.document.tasks.size();
    Add(paragraph, assignment, TrimContent(work_.rules, content), none);
    const bool added = work_.document.tasks.size() > before;
    if (added && IsHeadingOfOffices(open_title_)) work_.document.tasks.back().section.push_back(TrimContent(work_.rules, open_title_));
    if (added && !work) work_.document.tasks.back().confidence *= kUnknownVerb;
    work_below_ = work_below_ || added;
  }

  // "2. Thanh tra tỉnh", "3. Trách nhiệm của Công an tỉnh": a title that encloses the items below it. "4. Sở Tài chính:" is the
  // beginning of their sentences.
  bool IsHeadingOfOffices(const std::string& title) const {
    if (title.empty() || title.ends_with(':')) return false;
    return !work_.rules.First("work", title) || work_.rules.Full("office_as_work", title);
  }

  // "b) Theo dõi …" | "Triển khai các hoạt động …" | "c) Phối hợp …": more of the work of b, since no letter is missing behind it.
  bool GoesOnBehindItem(const Paragraph& paragraph, const std::string& content) const {
    const bool numbered = !item_label_.empty() && item_task_ + 1 == work_.document.tasks.size();
    if (!numbered || !work_.rules.First("work", content)) return false;
    for (const Paragraph* next = &paragraph + 1; next <= &work_.paragraphs.back(); ++next) {
      const std::string text = texts_.Of(*next);
      if (const auto mark = work_.rules.First("item_mark", text)) return FollowsLabel(item_label_, mark->Get("no"));
      if (work_.rules.First("heading", text)) return false;
    }
    return false;
  }

  // A paragraph that goes on with the last task.
  void GoOn(const Paragraph& paragraph, const std::string& content) {
    Task& task = work_.document.tasks.back();
    task.content += ". " + TrimContent(work_.rules, content);
    task.page_to = paragraph.page_to;
    task.confidence = std::min(task.confidence, 0.85 * ChanceAllRight(paragraph.passage.pieces()));
    if (!task.deadline) task.deadline = ParseDeadline(work_.rules, WhenOf(work_.rules, Match{}, texts_.Of(paragraph)), work_.years, nullptr);
  }

  // "1. Các Tổ công tác" | "Các Tổ công tác nghiên cứu …": the work in a sentence that begins with the heading's name; "" for none.
  std::string BehindName(const std::string& content) const {
    const std::string name = open_->lead.empty() ? "" : open_->lead.front().printed;
    if (open_->lead.size() != 1 || content.size() <= name.size() || FoldKey(content.substr(0, name.size())) != FoldKey(name)) return "";
    const std::string rest = Normalise(content.substr(name.size()));
    return content[name.size()] == ' ' && work_.rules.First("work", rest) ? rest : "";
  }

  // "- … gồm:" and, with another mark, the parts that it lists.
  bool ListsParts(const std::string& text) {
    const char mark = paragraphs_.MarkOf(text);
    const bool part = listing_ != 0 && mark != 0 && mark != listing_;
    if (!part) listing_ = work_.rules.First("introduces", text) ? mark : 0;
    return part;
  }

  // An item among items of work, or a sentence right below the name of who is asked, is work too, though no rule knows its verb:
  // "- Ươm cây xanh …". Names of offices, persons, figures and labels are none.
  bool GoesOnWithWork(const std::string& text, const std::string& content) const {
    const bool sentence = (charged_ || headings_.IsUnder("assigning_heading")) && work_.rules.First("sentence_stop", text);
    return (work_below_ || sentence) && work_.rules.First("item_mark", text) && paragraphs_.MayBeWork(content);
  }

  void Add(const Paragraph& paragraph, const Assignment& assignment, std::string content, const Match& match,
           double same = kSameTask) {
    std::string helpers = TakeHelpers(work_.rules, work_.agencies, &content);
    // "Sở X: phối hợp với Y tổ chức …" behind a colon, in small letters, tells one piece of work among others.
    const bool behind_colon = match.Get("named") == "all" && Capitalise(content) != content;
    if (helpers.empty() && assignment.coordinators.empty() && !behind_colon) helpers = HelpersBeside(work_.rules, work_.agencies, content);
    if (Length(content) < 8) return;
    if (known_.Has(content, assignment.lead, same)) return;
    Task task;
    task.source = "text";
    if (!assignment.no.empty()) task.no = assignment.no;
    task.section = headings_.Titles();
    task.content = content;
    task.lead = assignment.lead;
    task.coordinators = assignment.coordinators;
    for (Agency& helper : work_.agencies.ResolveList(helpers, work_.place)) task.coordinators.push_back(std::move(helper));
    task.page_from = paragraph.page_from;
    task.page_to = paragraph.page_to;
    std::string rule;
    task.deadline = ParseDeadline(work_.rules, WhenOf(work_.rules, match, texts_.Of(paragraph)), work_.years, &rule);
    TaskPrint print = WeighPrint(paragraph.passage.pieces());
    task.confidence = 0.85 * print.legible;
    const std::string path = "tasks/" + std::to_string(work_.document.tasks.size());
    AddEvidence(work_.document, path + "/content", paragraph.passage, {0, paragraph.passage.text().size()},
                match.rule != nullptr ? match.rule->id : "text_task.item", task.confidence);
    AddTask(work_, std::move(task), std::move(print));
  }

  Work& work_;
  TaskTexts texts_;
  const AskedOffices offices_;
  TextHeadings headings_;
  const TaskParagraphs paragraphs_;
  const std::set<const Paragraph*> capitals_;  // headings without a number
  bool has_table_ = false;
  std::optional<Assignment> asked_;  // whom a sentence above asked for all items below it
  std::optional<Assignment> open_;
  std::string open_no_, open_title_;  // of that heading; "" when it has no number
  bool charged_ = false;              // the open heading says itself that work follows: "Trách nhiệm của Sở Y tế", "Sở Y tế:"
  double open_rank_ = kArabicRank;  // of the heading that opened it: the next of its kind closes it
  char open_mark_ = 0, items_mark_ = 0;  // how that heading is marked, and the first item below it
  bool work_below_ = false;   // an item below it was work
  bool named_below_ = false;  // … that says itself who does it
  char listing_ = 0;         // how the item begins whose parts are listed below it
  std::string item_label_;   // of the last item below it; "" for a dash
  size_t item_task_ = 0;     // the place of its task
  bool things_ = false;      // which are no work, below who is asked
  Labelled labelled_;
  int labelled_pages_ = 0;  // the last page of its labels
  std::string item_no_;     // of the numbered item that the paragraphs belong to
  double chapter_rank_ = 0;  // of a chapter whose title is to follow
  KnownTasks known_;
};

}  // namespace

void ReadTextTasks(Work& work) { TextTaskReader(work).Run(); }

}  // namespace trichluc
