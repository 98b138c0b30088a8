#include "extract/references.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/dates.h"
#include "extract/letter_case.h"
#include "extract/types.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLongestOffice = 200;  // bytes of "Bộ trưởng, Chủ nhiệm …" before an agency

// "947/UBND- NC", broken over a line → "947/UBND-NC".
std::string CleanNumber(std::string_view printed) {
  std::string number;
  for (char c : MakeKey(printed).text) {
    const bool again = c == '-' && !number.empty() && number.back() == '-';  // "QĐ- -TTg"
    if (c != ' ' && c != '\n' && c != '\t' && !again) number += c;
  }
  return number;
}

std::string WithoutBlanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return text;
}

// Letters that figures are misread as, where only figures can stand.
std::string WithFigures(std::string text) {
  for (char& letter : text) {
    if (letter == 'I' || letter == 'l') letter = '1';
    if (letter == 'O' || letter == 'o') letter = '0';
  }
  return text;
}

// "1542022", whose slashes were lost, if only one day can be meant.
std::optional<std::string> OnlyDay(const std::string& figures) {
  std::optional<std::string> only;
  const size_t rest = figures.size() - 4;  // before the year
  const int year = std::stoi(figures.substr(rest));
  for (size_t cut = 1; cut < rest && cut <= 2; ++cut) {
    if (rest - cut > 2) continue;
    const auto iso = IsoDate(year, std::stoi(figures.substr(cut, rest - cut)), std::stoi(figures.substr(0, cut)));
    if (iso && only && *iso != *only) return std::nullopt;
    if (iso) only = iso;
  }
  return only;
}

// Compared without what readers confuse: case, Đ and D.
std::string NumberKey(const std::string& number) { return StripDiacritics(CleanNumber(number)); }

