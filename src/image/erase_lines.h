// Taking ruling lines off a grey page.
#pragma once

#include "image/lines.h"
#include "model/image.h"

namespace trichluc {

// Paints the lines white, with the grey seam beside them. Where a stroke of a letter crosses a line, ink
// stands on both sides of it: there the line is left, so that the letter stays whole.
void EraseHorizontal(Image& grey, const RuledLine& line);
void EraseVertical(Image& grey, const RuledLine& line);

}  // namespace trichluc
