// Connected pieces of ink in a crop.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

struct Piece {
  Box box;  // in the crop
  int pixels = 0;
};

// Pieces of pixels darker than the paper by a third of the way to the darkest ink (8 neighbours), left to
// right; `label` of a pixel is its piece's index, -1 for paper.
struct Pieces {
  std::vector<Piece> pieces;
  std::vector<int> label;
};
Pieces FindPieces(const Image& grey);

}  // namespace trichluc
