// Pages that carry their own text: a page is taken at its word when that can be believed.
//
// A layer is believed when the page shows it (scanner software hides its guesses behind the picture, and they
// say nothing of how sure they are: such pages are read afresh), when it has enough words (a signature's
// stamp has few), when nearly all of them are Vietnamese syllables once text of the old fonts is converted
// (text/legacy.h), and when it proves right on the picture (layer_proof.h): it stands under nearly all print,
// and sampled lines read as it says. A picture behind visible text is no hindrance. What decided is stored
// with the page, in this order: text_layer_words, text_layer_valid (share of syllables), text_layer_encoding
// (LegacyEncoding as a number; the commonest), text_layer_pictured (share of the page under images),
// text_layer_hidden (share of letters that the page does not show), where these allow it text_layer_covers
// and text_layer_agrees (LayerProof), text_layer_used.
#pragma once

#include <vector>

#include "hand/reader.h"
#include "image/analyse.h"
#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"
#include "pipeline/read_page.h"
#include "render/pdf.h"

namespace trichluc {

constexpr const char* kTextLayerEngine = "text layer";  // PageReading::engine of such pages

struct TextLayer {
  std::vector<LayerWord> words;  // converted, NFC
  std::vector<Measurement> measurements;
  bool believable = false;
};

// By the layer alone; without text_layer_covers, text_layer_agrees and text_layer_used.
TextLayer JudgeLayer(const PageInfo& info, std::vector<LayerWord> words);

// The page with the layer's words in place of the engine's; grids, rules and regions are those of `image`,
// which is the page as it lies.
PageReading ReadLayer(const TextLayer& layer, const PageImage& image, int page);

// One page of a file: by its layer, else by the engine, with the blocks of electronic signatures on a scan by the layer
// (signature_layer.h). Throws as Pdf::Render and ReadPage do.
PageReading ReadFilePage(const Pdf& pdf, int page, OcrEngine& engine, const HandReader* hand = nullptr,
                         PageWork work = PageWork::kWhole, const SecondReaders& second = {});

}  // namespace trichluc