bool StartsLetter(std::string_view text) {
  const std::string first(text.substr(0, 4));
  return !first.empty() && (StartsUpper(first) || StartsUpper(ToUpper(first)));
}

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
  // Where a citation stands.
  struct Setting {
    bool listed = false;        // only words of enumeration between the citation before and this one
    bool new_clause = false;    // a clause begins between them, or this is the first
    bool new_sentence = false;  // a sentence does, or this is the first
    bool at_start = false;      // only words of enumeration before it in its clause
    std::string_view before;    // the clause up to it, at most back to the citation before
  };

  struct AgencyAt {
    std::string name;
    size_t end = 0;  // in the text
    bool registered = false;
  };

  std::string_view From(size_t at) const { return text_.substr(std::min(at, text_.size())); }

  // "Nghị quyết liên tịch" is its type's name, though the list of types has it among the titles of "Nghị quyết".
  std::string WholeType(const std::string& words) const {
    const std::string key = FoldKey(words);
    const std::vector<std::string>& whole = rules_.List("reference_whole_types");
    const bool keep = std::any_of(whole.begin(), whole.end(), [&](const std::string& end) { return key.ends_with(end); });
    return keep ? Capitalise(ToLower(Normalise(words))) : TypeOfWords(words, rules_);
  }

  void Add(const Match& match) {
    const auto number = match.groups.find("number");
    const auto type = match.groups.find("type");
    FoundReference hit;
    hit.rule = match.rule->id;
    hit.span = {type != match.groups.end() ? type->second.begin : match.span.begin, match.span.end};
    if (number != match.groups.end()) {
      const Span printed = NumberSpan(number->second);
      const bool inside_word = printed.end == number->second.end && StartsLetter(From(printed.end));
      if (type == match.groups.end() && inside_word) return;  // "tháng 02/2019-Tháng 4/2019"
      if (type == match.groups.end() && rules_.First("reference_no_number", text_.substr(0, printed.begin))) return;
      hit.reference.number = CleanNumber(text_.substr(printed.begin, printed.end - printed.begin));
      const auto from = match.groups.find("from");
      if (type == match.groups.end())
        hit.span.begin = (from == match.groups.end() ? number : from)->second.begin;
      hit.span.end = printed.end;
    }
    if (match.Has("type")) hit.reference.type = WholeType(match.Get("type"));
    if (!found_.empty() && hit.span.begin < found_.back().span.end) return;
    if (match.Has("date") && match.Has("title") && rules_.First("reference_no_title", match.Get("title"))) return;
    Mend(hit);
    if (match.Has("date")) {
      TakeDate(hit, match.Has("misread") ? WithFigures(match.Get("date")) : match.Get("date"));
      if (match.Has("misread")) hit.repaired["date"] = match.rule->id;
      hit.span.end = match.groups.at("date").end;
    }
    ReadTail(hit);
    if (hit.reference.number && rules_.Full("number_cut_off", *hit.reference.number)) DropCutNumber(hit);
    if (!hit.reference.number && !hit.reference.date) return;
    const auto headed = match.groups.find("agency");
    if (headed != match.groups.end() && !hit.reference.agency) {
      const auto agency = AgencyFrom(headed->second.begin);
      if (agency && agency->end == headed->second.end) hit.reference.agency = agency->name;
    }
    if (!hit.reference.agency) FindProposer(hit);
    if (!hit.reference.agency) FindSubject(hit);
    const Setting setting = SettingOf(hit);
    untyped_.push_back(!hit.reference.type.has_value());
    FindType(hit, setting);
    hit.reference.relation = RelationOf(hit, setting);
    if (setting.listed || setting.at_start) {
      if (!hit.reference.agency && untyped_.back()) hit.reference.agency = head_agency_;
    } else {
      head_agency_.reset();
    }
    if (headed != match.groups.end()) head_agency_ = hit.reference.agency;
    if (setting.new_clause) outer_ = hit.reference;
    hit.listed = setting.listed;
    found_.push_back(hit);
  }

  // Without the beginning of a word that it was printed onto ("979/TB-SYTngày") or that stands behind a dash ("02/2009/BYT - HƯỚNG DẪN").
  Span NumberSpan(Span printed) const {
    if (StartsUpper(std::string(From(printed.end).substr(0, 4)))) {
      const size_t part = text_.substr(printed.begin, printed.end - printed.begin).find_last_of("-/");
      if (part != std::string_view::npos) printed.end = printed.begin + part;
      while (printed.end > printed.begin && text_[printed.end - 1] == ' ') --printed.end;
      return printed;
    }
    const size_t glued = std::string_view("ng").size();
    const bool may = printed.end - printed.begin > glued && text_.substr(printed.end - glued, glued) == "ng";
    if (may && rules_.First("reference_glued", From(printed.end - glued))) printed.end -= glued;
    return printed;
  }

  // What a number can only have been; the raw text stays in the evidence.
  void Mend(FoundReference& hit) const {
    if (!hit.reference.number) return;
    std::string& number = *hit.reference.number;
    const std::string head = hit.reference.type.value_or("") + " ";
    for (const Match& match : rules_.All("number_repair", head + number)) {
      const auto part = match.groups.find(match.Has("figures") ? "figures" : "part");
      if (part == match.groups.end() || part->second.begin < head.size()) continue;
      const size_t begin = part->second.begin - head.size(), size = part->second.end - part->second.begin;
      number.replace(begin, size, match.Has("figures") ? WithFigures(number.substr(begin, size)) : match.Get("to"));
      hit.repaired["number"] = match.rule->id;
      break;
    }
  }

  // Before 2000 numbers ended with their type; of these days the committee was not read.
  void DropCutNumber(FoundReference& hit) const {
    const auto tail = rules_.First("number_cut_tail", From(hit.span.end));
    if (tail && !hit.reference.date) {
      hit.span.end += tail->groups.at("tail").end;
      ReadTail(hit);
    }
    if (!hit.reference.date || *hit.reference.date >= "2000") hit.reference.number.reset();
  }

  // What the citation itself says comes first, then the list that it stands in, then its number.
  void FindType(FoundReference& hit, const Setting& setting) const {
    std::optional<std::string>& type = hit.reference.type;
    if (!type && setting.listed) type = TypeOfList(hit);
    if (!type && hit.reference.number) {
      if (const TypeEntry* told = TypeOfNumber(*hit.reference.number, rules_)) type = told->name;
    }
    if (!type && setting.at_start && setting.new_clause && !setting.new_sentence) type = outer_.type;
  }

  // Of a list the type of the citation before. Where that one's number tells its type and this one's does not, or the other way, it stands
  // in between only: "các Công văn: số A/BTC-QLCS về Nghị định số B/NĐ-CP; số C/BTC-ĐT".
  std::optional<std::string> TypeOfList(const FoundReference& hit) const {
    constexpr size_t kFarthest = 4;  // citations back
    const auto tells = [&](const FoundReference& one) {
      return one.reference.number && TypeOfNumber(*one.reference.number, rules_) != nullptr;
    };
    for (size_t back = 0; hit.reference.number && back < std::min(kFarthest, found_.size()); ++back) {
      const FoundReference& one = found_[found_.size() - 1 - back];
      if (one.reference.type && tells(one) == tells(hit)) return one.reference.type;
    }
    return found_.back().reference.type;
  }

  void TakeDate(FoundReference& hit, const std::string& printed) const {
    const auto date = FindDate(rules_, printed);
    if (!date) return;
    hit.reference.date = date->iso;
    hit.date_in_full = rules_.First("reference_date_in_full", printed).has_value();
  }

  // Date and agency behind the number, in either order; of two agencies the one behind the date.
  void ReadTail(FoundReference& hit) const {
    if (!hit.reference.date) ReadDate(hit);
    if (!hit.reference.date) {
      if (const auto lost = rules_.First("reference_lost_date", From(hit.span.end))) hit.span.end += lost->span.end - 1;
    }
    ReadAgency(hit);
    if (hit.reference.date) return;
    ReadDate(hit);
    if (hit.reference.date) ReadAgency(hit);
  }

  void ReadDate(FoundReference& hit) const {
    const auto match = rules_.First("reference_date", From(hit.span.end));
    if (!match) return;
    const bool misread = match->Has("misread") || match->Has("run") || match->Has("torn");
    if (match->Has("run")) {
      hit.reference.date = OnlyDay(match->Get("run"));
    } else if (match->Has("torn")) {
      TakeDate(hit, "ngày " + WithoutBlanks(match->Get("torn")));
      hit.span.end += match->groups.at("torn").end - match->span.end;
    } else {
      TakeDate(hit, misread ? WithFigures(match->Get("date")) : match->Get("date"));
    }
    if (!hit.reference.date) return;
    if (misread) hit.repaired["date"] = match->rule->id;
    hit.span.end += match->span.end;
  }

  // The agency that begins at a place of the text, without the office before it.
  std::optional<AgencyAt> AgencyFrom(size_t begin) const {
    const auto minister = rules_.First("reference_agency_drop", From(begin).substr(0, kLongestOffice));
    if (minister) begin += minister->groups.at("agency").begin;
    const auto leading = agencies_.ResolveLeading(From(begin), place_);
    if (!leading) return std::nullopt;
    std::string name = leading->agency.name;
    const auto& committees = rules_.List("reference_province_committees");
    if (!place_.province.empty() && std::find(committees.begin(), committees.end(), name) != committees.end()) {
      name = agencies_.Resolve(name + " " + place_.province, place_).name;
    }
    return AgencyAt{name, begin + leading->length, leading->registered};
  }

  void ReadAgency(FoundReference& hit) const {
    const auto of = rules_.First("reference_of", From(hit.span.end));
    if (!of) return;
    const bool certain = of->Get("certain") == "yes";
    if (!certain && !hit.reference.date) return;
    auto agency = AgencyFrom(hit.span.end + of->span.end);
    if (!agency || (!certain && !agency->registered)) return;
    if (agency->registered) agency = WithPartners(*agency, of->Has("joint"), hit.reference.number.value_or(""));
    hit.reference.agency = agency->name;
    hit.span.end = agency->end;
  }

  // "đề nghị của Sở Nội vụ tại Tờ trình số …", "Ngày 26/5/2020, Bộ Y tế ban hành Công văn số …": whoever is named before wrote it.
  void FindProposer(FoundReference& hit) const {
    constexpr size_t kLongest = 200;  // bytes
    const size_t least = found_.empty() ? 0 : std::min(found_.back().span.end, hit.span.begin);
    size_t begin = std::max(least, hit.span.begin > kLongest ? hit.span.begin - kLongest : 0);
    while (begin < hit.span.begin && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;  // whole letters
    constexpr double kOffice = 0.5;  // begins as offices do
    constexpr int kMostTries = 8;  // "Quốc lộ 14 … đã được Bộ Giao thông vận tải phê duyệt tại": not every capital begins an agency
    for (int tries = 0; tries < kMostTries && begin < hit.span.begin; ++tries) {
      const auto proposed = rules_.First("reference_proposer", std::string_view(text_).substr(begin, hit.span.begin - begin));
      if (!proposed) return;
      const Span span = proposed->groups.at("agency");
      const auto agency = AgencyFrom(begin + span.begin);
      if (agency && agency->registered && agency->end == begin + span.end) {
        hit.reference.agency = agency->name;
        if (!hit.reference.date && proposed->Has("date")) TakeDate(hit, "ngày " + proposed->Get("date"));
        return;
      }
      // Where the sentence says that somebody proposed, an office that no register has is one, too.
      const std::string name = Capitalise(proposed->Get("agency"));
      if (proposed->Has("surely") && agencies_.Likelihood(name) >= kOffice) {
        hit.reference.agency = agencies_.Resolve(name, place_).name;
        return;
      }
      begin += span.begin + 1;
      while (begin < hit.span.begin && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    }
  }

  // "Tại Kết luận số 186-KL/TW ngày 29/8/2025, Bộ Chính trị đã cho ý kiến": whoever says or orders something there wrote it.
  void FindSubject(FoundReference& hit) const {
    constexpr size_t kLongest = 12;  // bytes of "Theo các "
    const size_t begin = hit.span.begin > kLongest ? hit.span.begin - kLongest : 0;
    const auto says = rules_.First("reference_subject", From(hit.span.end));
    if (!says || !rules_.First("reference_place", std::string_view(text_).substr(begin, hit.span.begin - begin))) return;
    const auto agency = AgencyFrom(hit.span.end + says->groups.at("agency").begin);
    if (agency && agency->registered && rules_.First("reference_subject_verb", From(agency->end))) hit.reference.agency = agency->name;
  }

  // A joint document: "của Bộ Y tế và Bộ Tài chính". What a comma alone joins may belong to the main clause.
  AgencyAt WithPartners(const AgencyAt& first, bool joint_for_sure, const std::string& number) const {
    AgencyAt all = first;
    std::optional<AgencyAt> before_commas;
    while (const auto joint = rules_.First("reference_joint", From(all.end))) {
      const Span text = joint->groups.at("text");
      const auto next = AgencyFrom(all.end + text.end);
      if (!next || !next->registered) break;
      if (!joint->Has("comma")) {
        before_commas.reset();
      } else if (!before_commas) {
        before_commas = all;
      }
      const std::string between = joint->Get("text");
      all.name += (between == "," ? between : " " + between) + " " + next->name;
      all.end = next->end;
    }
    const bool doubtful = before_commas && !joint_for_sure && !rules_.First("reference_joint_number", number) &&
                          !rules_.First("reference_joint_end", From(all.end));
    return doubtful ? *before_commas : all;
  }

  Setting SettingOf(const FoundReference& hit) const {
    Setting setting;
    const size_t begin = found_.empty() ? 0 : std::min(found_.back().span.end, hit.span.begin);
    setting.before = text_.substr(begin, hit.span.begin - begin);
    setting.listed = !found_.empty() && rules_.Full("reference_join", setting.before).has_value();
    setting.new_clause = setting.new_sentence = found_.empty();
    size_t clause = 0;
    for (const Match& stop : rules_.All("reference_clause_break", setting.before)) {
      clause = std::min(stop.span.end, setting.before.size());
      setting.new_clause = true;
      setting.new_sentence = setting.new_sentence || stop.Get("sentence") == "yes";
    }
    setting.before = setting.before.substr(clause);
    setting.at_start = rules_.Full("reference_join", setting.before).has_value();
    return setting;
  }

  std::string RelationOf(const FoundReference& hit, const Setting& setting) const {
    if (const auto after = rules_.First("relation_after", From(hit.span.end)); after && after->Has("relation"))
      return after->Get("relation");
    if (setting.listed && !setting.new_clause) return found_.back().reference.relation;
    const auto match = rules_.First("relation_before", setting.before);
    if (match && match->Get("relation") == "inherit") return Carried();
    if (!setting.new_clause && !found_.empty() && rules_.First("relation_of_another", setting.before)) return "mentions";
    if (match) return match->Get("relation");
    // "Căn cứ Điều lệ Đảng; Quy định số 22-QĐ/TW": what stands first has no number.
    const auto opened = found_.empty() && setting.at_start ? rules_.First("relation_opened", text_.substr(0, hit.span.begin)) : std::nullopt;
    if (opened) return opened->Get("relation");
    const bool goes_on = setting.at_start && setting.new_clause && !setting.new_sentence;
    return goes_on ? outer_.relation : "mentions";
  }

  // What amended a document is no more than named where that document is itself amended or replaced.
  std::string Carried() const {
    const std::string relation = found_.empty() ? "mentions" : found_.back().reference.relation;
    return relation == "basis" || relation == "implements" ? relation : "mentions";
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
      if (!found_[i].listed || issuer(here).empty() || issuer(here) != issuer(before)) continue;
      if (!before.agency) before.agency = here.agency;
      if (!before.date && untyped_[i]) before.date = here.date;
    }
  }

  const RuleSet& rules_;
  const AgencyRegistry& agencies_;
  std::string_view text_;
  const PlaceContext& place_;
  std::vector<FoundReference> found_;
  std::vector<bool> untyped_;               // without a type of its own
  Reference outer_;  // the last citation that was the first of its clause
  std::optional<std::string> head_agency_;  // of the list that goes on: "các Nghị quyết của Quốc hội: số …; số …"
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
  // Numbers hold a stroke or a dash (one beyond ASCII begins with \xE2) also where a reader took their figures for letters,
  // dates hold figures: most cells have none of them.
  if (text.find_first_of("0123456789/-\xE2") == std::string_view::npos) return {};
  return Finder(rules, agencies, text, place).Run();
}

std::vector<std::string> SettleDates(std::vector<FoundReference>& found) {
  std::map<std::string, std::vector<FoundReference*>> by_number;
  for (FoundReference& hit : found) {
    if (hit.reference.number && hit.reference.date) by_number[NumberKey(*hit.reference.number)].push_back(&hit);
  }
  std::vector<std::string> doubts;
  for (const auto& [key, hits] : by_number) {
    std::set<std::string> dates, in_full;
    for (const FoundReference* hit : hits) {
      dates.insert(*hit->reference.date);
      if (hit->date_in_full) in_full.insert(*hit->reference.date);
    }
    if (dates.size() < 2) continue;
    std::string doubt = *hits.front()->reference.number + " is dated";
    for (const FoundReference* hit : hits) {
      if (dates.erase(*hit->reference.date) > 0) doubt += " " + *hit->reference.date;
    }
    doubts.push_back(doubt);
    if (in_full.size() != 1) continue;
    for (FoundReference* hit : hits) hit->reference.date = *in_full.begin();
  }
  return doubts;
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
