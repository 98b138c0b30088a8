// Pictures of the spots that clerks fill in by hand – the number and the date of issue – kept from the start,
// so that a person, or a later reader of handwriting, can look.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// PNG crops of the number line ("Số: … /…") and the date line ("… ngày … tháng … năm …") in the upper part of
// a page, wider than the print so that handwriting around it fits: the lines of the first spots of `reading.hand`,
// else those that the printed words begin. Empty on pages without a letterhead.
std::vector<Crop> CutCrops(const PageReading& reading, const Image& upright);

}  // namespace trichluc
