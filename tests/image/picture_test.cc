// Cutting, erasing, PNG, and taking ruling lines off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "image/analyse.h"
#include "image/erase_lines.h"
#include "image/upright.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

Image Ramp(int width, int height, int channels) {
  Image image{width, height, channels, 200};
  for (int i = 0; i < width * height * channels; ++i) image.pixels.push_back(static_cast<uint8_t>(i * 7));
  return image;
}

TEST(PictureTest, CutIsClippedToTheImage) {
  for (const int channels : {1, 3}) {
    const Image image = Ramp(10, 8, channels);
    const Image piece = Cut(image, {-5, 6, 4, 100});
    EXPECT_EQ(piece.width, 4);
    EXPECT_EQ(piece.height, 2);
    EXPECT_EQ(piece.dpi, 200);
    EXPECT_EQ(piece.Row(1)[0], image.Row(7)[0]);
    EXPECT_EQ(piece.Row(0)[4 * channels - 1], image.Row(6)[4 * channels - 1]);
    EXPECT_TRUE(Cut(image, {20, 20, 30, 30}).Empty());
  }
}

TEST(PictureTest, EraseIsClippedToTheImage) {
  Image image = Ramp(10, 8, 1);
  Erase(image, {8, 6, 50, 50});
  EXPECT_EQ(image.Row(7)[9], 255);
  EXPECT_EQ(image.Row(7)[7], static_cast<uint8_t>(77 * 7));
}

TEST(PictureTest, PngKeepsEveryPixel) {
  for (const int channels : {1, 3}) {
    const Image image = Ramp(37, 11, channels);
    const Image back = DecodePng(EncodePng(image));
    EXPECT_EQ(back.pixels, image.pixels);
    EXPECT_EQ(back.channels, channels);
    EXPECT_EQ(back.width, 37);
    EXPECT_NEAR(back.dpi, 200, 1);
  }
  EXPECT_THROW(DecodePng("GIF89a"), UsageError);
  EXPECT_THROW(EncodePng(Image{}), UsageError);
}

TEST(PictureTest, EnlargeGrowsTheDpi) {
  const Image image = Enlarge(Ramp(10, 8, 1), 3);
  EXPECT_EQ(image.width, 30);
  EXPECT_EQ(image.height, 24);
  EXPECT_EQ(image.dpi, 600);
}

// A line across at y = 20 mm with strokes of letters at it.
struct Crossing {
  const char* name;
  double x, top, bottom;  // of a stroke 0.5 mm wide
  bool keeps_line;        // whether the place where they meet must stay dark
};

TEST(EraseLinesTest, LettersStayWhole) {
  const Crossing crossings[] = {{"crosses", 20, 18, 22, true},
                                {"stands on it", 40, 17, 20, false},
                                {"hangs from it", 60, 20, 23, false},
                                {"stands clear of it", 80, 16, 19, false}};
  for (const bool vertical : {false, true}) {
    PaintedPage page(100, 100, 300);
    if (vertical)
      page.Down(20, 5, 95);
    else
      page.Across(5, 95, 20);
    for (const Crossing& c : crossings) {
      if (vertical)
        page.Across(c.top, c.bottom, c.x, 0.5);
      else
        page.Down(c.x, c.top, c.bottom, 0.5);
    }
    Image image = page.image();
    const Image level = FromPix(Level(ToPix(image).get()).get(), 300);
    const RuledLines lines = FindLines(MakeLevelPage(level));
    const auto at = [&](double along, double across) {
      return vertical ? image.Row(page.Pixels(along))[page.Pixels(across)]
                      : image.Row(page.Pixels(across))[page.Pixels(along)];
    };
    for (const RuledLine& line : vertical ? lines.vertical : lines.horizontal) {
      if (vertical)
        EraseVertical(image, line);
      else
        EraseHorizontal(image, line);
    }
    for (double along = 6; along < 94; along += 0.5) {
      const bool near = std::any_of(std::begin(crossings), std::end(crossings),
                                    [&](const Crossing& c) { return std::abs(c.x - along) < 1; });
      EXPECT_TRUE(near || at(along, 20) == 255) << along;
    }
    for (const Crossing& c : crossings) {
      EXPECT_EQ(at(c.x, c.top + 0.5), 0) << c.name;
      EXPECT_EQ(at(c.x, c.bottom - 0.5), 0) << c.name;
      EXPECT_TRUE(!c.keeps_line || at(c.x, 20) == 0) << c.name;
    }
  }
}

TEST(UprightTest, TextAloneTellsTheSkew) {
  for (const double degrees : {-6.0, -0.8, 0.0, 0.3, 3.7}) {
    std::mt19937 random(5);
    PaintedPage page(210, 250, 200);
    for (int line = 0; line < 28; ++line) page.TextLine(30, 30 + 7 * line, 150, random);
    const PixPtr turned = Straighten(ToPix(page.image()).get(), -degrees);
    const PageImage result = Analyse(FromPix(turned.get(), 200));
    EXPECT_NEAR(result.measurements[0].value, degrees, 0.1);
    EXPECT_EQ(result.measurements[1].value, 0);
  }
}

TEST(UprightTest, AnEmptyPageStaysAsItIs) {
  PaintedPage page(210, 297, 100);
  const PageImage result = Analyse(page.image());
  EXPECT_EQ(result.upright.width, page.image().width);
  EXPECT_EQ(result.upright.pixels, page.image().pixels);
  EXPECT_TRUE(result.grids.empty());
}

}  // namespace
}  // namespace trichluc
