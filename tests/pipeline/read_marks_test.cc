// Seals beside a signature make a block of their own; seals over running text do not.
#include "pipeline/read_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read_page_cells.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using ::testing::IsEmpty;
using testing::PaintedPage;
using ::testing::SizeIs;

constexpr Colour kSealRed{205, 40, 50};

// One word around all the ink that it is given.
class InkEngine : public OcrEngine {
 public:
  std::string Name() const override { return "ink"; }
  std::vector<Word> Read(const Image& image, ReadAs) override {
    return {{"ink", InkBox(image, {0, 0, image.width, image.height}), 0.9f}};
  }
};

// Lines of words over the whole width; the spaces between them stand below each other in no column but by
// chance.
PaintedPage Text(double top, double bottom) {
  PaintedPage page(210, 297, 200, 3);
  std::mt19937 random(7);
  for (double y = top; y < bottom; y += 8) page.TextLine(30, y, 160, random);
  return page;
}

TEST(ReadSealedBlocksTest, ASealOverRunningTextIsNoBlock) {
  for (const double x : {80.0, 120.0, 150.0}) {
    PaintedPage page = Text(40, 200);
    page.Ring(x, 120, 17, 1, kSealRed);
    const PageImage image = Analyse(page.image());
    ASSERT_THAT(image.regions, SizeIs(1));
    Image rest = image.text;
    InkEngine engine;
    EXPECT_THAT(ReadSealedBlocks(image, rest, {&engine}), IsEmpty()) << x;
    EXPECT_EQ(rest.pixels, image.text.pixels);
  }
}

TEST(ReadSealedBlocksTest, ASealOverTwoLinesDoesNotCutThem) {
  PaintedPage page = Text(40, 49);
  page.Ring(120, 44, 17, 1, kSealRed);
  const PageImage image = Analyse(page.image());
  Image rest = image.text;
  InkEngine engine;
  EXPECT_THAT(ReadSealedBlocks(image, rest, {&engine}), IsEmpty());
}

TEST(ReadSealedBlocksTest, ASealBesideASignatureIsReadWithItsNameAlone) {
  PaintedPage page = Text(40, 120);
  std::mt19937 random(7);
  page.TextLine(120, 140, 50, random);  // title
  page.Ring(125, 165, 17, 1, kSealRed);
  page.TextLine(120, 190, 50, random);  // name
  page.TextLine(30, 150, 50, random);   // recipients
  const PageImage image = Analyse(page.image());
  Image rest = image.text;
  InkEngine engine;
  const std::vector<Word> words = ReadSealedBlocks(image, rest, {&engine});
  ASSERT_THAT(words, SizeIs(1));
  EXPECT_NEAR(words[0].box.left, page.Pixels(120), 10);
  EXPECT_NEAR(words[0].box.bottom, page.Pixels(190), 10);
  EXPECT_GT(words[0].box.top, page.Pixels(125));
}

}  // namespace
}  // namespace trichluc
