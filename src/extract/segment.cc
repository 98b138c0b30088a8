// Where documents begin in a file: most files hold one; bundles hold a covering letter and what it forwards.
#include <algorithm>

#include "extract/context.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.45;    // a letterhead stands in this upper part of its page
constexpr double kMottoPart = 0.25;   // the motto (Quốc hiệu) even higher
constexpr double kAgencyPart = 0.2;   // and the agency's lines
constexpr double kLineGap = 0.04;     // between lines of one agency
constexpr double kTitlePart = 0.3;    // the title of a form without number and date
constexpr double kMiddle = 0.12;      // a centred line's centre is so near the page's
constexpr size_t kAgencyLines = 5;
constexpr double kMisread = 0.25;     // letters of one agency that may differ on two pages

// What of a letterhead the upper part of the page shows. `form`: a specimen ("Mẫu số 01") or an annex that happens to
// show a letterhead; `note`: whose annex it is; `copy`: SAO Y and the like above number and date, which are the copy's.
struct Signs {
  bool motto = false, number = false, date = false, form = false, note = false, title = false, copy = false;
  std::vector<std::string> agency;  // lines at the left
};

bool IsCapitals(const std::string& text) { return Length(text) >= 3 && IsUpper(text); }

bool StandsLeft(const ViewLine& line) { return line.column == BlockColumn::kLeft && line.Centre() < 0.5; }

// Lines of capitals at the top of the left column.
std::vector<std::string> AgencyLines(const PageView& page, const RuleSet& rules) {
  std::vector<std::string> lines;
  double bottom = 0;
  for (const ViewLine& line : page.lines) {
    if (!StandsLeft(line) || line.top > kAgencyPart) continue;
    if (lines.empty() ? !IsCapitals(line.text) : !IsCapitals(line.text) || line.top - bottom > kLineGap) {
      if (!lines.empty()) break;
      continue;
    }
    if (lines.size() >= kAgencyLines || rules.First("number", line.text)) break;
    lines.push_back(line.text);
    bottom = line.bottom;
  }
  return lines;
}

Signs Look(const PageView& page, const RuleSet& rules) {
  Signs signs;
  double copy_top = kHeadPart + 1, number_top = copy_top;
  signs.agency = AgencyLines(page, rules);
  for (const ViewLine& line : page.lines) {
    if (line.top > kHeadPart) continue;
    if (rules.First("letterhead_annex_note", line.text)) signs.note = true;
    if (line.top > page.first_grid_top) continue;
    if (!signs.motto && !signs.number && rules.First("annex_start", line.text)) signs.form = true;
    if (line.top < kMottoPart && rules.First("motto", line.text)) signs.motto = true;
    if (const auto mark = rules.Full("document_mark", line.text); mark && mark->Get("flag") == "copy") copy_top = std::min(copy_top, line.top);
    if (rules.First("number", line.text)) {
      signs.number = true;
      number_top = std::min(number_top, line.top);
    }
    if (rules.First("issue_date", line.text)) signs.date = true;
    const bool centred = !StandsLeft(line) && line.Centre() > 0.5 - kMiddle && line.Centre() < 0.5 + kMiddle;
    if (line.top < kTitlePart && centred && IsCapitals(line.text)) signs.title = true;
  }
  signs.copy = copy_top < number_top;
  return signs;
}

// An agency's name, not a place to write one in ("TTYT/BVĐK…….", "TÊN ĐƠN VỊ").
bool IsAgency(const std::vector<std::string>& lines, const RuleSet& rules) {
  const auto is = [&](const char* set) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return rules.First(set, line).has_value(); });
  };
  return is("letterhead_agency") && !is("letterhead_blank");
}

std::string Letters(const std::vector<std::string>& lines) {
  std::string letters;
  for (const std::string& line : lines) {
    for (const char c : FoldKey(line)) {
      if (c != ' ' && c != '.' && c != ',' && c != '-') letters += c;
    }
  }
  return letters;
}

bool SameAgency(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::string one = Letters(a), other = Letters(b);
  if (one.find(other) != std::string::npos || other.find(one) != std::string::npos) return true;
  const double length = static_cast<double>(std::max(Length(one), Length(other)));
  return static_cast<double>(EditDistance(one, other)) <= kMisread * length;
}

// `before`: the signs of the page that began the document so far.
bool Begins(const Signs& signs, const Signs& before, const RuleSet& rules) {
  if (signs.form) return false;
  if (signs.note && !signs.number) return false;
  if (signs.copy && !signs.motto) return false;  // what certifies a copy, on a page of its own
  if ((signs.motto && (signs.number || signs.date)) || (signs.number && signs.date)) return true;
  // Number and date unread or absent: the letterhead of another agency.
  if (signs.agency.empty() || before.agency.empty() || SameAgency(signs.agency, before.agency)) return false;
  if (!IsAgency(signs.agency, rules)) return false;
  return signs.motto || (signs.agency.size() >= 2 && signs.title);
}

}  // namespace

std::vector<std::pair<size_t, size_t>> SplitDocuments(const std::vector<PageView>& pages, const RuleSet& rules) {
  std::vector<std::pair<size_t, size_t>> documents;  // first and last page, as indices
  Signs first;
  for (size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].blank) continue;
    const Signs signs = Look(pages[i], rules);
    if (documents.empty() || Begins(signs, first, rules)) {
      documents.emplace_back(i, i);
      first = signs;
    } else {
      documents.back().second = i;
    }
  }
  return documents;
}

}  // namespace trichluc
