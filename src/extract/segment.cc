// Where documents begin in a file: most files hold one; bundles hold a covering letter and what it forwards.
#include "extract/context.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.45;   // a letterhead stands in this upper part of its page
constexpr double kMottoPart = 0.25;  // the motto (Quốc hiệu) even higher

struct Signs {
  bool motto = false, number = false, date = false, form = false;
};

// What of a letterhead the upper part of the page shows. `form`: a specimen ("Mẫu số 01") or an annex that happens to
// show a letterhead.
Signs Look(const PageView& page, const RuleSet& rules) {
  Signs signs;
  for (const ViewLine& line : page.lines) {
    if (line.top > kHeadPart || line.top > page.first_grid_top) continue;
    if (!signs.motto && !signs.number && rules.First("annex_start", line.text)) signs.form = true;
    if (line.top < kMottoPart && rules.First("motto", line.text)) signs.motto = true;
    if (rules.First("number", line.text)) signs.number = true;
    if (rules.First("issue_date", line.text)) signs.date = true;
  }
  return signs;
}

bool Begins(const PageView& page, const RuleSet& rules) {
  const Signs signs = Look(page, rules);
  if (signs.form) return false;
  return (signs.motto && (signs.number || signs.date)) || (signs.number && signs.date);
}

}  // namespace

std::vector<std::pair<size_t, size_t>> SplitDocuments(const std::vector<PageView>& pages, const RuleSet& rules) {
  std::vector<std::pair<size_t, size_t>> documents;  // first and last page, as indices
  for (size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].blank) continue;
    if (documents.empty() || Begins(pages[i], rules)) {
      documents.emplace_back(i, i);
    } else {
      documents.back().second = i;
    }
  }
  return documents;
}

}  // namespace trichluc
