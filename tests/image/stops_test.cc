// Full stops, commas, colons and semicolons behind letters, of pages painted here: an em is 30 pixels.
#include "image/stops.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace trichluc {
namespace {

class StopsTest : public ::testing::Test {
 protected:
  static constexpr int kEm = 30, kBaseline = 60;

  // Two small letters with their feet on the baseline.
  StopsTest() {
    Fill({40, 46, 52, kBaseline});
    Fill({55, 46, 67, kBaseline});
  }

  void Fill(const Box& box) {
    for (int y = box.top; y < box.bottom; ++y) std::fill(page_.Row(y) + box.left, page_.Row(y) + box.right, uint8_t{20});
  }

  std::optional<StopShape> Shape(int room = 90, double baseline = kBaseline) { return StopAtEnd(page_, {40, 46, 74, 64}, room, kEm, baseline); }

  Image page_{200, 100, 1, 150, std::vector<uint8_t>(200 * 100, 250)};
};

TEST_F(StopsTest, AFullStopEndsOnTheBaseline) {
  Fill({70, 57, 73, 60});
  const auto shape = Shape();
  ASSERT_TRUE(shape);
  EXPECT_DOUBLE_EQ(shape->height, 0.1);
  EXPECT_DOUBLE_EQ(shape->width, 0.1);
  EXPECT_DOUBLE_EQ(shape->depth, 0);
  EXPECT_FALSE(shape->dot_above);
}

TEST_F(StopsTest, ACommaGoesBelowIt) {
  Fill({70, 57, 73, 64});
  const auto shape = Shape();
  ASSERT_TRUE(shape);
  EXPECT_NEAR(shape->height, 7.0 / kEm, 1e-9);
  EXPECT_NEAR(shape->depth, 4.0 / kEm, 1e-9);
}

TEST_F(StopsTest, TheLettersTellTheBaseline) {
  Fill({70, 57, 73, 64});
  for (const int wrong : {-6, 6}) {
    const auto shape = Shape(90, kBaseline + wrong);
    ASSERT_TRUE(shape);
    EXPECT_NEAR(shape->depth, 4.0 / kEm, 1e-9) << wrong;
  }
}

TEST_F(StopsTest, ASemicolonHasADotAbove) {
  Fill({70, 47, 73, 50});
  Fill({70, 57, 73, 63});
  const auto shape = Shape();
  ASSERT_TRUE(shape);
  EXPECT_NEAR(shape->height, 0.2, 1e-9);
  ASSERT_TRUE(shape->dot_above);
  EXPECT_DOUBLE_EQ(*shape->dot_above, 0.1);
}

TEST_F(StopsTest, NothingIsSaidOfWhatTouchesTheLetterOrIsAnothers) {
  EXPECT_FALSE(Shape()) << "no mark";
  Fill({58, 63, 61, 66});
  EXPECT_FALSE(Shape()) << "a dot below the letter";
  Fill({80, 57, 83, 60});
  EXPECT_FALSE(Shape(78)) << "behind where the next word begins";
  Fill({66, 57, 70, 64});
  EXPECT_FALSE(Shape(78)) << "it touches";
}

TEST_F(StopsTest, WithoutLettersThereIsNoBaseline) {
  page_.pixels.assign(page_.pixels.size(), 250);
  Fill({70, 57, 73, 60});
  EXPECT_FALSE(Shape());
}

}  // namespace
}  // namespace trichluc
