// Words that are no print. Private to the room.
#pragma once

#include "model/reading.h"

namespace trichluc {

// Takes out what was read in strokes of seals and signatures: it is short, lies within such a region, is no syllable that the engine is sure of,
// and no word of print goes on beside it. Print under a seal stands in lines, and names and titles are syllables. Returns how many
// words went.
int DropStrokes(PageReading* reading);

}  // namespace trichluc
