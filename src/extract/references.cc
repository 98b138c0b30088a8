#include "extract/references.h"

#include <algorithm>

#include "extract/dates.h"
#include "extract/types.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLongestOffice = 200;  // bytes of "Bộ trưởng, Chủ nhiệm …" before an agency

// "947/UBND- NC", broken over a line → "947/UBND-NC".
std::string CleanNumber(std::string_view printed) {
  std::string number;
  for (char c : MakeKey(printed).text) {
    if (c != ' ' && c != '\n' && c != '\t') number += c;
  }
  return number;
}

std::string TypeName(const std::string& printed) { return Capitalise(ToLower(Normalise(printed))); }

// Compared without what readers confuse: case, Đ and D.
std::string NumberKey(const std::string& number) { return StripDiacritics(CleanNumber(number)); }

class Finder {
 public:
  Finder(const RuleSet& rules, const AgencyRegistry& agencies, std::string_view text,
         const PlaceContext& place)
      : rules_(rules), agencies_(agencies), text_(text), place_(place) {}

  std::vector<FoundReference> Run() {
    for (const Match& match : rules_.All("reference", text_)) Add(match);
    ShareTails();
    return found_;
  }

 private:
  std::string_view From(size_t at) const { return text_.substr(std::min(at, text_.size())); }

  void Add(const Match& match) {
    const auto number = match.groups.find("number");
    const auto type = match.groups.find("type");
    FoundReference hit;
    hit.rule = match.rule->id;
    hit.span = {type != match.groups.end() ? type->second.begin : match.span.begin, match.span.end};
    if (number != match.groups.end()) {
      hit.reference.number =
          CleanNumber(text_.substr(number->second.begin, number->second.end - number->second.begin));
      const auto from = match.groups.find("from");
      if (type == match.groups.end())
        hit.span.begin = (from == match.groups.end() ? number : from)->second.begin;
      hit.span.end = number->second.end;
    }
    if (match.Has("type")) hit.reference.type = TypeName(match.Get("type"));
    if (!found_.empty() && hit.span.begin < found_.back().span.end) return;
    if (match.Has("date")) {
      if (const auto date = FindDate(rules_, match.Get("date"))) hit.reference.date = date->iso;
      hit.span.end = match.groups.at("date").end;
    }
    ReadTail(hit);
    if (!hit.reference.number && !hit.reference.date) return;
    const bool listed = !found_.empty() && rules_.Full("reference_join", Between(hit)).has_value();
    untyped_.push_back(!hit.reference.type.has_value());
    if (!hit.reference.type && listed) hit.reference.type = found_.back().reference.type;
    if (!hit.reference.type && hit.reference.number) {
      if (const TypeEntry* told = TypeOfNumber(*hit.reference.number, rules_)) hit.reference.type = told->name;
    }
    hit.reference.relation = RelationOf(hit, listed);
    listed_.push_back(listed);
    found_.push_back(hit);
  }

  // Date and agency behind the number, in either order; of two agencies the one behind the date.
  void ReadTail(FoundReference& hit) {
    if (!hit.reference.date) ReadDate(hit);
    ReadAgency(hit);
    if (hit.reference.date) return;
    ReadDate(hit);
    if (hit.reference.date) ReadAgency(hit);
  }

  void ReadDate(FoundReference& hit) {
    const auto match = rules_.First("reference_date", From(hit.span.end));
    if (!match) return;
    const auto date = FindDate(rules_, match->Get("date"));
    if (!date) return;
    hit.reference.date = date->iso;
    hit.span.end += match->span.end;
  }

  void ReadAgency(FoundReference& hit) {
    const auto of = rules_.First("reference_of", From(hit.span.end));
    if (!of) return;
    size_t begin = hit.span.end + of->span.end;
    const auto minister = rules_.First("reference_agency_drop", From(begin).substr(0, kLongestOffice));
    if (minister) begin += minister->groups.at("agency").begin;
    auto leading = agencies_.ResolveLeading(From(begin), place_);
    if (!leading || (of->Get("certain") != "yes" && !leading->registered)) return;
    std::string name = leading->agency.name;
    size_t end = begin + leading->length;
    // A joint document: "của Bộ Y tế và Bộ Tài chính"
    while (leading->registered) {
      const auto joint = rules_.First("reference_joint", From(end));
      if (!joint) break;
      const Span text = joint->groups.at("text");
      leading = agencies_.ResolveLeading(From(end + text.end), place_);
      if (!leading || !leading->registered) break;
      const std::string between = joint->Get("text");
      name += (between == "," ? between : " " + between) + " " + leading->agency.name;
      end += text.end + leading->length;
    }
    hit.reference.agency = name;
    hit.span.end = end;
  }

