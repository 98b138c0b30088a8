// Seals and signatures that lie over lines of a page. Private to the room.
#pragma once

#include "extract/context.h"

namespace trichluc {

// Whether a seal or a signature lies in a part of the page, `line`'s sides 0.04 of the page wider, from `top` to `bottom` (fractions of
// the page's height).
bool HasInk(const Work& work, const PageView& page, const ViewLine& line, double top, double bottom);

// It lies on the name of who signs, or right above.
bool UnderInk(const Work& work, const PageView& page, const ViewLine& line);

}  // namespace trichluc
