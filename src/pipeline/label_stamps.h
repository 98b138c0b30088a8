// Stamps of urgency and secrecy (HỎA TỐC, KHẨN, MẬT: Nghị định 30/2020/NĐ-CP, annex I, component 10) that were put down on a
// page, red or black, read apart from it: tilted and framed as they are they are not read with the page, or spoil its lines.
#pragma once

#include <vector>

#include "image/analyse.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// The words of such stamps on the upper left of the page, side by side on their boxes in page coordinates. What says none of
// these words stays as it is; what does becomes a region "label" of `page` (the box of its words), and its ink, its frame as a table
// and as rules go.
// (The worker has no rules; what the words mean is for rules/header.toml.)
std::vector<Word> TakeOffLabelStamps(PageImage* page, OcrEngine& engine);

}  // namespace trichluc
