// Pages come out the same with the program's own loops and with Poppler's.
#include "render/splash_loops.h"

#include <gtest/gtest.h>

#include <string>

#include "render/pdf.h"

namespace trichluc {
namespace {

class SplashLoopsTest : public ::testing::TestWithParam<const char*> {};

TEST_P(SplashLoopsTest, DrawAsPopplersDo) {
  const Pdf pdf(std::string(TRICHLUC_SOURCE_DIR "/corpus/") + GetParam());
  for (const int dpi : {0, 150, 233, 300}) {  // as scanned, smaller, larger
    UseOwnSplashLoops(false);
    const Image popplers = pdf.Render(1, dpi);
    UseOwnSplashLoops(true);
    const Image ours = pdf.Render(1, dpi);
    EXPECT_EQ(ours.channels, popplers.channels);
    EXPECT_TRUE(ours.pixels == popplers.pixels) << GetParam() << " at " << dpi << " dpi";
  }
}

INSTANTIATE_TEST_SUITE_P(GreyColouredAndBilevel, SplashLoopsTest,
                         ::testing::Values("t-text/usual200.pdf", "t-frames/usual200.pdf", "t-numbers/usual200.pdf", "t-cut/usual200.pdf",
                                           "t-text/poor150.pdf"));

}  // namespace
}  // namespace trichluc
