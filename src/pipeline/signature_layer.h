// Blocks of electronic signatures that signing programs put on scanned pages as text of the PDF: small print over the picture, which
// the file says exactly.
#pragma once

#include <vector>

#include "model/reading.h"
#include "render/pdf.h"

namespace trichluc {

// Words of the page's visible text that hang together and show a time of day, an e-mail or "Ký bởi:" take the place of what was
// recognised there; each such block becomes a region "label". `words`: of the layer, in points; `width`, `height`: of the page as
// drawn, in pixels of the reading's dpi. Only for pages that were not turned: nothing is done for others.
void PutSignatureBlocks(const std::vector<LayerWord>& words, int width, int height, PageReading* reading);

}  // namespace trichluc
