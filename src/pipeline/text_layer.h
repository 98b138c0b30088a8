// Pages that carry their own text: a born-digital page is taken at its word when that can be believed.
//
// Scans are always read afresh, whatever layer a scanner's software has put on them: of the scans that were
// looked at most layers are garbage or hold the signature's stamp alone. A layer is believed when images
// cover little of the page, it has enough words, and nearly all of them are Vietnamese syllables, once text
// of the old fonts is converted (text/legacy.h). Where its words seem to stand in a table without rules the
// page is read afresh all the same: boxes that fonts claim mislead the search for white gaps. What decided is
// stored with the page: text_layer_words, text_layer_valid (share of syllables), text_layer_encoding
// (LegacyEncoding as a number; the commonest), text_layer_pictured (share of the page under images),
// text_layer_used.
#pragma once

#include <vector>

#include "hand/reader.h"
#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"
#include "render/pdf.h"

namespace trichluc {

constexpr const char* kTextLayerEngine = "text layer";  // PageReading::engine of such pages

struct TextLayer {
  std::vector<LayerWord> words;  // converted, NFC
  std::vector<Measurement> measurements;
  bool believable = false;
};

TextLayer JudgeLayer(const PageInfo& info, std::vector<LayerWord> words);

// The page with the layer's words in place of the engine's; grids, rules and regions are seen on the image as
// ever.
PageReading ReadLayer(const TextLayer& layer, const Image& rendered, int page);

// One page of a file: by its layer, else by the engine. Throws as Pdf::Render and ReadPage do.
PageReading ReadFilePage(const Pdf& pdf, int page, OcrEngine& engine, const HandReader* hand = nullptr);

}  // namespace trichluc
