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
  // `shape`: where a section row's title stands (column and width), 0 when not known. A row whose number was lost is a
  // sibling of the rows of its shape.
  void Open(double rank, const std::string& title, int shape = 0) {
    for (size_t i = 0; shape != 0 && i < open_.size(); ++i) {
      const bool lost = open_[i].rank == kUnnumberedRank || rank == kUnnumberedRank;
      if (open_[i].shape != shape || !lost) continue;
      rank = rank == kUnnumberedRank ? open_[i].rank : rank;
      open_.resize(i);
    }
    CloseFor(rank);
    open_.push_back({rank, title, shape});
  }
  // Closes what a row of this rank cannot stand below. Rank 0 (no number) closes nothing.
  void CloseFor(double rank) {
    if (rank <= 0) return;
    while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
  }
  std::vector<std::string> Titles() const {
    std::vector<std::string> titles;
    for (const Section& section : open_) titles.push_back(section.title);
    return titles;
  }

 private:
  struct Section {
    double rank;
    std::string title;
    int shape;
  };
  std::vector<Section> open_;
};

}  // namespace trichluc
