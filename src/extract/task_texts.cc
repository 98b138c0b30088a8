#include "extract/task_texts.h"

#include <cstdlib>
#include <vector>

#include "extract/letter_case.h"
#include "extract/task_sentences.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kOffice = 0.6;  // likelihood of a name that begins as offices' do

// Where the lines of an item with a dash begin, in pixels of its page.
struct DashedShape {
  int dash, text;
};

std::optional<DashedShape> ShapeOf(const Work& work, const Paragraph& paragraph) {
  if (paragraph.footnote || paragraph.lines.empty()) return std::nullopt;
  const std::vector<Word>& words = paragraph.lines.front()->line.words;
  if (words.size() < 2 || Length(words[0].text) != 1 || !work.rules.First("dash_mark", words[0].text)) return std::nullopt;
  return DashedShape{words[0].box.left, words[1].box.left};
}

// Whether a paragraph without a mark begins where the words behind a neighbour's dash begin, and goes on below where that dash stands
// farther in than the margin: a plain paragraph begins where the dash does.
bool IsSetAs(const Paragraph& paragraph, const Paragraph& sister, const DashedShape& shape) {
  constexpr double kNear = 0.35;  // of the way from the dash to the words
  const auto left = [](const ViewLine* line) { return line->line.box.left; };
  const double way = shape.text - shape.dash, near = kNear * way;
  const auto hangs = [&](const Paragraph& one) { return one.lines.size() > 1 && left(one.lines[1]) > shape.dash - near; };
  return paragraph.page_from == sister.page_from && std::abs(left(paragraph.lines.front()) - shape.text) < near && !hangs(paragraph) &&
         !hangs(sister) && (paragraph.lines.size() > 1 || sister.lines.size() > 1);
}

}  // namespace

TaskTexts::TaskTexts(const Work& work) {
  MendNumbers(work);
  PutStops(work);
  PutDashes(work);
  PutColons(work);
  PutLists(work);
  PutMattersAside(work);
}

// "I. Tổ chức …" or "1, Tổ chức …" in front of "2. Kiểm tra …": a lone 1 read as an I, a full stop as a comma. The numbers beside
// it tell.
void TaskTexts::MendNumbers(const Work& work) {
  struct Numbered {
    const Paragraph* paragraph;
    int no;  // 0: no figures
    Match mark;
  };
  std::vector<Numbered> numbered;
  for (const Paragraph& paragraph : work.paragraphs) {
    const auto mark = work.rules.First("item_or_part", paragraph.Text());
    if (mark) numbered.push_back({&paragraph, std::atoi(mark->Get("no").c_str()), *mark});
  }
  for (size_t i = 0; i < numbered.size(); ++i) {
    Numbered& item = numbered[i];
    const int before = i > 0 ? numbered[i - 1].no : 0, after = i + 1 < numbered.size() ? numbered[i + 1].no : 0;
    const bool one = after == 2 && work.rules.Full("misread_one", item.mark.Get("no"));
    const bool stop = item.mark.Get("stop") == "." || item.mark.Get("stop") == ")";
    const bool runs = item.no > 0 && (after == item.no + 1 || (before > 0 && before == item.no - 1));
    if (!one && (stop || !runs)) continue;
    if (one) item.no = 1;
    mended_[item.paragraph] = std::to_string(item.no) + "." + item.paragraph->Text().substr(item.mark.groups.at("stop").end);
  }
}

// "6.1 Văn phòng Sở:" is "6.1. Văn phòng Sở:": offices leave the stop behind a number of several levels out.
void TaskTexts::PutStops(const Work& work) {
  for (const Paragraph& paragraph : work.paragraphs) {
    const auto levels = work.rules.First("levels_without_stop", Of(paragraph));
    if (levels) mended_[&paragraph] = levels->Get("no") + ". " + levels->Get("rest");
  }
}

