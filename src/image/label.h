// Stamps of one short line of capitals in a frame or an arrow – HỎA TỐC, KHẨN, MẬT (Nghị định 30/2020/NĐ-CP, annex I,
// component 10) – put down by hand: seldom level, the frame worn.
#pragma once

#include <optional>
#include <vector>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// How far such a stamp is turned, in degrees clockwise, by the narrowest rectangle around its ink (dark on white). Nothing where
// that is not 12 to 75 mm long and 4 to 22 mm high, or not longer than high by half.
std::optional<double> TurnOfLabel(const Image& ink);

// Its letters alone, turned level, with the frame, or the shaft of an arrow between them, taken off; empty where none stand in a row.
// `em` gets the height of a letter, in pixels.
Image LettersOfLabel(const Image& ink, double degrees, int* em);

// Closed frames of such a size, in pixels of the page, with what stands in them not touching them; of frames in each other the outer.
std::vector<Box> FindLabelFrames(const Image& page, const Box& part);

}  // namespace trichluc
