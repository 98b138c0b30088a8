// Row numbers as printed labels: never keys, but they say how rows stand to each other.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rules/rules.h"
#include "text/text.h"

namespace trichluc {

constexpr double kUnnumberedRank = 1.5;
constexpr double kArabicRank = 3;

// How deep a number of this style usually stands: A 1, I 2, 1 3, 1.1 4, 1.1.1 5, a) 6; 0 for none. By the
// rules of the set "row_number", which give `rank`.
double RankOfNumber(const RuleSet& rules, const std::string& no);

// "2", "02." → 2; 0 for what is no such number.
int FigureOf(const std::string& no);

// What a number below `head` must have been: of "2", "21", "22" the dots were lost, "4)" before "b)" was
// "a)". The number as it is when nothing speaks for another. `ordinal` counts the rows below `head` from 1,
// `after` is the next number.
std::string RepairSubNumber(const std::string& head, int ordinal, const std::string& no,
                            const std::string& after);

// "5.1", "35", "I1" where "3.1", "3.3", "1.1" must stand: what differs from the number in at most one figure. As it is else, and where
// it is another number of the same head.
std::string RepairDotted(const std::string& head, int ordinal, const std::string& no);

// A lone 1 is often read as I, which would be a section's number ("misread_one"): where the next row of work
// has number 2, `after`, it was a 1. The number as it is when nothing speaks for that.
std::string RepairOne(const RuleSet& rules, const std::string& no, const std::string& after);

// A cell that holds no number, or a figure from elsewhere, between two rows whose numbers leave room for one: "6", "ý", "8" → "7";
// "1", "5", "3" → "2"; "b", "6", "d" → "c". Else as it is, as are numbers given twice ("1", "1", "3").
std::string RepairBetween(const RuleSet& rules, const std::string& before, const std::string& no, const std::string& after);

// "b", "C" → "c": a letter in the case of the one before it, where it is the next. Else as it is.
// "8" behind "8" and before "10" → "9", "5" as the last behind "2" → "3": a figure that looks like the one that belongs there. `after` is
// empty behind the last of a run.
std::string RepairAlike(const std::string& before, const std::string& no, const std::string& after);

std::string RepairLetter(const std::string& before, const std::string& no);

// The label behind "A" or "II": "B", "III"; "" behind others, and behind D, which Đ or E may follow.
std::string NextHead(const std::string& head);
// Whether a heading marked `next` may stand behind one marked `head`: as NextHead, and behind D the letters of offices that write Đ and of
// those that write F.
bool FollowsHead(const std::string& head, const std::string& next);

// Whether a label comes right behind another of its kind: "b" behind "a", "đ" behind "d", "3" behind "2".
bool FollowsLabel(const std::string& label, const std::string& next);

// "4" introduces "4.1" and "4a".
bool IntroducesNumber(const std::string& no, const std::string& next);

// The open section titles, outermost first.
class SectionStack {
 public:
  // `shape`: where a section row's title stands (column and width; wider is more), 0 when not known. A row
  // whose number was lost is a sibling of the rows of its shape. `below`: right below another section row;
  // without a number and no wider than that it stands under it. A colon that introduces what stands below, and a
  // speck behind the title read as a dash, are no part of it.
  void Open(double rank, std::string title, int shape = 0, bool below = false) {
    while (title.ends_with(':') || title.ends_with(' ') || title.ends_with(" -")) title.pop_back();
    const bool greater = !open_.empty() && IsUpper(title) && !IsUpper(open_.back().title);  // "QUÝ II" under "Hội nghị Ban Chấp hành"
    const bool nests = below && rank == kUnnumberedRank && !open_.empty() && open_.back().shape != shape && !greater &&
                       shape / kShapeOfWidth <= open_.back().shape / kShapeOfWidth;
    if (nests) {
      open_.push_back({open_.back().rank + 0.4, title, shape});
      return;
    }
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

  static constexpr int kShapeOfWidth = 64;  // shape = 1 + kShapeOfWidth * width + column, kOfCapitals more for a title in capitals
  static constexpr int kOfCapitals = kShapeOfWidth / 2;
  static int ShapeOf(int width, int column, const std::string& title) {
    return 1 + kShapeOfWidth * width + std::clamp(column, 0, kOfCapitals - 2) + (IsUpper(title) ? kOfCapitals : 0);
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
