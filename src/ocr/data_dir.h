// Where Tesseract's models lie. Private to the room.
#pragma once

#include <string>

namespace trichluc {

// As given, else TESSDATA_PREFIX, else Debian's place.
std::string TesseractData(const std::string& given);

}  // namespace trichluc
