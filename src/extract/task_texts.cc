#include "extract/task_texts.h"

#include <cstdlib>
#include <vector>

#include "extract/task_sentences.h"
#include "text/text.h"

namespace trichluc {

TaskTexts::TaskTexts(const Work& work) {
  MendNumbers(work);
  PutStops(work);
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
