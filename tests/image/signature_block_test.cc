#include "image/signature_block.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using testing::kBlack;
using testing::PaintedPage;

constexpr double kSealX = 30, kSealY = 40, kSealRadius = 17;

int Ink(const Image& image, const Box& box) {
  const Image piece = Cut(image, box);
  return static_cast<int>(std::count_if(piece.pixels.begin(), piece.pixels.end(), [](uint8_t grey) { return grey < 128; }));
}

// A title above a seal and a name below it, in stems as high as letters; `leaning`: mm that the name sinks from left to right.
void SetPrint(PaintedPage* page, double leaning = 0) {
  for (int i = 0; i < 12; ++i) page->Down(30 + 2 * i, 16, 19, 1.2);
  for (int i = 0; i < 12; ++i) page->Down(35 + 2 * i, 60 + leaning * i / 11, 63 + leaning * i / 11, 1.2);
}

SignatureBlock Clean(PaintedPage& page) {
  const auto px = [&](double mm) { return page.Pixels(mm); };
  return WithoutSeal(page.image(), {px(kSealX - kSealRadius), px(kSealY - kSealRadius), px(kSealX + kSealRadius), px(kSealY + kSealRadius)});
}

TEST(SignatureBlock, LettersThatTheSignatureTouchesStayAlongTheirLines) {
  PaintedPage page(90, 80, 200);
  SetPrint(&page);
  const Image print = page.image();
  page.Ring(kSealX, kSealY, kSealRadius, 0.7, kBlack);
  // From the title through the name: all that it touches hangs together.
  page.Curve([](double t) { return std::array<double, 2>{40 + 12 * t, 17.5 + 44 * t}; }, 0.4);
  const SignatureBlock block = Clean(page);
  ASSERT_EQ(block.lines.size(), 2u);
  const auto px = [&](double mm) { return page.Pixels(mm); };
  const Box title{px(29), px(15.5), px(54), px(19.5)}, name{px(34), px(59.5), px(59), px(63.5)}, between{px(48), px(24), px(80), px(56)};
  EXPECT_GE(Ink(block.print, title), Ink(print, title));
  EXPECT_GE(Ink(block.print, name), Ink(print, name));
  EXPECT_EQ(Ink(block.print, between), 0) << "the signature between them is gone";
  EXPECT_LT(Ink(block.letters, title), 0.95 * Ink(print, title)) << "without the lines the letters that it touches go with it";
  EXPECT_NEAR(block.lines[0].letters.top, px(16), 2);
}

TEST(SignatureBlock, ATitleThatReachesDeepIntoAPaleSealStaysWhole) {
  const auto page_with = [](Colour seal) {
    PaintedPage page(90, 80, 200);
    page.Ring(kSealX, kSealY, kSealRadius, 0.7, seal);
    for (int i = 0; i < 12; ++i) page.Down(30 + 2 * i, 28.5, 31.5, 1.2, kBlack);  // the seal's upper rim ends at 29.5 mm
    return page;
  };
  PaintedPage white = page_with({255, 255, 255}), pale = page_with({120, 120, 120}), black = page_with(kBlack);
  const auto px = [&](double mm) { return white.Pixels(mm); };
  const Box foot{px(29), px(29.8), px(54), px(31.8)};
  EXPECT_GE(Ink(Clean(pale).print, foot), 0.9 * Ink(white.image(), foot));
  const SignatureBlock bilevel = Clean(black);
  EXPECT_LT(Ink(bilevel.print, foot), 0.5 * Ink(white.image(), foot)) << "no tone tells it from the letters of the seal";
  EXPECT_GE(Ink(bilevel.whole_title, foot), 0.9 * Ink(white.image(), foot)) << "which is one way to look at it";
}

TEST(SignatureBlock, AStampedNameIsTurnedLevel) {
  PaintedPage page(90, 80, 200);
  SetPrint(&page, 1.2);
  page.Ring(kSealX, kSealY, kSealRadius, 0.7, kBlack);
  const SignatureBlock block = Clean(page);
  ASSERT_EQ(block.lines.size(), 2u);
  EXPECT_EQ(block.lines[0].degrees, 0);
  EXPECT_NEAR(block.lines[1].degrees, 3.1, 0.4);
  EXPECT_GT(CutLevel(block.print, block.lines[1]).height, block.lines[1].row.Height());
}

TEST(SignatureBlock, WhereNoLineIsSeenTheStrokesGoAsBefore) {
  PaintedPage page(90, 80, 200);
  page.Ring(kSealX, kSealY, kSealRadius, 0.7, kBlack);
  page.Curve([](double t) { return std::array<double, 2>{40 + 40 * t, 20 + 40 * t}; }, 0.4);
  const SignatureBlock block = Clean(page);
  EXPECT_TRUE(block.lines.empty());
  EXPECT_TRUE(block.no_pen.Empty());
  EXPECT_EQ(Ink(block.print, {page.Pixels(55), page.Pixels(30), page.Pixels(85), page.Pixels(60)}), 0);
}

}  // namespace
}  // namespace trichluc
