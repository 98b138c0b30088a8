// A page cut horizontally: bands of print that no horizontal line divides, and the gaps in them.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "layout/rows.h"

namespace trichluc {

// A stretch of x positions, in pixels.
struct Interval {
  double left = 0, right = 0;
  double Width() const { return right - left; }
  double Middle() const { return (left + right) / 2; }
  Interval Common(const Interval& other) const {
    return {left > other.left ? left : other.left, right < other.right ? right : other.right};
  }
};

// A line of the body, or several lines of two columns that do not stand level with each other.
struct PrintBand {
  std::vector<PrintRow> runs;  // stretches without a gap
  Box box;

  double Top() const;       // of the small letters of the highest run
  double Baseline() const;  // of the lowest run
  bool Has(std::initializer_list<std::string_view> words) const;
  std::vector<Word> Words() const;
};

std::vector<PrintBand> MakeBands(const std::vector<Word>& words, double em);

// The empty stretches of a band wider than a blank; fill-in gaps are none.
std::vector<Interval> Gaps(const PrintBand& band, double em);
// The usual blank between words of the band, in pixels.
double UsualBlank(const PrintBand& band, double em);

// The gap between two words of one row is part of a form that was (not) filled in by hand, as in
// `Số:      /KH-UBND` or `ngày     tháng 5 năm 2021`: no column begins there. A slash is the number's only before a symbol and behind
// what can be a number: strokes of the pen before a title look like one.
bool IsFillInGap(const Word& left, const Word& right);

// Left and right edge of the body text: from the lines that fill it; a page with few of them has its tables'
// edges, or the usual margins.
Interval MeasureTextArea(const std::vector<PrintBand>& bands, const Box& tables, int page_width, double em);

}  // namespace trichluc
