#include "learn.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "repair/tokens.h"
#include "text/text.h"

namespace trichluc::repair {
namespace {

using Pair = std::pair<char32_t, char32_t>;  // printed, read; 0: none

// Letters that stand in each other's place, the fewest that differ; a letter and its marks are nearer than
// two letters.
void AlignLetters(const std::u32string& printed, const std::u32string& read, std::map<Pair, int>* taken) {
  const size_t n = printed.size(), m = read.size();
  const auto bare = [](char32_t c) { return StripDiacritics(FromCodePoints({c})); };
  const auto change = [&](char32_t a, char32_t b) { return a == b ? 0.0 : bare(a) == bare(b) ? 0.5 : 1.0; };
  std::vector<std::vector<double>> cost(n + 1, std::vector<double>(m + 1));
  for (size_t i = 0; i <= n; ++i) {
    for (size_t j = 0; j <= m; ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = static_cast<double>(i + j);
      } else {
        cost[i][j] = std::min({cost[i - 1][j - 1] + change(printed[i - 1], read[j - 1]), cost[i - 1][j] + 1,
                               cost[i][j - 1] + 1});
      }
    }
  }
  for (size_t i = n, j = m; i > 0 || j > 0;) {
    if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + change(printed[i - 1], read[j - 1])) {
      --i, --j;
      if (printed[i] != read[j]) ++(*taken)[{printed[i], read[j]}];
    } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
      ++(*taken)[{printed[--i], 0}];
    } else {
      ++(*taken)[{0, read[--j]}];
    }
  }
}

constexpr double kUpTo[] = {0.3,  0.5,  0.6,  0.7,  0.75, 0.8,  0.84,  0.87, 0.89, 0.9,
                            0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.965, 0.97, 1};

std::string Field(char32_t letter) { return letter == 0 ? "" : FromCodePoints({letter}); }

}  // namespace

std::string LearnConfusions(const std::vector<Proof>& proofs) {
  std::map<char32_t, int> seen;
  std::map<Pair, int> taken;
  std::map<double, std::pair<int, int>> sure;  // wrong, all
  for (const double upper : kUpTo) sure[upper] = {0, 0};
  for (const Proof& proof : proofs) {
    for (size_t i = 0; i < proof.truth.size(); ++i) {
      const std::string printed = SplitWord(proof.truth[i]).core,
                        read = SplitWord(proof.reading.words[i].text).core;
      if (!IsLetters(printed) || !IsLetters(read)) continue;
      const std::u32string a = ToCodePoints(FoldKey(printed)), b = ToCodePoints(FoldKey(read));
      for (const char32_t letter : a) ++seen[letter];
      auto& [wrong, all] =
          sure.lower_bound(std::min(1.0, static_cast<double>(proof.reading.words[i].confidence)))->second;
      ++all;
      if (a == b) continue;
      ++wrong;
      if (EditDistance(FoldKey(printed), FoldKey(read), 2) <= 2) AlignLetters(a, b, &taken);
    }
  }
  std::string out =
      "# Letters that the engine takes for each other, and how often it is wrong when it says it is so sure. "
      "Made by\n# trichluc-repair learn (tools/repair) from pages of text that is in no count; "
      "format: src/repair/confusions.h.\n";
  for (const auto& [letter, count] : seen) {
    if (count > 0) out += fmt::format("seen\t{}\t{}\n", Field(letter), count);
  }
  for (const auto& [pair, count] : taken)
    out += fmt::format("read\t{}\t{}\t{}\n", Field(pair.first), Field(pair.second), count);
  for (const auto& [upper, counts] : sure)
    out += fmt::format("sure\t{}\t{}\t{}\n", upper, counts.first, counts.second);
  return out;
}

}  // namespace trichluc::repair
