// Boxes around the connected pieces of ink on a page.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// `grey`: dark ink on light paper. In no order that means anything; empty for an empty image.
std::vector<Box> InkBoxes(const Image& grey);

}  // namespace trichluc
