// Row numbers as printed labels: never keys, but they say how rows stand to each other.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

constexpr double kUnnumberedRank = 1.5;
constexpr double kArabicRank = 3;

// How deep a number of this style usually stands: A 1, I 2, 1 3, 1.1 4, 1.1.1 5, a) 6; 0 for none. By the rules of the
// set "row_number", which give `rank`.
double RankOfNumber(const RuleSet& rules, const std::string& no);

// "4" introduces "4.1" and "4a".
bool IntroducesNumber(const std::string& no, const std::string& next);

// The open section titles, outermost first.
class SectionStack {
 public:
  void Open(double rank, const std::string& title) {
    CloseFor(rank);
    open_.emplace_back(rank, title);
  }
  // Closes what a row of this rank cannot stand below. Rank 0 (no number) closes nothing.
  void CloseFor(double rank) {
    if (rank <= 0) return;
    while (!open_.empty() && open_.back().first >= rank) open_.pop_back();
  }
  std::vector<std::string> Titles() const {
    std::vector<std::string> titles;
    for (const auto& section : open_) titles.push_back(section.second);
    return titles;
  }

 private:
  std::vector<std::pair<double, std::string>> open_;
};

}  // namespace trichluc
