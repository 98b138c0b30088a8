// One page image → what stands on it: the strategy of recognition.
//
// A ruled table is read cell by cell – a plain page pass loses one word in ten there, short cells first – and the rest of
// the page, with the tables erased, as a page. A cell in which nothing was found although it holds ink is asked again,
// enlarged and as a line: a lone digit is often lost otherwise.
#pragma once

#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// `rendered` is the page as render gives it. Boxes of the reading are pixels of the upright, deskewed image.
PageReading ReadPage(const Image& rendered, int page, OcrEngine& engine);

}  // namespace trichluc
