// Ground and ink of painted pages: what is measured, and what is done about it only then.
#include "image/light.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using testing::PaintedPage;

// Lines of print in one tone, down the page.
PaintedPage Printed(uint8_t tone, int channels = 1) {
  PaintedPage page(210, 297, 100, channels);
  std::mt19937 random(3);
  for (int line = 0; line < 30; ++line) page.TextLine(30, 30 + 8 * line, 150, random, {tone, tone, tone});
  return page;
}

// The shade of a fold, from black at the left edge to nothing at 60 mm.
void Shade(Image& image) {
  const double reach = 60 * image.dpi / 25.4;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width * image.channels; ++x) {
      const double light = std::min(1.0, 0.3 + 0.7 * x / image.channels / reach);
      image.Row(y)[x] = static_cast<uint8_t>(image.Row(y)[x] * light);
    }
  }
}

double Measured(const PageImage& page, const std::string& name) {
  for (const Measurement& measurement : page.measurements) {
    if (measurement.name == name) return measurement.value;
  }
  return -1;
}

TEST(LightTest, AWellScannedPageStaysAsItIs) {
  const Image page = Printed(30).image();
  const Light light = MeasureLight(OnWhite(page));
  EXPECT_EQ(light.shade, 0);
  EXPECT_LT(light.ink_tone, 60);
  EXPECT_EQ(Analyse(page).upright.pixels, page.pixels);
}

TEST(LightTest, APaleTextIsMadeDark) {
  for (const int channels : {1, 3}) {
    const Image page = Printed(180, channels).image();
    const Light light = MeasureLight(OnWhite(page));
    EXPECT_GT(light.ink_tone, kPale);
    EXPECT_EQ(light.shade, 0);
    const PageImage result = Analyse(page);
    EXPECT_EQ(Measured(result, "ink_tone"), light.ink_tone);
    EXPECT_LT(*std::min_element(result.upright.pixels.begin(), result.upright.pixels.end()), 70);
    EXPECT_EQ(result.upright.Row(5)[5], 255);
  }
}

TEST(LightTest, AStampOnAPaleTextDoesNotHideThatItIsPale) {
  PaintedPage page = Printed(180, 3);
  page.Ring(120, 240, 17, 2, {200, 20, 30});
  EXPECT_GT(MeasureLight(OnWhite(page.image())).ink_tone, kPale);
}

TEST(LightTest, WhatIsSeenThroughThePaperIsNoPalePrint) {
  PaintedPage page = Printed(200);  // the back
  std::mt19937 random(3);
  for (int line = 0; line < 4; ++line) page.TextLine(30, 34 + 8 * line, 150, random);
  EXPECT_LT(MeasureLight(OnWhite(page.image())).ink_tone, kPale);
}

TEST(LightTest, ShadeIsTakenOffPrintStays) {
  Image page = Printed(30).image();
  Shade(page);
  EXPECT_GT(MeasureLight(OnWhite(page)).shade, kUneven);
  const PageImage result = Analyse(page);
  EXPECT_GT(Measured(result, "shade"), kUneven);
  EXPECT_LT(MeasureLight(result.upright).shade, 30);
  EXPECT_LT(MeasureLight(result.upright).ink_tone, 80);
}

TEST(LightTest, TintedPaperIsNoShade) {
  for (const Colour paper : {Colour{190, 200, 230}, Colour{250, 235, 190}}) {
    PaintedPage page(210, 297, 100, 3, paper);
    page.Rectangle(40, 40, 100, 3);
    const Image white = OnWhite(page.image());
    EXPECT_EQ(MeasureLight(white).shade, 0);
    EXPECT_EQ(white.Row(3)[0], 255);
    EXPECT_EQ(white.Row(3)[2], 255);
  }
}

TEST(LightTest, AnEmptyOrTinyPageHasNoPrint) {
  EXPECT_EQ(MeasureLight(PaintedPage(210, 297, 100).image()).ink_tone, 0);
  EXPECT_EQ(MeasureLight(Image{3, 2, 1, 200, {0, 0, 0, 0, 0, 0}}).ink_tone, 0);
}

}  // namespace
}  // namespace trichluc
