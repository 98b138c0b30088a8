#include "model/pixels.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

TEST(Pixels, AreTheNearest) {
  EXPECT_EQ(Pixels(25.4, 300), 300);
  EXPECT_EQ(Pixels(1, 200), 8);  // 7.9
  EXPECT_EQ(Pixels(1, 190), 7);  // 7.5 less a little
  EXPECT_EQ(Pixels(30, 300), 354);
}

TEST(Pixels, AreNeverLessThanAsked) {
  EXPECT_EQ(Pixels(0.01, 200), 1);
  EXPECT_EQ(Pixels(0.1, 200, 3), 3);
}

TEST(Pixels, CountAnUnknownResolutionAs200) { EXPECT_EQ(Pixels(25.4, 0), 200); }

}  // namespace
}  // namespace trichluc
