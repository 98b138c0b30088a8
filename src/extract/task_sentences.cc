#include "extract/task_sentences.h"

#include <algorithm>
#include <optional>

#include "text/text.h"

namespace trichluc {
namespace {

// Folded, without punctuation at their ends.
std::vector<std::string> BareWordsOf(const std::string& text) {
  constexpr const char* kPunctuation = ".,;:()\"'-/";
  std::vector<std::string> words;
  const std::string folded = FoldKey(text);
  size_t at = 0;
  while (at < folded.size()) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    const size_t first = folded.find_first_not_of(kPunctuation, at);
    if (first < end) words.push_back(folded.substr(first, folded.find_last_not_of(kPunctuation, end - 1) + 1 - first));
    at = end + 1;
  }
  return words;
}

// How many words the two have in common in the same order, of `b` among its first `reach`.
size_t CommonInOrder(const std::vector<std::string>& a, const std::vector<std::string>& b, size_t reach) {
  const size_t n = std::min(reach, b.size());
  std::vector<size_t> row(n + 1, 0);
  for (const std::string& word : a) {
    size_t diagonal = 0;
    for (size_t i = 1; i <= n; ++i) {
      const size_t above = row[i];
      row[i] = word == b[i - 1] ? diagonal + 1 : std::max(above, row[i - 1]);
      diagonal = above;
    }
  }
  return row[n];
}

// Whether the two say the same work: what the shorter one says begins the longer one, a verb ahead apart. A long text may stand in
// the middle of one with several pieces of work; of a few words all must be the same, since they stand in other work, too.
bool SameWork(const std::vector<std::string>& one, const std::vector<std::string>& other, double share) {
  constexpr size_t kFewWords = 6, kManyWords = 12;
  constexpr double kNearlyAll = 0.85;
  const std::vector<std::string>& shorter = other.size() < one.size() ? other : one;
  const std::vector<std::string>& longer = other.size() < one.size() ? one : other;
  if (shorter.empty()) return false;
  const auto likeness = [&](size_t reach, size_t of) {
    return static_cast<double>(CommonInOrder(shorter, longer, reach)) / static_cast<double>(of);
  };
  if (shorter.size() < kFewWords) return likeness(longer.size(), longer.size()) >= kNearlyAll;
  const size_t reach = shorter.size() + shorter.size() / 3 + 1;  // a verb, and words between those that are the same
  return likeness(reach, shorter.size()) >= share ||
         (shorter.size() >= kManyWords && likeness(longer.size(), shorter.size()) >= kNearlyAll);
}

// Whether the content begins with more of the name; what names a field goes on with names that no register has.
bool GoesOn(const RuleSet& rules, const AgencyRegistry& agencies, const std::string& name, const std::string& content) {
  const auto more = rules.First("name_goes_on", content);
  return more && (more->Get("of") != "unregistered" || !agencies.IsRegistered(name));
}

// "Văn phòng" of whatever: an office where what follows is work that offices do, else the beginning of a longer name.
bool IsBareOffice(const RuleSet& rules, const std::string& name, const std::string& work) {
  return rules.First("bare_office", name) && !rules.First("bare_office_works", name + " | " + work);
}

// "UBND thị trấn Ea Knốp | sơn kẻ lại vạch": the work that begins behind a place's own name goes to the content.
void EndAtPlace(const RuleSet& rules, std::string* name, std::string* content) {
  const auto over = rules.First("place_ends_name", *name);
  if (!over || rules.First("goes_on_behind_place", over->Get("work"))) return;
  *content = Normalise(over->Get("work") + " " + *content);
  *name = Normalise(name->substr(0, over->groups.at("work").begin));
}

}  // namespace

std::set<std::string> KnownTasks::NamesOf(const std::vector<Agency>& lead) {
  std::set<std::string> names;
  for (const Agency& agency : lead) names.insert(FoldKey(agency.name));
  return names;
}

void KnownTasks::Remember(const std::string& content, const std::vector<Agency>& lead) {
  std::vector<std::string> words = BareWordsOf(content);
  std::set<std::string> all(words.begin(), words.end());
  known_.push_back({std::move(words), std::move(all), NamesOf(lead)});
}

