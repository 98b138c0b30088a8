// Scans as devices leave them: every coding of the corpus maker, pages of mixed size, strips.
#include <gtest/gtest.h>

#include "corpus/make.h"
#include "corpus/typeset.h"
#include "render/pdf.h"
#include "support/pdf_builder.h"

namespace trichluc {
namespace {

using testing::PdfBuilder;
using testing::TemporaryFile;

double ShareOfInk(const Image& image) {
  long ink = 0;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) ink += image.Row(y)[x * image.channels] < 110;
  }
  return static_cast<double>(ink) / image.width / image.height;
}

class CodingTest : public ::testing::TestWithParam<const char*> {};

// A black bar over the middle of the page, as every coding shows it.
TEST_P(CodingTest, ShowsThePrint) {
  corpus::Description description;
  description.seed = 3;
  corpus::Paper paper;
  for (const bool coloured : {false, true}) {
    paper.sheets.push_back(std::make_shared<corpus::Sheet>(595.28, 841.89));
    paper.sheets.back()->Rule(100, 400, 400, 100);
    if (coloured) {
      paper.sheets.back()->MarkColoured();
      paper.sheets.back()->Box(120, 600, 80, 80, 6, {0.8, 0, 0});
    }
  }
  const corpus::Quality& quality = corpus::FindQuality(GetParam());
  const TemporaryFile file("coded.pdf", corpus::MakeScan(description, paper, quality));
  const Pdf pdf(file.path());
  ASSERT_EQ(pdf.pages(), 2);
  const PageInfo info = pdf.Info(1);
  EXPECT_EQ(info.images, 1);
  EXPECT_TRUE(info.full_page_image);
  const Image grey = pdf.Render(1), coloured = pdf.Render(2);
  EXPECT_EQ(grey.dpi, static_cast<int>(quality.dpi));
  EXPECT_NEAR(grey.width, 8.268 * quality.dpi, 1);
  EXPECT_EQ(grey.channels, 1);
  EXPECT_EQ(coloured.channels, quality.colour ? 3 : 1);
  EXPECT_NEAR(ShareOfInk(grey), 400 * 100 / (595.28 * 841.89), 0.002);
}

INSTANTIATE_TEST_SUITE_P(Qualities, CodingTest, ::testing::Values("clean300", "usual200", "poor150", "jp2"),
                         [](const auto& info) { return std::string(info.param); });

TEST(ScansTest, PagesOfMixedSizeKeepTheirOwn) {
  PdfBuilder pdf;
  const std::string fine = pdf.AddImage(1166, 1654, "DeviceGray", "\x80"),  // A5 at 200 dpi
      wide = pdf.AddImage(1754, 1240, "DeviceGray", "\x80");                // A4 landscape at 150
  pdf.AddPage(419.76, 595.44, "419.76 0 0 595.44 0 0 cm " + fine + " Do");
  pdf.AddPage(841.92, 595.2, "841.92 0 0 595.2 0 0 cm " + wide + " Do");
  pdf.AddPage(595.44, 419.76, "595.44 0 0 419.76 0 0 cm " + wide + " Do", 90);
  const TemporaryFile file("mixed.pdf", pdf.Bytes());
  const Pdf opened(file.path());
  const Image a5 = opened.Render(1), a4 = opened.Render(2);
  EXPECT_EQ(a5.dpi, 200);
  EXPECT_EQ(a5.width, 1166);
  EXPECT_EQ(a5.height, 1654);
  EXPECT_EQ(a4.dpi, 150);
  EXPECT_EQ(a4.width, 1754);
  EXPECT_EQ(a4.height, 1240);
  const PageInfo turned = opened.Info(3);
  EXPECT_NEAR(turned.width_pt, 419.76, 0.01);
  EXPECT_NEAR(turned.height_pt, 595.44, 0.01);
}

TEST(ScansTest, StripsWhoseEdgesFallBetweenPixelsLeaveNoSeam) {
  PdfBuilder pdf;
  const std::string strip = pdf.AddImage(800, 86, "DeviceGray", "\x40");
  std::string content;
  for (int i = 0; i < 7; ++i)
    content += fmt::format("q 288 0 0 {} 0 {} cm {} Do Q ", 216 / 7.0, 216 * i / 7.0, strip);
  pdf.AddPage(288, 216, content);
  const TemporaryFile file("strips.pdf", pdf.Bytes());
  const Pdf opened(file.path());
  EXPECT_EQ(opened.Info(1).images, 7);
  EXPECT_TRUE(opened.Info(1).full_page_image);
  const Image image = opened.Render(1);
  for (int y = 1; y + 1 < image.height; ++y) ASSERT_LE(image.Row(y)[image.width / 2], 0x48) << "row " << y;
}

}  // namespace
}  // namespace trichluc
