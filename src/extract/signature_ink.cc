#include "extract/signature_ink.h"

namespace trichluc {

bool HasInk(const Work& work, const PageView& page, const ViewLine& line, double top, double bottom) {
  constexpr double kAside = 0.04;
  for (const PageReading* reading : work.readings) {
    if (reading->page != page.page) continue;
    const double width = reading->width, height = reading->height;
    for (const Region& region : reading->regions) {
      const bool beside =
          region.box.left / width - kAside < line.right && line.left < region.box.right / width + kAside;
      if (beside && region.box.top / height < bottom && top < region.box.bottom / height) return true;
    }
  }
  return false;
}

bool UnderInk(const Work& work, const PageView& page, const ViewLine& line) {
  return HasInk(work, page, line, line.top - 0.06, line.top);
}

}  // namespace trichluc
