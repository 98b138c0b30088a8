// What stands on and under stamps, read apart from the page: a seal in the middle of a page confuses the
// analysis of everything beside it.
#pragma once

#include <vector>

#include "image/analyse.h"
#include "ocr/engine.h"
#include "pipeline/read_signature.h"

namespace trichluc {

// Where seals lie beside signatures, pixels of the page.
struct SealedBlocks {
  std::vector<Box> blocks;
  std::vector<Box> voted;  // their lines on which all readers had a say
};

// The blocks around round seals (authority, title, name: NĐ 30/2020, annex I, components 7 and 8), each read
// alone and erased from `rest`; boxes in page coordinates. `found`: where they are, when asked for.
std::vector<Word> ReadSealedBlocks(const PageImage& page, Image& rest, const SignatureReaders& readers, SealedBlocks* found = nullptr);

// The words of stamps that are text in red – HỎA TỐC, the ĐẾN stamp – on pages that have such ink.
std::vector<Word> ReadTextStamps(const PageImage& page, OcrEngine& engine);

}  // namespace trichluc
