// Tesseract's file of lines to train on (ImageData and DocumentData, src/ccstruct/imagedata.cpp, 5.3).
#pragma once

#include <string>
#include <vector>

namespace trichluc::train {

struct TrainingLine {
  std::string png;   // cut as recognition cuts a line: with the margin, not scaled
  std::string text;  // what stands there, in the model's letters
  int width = 0, height = 0;
};

std::string Lstmf(const std::vector<TrainingLine>& lines);

}  // namespace trichluc::train
