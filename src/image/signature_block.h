// The block around a round seal: authority and title above it, the name below, a signature across all of it
// (Nghị định 30/2020/NĐ-CP, annex I, components 7 and 8).
#pragma once

#include <vector>

#include "image/seal_network.h"
#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

struct PrintLine {
  Box letters;  // around the letters that nothing touches
  Box row;      // with their marks, and as far to either side as hidden letters may stand
  double degrees = 0;  // how far the line is turned clockwise: stamped names seldom lie level
};

struct SignatureBlock {
  Image letters;  // the block with the seal's ring and middle taken off, and all that hangs together wider than letters do
  Image print;    // and with what of that crosses a line of print left
  // As `print`, and of what hangs together with letters what is thinner than they are is off, too; empty where nothing is.
  Image no_pen;
  // As `print`, and where the title reaches further into a seal that no tone tells from print, it is whole, with what of the seal's
  // letters lies beside it; empty where it does not.
  Image whole_title;
  // As `print`, and below the seal's middle, where the name stands, as it was given: what of the seal crosses a name is thin, and taking
  // it off takes letters along; where a network took it off, above the middle less that may be the seal's. Empty where a tone tells seal from print.
  Image sealed;
  std::vector<PrintLine> lines;  // top to bottom; may be none
};

// `block`, `seal`: pixels of the block; the seal may reach beyond it. A line of print is told by letters beside the
// seal that nothing touches; along such a line what hangs together with the signature stays as well, since letters
// that the pen or a stamp touches hang together with it.
// `one_ink`: print and seal are of one tone (all of it red), so that no tone tells them apart.
SignatureBlock WithoutSeal(const Image& block, const Box& seal, bool one_ink = false);

// The same where the seal is off already: of what hangs together wider than letters, the signature, only what crosses a line of print is left.
SignatureBlock WithoutPen(const Image& block, const Box& seal);

// The same for a black seal that a network tells from print (image/seal_network.h), with what it took for pens: letters tell of lines
// also where the seal was. `page`: with the seal on it; `block`: of the page.
SignatureBlock WithoutSeal(const Image& page, const Box& block, const TakenSeal& seal);

// A line's row, turned level about its middle.
Image CutLevel(const Image& block, const PrintLine& line);

}  // namespace trichluc
