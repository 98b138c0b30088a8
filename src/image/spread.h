// Two pages of A4 that lie side by side on one sheet of A3.
#pragma once

#include <optional>

#include "model/image.h"

namespace trichluc {

struct Spread {
  Image left, right;  // halves of the sheet, turned upright with it
  int turned = 0;     // 0, 90, 180, 270: clockwise turn of the content that was undone
};

// Parts a sheet of the size of A3 (by its dpi) that lies in landscape once its print is upright and is white
// down its middle, where the inner margins of two pages meet: titles, page numbers, lines and rules of a
// single page cross it. Specks and a fold may lie there. Nothing for any other page.
std::optional<Spread> PartSpread(const Image& page);

}  // namespace trichluc
