// Pages as they were scanned: what is measured against.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "image/analyse.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::kBlack;
using testing::PaintedPage;

TEST(AsScanned, NothingIsDoneButRulesAreErased) {
  PaintedPage page(210, 297, 150);
  std::mt19937 random(1);
  for (double y = 30; y < 150; y += 7) page.TextLine(30, y, 155, random);
  page.Ring(140, 200, 17, 0.7, kBlack);
  const Image turned = [&] {  // upside down
    Image out = page.image();
    const int bytes = out.channels;
    for (int y = 0; y < out.height; ++y) {
      for (int x = 0; x < out.width; ++x) {
        for (int c = 0; c < bytes; ++c)
          out.Row(y)[x * bytes + c] = page.image().Row(out.height - 1 - y)[(out.width - 1 - x) * bytes + c];
      }
    }
    return out;
  }();
  const PageImage as_scanned = AsScanned(turned), whole = Analyse(turned);
  EXPECT_EQ(as_scanned.upright.width, turned.width);
  EXPECT_EQ(as_scanned.upright.height, turned.height);
  EXPECT_TRUE(as_scanned.regions.empty()) << "no seal is looked for";
  EXPECT_FALSE(whole.regions.empty());
  const auto ink_above = [](const Image& image) {
    long dark = 0;
    for (int y = 0; y < image.height / 2; ++y)
      dark += std::count_if(image.Row(y), image.Row(y) + image.width, [](uint8_t v) { return v < 128; });
    return dark;
  };
  // Lines of text fill the upper half of the page, and the lower one as it lies.
  EXPECT_LT(ink_above(as_scanned.text), ink_above(whole.text));
}

}  // namespace
}  // namespace trichluc
