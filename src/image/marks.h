// Coloured ink: stamps (red) and signatures (blue) are taken off the page before it is read.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

struct Marks {
  Image grey;  // the page in grey, paper white, coloured marks gone, black print under them kept
  Image red;   // the red ink alone, dark on white; empty when there is none
  Image blue;  // what the page shows, in any ink, where blue regions are as large as a frame that a clerk fills in; empty when none is
  std::vector<Region> regions;           // "stamp" red, "signature" blue
  double red_share = 0, blue_share = 0;  // of all pixels
};

// Colours are judged against the paper's own tint, so that bluish or yellowed paper is no ink. Red is always
// taken off (seals, ĐẾN stamps, HỎA TỐC): who wants to read it reads `red`. Blue is taken off only in strokes
// taller than handwritten figures, that is, signatures: numbers and days written in by hand, blue print and
// links stay.
Marks TakeOffMarks(const Image& page);

}  // namespace trichluc
