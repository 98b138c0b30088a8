// How far what is set reaches where lines stand close: the boxes of fonts overlap there, and each holds parts of its neighbours.
#pragma once

#include <vector>

#include "model/geometry.h"

namespace trichluc {

// `reach` as far as boxes above and below `own` leave room: half the way to their middles. `all` may hold `own` itself; what stands
// beside it, and what begins less than a quarter of its height higher or lower, takes no room.
Box RoomOf(const Box& own, Box reach, const std::vector<Box>& all);

}  // namespace trichluc
