// The labelled crops of real documents: a folder of PNG with labels.tsv (columns crop, file, text; a line each).
#pragma once

#include <string>
#include <vector>

#include "model/image.h"

namespace trichluc::clerk {

struct LabelledCrop {
  std::string name;    // of the picture
  std::string origin;  // whose document it is from, as the file's name says
  std::string text;    // what a person reads there
  Image image;
};

// Throws where a picture is missing; lines without a text are left out.
std::vector<LabelledCrop> ReadLabels(const std::string& directory);

}  // namespace trichluc::clerk
