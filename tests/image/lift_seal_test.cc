#include "image/lift_seal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "image/analyse.h"
#include "image/seals.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using testing::kBlack;
using testing::PaintedPage;
using ::testing::SizeIs;

constexpr double kRadius = 17;  // mm

PaintedPage Print(int dpi, unsigned seed, Colour ink = kBlack) {
  PaintedPage page(210, 120, dpi);
  std::mt19937 random(seed);
  for (double y = 30; y < 100; y += 6.5) page.TextLine(25, y, 160, random, ink);
  return page;
}

// Rings, a star as a disc, and letters as short strokes along the rim.
void PaintSeal(PaintedPage& page, double x, double y, Colour ink) {
  page.Ring(x, y, kRadius, 0.7, ink);
  page.Ring(x, y, kRadius - 6.5, 0.3, ink);
  for (double r = 0.2; r < 4; r += 0.2) page.Ring(x, y, r, 0.4, ink);
  for (int i = 0; i < 24; ++i) {
    const double angle = 6.2832 * i / 24, dx = std::cos(angle), dy = std::sin(angle);
    page.Curve(
        [&](double t) {
          const double r = kRadius - 4.6 + 2 * t;
          return std::array<double, 2>{x + r * dx, y + r * dy};
        },
        0.35, ink);
  }
}

// How far two pages differ in ink, inside a circle and outside another.
struct Differ {
  int lost = 0, left = 0;  // print that is gone; seal that is there
};

Differ Compare(const Image& print, const Image& page, int x, int y, double inner, double outer) {
  Differ differ;
  for (int v = 0; v < page.height; ++v) {
    for (int u = 0; u < page.width; ++u) {
      const double r = std::hypot(u - x, v - y);
      if (r < inner || r > outer) continue;
      const bool was = print.Row(v)[u] < 128, is = page.Row(v)[u] < 128;
      differ.lost += was && !is;
      differ.left += is && !was;
    }
  }
  return differ;
}

int Ink(const Image& page, int x, int y, double inner, double outer) {
  Image white = page;
  std::fill(white.pixels.begin(), white.pixels.end(), uint8_t{255});
  return Compare(white, page, x, y, inner, outer).left;
}

class LiftSealAt : public ::testing::TestWithParam<int> {};

TEST_P(LiftSealAt, RingsGoAndLettersThatTheyCrossStay) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(seed);
    PaintedPage page = Print(GetParam(), seed);
    const Image print = page.image();
    PaintSeal(page, 105, 62, kBlack);
    const Image sealed = page.image();
    const std::vector<Ring> seals = FindBlackSeals(sealed);
    ASSERT_THAT(seals, SizeIs(1));
    Image lifted = sealed;
    LiftSeal(&lifted, seals[0]);
    const int x = page.Pixels(105), y = page.Pixels(62);
    const double mm = GetParam() / 25.4;
    const auto differ = [&](const Image& image, double inner, double outer) {
      return Compare(print, image, x, y, inner * mm, outer * mm);
    };
    EXPECT_LT(differ(lifted, 16, 18).left, 0.15 * differ(sealed, 16, 18).left) << "of the outer ring";
    EXPECT_LT(differ(lifted, 0, 5).left, 0.1 * differ(sealed, 0, 5).left) << "of the star";
    EXPECT_LT(differ(lifted, 12, 15).left, 0.85 * differ(sealed, 12, 15).left) << "of the letters";
    EXPECT_LT(differ(lifted, 6, 18).lost, 0.25 * Ink(print, x, y, 6 * mm, 18 * mm)) << "of the print";
    EXPECT_EQ(differ(lifted, 19, 200).lost, 0) << "beside the seal";
  }
}

TEST_P(LiftSealAt, AWholePageOfPrintHasNothingToLift) {
  for (unsigned seed = 1; seed <= 3; ++seed)
    EXPECT_THAT(FindBlackSeals(Print(GetParam(), seed).image()), SizeIs(0));
}

TEST_P(LiftSealAt, HalfASealAtTheEdgeOfThePageIsLifted) {
  PaintedPage page = Print(GetParam(), 4);
  const Image print = page.image();
  PaintSeal(page, 205, 62, kBlack);
  Image lifted = page.image();
  const std::vector<Ring> seals = FindBlackSeals(lifted);
  ASSERT_THAT(seals, SizeIs(1));
  LiftSeal(&lifted, seals[0]);
  const double mm = GetParam() / 25.4;
  const int x = page.Pixels(205), y = page.Pixels(62);
  EXPECT_LT(Compare(print, lifted, x, y, 16 * mm, 18 * mm).left,
            0.2 * Compare(print, page.image(), x, y, 16 * mm, 18 * mm).left);
}

INSTANTIATE_TEST_SUITE_P(Dpi, LiftSealAt, ::testing::Values(150, 200, 300));

TEST(LiftSealTest, APalerSealGoesByItsTone) {
  PaintedPage page = Print(200, 5, {20, 20, 20});
  const Image print = page.image();
  page.Ring(105, 62, kRadius, 0.7, {120, 120, 120});
  const std::vector<Ring> seals = FindBlackSeals(page.image());
  ASSERT_THAT(seals, SizeIs(1));
  PaintedPage pale = Print(200, 5, {20, 20, 20});
  Image under = pale.image();
  // The seal's ink over print is print; over paper it is grey.
  for (size_t i = 0; i < under.pixels.size(); ++i)
    under.pixels[i] = std::min(under.pixels[i], page.image().pixels[i]);
  const auto differ = [&] {
    return Compare(print, under, page.Pixels(105), page.Pixels(62), 0, 40 * 200 / 25.4);
  };
  const Differ before = differ();
  LiftSeal(&under, seals[0]);
  EXPECT_LT(differ().left, 0.4 * before.left) << "the soft edge of print looks like it";
  EXPECT_EQ(differ().lost, 0);
}

TEST(LiftSealTest, AnEmptyImageOrARingBesideThePageChangesNothing) {
  Image none;
  LiftSeal(&none, {10, 10, 10, 1});
  PaintedPage page = Print(150, 1);
  Image same = page.image();
  LiftSeal(&same, {-500, -500, 100, 1});
  EXPECT_EQ(same.pixels, page.image().pixels);
}

}  // namespace
}  // namespace trichluc
