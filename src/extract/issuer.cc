#include "extract/issuer.h"

#include <algorithm>

#include "extract/agency_names.h"
#include "extract/issue_lines.h"
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

// Agency lines: left of the middle, above the limit, at the height of the motto.
std::vector<const ViewLine*> AgencyLines(const Work& work, const std::vector<const ViewLine*>& lines,
                                         const ViewLine* limit) {
  std::vector<const ViewLine*> agency;
  if (limit == nullptr) return agency;
  for (const ViewLine* line : lines) {
    if (line == limit || line->bottom > limit->bottom - 0.3 * limit->Height()) continue;
    if (line->Centre() > 0.5 || line->column == BlockColumn::kRight) continue;
    if (work.rules.First("motto", line->text) || work.rules.First("not_agency", line->text)) continue;
    if (!IsUpper(line->text)) continue;  // typed remarks and stamps are not in capitals
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
    if (Dangling(above, work.rules)) continue;
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

// "… THÀNH PHỐ HỒ CHÍ MINII", given at "TP. Hồ Chí Minh" → "… HỒ CHÍ MINH": an agency's name often ends with the place where
// it sits, and the two repair each other.
std::string WithPlaceOf(const std::string& place, const std::string& printed) {
  for (size_t at = 0; at != std::string::npos; at = place.find(' ', at + 1)) {
    if (place.substr(at, place.find(' ', at + 1) - at).find('.') != std::string::npos) continue;  // "TP." is printed in full
    const std::string name = ToUpper(Normalise(place.substr(at)));
    const size_t length = Length(name), limit = length / 5;
    if (name.find(' ') == std::string::npos || limit == 0) break;
    const std::u32string letters = ToCodePoints(printed);
    for (size_t tail = length - limit; tail <= std::min(length + limit, letters.size() - 1); ++tail) {
      if (letters[letters.size() - tail - 1] != U' ') continue;
      const std::string end = FromCodePoints(letters.substr(letters.size() - tail));
      if (FoldKey(end) == FoldKey(name)) return printed;
      if (EditDistance(StripDiacritics(end), StripDiacritics(name), limit) > limit) continue;
      return FromCodePoints(letters.substr(0, letters.size() - tail)) + name;
    }
  }
  return printed;
}

// "Nông Cổng" under "… HUYỆN NÔNG CỐNG" → "Nông Cống", "Tiên Hải" under "HUYỆN TIỀN HẢI" → "Tiền Hải": where the letterhead says
// a unit with its kind and the place's letters, and not the place. "Chữ số" under "HUYỆN ỦY CHƯ SÊ" → "Chư Sê": a place that lost
// its capitals takes the unit at the end of the letterhead that is a letter away.
void MendPlace(Work& work, const std::string& letterhead) {
  if (!work.document.place) return;
  const std::string place = *work.document.place, letters = StripDiacritics(place), head = " " + LooseKey(letterhead) + " ";
  const auto says = [&](const std::string& name) { return head.find(" " + LooseKey(name) + " ") != std::string::npos; };
  if (says(place)) return;
  constexpr size_t kLongEnough = 5;  // letters
  const bool unknown = letters.size() >= kLongEnough && HasLostCapital(place);
  const UnitEntry* found = nullptr;
  for (const UnitEntry& unit : work.rules.units()) {
    const bool same = unit.bare == letters && says(unit.kind + " " + unit.name);
    const bool near = unknown && found == nullptr && EditDistance(unit.bare, letters, 1) <= 1 && head.ends_with(" " + LooseKey(unit.name) + " ");
    if (same || near) found = &unit;
  }
  if (found == nullptr) return;
  for (Evidence& evidence : work.document.evidence) {
    if (evidence.field == "place") evidence.rule += ".letterhead";
  }
  work.document.place = found->name;
}

}  // namespace

void ReadIssuer(Work& work, const std::vector<const ViewLine*>& lines, const ViewLine* limit) {
  std::vector<std::vector<const ViewLine*>> groups;
  auto join = [](const std::vector<const ViewLine*>& group) {
    std::string text;
    for (const ViewLine* line : group) text += (text.empty() ? "" : " ") + line->text;
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
  for (const ViewLine* line : AgencyLines(work, lines, limit)) {
    const bool starts =
        groups.empty() ||
        (!EndsName(line->text) && !IsOfficer(join(groups.back()), work.rules) && (StartsWithHead(line->text, work.rules) || below_superior(groups.back(), line)) &&
         !Dangling(groups.back().back()->text, work.rules) && !is_one_name(groups.back(), line));
    if (starts) groups.emplace_back();
    groups.back().push_back(line);
  }
  if (groups.empty()) return;
  for (const auto& group : groups) MendPlace(work, join(group));
  std::string printed = WithPlaceOf(work.document.place.value_or(""), join(groups.back()));
  std::string parent = groups.size() > 1 ? join(groups[groups.size() - 2]) : "";
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
  AddEvidence(work.document, "issuer", groups.back(), "header.issuer", 0.95);
  if (!parent.empty()) {
    work.document.parent_issuer = resolve(parent, "");
    AddEvidence(work.document, "parent_issuer", groups[groups.size() - (one_line ? 1 : 2)], "header.parent_issuer", 0.95);
  }
}

}  // namespace trichluc
