// Where on a page clerks write: between "Số:" and "/SYMBOL", "ngày" and "tháng", "tháng" and "năm". The
// printed neighbours lead there, also where recognition made junk of the figures, or ran them together with a
// neighbour: widths of Times New Roman at the page's type size then tell where the neighbour ends (13 to 14
// pt; Nghị định 30/2020/NĐ-CP, annex I).
#pragma once

#include <string>
#include <vector>

#include "hand/reader.h"
#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// One spot. `span` reaches from neighbour to neighbour, a little into both, and above and below the line as
// far as handwriting goes; `left` and `right` are the printed neighbours' edges (a number's right one lies
// behind its slash); `em` the type size and `base` the base line, pixels.
struct HandSpot {
  std::string kind;  // "number", "day", "month"
  Box span;
  int left = 0, right = 0, base = 0;
  double em = 0;
  int slash = -1;  // where the symbol's slash should begin; -1: not known
};

// Spots in the upper part of the page, number lines and date lines from top to bottom; at most `kMostSpots`.
constexpr int kMostSpots = 9;
std::vector<HandSpot> FindHandSpots(const PageReading& reading);

// The crop of a spot that holds the figures and as little else as can be told: pieces of ink that stand with
// the neighbours or the lines above and below are white. `box` is where it stands on the page; empty when the
// spot holds no ink. `typeset`: see HandReading.
struct FigureCrop {
  Image crop;
  Box box;
  double typeset = 0;
};
FigureCrop CutFigures(const HandSpot& spot, const Image& upright);

// All of it: spots found, cut and read.
std::vector<HandReading> ReadHand(const PageReading& reading, const Image& upright, const HandReader& reader);

}  // namespace trichluc
