#include "clerk/plain.h"

#include <tesseract/baseapi.h>

#include <stdexcept>

namespace trichluc::clerk {

PlainReader::PlainReader() : engine_(std::make_unique<tesseract::TessBaseAPI>()) {
  if (engine_->Init(nullptr, "eng") != 0)
    throw std::runtime_error("Tesseract's model eng is missing (tesseract-ocr-eng)");
  engine_->SetVariable("tessedit_char_whitelist", "0123456789");
  engine_->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
}

PlainReader::~PlainReader() = default;

std::string PlainReader::Read(const Image& crop) const {
  engine_->SetImage(crop.pixels.data(), crop.width, crop.height, crop.channels, crop.width * crop.channels);
  engine_->SetSourceResolution(200);
  const std::unique_ptr<char[]> text(engine_->GetUTF8Text());
  std::string digits;
  for (const char* c = text.get(); c != nullptr && *c != 0; ++c) {
    if (*c >= '0' && *c <= '9') digits += *c;
  }
  return digits;
}

}  // namespace trichluc::clerk
