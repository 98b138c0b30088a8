#include "hand/pieces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Image Paper(int width, int height) {
  return {width, height, 1, 200, std::vector<uint8_t>(static_cast<size_t>(width) * height, 240)};
}

TEST(Pieces, CornersTouchAndOrderIsFromTheLeft) {
  Image image = Paper(20, 10);
  for (int i = 0; i < 4; ++i) image.Row(2 + i)[12 + i] = 20;  // a slanted line is one piece
  image.Row(5)[3] = image.Row(6)[3] = 20;
  const Pieces found = FindPieces(image);
  ASSERT_THAT(found.pieces, SizeIs(2));
  EXPECT_EQ(found.pieces[0].box, (Box{3, 5, 4, 7}));
  EXPECT_EQ(found.pieces[1].box, (Box{12, 2, 16, 6}));
  EXPECT_EQ(found.pieces[1].pixels, 4);
  EXPECT_EQ(found.label[5 * 20 + 3], 0);
  EXPECT_EQ(found.label[0], -1);
}

TEST(Pieces, EmptyPaperHasNone) { EXPECT_THAT(FindPieces(Paper(9, 9)).pieces, IsEmpty()); }

TEST(Pieces, PencilBesidePrintIsInk) {
  Image image = Paper(30, 10);
  for (int y = 1; y < 9; ++y) {
    image.Row(y)[5] = 0;     // print
    image.Row(y)[20] = 150;  // pencil
  }
  EXPECT_THAT(FindPieces(image).pieces, SizeIs(2));
}

}  // namespace
}  // namespace trichluc
