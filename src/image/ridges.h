// Faint lines: what is a little darker than what lies on both sides of it, over a long stretch.
#pragma once

#include "image/pix.h"

namespace trichluc {

// Bilevel mask of places where a page, averaged over 4 mm along the row, is darker than 0.7 mm above and
// below. Rules printed in light grey, dotted by a bad scan or broken by JPEG come out whole; letters mostly
// vanish in the average.
PixPtr HorizontalRidges(const Image& grey);

// Rows become columns.
Image Transpose(const Image& image);

}  // namespace trichluc
