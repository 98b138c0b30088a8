// Where a page has two columns: the letterhead and the signature block (Nghị định 30/2020/NĐ-CP, annex I:
// components 1–4 and 5b, 7 and 9b). The body never has; a table without rules is read row by row.
#pragma once

#include <vector>

#include "layout/rows.h"

namespace trichluc {

// Runs of words that no horizontal cut divides: a line of the body, or several lines of two columns that do
// not stand level with each other.
struct PrintBand {
  std::vector<PrintRow> runs;  // stretches without a gap
  Box box;
  double Top() const;
  double Baseline() const;  // of the lowest run
};

// Left and right edge of the body text.
struct TextArea {
  double left = 0, right = 0;
  double Centre() const { return (left + right) / 2; }
  double Width() const { return right - left; }
};

// bands[first..last] are two columns, parted by the empty strip between gutter_left and gutter_right.
struct ColumnZone {
  size_t first = 0, last = 0;
  double gutter_left = 0, gutter_right = 0;
};

std::vector<PrintBand> MakeBands(const std::vector<Word>& words, double em);
// From the lines that fill it; a page with few of them has its tables' edges, or the usual margins.
TextArea MeasureTextArea(const std::vector<PrintBand>& bands, const Box& tables, int page_width, double em);

// Top to bottom, without overlap.
std::vector<ColumnZone> FindColumnZones(const std::vector<PrintBand>& bands, const TextArea& area,
                                        int page_height, double em);

// The gap between two words of one row is part of a form that was (not) filled in by hand, as in `Số:
// /KH-UBND` or `ngày     tháng 5 năm 2021`: no column begins there.
bool IsFillInGap(const Word& left, const Word& right);

}  // namespace trichluc
