#include "image/label.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "image/analyse.h"
#include "image/ink_boxes.h"
#include "support/painted_label.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using testing::kBlack;
using testing::PaintedLabel;
using testing::PaintedPage;
using ::testing::SizeIs;

Image Around(PaintedPage& page, const Box& mm) {
  return Cut(page.image(), {page.Pixels(mm.left), page.Pixels(mm.top), page.Pixels(mm.right), page.Pixels(mm.bottom)});
}

TEST(Label, IsTurnedLevelAndItsLettersAreLeftAlone) {
  for (const double degrees : {-40.0, -8.0, 0.0, 3.0, 25.0}) {
    for (const bool framed : {true, false}) {
      PaintedPage page(120, 100, 200);
      PaintedLabel{60, 50, degrees, kBlack, framed}.Paint(page);
      const Image ink = Around(page, {20, 10, 100, 90});
      const std::optional<double> turn = TurnOfLabel(ink);
      ASSERT_TRUE(turn) << degrees;
      EXPECT_NEAR(*turn, degrees, 1);
      int em = 0;
      const Image letters = LettersOfLabel(ink, *turn, &em);
      ASSERT_FALSE(letters.Empty());
      EXPECT_NEAR(em, page.Pixels(4.5), page.Pixels(0.6));
      EXPECT_THAT(InkBoxes(letters), SizeIs(7)) << degrees << (framed ? " framed" : "");
    }
  }
}

TEST(Label, SealsAndSpecksAreNone) {
  PaintedPage page(120, 100, 200);
  page.Ring(60, 50, 17, 1, kBlack);
  EXPECT_FALSE(TurnOfLabel(Around(page, {20, 10, 100, 90})));
  PaintedPage speck(120, 100, 200);
  speck.Rectangle(60, 50, 6, 2);
  EXPECT_FALSE(TurnOfLabel(Around(speck, {20, 10, 100, 90})));
}

TEST(Label, FramesAreFoundAmongText) {
  PaintedPage page(210, 297, 200);
  std::mt19937 random(7);
  for (double y = 110; y < 200; y += 7) page.TextLine(30, y, 155, random);
  PaintedLabel{50, 80, 4}.Paint(page);
  const Box part{0, 0, page.Pixels(140), page.Pixels(160)};
  const std::vector<Box> frames = FindLabelFrames(page.image(), part);
  ASSERT_THAT(frames, SizeIs(1));
  EXPECT_NEAR(frames[0].CentreX(), page.Pixels(50), 3);
  EXPECT_NEAR(frames[0].CentreY(), page.Pixels(80), 3);
  PaintedPage open(210, 297, 200);
  PaintedLabel{50, 80, 4, kBlack, false}.Paint(open);
  open.Across(30, 70, 86, 0.6);  // a line below is no frame
  EXPECT_THAT(FindLabelFrames(open.image(), part), IsEmpty());
}

}  // namespace
}  // namespace trichluc
