// Rows of one column → blocks: paragraphs, headings, titles, lists, footnotes.
#pragma once

#include <vector>

#include "layout/bands.h"
#include "layout/rows.h"

namespace trichluc {

// A block as indices into the rows, which are in reading order.
using RowGroup = std::vector<size_t>;

struct PageFrame {
  Interval area;
  double em = 0;     // of the page
  double pitch = 0;  // usual distance of baselines in running text
  int height = 0;    // of the page
};

// The usual distance of baselines, from rows that fill the text's width.
double UsualPitch(const std::vector<PrintRow>& rows, const Interval& area, double em);

// Rows over the full width: a paragraph is told by its indent, by the short last line above it, by space, by
// size, by its mark (`-`, `a)`, `Điều 5.`). Consecutive centred lines are one block; page numbers and
// footnotes their own.
std::vector<RowGroup> GroupBody(const std::vector<PrintRow>& rows, const PageFrame& frame);

// Rows of one column of a letterhead or signature block: what stands close below and has the same size goes
// together. Something that stands beside (a stamp's lines) is a group of its own.
std::vector<RowGroup> GroupColumn(const std::vector<PrintRow>& rows, const PageFrame& frame);

}  // namespace trichluc
