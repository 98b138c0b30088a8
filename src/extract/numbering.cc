#include "extract/numbering.h"

#include <algorithm>

namespace trichluc {

double RankOfNumber(const RuleSet& rules, const std::string& no) {
  const std::optional<Match> match = rules.Full("row_number", no);
  if (!match) return 0;
  const double rank = std::stod(match->Get("rank"));
  return rank + static_cast<double>(std::count(no.begin(), no.end() - (no.empty() || no.back() != '.' ? 0 : 1), '.'));
}

bool IntroducesNumber(const std::string& no, const std::string& next) {
  std::string head = no;
  while (!head.empty() && (head.back() == '.' || head.back() == ')')) head.pop_back();
  if (head.empty() || next.size() <= head.size() || next.compare(0, head.size(), head) != 0) return false;
  const char after = next[head.size()];
  return after == '.' ? next.size() > head.size() + 1 : (after >= 'a' && after <= 'z');
}

}  // namespace trichluc
