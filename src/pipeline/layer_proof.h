// Whether a text layer says what the page shows: measured on the picture, before the layer is taken at its
// word.
#pragma once

#include <vector>

#include "image/analyse.h"
#include "ocr/engine.h"
#include "render/pdf.h"

namespace trichluc {

struct LayerProof {
  double covers = 0;  // share of the print (ink without rules) that stands under the layer's words, 0..1
  double agrees = 0;  // median likeness of sampled lines with what the engine reads in their boxes, 0..1
};

// `words` converted, with boxes in points; `dpi` of the page that `image` was made from. The engine reads at
// most five lines. Throws as the engine does.
LayerProof ProveLayer(const std::vector<LayerWord>& words, const PageImage& image, int dpi,
                      OcrEngine& engine);

}  // namespace trichluc
