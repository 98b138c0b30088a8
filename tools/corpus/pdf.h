// A PDF whose pages are one image each, written byte for byte the same every time.
#pragma once

#include <string>
#include <vector>

#include "corpus/raster.h"

namespace trichluc::corpus {

// An image as it stands in the file: the dictionary entries beside size and length, and the data.
struct PdfImage {
  int width = 0, height = 0;
  std::string entries;
  std::string data;
};

// Codes pixels as `quality` asks (encode.cc).
PdfImage Encode(const Quality& quality, const Raster& raster);

class Pdf {
 public:
  void AddPage(const PdfImage& image, double dpi);

  // The whole file. No dates; its id comes from its bytes.
  std::string Finish();

 private:
  void Object(int number, const std::string& body);

  std::string bytes_ = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";
  std::vector<std::size_t> offsets_ = {0, 0, 0};  // of objects 0 (free), 1 (catalog), 2 (pages)
  std::vector<int> pages_;
};

}  // namespace trichluc::corpus
