// Taking a stamp off a page that print crosses.
#pragma once

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// White over what lies wholly inside; print that a frame was stamped over reaches beyond.
void EraseInside(Image& image, const Box& box);

}  // namespace trichluc
