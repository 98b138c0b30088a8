// The stamp of the office that received a document (dấu ĐẾN: Nghị định 30/2020/NĐ-CP, annex IV), found by its
// frame and read apart from the page:
//
//   +----------------------+    the office, in capitals
//   | NAME OF THE OFFICE   |
//   |----------------------|    ĐẾN in large letters at the left,
//   | ĐẾN | Số: .....      |    beside it the lines that the clerk fills in: number, day,
//   |     | Ngày: ../../.. |    to whom it goes, in which file it is kept
//   | Chuyển: ............ |
//   | Lưu hồ sơ số: ...... |
//   +----------------------+
#pragma once

#include <string>
#include <vector>

#include "hand/reader.h"
#include "image/analyse.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

// All boxes in page coordinates.
struct ArrivalStamp {
  Box box;
  std::string colour;               // "red", "blue", "black"
  std::vector<Word> words;          // what is printed, as far as it is read with some certainty
  std::vector<HandReading> hand;    // "incoming number", "incoming day", "incoming month", "incoming year"
  std::string png;                  // its picture
};

// Frames of 34 to 80 by 13 to 50 mm in the upper part of the page, with two of: the word ĐẾN, a line that begins
// with Số, a line below that begins with Ngày. What they hold is taken off `page`: ink that lies inside, and
// the frame as a table. `hand` null: nothing is read by hand.
std::vector<ArrivalStamp> TakeOffArrivalStamps(PageImage* page, OcrEngine& engine, const HandReader* hand);

// A date as clerks write it, d/m or d/m/y, from its pieces: which of them are the strokes between the numbers is
// told by what the numbers can be. `ink`: the figures alone, dark on white. The readings of day, month and, where there
// is one, year ("incoming day" …), boxes in `ink`, of each likely way to part it, the likeliest first; empty when none
// gives a day and a month.
std::vector<HandReading> ReadHandDate(const Image& ink, const HandReader& hand);

}  // namespace trichluc
