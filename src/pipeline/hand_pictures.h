// What a clerk wrote, beside what it may be: for a reviewer, one glance a field.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ocr/engine.h"
#include "store/database.h"

namespace trichluc {

// Writes <folder>/<document id>-number.png, -issued_on.png, -incoming-number.png, -incoming-date.png for the handwritten fields of a stored
// document: the line as it was kept, twice as large, the figures framed; below it the candidates with their
// chances, all evidence weighed. Returns the paths; none where nothing is written by hand. The scan itself is
// not needed.
std::vector<std::string> DrawHandwriting(const Database& database, const StoredDocument& stored,
                                         const std::string& folder);

// PNG of a kept line, twice as large, a box of its page framed.
std::string FramedLine(const Crop& line, const Box& figures);
// Plain Tesseract with Debian's Vietnamese model, restricted to figures: what stands beside the reader of
// handwriting in reports. UsageError where the model is not installed.
class PlainFigures {
 public:
  PlainFigures();
  // A box of a kept line: digits alone, "" for none.
  std::string Read(const Crop& line, const Box& figures) const;

 private:
  std::unique_ptr<OcrEngine> engine_;
};

}  // namespace trichluc