// A dash that was not read: its item stands beside items with theirs and is set as they are.
void TaskTexts::PutDashes(const Work& work) {
  const std::vector<Paragraph>& all = work.paragraphs;
  std::vector<std::optional<DashedShape>> shapes;
  for (const Paragraph& paragraph : all) shapes.push_back(ShapeOf(work, paragraph));
  for (size_t i = 0; i < all.size(); ++i) {
    const auto beside = [&](size_t at) { return at < all.size() && shapes[at] && IsSetAs(all[i], all[at], *shapes[at]); };
    if (all[i].footnote || all[i].lines.empty() || shapes[i] || !(beside(i - 1) || beside(i + 1))) continue;
    const std::string text = Of(all[i]);
    const bool marked = work.rules.First("item_mark", text) || work.rules.First("heading", text);
    if (StartsUpper(text) && !marked && work.rules.First("sentence_stop", text)) mended_[&all[i]] = "- " + text;
  }
}

// "b) Phòng Kế hoạch; bố trí kinh phí …" beside "a) Phòng Đào tạo: …" and "c) Các khoa: …": a colon in faint print.
void TaskTexts::PutColons(const Work& work) {
  const std::vector<Paragraph>& all = work.paragraphs;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto item = work.rules.First("colon_lost_its_dot", Of(all[i]));
    if (!item || item->Has("none") || work.agencies.Likelihood(item->Get("who")) < kOffice) continue;
    if (work.rules.First("work_start", item->Get("who"))) continue;  // "Sở Giao thông vận tải cắm biển cảnh báo; bố trí …"
    const auto names = [&](size_t at) {
      const auto other = at < all.size() ? work.rules.First("item_of_office", Of(all[at])) : std::nullopt;
      return other && work.agencies.Likelihood(other->Get("who")) >= kOffice;
    };
    if (names(i - 1) || names(i + 1)) mended_[&all[i]] = item->Get("head") + ": " + item->Get("rest");
  }
}

// "5. UBND các xã: A, B: Vận động …" is "5. UBND các xã A, B: Vận động …"; a heading "4. Phòng A; Phòng B" is "4. Phòng A, Phòng B".
void TaskTexts::PutLists(const Work& work) {
  for (const Paragraph& paragraph : work.paragraphs) {
    const std::string text = Of(paragraph);
    if (const auto listed = work.rules.First("listed_offices", text)) {
      mended_[&paragraph] = listed->Get("head") + " " + listed->Get("names") + ": " + listed->Get("rest");
      continue;
    }
    const auto heading = work.rules.First("heading", text);
    if (!heading || heading->span.begin != 0 || text.find(';') == std::string::npos || text.find(':') != std::string::npos) continue;
    if (work.rules.First("sentence_stop", text)) continue;
    const std::string title = heading->Get("title");
    bool offices = true;
    std::string names;
    for (size_t at = 0; at <= title.size() && offices;) {
      const size_t end = std::min(title.find(';', at), title.size());
      const std::string name = Normalise(title.substr(at, end - at));
      offices = work.agencies.Likelihood(name) >= kOffice;
      names += (names.empty() ? "" : ", ") + name;
      at = end + 1;
    }
    if (offices) mended_[&paragraph] = heading->Get("no") + ". " + names;
  }
}

// "1. Về chuyển đổi số: Giao Sở X …" is "1. Giao Sở X …": the matter first, then who is charged.
void TaskTexts::PutMattersAside(const Work& work) {
  for (const Paragraph& paragraph : work.paragraphs) {
    const std::string text = Of(paragraph);
    const auto matter = work.rules.First("matter_ahead", text);
    if (!matter || work.agencies.Likelihood(matter->Get("matter")) >= kSaidToLead) continue;
    const std::string rest = matter->Get("no") + ". " + Capitalise(matter->Get("rest"));
    if (work.rules.First("text_task", rest)) mended_[&paragraph] = rest;
  }
}

std::string TaskTexts::Of(const Paragraph& paragraph) const {
  const auto mended = mended_.find(&paragraph);
  return mended == mended_.end() ? paragraph.Text() : mended->second;
}

}  // namespace trichluc