bool KnownTasks::Has(const std::string& content, const std::vector<Agency>& lead, double share) const {
  const std::vector<std::string> words = BareWordsOf(content);
  const std::set<std::string> who = NamesOf(lead);
  return std::any_of(known_.begin(), known_.end(), [&](const Known& known) {
    const bool other = !who.empty() && !known.who.empty() &&
                       std::none_of(who.begin(), who.end(), [&](const std::string& name) { return known.who.count(name) > 0; });
    if (other && words != known.words) return false;
    // In whatever order, first: that is told soon.
    const auto common = std::count_if(words.begin(), words.end(), [&](const auto& word) { return known.all.count(word) > 0; });
    const size_t least = std::min(words.size(), known.words.size());
    return static_cast<double>(common) >= share * static_cast<double>(least) && SameWork(words, known.words, share);
  });
}

void EndName(const RuleSet& rules, const AgencyRegistry& agencies, std::string* name, std::string* content) {
  constexpr int kMostVerbs = 3;
  EndAtPlace(rules, name, content);
  for (int turn = 0; turn < kMostVerbs; ++turn) {
    const auto cut = rules.First("no_lead", *name);
    const bool open = (cut && cut->rule->id == "no_lead.cut_off") || IsBareOffice(rules, *name, *content);
    const bool cut_short = rules.First("name_cut_short", *name + " | " + *content).has_value();
    const bool goes_on = GoesOn(rules, agencies, *name, *content);
    if (!open && !cut_short && !goes_on) return;
    const auto next = rules.First("work_start", *content);
    const bool all = content->ends_with(':') || ((goes_on || cut_short) && !rules.First("sentence_stop", *content));
    if (!next && (open || cut_short) && all) {
      *name = Normalise(*name + " " + content->substr(0, content->size() - (content->ends_with(':') ? 1 : 0)));
      content->clear();
    }
    if (!next) return;
    const size_t at = next->groups.at("work").begin;
    *name = Normalise(*name + " " + content->substr(0, at));
    *content = content->substr(at);
  }
}

bool LeadsNothing(const RuleSet& rules, const std::string& name, const std::string& work, bool whole) {
  return rules.First("no_lead", name) || (!whole && IsBareOffice(rules, name, work));
}

std::string TakeHelpers(const RuleSet& rules, const AgencyRegistry& agencies, std::string* content) {
  const auto match = rules.First("work_with_helpers", *content);
  if (!match) return "";
  std::string helpers = match->Get("coordinators"), work = match->Get("content");
  if (match->Get("named") != "all") EndName(rules, agencies, &helpers, &work);
  if (agencies.Likelihood(helpers) < kSaidToLead || LeadsNothing(rules, helpers, work, match->Has("named"))) return "";
  if (match->Has("named")) *content = work;  // behind a colon; else who helps is told within the work
  return helpers;
}

std::string HelpersBeside(const RuleSet& rules, const AgencyRegistry& agencies, const std::string& content) {
  const auto match = rules.First("work_beside_helpers", content);
  if (!match) return "";
  std::string helpers = match->Get("coordinators"), work = match->Get("content");
  EndName(rules, agencies, &helpers, &work);
  return agencies.Likelihood(helpers) < kSaidToLead || LeadsNothing(rules, helpers, work, false) ? "" : helpers;
}

std::string TrimContent(const RuleSet& rules, const std::string& text) {
  std::string out = Normalise(text);
  while (const auto tail = rules.First("content_tail", out)) {
    if (tail->span.end == tail->span.begin || rules.First("content_open", out)) break;
    out = Normalise(out.substr(0, tail->span.begin));
  }
  return out;
}

namespace {

std::string WithoutSpecks(const RuleSet& rules, std::string text) {
  while (const auto speck = rules.First("clause_speck", text)) {
    const Span span = speck->groups.at("speck");
    text.erase(span.begin, span.end - span.begin);
  }
  return text;
}

}  // namespace

std::string WhenOf(const RuleSet& rules, const Match& match, const std::string& printed) {
  const std::string text = WithoutSpecks(rules, printed);
  auto clause = rules.First("deadline_clause", text);
  const bool elsewhere = rules.First("deadline_scope", text) && !rules.First("deadline_reported", text);
  if (clause && elsewhere) clause.reset();
  std::string when = match.Has("deadline") ? match.Get("deadline") : clause ? clause->Get("deadline") : "";
  while (const auto at = rules.Full("deadline_preposition", when)) when = at->Get("time");
  return when;
}

}  // namespace trichluc
