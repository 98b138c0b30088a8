#include "extract/issuer.h"

#include <algorithm>
#include <sstream>

#include "extract/agency_names.h"
#include "extract/place_of_issue.h"
#include "text/text.h"

namespace trichluc {
namespace {

bool StartsWithHead(const std::string& line, const RuleSet& rules, std::string (*fold)(std::string_view) = FoldKey) {
  const std::string folded = fold(line) + " ";
  for (const std::string& head : rules.List("agency_heads")) {
    if (folded.rfind(fold(head) + " ", 0) == 0) return true;
  }
  return false;
}

// A line that cannot be the end of a name: "… VÀ", "… -", "…,".
bool Dangling(const std::string& line, const RuleSet& rules) { return rules.First("dangling", line).has_value(); }

// "TRƯỜNG TIỂU HỌC KHÁNH | HỘI": one syllable alone names no agency, whatever other names begin with it.
bool EndsName(const std::string& line) { return Normalise(line).find(' ') == std::string::npos; }

// "CHỦ TỊCH | ỦY BAN NHÂN DÂN TỈNH": whose office it is follows.
bool IsOfficer(const std::string& text, const RuleSet& rules) { return rules.Full("issuer_officer", text).has_value(); }

// In capitals, one of many letters misread as a small one ("KHU VỰC Hộ HÒA").
bool IsInCapitals(const std::string& line) {
  constexpr long kLettersOfOne = 8;
  if (IsUpper(line)) return true;
  long small = 0, capitals = 0;
  for (const char32_t letter : ToCodePoints(line)) {
    const std::string one = FromCodePoints({letter});
    small += one != ToUpper(one);
    capitals += one != ToLower(one);
  }
  return small == 1 && capitals >= kLettersOfOne;
}

// Agency lines: left of the middle, above the limit, at the height of the motto.
std::vector<const ViewLine*> AgencyLines(const Work& work, const std::vector<const ViewLine*>& lines,
                                         const ViewLine* limit) {
  std::vector<const ViewLine*> agency;
  if (limit == nullptr) return agency;
  // What a fax machine writes on top is one line, whatever columns it was read in: day and number, who sent it, the page.
  const auto beside_fax = [&](const ViewLine* line) {
    return std::any_of(lines.begin(), lines.end(), [&](const ViewLine* other) {
      const double middle = (line->top + line->bottom) / 2;
      return other->top < middle && other->bottom > middle && work.rules.First("fax_line", other->text);
    });
  };
  for (const ViewLine* line : lines) {
    if (beside_fax(line) || line == limit || line->bottom > limit->bottom - 0.3 * limit->Height()) continue;
    if (line->Centre() > 0.5 || line->column == BlockColumn::kRight) continue;
    if (work.rules.First("motto", line->text) || work.rules.First("not_agency", line->text)) continue;
    if (!IsInCapitals(line->text)) continue;  // typed remarks and stamps are not
    agency.push_back(line);
  }
  std::sort(agency.begin(), agency.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  return agency;
}

// "UBND THÀNH PHỐ ĐÀ NẴNG - SỞ GIÁO DỤC VÀ ĐÀO TẠO", superior and issuer that came out as one line: cut before a word that
// an agency's name begins with, where what stands before it is an agency and the whole is none.
bool SplitSuperior(const Work& work, std::string& issuer, std::string& superior) {
  constexpr double kRegistered = 0.8;
  if (work.agencies.Likelihood(issuer) >= kRegistered) return false;
  for (size_t blank = issuer.find(' '); blank != std::string::npos; blank = issuer.find(' ', blank + 1)) {
    const std::string below = issuer.substr(blank + 1);
    const auto match = work.rules.Full("superior", issuer.substr(0, blank));
    if (!match || !StartsWithHead(below, work.rules)) continue;
    const std::string above = match->Get("name");
    if (Dangling(above, work.rules) || work.rules.First("joint_issuers", above + " | " + below)) continue;
    if (work.agencies.Likelihood(above) < kRegistered) continue;
    superior = above;
    issuer = below;
    return true;
  }
  return false;
}

// "SỞ THÔNG TIN VÀ TRUYÈN THÔNG" → "… TRUYỀN THÔNG": print whose letters are those of the agency's name has its marks, too.
std::string WithMarksOf(const std::string& name, const std::string& printed) {
  const std::u32string letters = ToCodePoints(ToUpper(name));
  const size_t length = Length(printed);
  if (letters.size() < length) return printed;
  const std::string same = FromCodePoints(letters.substr(0, length));
  return FoldKey(same) != FoldKey(printed) && StripDiacritics(same) == StripDiacritics(printed) ? same : printed;
}

// Whether an agency is printed letter by letter as it is called, as far as it is printed: "SỞ Y TẾ" of "Sở Y tế tỉnh Kiên Giang", "UBND
// TỈNH KIÊN GIANG" of "Ủy ban nhân dân tỉnh Kiên Giang".
bool IsPrintedAsCalled(const Agency& agency, const RuleSet& rules) {
  if (agency.printed.empty() || agency.printed.find_first_of("0123456789.:;_|") != std::string::npos) return false;  // specks
  std::string written;
  std::istringstream words(agency.printed);
  for (std::string word; words >> word;) {
    const auto& all = rules.abbreviations();
    const auto known = std::find_if(all.begin(), all.end(), [&](const AbbreviationEntry& one) { return one.abbreviation == word; });
    written += (written.empty() ? "" : " ") + (known != all.end() ? known->expansion : word);
  }
  return (LooseKey(agency.name) + " ").starts_with(LooseKey(written) + " ");
}

// A name that the registry has, letter by letter, was read right, however doubtful its letters were to the engine.
void AddAgencyEvidence(Work& work, const char* field, const std::vector<const ViewLine*>& lines, const Agency& agency) {
  constexpr double kLine = 0.95, kRegistered = 0.9, kWhole = 0.99;
  const size_t first = work.document.evidence.size();
  AddEvidence(work.document, field, lines, std::string("header.") + field, kLine);
  if (work.agencies.Likelihood(agency.printed) < kWhole || !IsPrintedAsCalled(agency, work.rules)) return;
  for (size_t i = first; i < work.document.evidence.size(); ++i)
    work.document.evidence[i].confidence = std::max(work.document.evidence[i].confidence, kRegistered);
}

// "N NHÂN DÂN XÃ EA KLY" in front of "/KH-UBND" → "ỦY BAN NHÂN DÂN XÃ EA KLY".
std::string WithLostHead(const Work& work, const std::string& printed) {
  const auto lost = work.rules.Full("issuer_lost_head", printed);
  const bool committee = work.document.symbol && work.document.symbol->find("UBND") != std::string::npos;
  return lost && committee ? lost->Get("head") + " " + lost->Get("rest") : printed;
}

// "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI | CHI NHÁNH TỈNH YÊN BÁI": a branch is called by both lines, and the first is the house it belongs to.
// The line that the branch begins in; 0 for none.
size_t BranchOf(const std::vector<const ViewLine*>& lines, const RuleSet& rules) {
  for (size_t i = 1; i < lines.size(); ++i) {
    if (rules.First("branch_line", lines[i]->text)) return i;
  }
  return 0;
}

}  // namespace

void ReadIssuer(Work& work, const std::vector<const ViewLine*>& lines, const ViewLine* limit) {
  std::vector<std::vector<const ViewLine*>> groups;
  auto join = [](const std::vector<const ViewLine*>& group) {
    std::string text;
    for (const ViewLine* line : group) text += (text.empty() ? "" : " ") + ToUpper(line->text);
    return Normalise(text);
  };
  // THỦ TƯỚNG / CHÍNH PHỦ, ỦY / BAN NHÂN DÂN: one registered name over two lines.
  const auto is_one_name = [&](const std::vector<const ViewLine*>& group, const ViewLine* line) {
    constexpr double kRegistered = 0.95;
    const std::string before = join(group), whole = before + " " + line->text;
    if (work.agencies.Likelihood(whole) < kRegistered) return false;
    return work.agencies.Likelihood(before) < kRegistered ||
           work.agencies.Resolve(before, {}).id == work.agencies.Resolve(whole, {}).id;
  };
  // Below a superior the issuer begins, though the marks of its head be misread ("SƠ Y TẾ").
  const auto below_superior = [&](const std::vector<const ViewLine*>& group, const ViewLine* line) {
    return work.rules.Full("superior", join(group)) && StartsWithHead(line->text, work.rules, StripDiacritics);
  };
  // "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO,": a whole name, behind which a speck was read as a comma.
  const auto without_comma = [&](const std::string& text) {
    const std::string name = text.ends_with(',') ? Normalise(text.substr(0, text.size() - 1)) : "";
    return !name.empty() && work.agencies.IsRegistered(name) ? name : text;
  };
  for (const ViewLine* line : AgencyLines(work, lines, limit)) {
    const bool starts =
        groups.empty() ||
        (!EndsName(line->text) && !IsOfficer(join(groups.back()), work.rules) && (StartsWithHead(line->text, work.rules) || below_superior(groups.back(), line)) &&
         !Dangling(without_comma(join(groups.back())), work.rules) && !is_one_name(groups.back(), line));
    if (starts) groups.emplace_back();
    groups.back().push_back(line);
  }
  if (groups.empty()) return;
  for (const auto& group : groups) MendPlaceByLetterhead(work, join(group));
  std::string printed = WithNameOfPlace(work.document.place.value_or(""), join(groups.back()));
  std::string parent = groups.size() > 1 ? without_comma(join(groups[groups.size() - 2])) : "";
  printed = WithLostHead(work, printed);
  const size_t branch = parent.empty() ? BranchOf(groups.back(), work.rules) : 0;
  if (branch > 0) {
    const auto begin = groups.back().begin() + static_cast<std::ptrdiff_t>(branch);
    parent = join({groups.back().begin(), begin});
    printed = join({begin, groups.back().end()});
  }
  const PlaceContext seat = work.agencies.PlaceOf("", "", work.document.place.value_or(""));
  for (std::string* line : {&printed, &parent}) {
    if (const auto respaced = line->empty() ? std::nullopt : work.agencies.Respaced(*line, seat)) *line = *respaced;
  }
  const bool one_line = parent.empty() && SplitSuperior(work, printed, parent);
  work.place = work.agencies.PlaceOf(printed, parent, work.document.place.value_or(""));
  const auto resolve = [&](const std::string& text, const std::string& above) {
    Agency agency = work.agencies.ResolveIssuer(text, above, work.place);
    agency.printed = WithMarksOf(agency.name, agency.printed);
    return agency;
  };
  work.document.issuer = resolve(printed, parent);
  AddAgencyEvidence(work, "issuer", groups.back(), *work.document.issuer);
  if (!parent.empty()) {
    const bool central = work.rules.First("central_superior", printed + " | " + parent).has_value();
    work.document.parent_issuer = central ? work.agencies.ResolveIssuer(parent, "", {}) : resolve(parent, "");
    AddAgencyEvidence(work, "parent_issuer", groups[groups.size() - (one_line || branch > 0 ? 1 : 2)], *work.document.parent_issuer);
  }
}

}  // namespace trichluc
