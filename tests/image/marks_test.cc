// Coloured ink taken off painted pages.
#include "image/marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using ::testing::IsEmpty;
using testing::PaintedPage;
using ::testing::SizeIs;

constexpr Colour kRed{205, 40, 50}, kBlue{45, 60, 150}, kNavy{25, 30, 85};

// Darkest value of a piece, in millimetres.
int DarkestIn(const Image& image, double x, double y, double w, double h) {
  const double pixel = image.dpi / 25.4;
  const Image piece = Cut(image, {static_cast<int>(x * pixel), static_cast<int>(y * pixel),
                                  static_cast<int>((x + w) * pixel), static_cast<int>((y + h) * pixel)});
  return *std::min_element(piece.pixels.begin(), piece.pixels.end());
}

TEST(MarksTest, ASealGoesThePrintUnderItStays) {
  PaintedPage page(210, 100, 200, 3);
  page.Rectangle(20, 50, 60, 3);  // print
  page.Ring(50, 50, 17, 1, kRed);
  const double red_over_black = 49.5;
  page.Rectangle(48, red_over_black, 4, 0.4, {60, 12, 15});  // where the seal lies over the print
  const Marks marks = TakeOffMarks(page.image());
  ASSERT_THAT(marks.regions, SizeIs(1));
  EXPECT_EQ(marks.regions[0].kind, "stamp");
  EXPECT_EQ(marks.regions[0].colour, "red");
  EXPECT_NEAR(marks.regions[0].box.CentreX(), page.Pixels(50), 3);
  EXPECT_NEAR(marks.regions[0].box.Width(), page.Pixels(35), 4);
  EXPECT_GT(DarkestIn(marks.grey, 30, 30, 40, 15), 240) << "the ring is gone";
  EXPECT_LT(DarkestIn(marks.grey, 21, 50.5, 5, 2), 20) << "the print is there";
  EXPECT_LT(DarkestIn(marks.red, 48, 32, 4, 2), 100) << "the ring is on the red page";
  EXPECT_GT(DarkestIn(marks.red, 70, 50.5, 5, 2), 250) << "the print is not";
  EXPECT_GT(marks.red_share, 0.001);
}

TEST(MarksTest, ASignatureGoesFiguresByHandStay) {
  PaintedPage page(210, 100, 200, 3);
  page.Curve(
      [](double t) {
        return std::array<double, 2>{140 + 40 * t, 60 + 9 * std::sin(20 * t)};
      },
      0.7, kBlue);
  for (const double x : {40.0, 44.0, 48.0}) page.Down(x, 20, 25, 0.6, kBlue);  // 111
  page.Down(80, 20, 26, 0.6, kNavy);
  const Marks marks = TakeOffMarks(page.image());
  ASSERT_THAT(marks.regions, SizeIs(1));
  EXPECT_EQ(marks.regions[0].kind, "signature");
  EXPECT_EQ(marks.regions[0].colour, "blue");
  EXPECT_GT(DarkestIn(marks.grey, 138, 45, 45, 30), 200);
  EXPECT_LT(DarkestIn(marks.grey, 38, 18, 12, 8), 110);
  EXPECT_LT(DarkestIn(marks.grey, 78, 18, 4, 8), 60);
  EXPECT_TRUE(marks.red.Empty());
}

// Colour kept as coarsely as JPEG does: the mean of squares of 8 pixels, brightness as it is.
void SmearColour(Image& image) {
  constexpr int kSquare = 8;
  const auto luminance = [](const uint8_t* p) { return (299 * p[0] + 587 * p[1] + 114 * p[2]) / 1000; };
  for (int top = 0; top + kSquare <= image.height; top += kSquare) {
    for (int left = 0; left + kSquare <= image.width; left += kSquare) {
      std::array<int, 3> tint{};
      const auto each = [&](const auto& use) {
        for (int y = top; y < top + kSquare; ++y) {
          for (int x = left; x < left + kSquare; ++x) use(image.Row(y) + 3 * x);
        }
      };
      each([&](uint8_t* p) {
        for (size_t c = 0; c < 3; ++c) tint[c] += p[c] - luminance(p);
      });
      each([&](uint8_t* p) {
        const int grey = luminance(p);
        for (size_t c = 0; c < 3; ++c)
          p[c] = static_cast<uint8_t>(std::clamp(grey + tint[c] / (kSquare * kSquare), 0, 255));
      });
    }
  }
}

// Number and day of a ĐẾN stamp, which touch each other, are together as tall as a signature.
TEST(MarksTest, FiguresInARedFrameStay) {
  PaintedPage page(210, 100, 200, 3);
  for (const double y : {20.0, 40.0}) page.Rectangle(100, y, 44, 0.5, kRed);
  for (const double x : {100.0, 143.5}) page.Rectangle(x, 20, 0.5, 20.5, kRed);
  for (const double x : {120.0, 127.0, 134.0}) page.Down(x, 22, 36, 0.6, kBlue);
  page.Rectangle(120, 28, 14, 0.6, kBlue);
  const Marks marks = TakeOffMarks(page.image());
  ASSERT_THAT(marks.regions, SizeIs(1));
  EXPECT_EQ(marks.regions[0].colour, "red");
  EXPECT_LT(DarkestIn(marks.grey, 121, 24, 12, 9), 120);
}

