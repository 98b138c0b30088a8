// Lines of number and date into which a clerk wrote. The engine scales a line by all its ink, and a pen reaches far above
// and below print, so that the print of such a line is read badly: "só,Iiimp-pcr" for "Số: 1087/TB-DCT". These lines are
// read once more, cut to the height that print of their size has.
#pragma once

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// `page`: as the engine saw it. The words of a line are replaced where the second reading shows more of what such a line
// is printed with. Lines that were read surely cost no second reading.
void ReadWrittenLines(const Image& page, PageReading* reading, OcrEngine& engine);

}  // namespace trichluc
