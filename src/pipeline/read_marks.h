// What stands on and under stamps, read apart from the page: a seal in the middle of a page confuses the
// analysis of everything beside it.
#pragma once

#include <vector>

#include "image/analyse.h"
#include "ocr/engine.h"

namespace trichluc {

// The blocks around round seals (authority, title, name: NĐ 30/2020, annex I, components 7 and 8), each read
// alone and erased from `rest`; boxes in page coordinates. `blocks`: where they are, when asked for.
std::vector<Word> ReadSealedBlocks(const PageImage& page, Image& rest, OcrEngine& engine, std::vector<Box>* blocks = nullptr);

// The words of stamps that are text in red – HỎA TỐC, the ĐẾN stamp – on pages that have such ink.
std::vector<Word> ReadTextStamps(const PageImage& page, OcrEngine& engine);

}  // namespace trichluc
