// Pages that lay far askew come out as large as their paper.
#include "image/paper.h"

#include <gtest/gtest.h>

#include <leptonica/allheaders.h>

#include <cmath>

#include "image/analyse.h"
#include "image/upright.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

PaintedPage Page(double width = 210, double height = 297) {
  PaintedPage page(width, height, 100);
  std::mt19937 random(3);
  for (double y = 30; y < height - 25; y += 8) page.TextLine(30, y, width - 50, random);
  return page;
}

// On a glass that is cut to the paper as it lies.
Image Askew(const Image& page, double degrees) {
  const PixPtr turned(Straighten(ToPix(page).get(), -degrees));
  return FromPix(turned.get(), page.dpi);
}

TEST(PaperTest, TheGlassTellsTheSizeOfThePaper) {
  for (const double degrees : {-9.5, 5.0, 10.0}) {
    PaintedPage page = Page();
    const Image askew = Askew(page.image(), degrees);
    ASSERT_GT(askew.width, 1.05 * page.image().width);
    const PageImage result = Analyse(askew);
    EXPECT_NEAR(result.upright.width, page.image().width, 12) << degrees;
    EXPECT_NEAR(result.upright.height, page.image().height, 12) << degrees;
    EXPECT_EQ(result.text.width, result.upright.width);
    EXPECT_EQ(result.text.height, result.upright.height);
  }
}

TEST(PaperTest, APictureOfThePapersOwnSizeKeepsIt) {
  PaintedPage page = Page();
  Image askew = Askew(page.image(), 6);
  const int dx = (askew.width - page.image().width) / 2, dy = (askew.height - page.image().height) / 2;
  askew = Cut(askew, {dx, dy, dx + page.image().width, dy + page.image().height});
  const PageImage result = Analyse(askew);
  EXPECT_NEAR(result.upright.width, page.image().width, 3);
  EXPECT_NEAR(result.upright.height, page.image().height, 3);
}

TEST(PaperTest, NoInkIsCutOff) {
  PaintedPage page = Page();
  Image askew = Askew(page.image(), 8);
  for (int y = 4; y < 24; ++y) std::fill_n(askew.Row(y) + 4, 20, uint8_t{0});  // in a corner of the glass
  const PixPtr straight = Straighten(ToPix(askew).get(), 8);
  const Box paper = PaperOf(straight.get(), askew.width, askew.height, 8, askew.dpi);
  EXPECT_GT(paper.Width(), page.image().width + 20);
  const Image kept = Cut(FromPix(straight.get(), 100), paper), whole = FromPix(straight.get(), 100);
  const auto dark = [](const Image& image) {
    return std::count_if(image.pixels.begin(), image.pixels.end(), [](uint8_t grey) { return grey < 100; });
  };
  EXPECT_EQ(dark(kept), dark(whole));
}

TEST(PaperTest, ALittleSkewChangesNothing) {
  PaintedPage page = Page();
  const PageImage result = Analyse(Askew(page.image(), 1.5));
  for (const Measurement& measurement : result.measurements) {
    if (measurement.name == "trimmed_share") {
      EXPECT_EQ(measurement.value, 0);
    }
  }
}

TEST(PaperTest, RegionsMoveWithThePaper) {
  PaintedPage page(210, 297, 100, 3);
  std::mt19937 random(3);
  for (double y = 30; y < 200; y += 8) page.TextLine(30, y, 160, random);
  page.Ring(120, 240, 17, 1, {205, 40, 50});
  const PageImage result = Analyse(Askew(page.image(), 9));
  ASSERT_EQ(result.regions.size(), 1U);
  EXPECT_NEAR(result.regions[0].box.CentreX(), page.Pixels(120), 8);
  EXPECT_NEAR(result.regions[0].box.CentreY(), page.Pixels(240), 8);
  EXPECT_EQ(result.red.width, result.upright.width);
}

}  // namespace
}  // namespace trichluc
