#include "image/ink_boxes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

TEST(InkBoxes, StandAroundPiecesThatHangTogether) {
  testing::PaintedPage page(100, 50, 200);
  page.Rectangle(10, 10, 5, 3);
  page.Rectangle(14, 12, 3, 6);  // overlaps the first
  page.Rectangle(40, 20, 2, 2);
  const std::vector<Box> boxes = InkBoxes(page.image());
  EXPECT_THAT(boxes, ::testing::UnorderedElementsAre(
                         Box{page.Pixels(10), page.Pixels(10), page.Pixels(14) + page.Pixels(3), page.Pixels(12) + page.Pixels(6)},
                         Box{page.Pixels(40), page.Pixels(20), page.Pixels(40) + page.Pixels(2), page.Pixels(20) + page.Pixels(2)}));
  EXPECT_THAT(InkBoxes(Image{}), ::testing::IsEmpty());
}

}  // namespace
}  // namespace trichluc
