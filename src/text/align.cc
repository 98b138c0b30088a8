#include "text/align.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {

std::vector<std::pair<char32_t, char32_t>> AlignLetters(std::string_view truth, std::string_view read) {
  const std::u32string is = ToCodePoints(truth), was = ToCodePoints(read);
  const size_t n = is.size(), m = was.size();
  std::vector<std::vector<size_t>> cost(n + 1, std::vector<size_t>(m + 1));
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      cost[i][j] = i == 0 || j == 0 ? i + j
                                    : std::min({cost[i - 1][j - 1] + (is[i - 1] != was[j - 1]),
                                                cost[i - 1][j] + 1, cost[i][j - 1] + 1});
    }
  }
  std::vector<std::pair<char32_t, char32_t>> steps;
  for (size_t i = n, j = m; i > 0 || j > 0;) {
    if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (is[i - 1] != was[j - 1])) {
      --i, --j;
      steps.emplace_back(is[i], was[j]);
    } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
      steps.emplace_back(is[--i], U'-');
    } else {
      steps.emplace_back(U'-', was[--j]);
    }
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace trichluc
