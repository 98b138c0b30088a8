#include "extract/task_sentences.h"

#include <algorithm>
#include <optional>

#include "text/text.h"

namespace trichluc {
namespace {

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

// Whether the content begins with more of the name; what names a field goes on with names that no register has.
bool GoesOn(const RuleSet& rules, const AgencyRegistry& agencies, const std::string& name, const std::string& content) {
  const auto more = rules.First("name_goes_on", content);
  return more && (more->Get("of") != "unregistered" || !agencies.IsRegistered(name));
}

}  // namespace

void KnownTasks::Remember(const std::string& content) { known_.push_back(WordsOf(content)); }

bool KnownTasks::Has(const std::string& content, double share) const {
  const std::set<std::string> words = WordsOf(content);
  return std::any_of(known_.begin(), known_.end(), [&](const auto& known) { return Similarity(words, known) >= share; });
}

void EndName(const RuleSet& rules, const AgencyRegistry& agencies, std::string* name, std::string* content) {
  constexpr int kMostVerbs = 3;
  for (int turn = 0; turn < kMostVerbs; ++turn) {
    const auto cut = rules.First("no_lead", *name);
    const bool open = (cut && cut->rule->id == "no_lead.cut_off") || rules.First("bare_office", *name);
    const bool cut_short = rules.First("name_cut_short", *name + " | " + *content).has_value();
    const bool goes_on = GoesOn(rules, agencies, *name, *content);
    if (!open && !cut_short && !goes_on) return;
    const auto next = rules.First("work_start", *content);
    const bool all = content->ends_with(':') || (goes_on && !rules.First("sentence_stop", *content));
    if (!next && open && all) {
      *name = Normalise(*name + " " + content->substr(0, content->size() - (content->ends_with(':') ? 1 : 0)));
      content->clear();
    }
    if (!next) return;
    const size_t at = next->groups.at("work").begin;
    *name = Normalise(*name + " " + content->substr(0, at));
    *content = content->substr(at);
  }
}

bool LeadsNothing(const RuleSet& rules, const std::string& name, bool whole) {
  return rules.First("no_lead", name) || (!whole && rules.First("bare_office", name));
}

std::string TakeHelpers(const RuleSet& rules, const AgencyRegistry& agencies, std::string* content) {
  const auto match = rules.First("work_with_helpers", *content);
  if (!match) return "";
  std::string helpers = match->Get("coordinators"), work = match->Get("content");
  if (match->Get("named") != "all") EndName(rules, agencies, &helpers, &work);
  if (agencies.Likelihood(helpers) < kSaidToLead || LeadsNothing(rules, helpers, match->Has("named"))) return "";
  *content = work;
  return helpers;
}

std::string TrimContent(const RuleSet& rules, const std::string& text) {
  std::string out = Normalise(text);
  while (const auto tail = rules.First("content_tail", out)) {
    if (tail->span.end == tail->span.begin || rules.First("content_open", out)) break;
    out = Normalise(out.substr(0, tail->span.begin));
  }
  return out;
}

std::string WhenOf(const RuleSet& rules, const Match& match, const std::string& text) {
  auto clause = rules.First("deadline_clause", text);
  const bool elsewhere = rules.First("deadline_scope", text) && !rules.First("deadline_reported", text);
  if (clause && elsewhere) clause.reset();
  std::string when = match.Has("deadline") ? match.Get("deadline") : clause ? clause->Get("deadline") : "";
  while (const auto at = rules.Full("deadline_preposition", when)) when = at->Get("time");
  return when;
}

}  // namespace trichluc
