// One rendered page → its reading: the strategy of recognition. Needs an engine and nothing else; pure
// otherwise.
//
//   analyse (image)   upright page, grids, coloured marks
//   cells             each cell of a grid is read alone: a page pass loses 8 to 15 % of the words of a ruled
//   page the rest          the page with its grids erased, as a page red print         HỎA TỐC, ĐẾN stamps
//   and other red letters, from the red ink alone; round seals are not read crops             pictures of
//   `Số: …` and `ngày … tháng … năm …` in the letterhead, for people and for digits by hand
#pragma once

#include "hand/reader.h"
#include "image/seal_network.h"
#include "model/image.h"
#include "model/reading.h"
#include "ocr/engine.h"

namespace trichluc {

enum class PageWork { kWhole, kAsScanned };

// Networks that learnt on damaged print (rules/models/README.md): of whole pages, and of authorities, titles and names below black
// seals. Null for none; without the second the first reads those, too.
struct SecondReaders {
  OcrEngine* page = nullptr;
  OcrEngine* signatures = nullptr;
  const SealNetwork* seals = nullptr;  // takes black seals off the print before anything is read
};

// A page that makes no sense as it lies by measurement is read as it may lie otherwise, and kept as it makes
// most sense; a sheet blank but for dirt has no words. Two pages side by side on a sheet are read one after
// the other (spreads.h). Words of cells carry their grid and cell and come after the words outside grids. All
// boxes are pixels of the upright page, whose size is `width` × `height`. Throws DocumentError(kEngine) from the
// engine. `hand` reads clerks' figures; without it PageReading::hand stays empty. kAsScanned: no work on the image (AsScanned in
// image/analyse.h), for measuring what it is worth.
// `second`: reads pages that want a second reading (second_reading.h); without it they keep their first.
PageReading ReadPage(const Image& rendered, int page, OcrEngine& engine, const HandReader* hand = nullptr,
                     PageWork work = PageWork::kWhole, const SecondReaders& second = {});

}  // namespace trichluc
