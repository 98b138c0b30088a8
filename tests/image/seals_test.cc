#include "image/seals.h"
#include "image/signature_block.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using testing::kBlack;
using testing::PaintedPage;
using ::testing::SizeIs;

constexpr double kX = 140, kY = 180, kRingRadius = 17;  // mm

PaintedPage BodyPage(int dpi, unsigned seed) {
  PaintedPage page(210, 297, dpi);
  std::mt19937 random(seed);
  for (double y = 30; y < 150; y += 7) page.TextLine(30, y, 155, random);
  return page;
}

void PaintSeal(PaintedPage& page) {
  page.Ring(kX, kY, kRingRadius, 0.7, kBlack);
  page.Ring(kX, kY, kRingRadius - 1.1, 0.25, kBlack);
  page.Ring(kX, kY, kRingRadius - 6, 0.25, kBlack);
}

class SealsAt : public ::testing::TestWithParam<int> {};

TEST_P(SealsAt, ARingIsFoundWhereItIs) {
  PaintedPage page = BodyPage(GetParam(), 1);
  PaintSeal(page);
  const std::vector<Ring> seals = FindBlackSeals(page.image());
  ASSERT_THAT(seals, SizeIs(1));
  const Region region = SealRegion(seals[0], page.image());
  EXPECT_EQ(region.kind, "stamp");
  EXPECT_EQ(region.colour, "black");
  EXPECT_NEAR(region.box.CentreX(), page.Pixels(kX), page.Pixels(1.5));
  EXPECT_NEAR(region.box.CentreY(), page.Pixels(kY), page.Pixels(1.5));
  EXPECT_NEAR(region.box.Width(), page.Pixels(2 * kRingRadius), page.Pixels(2));
}

// A sixth of it gone, the rest broken by the scanner's threshold; text right above it.
TEST(SealsTest, AWornRingIsFound) {
  PaintedPage page = BodyPage(150, 1);
  for (int i = 0; i < 36; ++i) {
    const double from = i * 2 * M_PI / 36;
    if (i < 6) continue;  // to the lower right
    page.Curve([=](double t) { return std::array<double, 2>{kX + kRingRadius * std::cos(from + 0.15 * t), kY + kRingRadius * std::sin(from + 0.15 * t)}; }, 0.45, kBlack);
  }
  const std::vector<Ring> seals = FindBlackSeals(page.image());
  ASSERT_THAT(seals, SizeIs(1));
  EXPECT_NEAR(seals[0].x, page.Pixels(kX), page.Pixels(1.5));
  EXPECT_NEAR(seals[0].radius, page.Pixels(kRingRadius), page.Pixels(1.5));
}

// With its letters, whose edges point at centres beside the true one.
TEST_P(SealsAt, ARingOverTheEdgeOfThePage) {
  for (const double beyond : {0.1, 0.6}) {
    PaintedPage page = BodyPage(GetParam(), 1);
    const double x = 210 - (1 - beyond) * kRingRadius;
    page.Ring(x, kY, kRingRadius, 0.7, kBlack);
    page.Ring(x, kY, kRingRadius - 6, 0.25, kBlack);
    for (int i = 0; i < 40; ++i) {
      const double angle = i * 2 * M_PI / 40, r = kRingRadius - 3.4 - (i % 3) * 0.3;
      page.Ring(x + r * std::cos(angle), kY + r * std::sin(angle), 1.1 + (i % 2) * 0.3, 0.35, kBlack);
    }
    const std::vector<Ring> seals = FindBlackSeals(page.image());
    ASSERT_THAT(seals, SizeIs(1)) << beyond << " of the radius beyond";
    EXPECT_NEAR(seals[0].x, page.Pixels(x), page.Pixels(1.5)) << beyond;
    EXPECT_NEAR(seals[0].radius, page.Pixels(kRingRadius), page.Pixels(1)) << beyond;
  }
}

TEST_P(SealsAt, PrintAloneIsNone) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    SCOPED_TRACE(seed);
    EXPECT_THAT(FindBlackSeals(BodyPage(GetParam(), seed).image()), IsEmpty());
  }
}

TEST_P(SealsAt, NeitherAreTables) {
  PaintedPage page = BodyPage(GetParam(), 3);
  for (double x = 30; x <= 180; x += 15) page.Down(x, 160, 280);
  for (double y = 160; y <= 280; y += 8) page.Across(30, 180, y);
  EXPECT_THAT(FindBlackSeals(page.image()), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Dpi, SealsAt, ::testing::Values(150, 200, 300));

TEST(SealsTest, AnEmptyImageHasNone) { EXPECT_THAT(FindBlackSeals(Image{}), IsEmpty()); }

int InkIn(const Image& image, const Box& box) {
  int ink = 0;
  const Image piece = Cut(image, box);
  for (uint8_t grey : piece.pixels) ink += grey < 128;
  return ink;
}

TEST(SealsTest, TheRingGoesTheLinesAboveAndBelowStay) {
  PaintedPage page(80, 80, 200);
  const double x = 30, y = 40;
  for (double at = 20; at < 50; at += 2) {  // stems of a title that the ring cuts, and of a name below
    page.Down(at, y - kRingRadius - 2, y - kRingRadius + 1, 0.5);
    page.Down(at, y + kRingRadius + 1, y + kRingRadius + 4, 0.5);
  }
  const Image print = page.image();
  page.Ring(x, y, kRingRadius, 0.7, kBlack);
  page.Curve(
      [](double t) {
        return std::array<double, 2>{30 + 40 * t, 40 + 8 * std::sin(20 * t)};
      },
      0.6);  // a signature
  const auto px = [&](double mm) { return page.Pixels(mm); };
  const Image clean =
      WithoutSeal(page.image(), {px(x - kRingRadius), px(y - kRingRadius), px(x + kRingRadius), px(y + kRingRadius)}).print;
  const Box above{0, 0, px(80), px(y - kRingRadius + 1)}, below{0, px(y + kRingRadius + 0.6), px(80), px(80)};
  const Box side{0, px(y - 12), px(80), px(y + 12)};
  EXPECT_LE(InkIn(clean, side), 5) << "ring and signature are gone but for specks";
  EXPECT_GT(InkIn(clean, above), 0.75 * InkIn(print, above));
  EXPECT_GT(InkIn(clean, below), 0.95 * InkIn(print, below));
}

TEST(SealsTest, OnGreyScansPaleInkGoesAndPrintUnderItStaysWhole) {
  PaintedPage page(80, 80, 200);
  const double x = 30, y = 40;
  page.Ring(x, y, kRingRadius, 0.7, {110, 110, 110});
  page.Ring(x, y, kRingRadius - 1.1, 0.25, {110, 110, 110});
  page.Rectangle(x - 4, y + kRingRadius - 1, 20, 2, {20, 20, 20});           // a name across the ring
  page.Down(x, y - kRingRadius - 1, y - kRingRadius + 4, 0.5, {110, 110, 110});  // of the seal's own letters
  const auto px = [&](double mm) { return page.Pixels(mm); };
  const Image clean =
      WithoutSeal(page.image(), {px(x - kRingRadius), px(y - kRingRadius), px(x + kRingRadius), px(y + kRingRadius)}).print;
  EXPECT_EQ(InkIn(clean, {0, 0, px(80), px(y + kRingRadius - 2)}), 0);
  const Box name{px(x - 4), px(y + kRingRadius - 1), px(x + 16), px(y + kRingRadius + 1)};
  EXPECT_EQ(InkIn(clean, name), InkIn(page.image(), name));
}

}  // namespace
}  // namespace trichluc
