// Words → rows of print, whatever order the words come in.
#pragma once

#include <vector>

#include "model/reading.h"

namespace trichluc {

// Words that stand on one baseline, from left to right.
struct PrintRow {
  std::vector<Word> words;
  Box box;
  double baseline = 0;
  double em = 0;  // font size in pixels

  // Of the small letters: neighbouring rows never overlap here.
  double Top() const { return baseline - 0.46 * em; }
};

// Rows, top to bottom. Superscripts and marks join the row beside them. A gap wider than `max_gap` pixels
// begins another row.
std::vector<PrintRow> ArrangeRows(const std::vector<Word>& words, double em, double max_gap);

// By baseline, level ones from left to right.
void SortRows(std::vector<PrintRow>& rows, double em);

PrintRow MakeRow(std::vector<Word> words, double em);

// The row cut between two words where cut(left word, right word) says so.
template <typename Cut>
std::vector<PrintRow> SplitRow(const PrintRow& row, const Cut& cut) {
  std::vector<PrintRow> parts;
  std::vector<Word> words;
  for (const Word& word : row.words) {
    if (!words.empty() && cut(words.back(), word)) {
      parts.push_back(MakeRow(words, row.em));
      words.clear();
    }
    words.push_back(word);
  }
  if (!words.empty()) parts.push_back(MakeRow(words, row.em));
  return parts;
}

}  // namespace trichluc