TEST(MarksTest, ThinPrintUnderASealStaysWhereColourIsCoarse) {
  PaintedPage page(210, 100, 200, 3);
  page.Rectangle(40, 40, 30, 20, kRed);
  for (double x = 42; x < 68; x += 2) page.Down(x, 45, 48, 0.4, {16, 4, 5});
  SmearColour(page.image());
  const Marks marks = TakeOffMarks(page.image());
  ASSERT_THAT(marks.regions, SizeIs(1));
  for (double x = 42; x < 68; x += 2) {
    EXPECT_LT(DarkestIn(marks.grey, x - 0.2, 46, 0.4, 1), 90) << x << ": the print is there";
    EXPECT_GT(DarkestIn(marks.grey, x + 0.6, 46, 0.8, 1), 200) << x << ": the seal beside it is gone";
  }
  EXPECT_GT(DarkestIn(marks.grey, 45, 50, 20, 5), 200);
}

TEST(MarksTest, SealsAsDarkAsPrintGoToo) {
  PaintedPage page(210, 100, 200, 3);
  page.Rectangle(20, 50, 60, 3);
  page.Ring(50, 50, 17, 1, {125, 5, 8});
  const Marks marks = TakeOffMarks(page.image());
  EXPECT_GT(DarkestIn(marks.grey, 30, 30, 40, 15), 200);
  EXPECT_LT(DarkestIn(marks.grey, 21, 50.5, 5, 2), 20);
}

TEST(MarksTest, ASignatureIsFollowedWherePrintPalesIt) {
  PaintedPage page(210, 100, 200, 3);
  constexpr Colour kPaleBlue{40, 40, 66};
  for (int piece = 0; piece < 6; ++piece) {  // aslant, 24 mm high, of pieces of 4 mm
    page.Curve(
        [&](double t) {
          return std::array<double, 2>{80 + 4 * (piece + t), 30 + 4 * (piece + t)};
        },
        0.5, piece % 2 == 0 ? kBlue : kPaleBlue);
  }
  for (int piece = 0; piece < 2; ++piece) {
    page.Curve(
        [&](double t) {
          return std::array<double, 2>{150 + 4 * t, 30 + 40 * piece + 4 * t};
        },
        0.5, kBlue);
  }
  const Marks marks = TakeOffMarks(page.image());
  ASSERT_THAT(marks.regions, SizeIs(1));
  EXPECT_NEAR(marks.regions[0].box.Height(), page.Pixels(24), 6);
  EXPECT_LT(DarkestIn(marks.grey, 148, 30, 8, 4), 110) << "strokes as low as figures stay";
}

TEST(MarksTest, TintedPaperIsNoInk) {
  for (const Colour paper :
       {Colour{200, 215, 240}, Colour{250, 235, 200}, Colour{205, 225, 205}, Colour{255, 255, 255}}) {
    PaintedPage page(210, 100, 150, 3, paper);
    page.Rectangle(20, 50, 60, 3);
    const Marks marks = TakeOffMarks(page.image());
    EXPECT_THAT(marks.regions, IsEmpty());
    EXPECT_GT(DarkestIn(marks.grey, 100, 10, 50, 50), 250) << "paper is white";
    EXPECT_LT(DarkestIn(marks.grey, 30, 50, 10, 2), 20);
  }
}

TEST(MarksTest, AGreyPageHasNone) {
  PaintedPage page(100, 100, 150, 1, {230, 230, 230});
  page.Rectangle(20, 50, 60, 3);
  const Marks marks = TakeOffMarks(page.image());
  EXPECT_THAT(marks.regions, IsEmpty());
  EXPECT_TRUE(marks.red.Empty());
  EXPECT_EQ(DarkestIn(marks.grey, 1, 1, 10, 10), 255);
}

TEST(MarksTest, RegionsTurnWithThePage) {
  std::mt19937 random(2);
  PaintedPage page(210, 297, 150, 3);
  for (int line = 0; line < 25; ++line) page.TextLine(30, 40 + 7 * line, 150, random);
  const double degrees = 3, radians = degrees * 3.14159265 / 180;
  // A page with its text level and its seal where a turned page would have it: only the mapping is under
  // test.
  const PageImage level = Analyse(page.image());
  EXPECT_NEAR(level.measurements[0].value, 0, 0.06);
  PaintedPage turned(210, 297, 150, 3);
  const auto place = [&](double x, double y) {
    return std::array<double, 2>{105 + (x - 105) * std::cos(radians) - (y - 148.5) * std::sin(radians),
                                 148.5 + (x - 105) * std::sin(radians) + (y - 148.5) * std::cos(radians)};
  };
  for (int line = 0; line < 25; ++line) {
    for (double x = 30; x < 180; x += 2.3) {  // rows of dashes, tilted
      turned.Curve([&](double t) { return place(x + 1.6 * t, 40 + 7 * line); }, 0.5);
    }
  }
  const auto [x, y] = place(160, 240);
  turned.Ring(x, y, 15, 1, kRed);
  const PageImage result = Analyse(turned.image());
  EXPECT_NEAR(result.measurements[0].value, degrees, 0.15);
  ASSERT_THAT(result.regions, SizeIs(1));
  const double shift_x = (result.upright.width - turned.image().width) / 2.0;
  const double shift_y = (result.upright.height - turned.image().height) / 2.0;
  EXPECT_NEAR(result.regions[0].box.CentreX(), turned.Pixels(160) + shift_x, 5);
  EXPECT_NEAR(result.regions[0].box.CentreY(), turned.Pixels(240) + shift_y, 5);
}

}  // namespace
}  // namespace trichluc
