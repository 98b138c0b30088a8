// Tesseract without needless work. Private to the room.
#pragma once

namespace trichluc {

// A program that refers to this has spared.cc's functions in place of other libraries'.
void SpareNeedlessWork();

}  // namespace trichluc
