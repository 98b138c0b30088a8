// The loops of Leptonica in which most of the time went, in this program's own version: pixels combined (rasteropLow), grey pixels made
// bits (thresholdToBinaryLineLow) and grey pictures turned (pixRotateAMGray). The program's functions of these names come first when
// symbols are resolved, for the calls of Tesseract and of Leptonica itself as well. They give the same pixels. Private to the room.
#pragma once

namespace trichluc {

// A program that refers to this has these functions in place of Leptonica's.
void UseOwnLoops();

}  // namespace trichluc
