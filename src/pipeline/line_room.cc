#include "pipeline/line_room.h"

#include <algorithm>

namespace trichluc {

Box RoomOf(const Box& own, Box reach, const std::vector<Box>& all) {
  const int least = own.Height() / 4, centre = own.CentreY();
  const Box from = reach;
  for (const Box& other : all) {
    if (other.right <= from.left || other.left >= from.right || other.bottom < from.top || other.top > from.bottom) continue;
    const int between = (centre + other.CentreY()) / 2;
    if (other.CentreY() < centre - least) reach.top = std::max(reach.top, between);
    if (other.CentreY() > centre + least) reach.bottom = std::min(reach.bottom, between);
  }
  return reach;
}

}  // namespace trichluc
