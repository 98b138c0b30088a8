// The numbers of a table's rows, mended from each other, and what tells a row of work from a heading. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/columns.h"
#include "extract/expanded_table.h"
#include "extract/numbering.h"
#include "rules/rules.h"

namespace trichluc {

struct RowNumber {
  std::string no, title;  // title: of a section row whose number stands in the same cell
  double rank = 0;        // RankOfNumber
};

// All it is given must outlive it.
class RowNumbers {
 public:
  RowNumbers(const RuleSet& rules, const Expanded& table, const ColumnMeanings& meanings);

  const RowNumber& Of(size_t row) const { return numbers_[row]; }
  // Says who does it, by when, or with what result: a row of work.
  bool HasWho(size_t row) const;

  // The widest cell that starts in this row: how many columns it covers and where; {0, -1} for none.
  std::pair<int, int> Widest(size_t row) const;
  // Strokes that stand for nothing fill no cell.
  static bool Says(const std::string& text);

 private:
  bool IsLoneTitle(size_t row) const;
  std::string Text(size_t row, const char* meaning) const { return table_.Text(row, meanings_.Of(meaning)); }
  RowNumber ReadNumber(size_t row) const;
  void ReadSectionInContent(size_t row, RowNumber& item) const;
  void WithDots(RowNumber& item) const;
  void Renumber(size_t row, const std::string& no);
  void DropSpeck(size_t row);
  void RepairFirst(size_t row);
  bool GoesOnFromHead(size_t row) const;
  void RepairMiddle(size_t row);
  void RepairEndOfLetters(size_t row);
  bool IsDoubtful(size_t row) const;
  void RepairHead(size_t row);
  void RepairBelow(size_t head);
  void RepairHeads();
  void RepairDotted();

  const RuleSet& rules_;
  const Expanded& table_;
  const ColumnMeanings& meanings_;
  std::vector<RowNumber> numbers_;  // of each row
};

}  // namespace trichluc
