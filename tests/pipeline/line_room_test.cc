// How far words reach where lines stand close.
#include "pipeline/line_room.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

TEST(LineRoom, LinesAboveAndBelowShareWhatTheyBothReachOver) {
  const Box own{100, 100, 200, 160}, above{150, 60, 260, 120}, below{90, 145, 300, 205};
  const Box room = RoomOf(own, own, {above, own, below});
  EXPECT_EQ(room.top, (130 + 90) / 2);
  EXPECT_EQ(room.bottom, (130 + 175) / 2);
  EXPECT_EQ(room.left, 100);
  EXPECT_EQ(room.right, 200);
}

TEST(LineRoom, NeighboursOfTheLineAndOtherColumnsTakeNone) {
  const Box own{100, 100, 200, 160};
  EXPECT_EQ(RoomOf(own, own, {{200, 90, 300, 150}, {100, 105, 200, 165}, {400, 60, 500, 120}}).Height(), 60);
}

}  // namespace
}  // namespace trichluc
