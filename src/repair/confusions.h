// Which letters the engine takes for which, and how often a word is wrong at which confidence: learned from
// its own errors by tools/repair, kept in rules/repair/confusions.tsv.
//
//   seen   T        COUNT   the letter T was printed so often
//   read   T  R     COUNT   and so often it was read as R; T empty: R was read where nothing stood, R empty:
//   T was lost sure   C  WRONG WORDS   of so many words with a confidence up to C (and above the row before)
//   so many were wrong
//
// separated by tabs, folded letters (small, NFC), lines beginning with # apart.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace trichluc {

// Not thread-safe: chances of letters are remembered.
class Confusions {
 public:
  // Throws UsageError "path:line: what is wrong".
  explicit Confusions(const std::string& path);

  // Natural logarithm of the chance that `printed` is read as `read` (folded words): letters lost, added and
  // taken for others, the cheapest way. Below `least` the answer is any value below it.
  double LogChance(const std::u32string& printed, const std::u32string& read, double least) const;

  // Natural logarithm of wrong : right for words of this confidence (0..1).
  double LogOddsWrong(double confidence) const;

  // Letters without marks that were taken for each other (printed, read), "" for none: what else a word may
  // have been.
  const std::vector<std::pair<std::u32string, std::u32string>>& letters() const { return letters_; }

 private:
  double LogTaken(char32_t printed, char32_t read) const;
  double WorkOut(char32_t printed, char32_t read) const;

  std::map<char32_t, double> seen_;
  std::map<std::pair<char32_t, char32_t>, double> taken_;
  // Of letters that differ in their marks alone, by kind of change: how often it could have been, and was.
  std::map<int, double> could_, was_;
  std::vector<std::pair<std::u32string, std::u32string>> letters_;
  std::vector<std::pair<double, double>> sure_;  // upper confidence, log odds
  double all_ = 0;
  mutable std::unordered_map<uint64_t, double> worked_out_;
};

}  // namespace trichluc
