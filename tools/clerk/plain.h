// Plain Tesseract restricted to digits, to stand beside the reader's figures.
#pragma once

#include <memory>
#include <string>

#include "model/image.h"

namespace tesseract {
class TessBaseAPI;
}

namespace trichluc::clerk {

class PlainReader {
 public:
  // Debian's model eng; std::runtime_error when it is not there.
  PlainReader();
  ~PlainReader();
  // One line of digits; "" when it finds none.
  std::string Read(const Image& crop) const;

 private:
  std::unique_ptr<tesseract::TessBaseAPI> engine_;
};

}  // namespace trichluc::clerk