  // The text between the citation before and this one.
  std::string_view Between(const FoundReference& hit) const {
    const size_t begin = found_.back().span.end;
    return text_.substr(begin, hit.span.begin - std::min(begin, hit.span.begin));
  }

  std::string RelationOf(const FoundReference& hit, bool listed) const {
    const std::string before_relation = found_.empty() ? "mentions" : found_.back().reference.relation;
    if (const auto after = rules_.First("relation_after", From(hit.span.end))) return after->Get("relation");
    if (listed) return before_relation;
    std::string_view before = text_.substr(0, hit.span.begin);
    if (!found_.empty()) before = before.substr(std::min(found_.back().span.end, before.size()));
    bool broken = found_.empty();
    for (const Match& stop : rules_.All("reference_clause_break", before)) {
      if (stop.span.end <= before.size()) clause_begin_ = stop.span.end;
      broken = broken || stop.Get("sentence") == "yes";
    }
    before = before.substr(std::min(clause_begin_, before.size()));
    clause_begin_ = 0;
    if (const auto match = rules_.First("relation_before", before)) {
      const std::string relation = match->Get("relation");
      return relation == "inherit" ? before_relation : relation;
    }
    const bool starts_clause = rules_.Full("reference_join", before).has_value();
    return starts_clause && !broken && before_relation != "implements" ? before_relation : "mentions";
  }

  // What stands once behind a list: "Quyết định số A ngày … và Kế hoạch số B ngày … của UBND tỉnh" are both
  // of that agency when their symbols end alike; "các Nghị quyết số A, B ngày D" are both of that day.
  void ShareTails() {
    auto issuer = [](const Reference& reference) {
      const std::string number = reference.number.value_or("");
      const size_t at = number.find_last_of("-/");
      return at == std::string::npos ? std::string() : NumberKey(number.substr(at + 1));
    };
    for (size_t i = found_.size(); i-- > 1;) {
      Reference& here = found_[i].reference;
      Reference& before = found_[i - 1].reference;
      if (!listed_[i] || issuer(here).empty() || issuer(here) != issuer(before)) continue;
      if (!before.agency) before.agency = here.agency;
      if (!before.date && untyped_[i]) before.date = here.date;
    }
  }

  const RuleSet& rules_;
  const AgencyRegistry& agencies_;
  std::string_view text_;
  const PlaceContext& place_;
  std::vector<FoundReference> found_;
  std::vector<bool> listed_, untyped_;  // joined to the citation before; without a type of its own
  mutable size_t clause_begin_ = 0;
};

int Strength(const std::string& relation) {
  if (relation == "attached_to") return 4;
  if (relation == "replaces") return 3;
  if (relation == "amends") return 2;
  return relation == "basis" || relation == "implements" ? 1 : 0;  // of these two the first stays
}

bool SameDocument(const Reference& a, const Reference& b) {
  if (a.number || b.number) return a.number && b.number && NumberKey(*a.number) == NumberKey(*b.number);
  return a.type == b.type && a.date == b.date && a.agency == b.agency;
}

}  // namespace

std::vector<FoundReference> FindReferences(const RuleSet& rules, const AgencyRegistry& agencies,
                                           std::string_view text, const PlaceContext& place) {
  return Finder(rules, agencies, text, place).Run();
}

std::vector<Reference> MergeReferences(const std::vector<Reference>& found, std::string_view own_number) {
  const std::string own = NumberKey(std::string(own_number));
  std::vector<Reference> merged;
  for (const Reference& reference : found) {
    if (!own.empty() && reference.number && NumberKey(*reference.number) == own) continue;
    const auto same = std::find_if(merged.begin(), merged.end(),
                                   [&](const Reference& other) { return SameDocument(other, reference); });
    if (same == merged.end()) {
      merged.push_back(reference);
      continue;
    }
    if (!same->type) same->type = reference.type;
    if (!same->date) same->date = reference.date;
    if (!same->agency) same->agency = reference.agency;
    if (Strength(reference.relation) > Strength(same->relation)) same->relation = reference.relation;
  }
  return merged;
}

}  // namespace trichluc
