// Was a row cut by the page break?
//
// The lower page's first row either is the rest of the upper page's last row or a row of its own. No single
// sign decides: a number cell may be empty because the number was not recognised, because it spans several
// rows, or because the row is the rest of another. What is weighed:
//
//   - a number in its number cell: a row of its own; so do numbers around that leave a place for one more
//   - a cell goes on below only if its upper part is full to the rule: room for another line there, or for
//     the next word on its last line, means that it is complete
//   - text going on in small letters, after a comma or `và`, closing a bracket; or beginning anew with a
//     capital
//   - a cell that was empty above does not begin below; a cell that is usually filled is empty below
//   - the rule that closes the upper part, or opens the lower one, is not drawn
//   - the same text again ("Quý II/2022" twice) is another row's
#pragma once

#include <string>
#include <vector>

#include "tables/draft.h"

namespace trichluc {

// What is known of the table's columns.
struct ColumnHabits {
  int number = -1;              // the column of numbers, -1 without one
  std::vector<double> filled;   // share of rows with text in this column
  std::vector<double> spanned;  // share of rows where a cell from above goes on
  std::vector<double> length;   // usual length of the text in bytes
};

ColumnHabits MeasureHabits(const std::vector<const std::vector<DraftRow>*>& parts);

// Weighs the text of one cell in both parts: above 0 the lower text goes on with the upper one.
double TextGoesOn(const DraftCell& upper, const std::string& above, const DraftCell& lower);

// What stands below a page break.
struct BelowBreak {
  const DraftRow* row = nullptr;        // the lower page's first row
  const DraftRow* following = nullptr;  // the one after it, if any
  bool open = false;                    // the rule that closes the upper or opens the lower part is missing
};

// Above 0: the row below the break goes on with rows.back(). `why`, when given, gets a line for each sign.
double CutScore(const std::vector<DraftRow>& rows, const BelowBreak& below, const ColumnHabits& habits,
                std::string* why = nullptr);

}  // namespace trichluc
