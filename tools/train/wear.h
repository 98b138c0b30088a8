// What years, copiers and fax machines do to print, beyond the corpus maker's spoiler.
#pragma once

#include "corpus/random.h"
#include "corpus/raster.h"

namespace trichluc::train {

using corpus::Random;

// Before the scan: strokes thinned until they break or thickened until bowls close, toner with holes, a copy
// of a copy (black and white only), a coarse scan enlarged. What of it is drawn for each page.
void WearPrint(double dpi, Random* random, corpus::Raster* raster);

// After the scan: salt and pepper.
void WearScan(bool bilevel, Random* random, corpus::Raster* raster);

}  // namespace trichluc::train
