// Taking a stamp off a page that print crosses.
#pragma once

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// White over what lies wholly inside; print that a frame was stamped over reaches beyond. `coloured`: the stamp's own print is not in
// the image any more, so that letters inside that go on with a line of print beside it are that line's.
void EraseInside(Image& image, const Box& box, bool coloured = false);

}  // namespace trichluc
