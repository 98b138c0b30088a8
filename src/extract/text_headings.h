// The headings above running text that assigns work. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "extract/numbering.h"
#include "rules/rules.h"

namespace trichluc {

class TextHeadings {
 public:
  // `concludes`: the document tells what a meeting decided, so that "Nhiệm vụ trọng tâm tháng 6" shares work out, too.
  TextHeadings(const RuleSet& rules, bool concludes) : rules_(rules), concludes_(concludes) {}

  // As RankOfNumber; an article of a decision ("Điều 2") stands above its clauses.
  double RankOf(const std::string& no) const;

  void Open(const std::string& no, const std::string& title);
  // "Chương II" above articles; `rank`: above those of all numbers.
  void OpenChapter(double rank, const std::string& title);
  // "PHÂN CÔNG THỰC HIỆN", without a number.
  void OpenCapitals(const std::string& title) { OpenChapter(kUnnumberedRank, title); }
  void CloseFor(double rank) { sections_.CloseFor(rank); }
  // Whether it is the next figure right behind an open heading of its kind.
  bool Follows(const std::string& no) const;
  // Numbered work: "4. Các chủ đầu tư: …" goes on behind "3. Về bồi thường" and what stands below it, "1. Giao Sở X …" stands below.
  // An article ends the one before.
  void Pass(const std::string& no);
  // An annex begins.
  void Clear();

  // "… kết luận như sau:" stands above: what follows is asked for, under whatever heading.
  void HearOpening() { asked_below_ = true; }
  // Whether a rule of this set matches one of the headings above, or the document asks for what stands below.
  bool IsUnder(const std::string& set) const;
  // Whether what stands below the innermost heading was found or decided before, or only says how.
  bool Tells() const;
  std::vector<std::string> Titles() const { return sections_.Titles(); }

 private:
  bool ShowsHow() const;  // one of them is "PHƯƠNG PHÁP KIỂM TRA" or the like

  const RuleSet& rules_;
  const bool concludes_;
  SectionStack sections_;
  bool asked_below_ = false;
  int figure_ = 0;       // of the open heading that a figure numbers; 0: none is open
  int last_ = 0;         // the figure of the last numbered paragraph
  bool inner_ = false;   // figures began again below that heading
};

}  // namespace trichluc
