#include "extract/task_paragraphs.h"

#include <algorithm>

#include "extract/task_sentences.h"
#include "text/text.h"

namespace trichluc {

char TaskParagraphs::MarkOf(const std::string& text) const {
  const auto mark = work_.rules.First("item_mark", text);
  if (!mark) return 0;
  if (!mark->Has("no")) return text[text.find_first_not_of(' ')];
  const std::string no = mark->Get("no");
  return no[0] >= '0' && no[0] <= '9' ? '1' : 'a';
}

bool TaskParagraphs::ItemOfWork(const std::string& text) const {
  const auto mark = work_.rules.First("item_mark", text);
  if (!mark) return false;
  const std::string_view item = std::string_view(text).substr(mark->span.end);
  return work_.rules.First("work", item).has_value() && !work_.rules.First("passed_on", item);
}

bool TaskParagraphs::ChargesSomebody(const std::string& text) const {
  const auto mark = work_.rules.First("item_mark", text);
  const auto charge = mark ? work_.rules.First("charging_item", Normalise(text.substr(mark->span.end))) : std::nullopt;
  return charge && work_.agencies.StartsAgency(charge->Get("lead"));
}

bool TaskParagraphs::MayBeWork(const std::string& content) const {
  constexpr size_t kShortest = 20;  // letters
  return Length(content) >= kShortest && !work_.rules.First("no_work", content) &&
         work_.agencies.Likelihood(content) < kSaidToLead;
}

bool TaskParagraphs::HeadsItems(const Paragraph& paragraph, const std::string& no) const {
  if (paragraph.lines.size() != 1 || &paragraph == &work_.paragraphs.back() || !headings_.Follows(no)) return false;
  return work_.rules.First("dash_mark", (&paragraph)[1].Text()).has_value();
}

bool TaskParagraphs::ListsThings(const Paragraph& paragraph) const {
  if (&paragraph == &work_.paragraphs.back()) return false;
  const std::string below = texts_.Of((&paragraph)[1]);
  return work_.rules.First("dash_mark", below) && !ItemOfWork(below) && !Assigns(below);
}

bool TaskParagraphs::Assigns(const std::string& text) const {
  bool assigns = false;
  work_.rules.FirstThat("text_task", text, [&](const Match& match) {
    assigns = Assigns(match);
    return assigns || !match.Has("under");
  });
  return assigns;
}

bool TaskParagraphs::AssignsWork(const std::string& text) const {
  const auto helpers = work_.rules.First("helpers_told", text);
  if (helpers && !work_.rules.First("work_start", helpers->Get("names"))) return false;
  bool assigns = false;
  work_.rules.FirstThat("text_task", text, [&](const Match& match) {
    assigns = work_.rules.First("work", match.Get("content")) && Assigns(match);
    return assigns;
  });
  return assigns;
}

bool TaskParagraphs::Assigns(const Match& match) const {
  std::string who = match.Get("lead"), with = match.Get("coordinators"), work = match.Get("content");
  if (!work.empty() && match.Get("named") != "all") EndName(work_.rules, work_.agencies, with.empty() ? &who : &with, &work);
  if (LeadsNothing(work_.rules, who, work, match.Has("named") || (work.empty() && match.Has("under")))) return false;
  if (work_.agencies.Likelihood(who) < kSaidToLead) return false;  // "I. Đầu tư phát triển, xây dựng cơ bản"
  return !match.Has("under") || !work.empty() || IsAgencyAlone(who, match.Get("under"));
}

bool TaskParagraphs::IsAgencyAlone(const std::string& who, const std::string& under) const {
  const bool office = work_.agencies.IsRegistered(who) || work_.rules.Full("office_as_work", who);  // "Thanh tra tỉnh", "Thanh tra Sở"
  const bool verb = work_.rules.First("work", who) && !office;
  return headings_.IsUnder(under) && work_.agencies.Likelihood(who) >= kSaidToLead && !verb;
}

bool TaskParagraphs::HoldsVerb(const std::string& who) const {
  const auto verb = work_.rules.First("work_start", who);
  return verb && !work_.agencies.IsRegistered(who) && work_.agencies.IsRegistered(Normalise(who.substr(0, verb->span.begin)));
}

bool TaskParagraphs::NamesAlone(const std::string& who) const {
  for (size_t begin = 0; begin < who.size();) {
    const size_t end = std::min(who.find(';', begin), who.size());
    const std::string name = Normalise(who.substr(begin, end - begin));
    if (work_.agencies.Likelihood(name) < kSaidToLead || HoldsVerb(name)) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace trichluc
