// The name of who signs, below a seal: set or stamped in heavy print, under the pen, it is lost where the page or the seal's block is
// read in one.
#pragma once

#include "image/analyse.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// Below each seal beside a signature where no words were read yet, the strip in which a name stands is read once more by itself, in
// black and in red. Words that are surely print join `reading`; those that they lie on go.
void ReadNameStrips(const PageImage& page, PageReading* reading, OcrEngine& engine);

}  // namespace trichluc
