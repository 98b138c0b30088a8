// The number of a page, which engines pass over where it stands alone. Private to the room.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// Ink of the size of one to three figures, alone above or below all that was read (Nghị định 30/2020, Phụ lục I: in the middle of the
// upper margin; older documents at the foot), read as figures. Nothing when the engine is not sure.
std::vector<Word> ReadPageNumbers(const Image& text, const PageReading& reading, OcrEngine& engine);

}  // namespace trichluc
