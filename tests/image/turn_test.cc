// Which way up pages lie that have little print.
#include "image/turn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

// Lines whose strokes rise little more than they hang: some are painted upside down.
Image FewLines() {
  PaintedPage page(210, 297, 200);
  std::mt19937 random(5);
  for (int line = 0; line < 4; ++line) page.TextLine(30, 220 + 7 * line, 150, random);
  Image image = TurnBack(page.image(), 180);
  PaintedPage upright(210, 297, 200);
  for (int line = 0; line < 6; ++line) upright.TextLine(30, 150 + 7 * line, 150, random);
  std::transform(image.pixels.begin(), image.pixels.end(), upright.image().pixels.begin(),
                 image.pixels.begin(), [](uint8_t a, uint8_t b) { return std::min(a, b); });
  return image;
}

double MeasuredTurn(const PageImage& page, const std::string& name) {
  for (const Measurement& measurement : page.measurements) {
    if (measurement.name == name) return measurement.value;
  }
  return NAN;
}

TEST(TurnTest, AFewLinesSayHowTheyLie) {
  for (const int degrees : {0, 90, 180, 270}) {
    const PageImage page = Analyse(TurnBack(FewLines(), (360 - degrees) % 360));
    EXPECT_EQ(MeasuredTurn(page, "turned_degrees"), degrees)
        << MeasuredTurn(page, "sideways") << " " << MeasuredTurn(page, "upness");
  }
}

TEST(TurnTest, AnEmptyPageIsNotTurned) {
  for (const int degrees : {0, 90}) {
    const PageImage page = Analyse(TurnBack(PaintedPage(210, 297, 100).image(), degrees));
    EXPECT_EQ(MeasuredTurn(page, "turned_degrees"), 0);
  }
}

}  // namespace
}  // namespace trichluc
