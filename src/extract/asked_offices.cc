#include "extract/asked_offices.h"

#include "extract/task_sentences.h"
#include "text/text.h"

namespace trichluc {

AskedOffices::AskedOffices(const Work& work, const TaskTexts& texts) : work_(work) {
  ReadAddressees(texts);
  for (const Paragraph& paragraph : work.paragraphs) {
    if (paragraph.footnote || Holds(paragraph, work.closing_lines)) continue;
    ReadSentence(paragraph, texts.Of(paragraph));
  }
}

// Sentences of the body itself: items charge those that they name.
void AskedOffices::ReadSentence(const Paragraph& paragraph, const std::string& text) {
  if (work_.rules.First("item_mark", text) || work_.rules.First("heading", text)) return;
  for (const Match& match : work_.rules.All("asks_somebody", text)) {
    std::string who = match.Get("lead"), content = match.Get("content");
    EndName(work_.rules, work_.agencies, &who, &content);
    if (work_.agencies.Likelihood(who) < kSaidToLead || LeadsNothing(work_.rules, who, content, false)) continue;
    asked_[&paragraph] = work_.agencies.ResolveList(who, work_.place);
  }
}

void AskedOffices::ReadAddressees(const TaskTexts& texts) {
  std::string names;
  bool listed = false;
  for (const Paragraph& paragraph : work_.paragraphs) {
    const std::string text = texts.Of(paragraph);
    const auto start = listed ? std::nullopt : work_.rules.First("addressees", text);
    if (start) {
      names = start->Get("names");
      listed = true;
      if (names.empty()) continue;
    } else if (!listed) {
      continue;
    } else if (const auto called = work_.rules.First("addressees_called", text)) {
      names = called->Get("lead");
      break;
    } else if (const auto mark = work_.rules.First("dash_mark", text)) {
      const std::string item = text.substr(mark->span.end);
      const auto end = work_.rules.First("addressees_end", item);  // where the sentence behind the list was taken for more of it
      names += "; " + (end ? item.substr(0, end->groups.at("end").begin) : item);
    } else {
      break;
    }
  }
  const std::string list = TrimContent(work_.rules, names);
  if (!list.empty()) addressees_ = work_.agencies.ResolveList(list, work_.place);
}

std::vector<Agency> AskedOffices::Around(const Paragraph& item) const {
  const auto below = asked_.upper_bound(&item);
  if (below != asked_.begin()) return std::prev(below)->second;
  if (below != asked_.end()) return below->second;
  return addressees_;
}

}  // namespace trichluc
