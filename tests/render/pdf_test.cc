#include "render/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "render/colour.h"
#include "render/page_images.h"
#include "support/pdf_builder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using testing::PdfBuilder;
using testing::TemporaryFile;

const std::string kData = TRICHLUC_SOURCE_DIR "/tests/render/data/";

// A page of 4 × 3 inches with one image over all of it.
PdfBuilder Scan(int dpi, const std::string& colour_space = "DeviceGray", const std::string& sample = "\x80") {
  PdfBuilder pdf;
  const std::string image = pdf.AddImage(4 * dpi, 3 * dpi, colour_space, sample);
  pdf.AddPage(288, 216, "288 0 0 216 0 0 cm " + image + " Do");
  return pdf;
}

void ExpectFailure(const std::string& path, ErrorCode code, const std::string& cause) {
  try {
    Pdf pdf(path);
    FAIL() << "opened " << path;
  } catch (const DocumentError& error) {
    EXPECT_STREQ(Name(error.code()), Name(code));
    EXPECT_EQ(error.stage(), "render");
    EXPECT_EQ(error.path(), path);
    EXPECT_THAT(error.cause(), HasSubstr(cause));
  }
}

TEST(PdfTest, SaysWhyAFileCannotBeOpened) {
  ExpectFailure("/no/such/file.pdf", ErrorCode::kNotFound, "no such file");
  ExpectFailure(kData, ErrorCode::kUnreadable, "folder");
  ExpectFailure(kData + "locked.pdf", ErrorCode::kEncrypted, "password");
  const TemporaryFile empty("empty.pdf", "");
  ExpectFailure(empty.path(), ErrorCode::kEmpty, "0 bytes");
  const TemporaryFile text("text.pdf", "<html><body>404</body></html>");
  ExpectFailure(text.path(), ErrorCode::kNotPdf, "not a PDF");
  const TemporaryFile head("head.pdf", Scan(100).Bytes().substr(0, 60));
  ExpectFailure(head.path(), ErrorCode::kBroken, "damaged");
}

TEST(PdfTest, OpensWithTheEmptyUserPassword) {
  Pdf pdf(kData + "owner_only.pdf");
  ASSERT_EQ(pdf.pages(), 1);
  const Image image = pdf.Render(1, 72);
  EXPECT_EQ(image.Row(100)[100], 0) << "the content stream was not decrypted";
}

TEST(PdfTest, RepairsAWrongCrossReferenceTable) {
  std::string bytes = Scan(100).Bytes();
  bytes.replace(bytes.find("startxref\n") + 10, 1, "7");  // points nowhere
  const TemporaryFile file("moved.pdf", bytes);
  EXPECT_EQ(Pdf(file.path()).pages(), 1);
}

TEST(PdfTest, RefusesPagesThatAreNotThere) {
  const TemporaryFile file("one.pdf", Scan(100).Bytes());
  Pdf pdf(file.path());
  EXPECT_THROW(pdf.Render(0), UsageError);
  EXPECT_THROW(pdf.Info(2), UsageError);
}

struct ResolutionCase {
  int scan_dpi, rendered_dpi;
};

class ResolutionTest : public ::testing::TestWithParam<ResolutionCase> {};

TEST_P(ResolutionTest, IsTheImagesOwn) {
  const auto [scan_dpi, rendered_dpi] = GetParam();
  const TemporaryFile file("scan.pdf", Scan(scan_dpi).Bytes());
  Pdf pdf(file.path());
  const PageInfo info = pdf.Info(1);
  EXPECT_EQ(info.images, 1);
  EXPECT_EQ(info.image_dpi, scan_dpi);
  EXPECT_TRUE(info.full_page_image);
  const Image image = pdf.Render(1);
  EXPECT_EQ(image.dpi, rendered_dpi);
  EXPECT_EQ(image.width, 4 * rendered_dpi);
  EXPECT_EQ(image.height, 3 * rendered_dpi);
  EXPECT_EQ(image.channels, 1);
  EXPECT_NEAR(image.Row(rendered_dpi)[rendered_dpi], 0x80, 2);
}

INSTANTIATE_TEST_SUITE_P(Scans, ResolutionTest,
                         ::testing::Values(ResolutionCase{100, 150}, ResolutionCase{200, 200},
                                           ResolutionCase{240, 240}, ResolutionCase{400, 400},
                                           ResolutionCase{600, 300}));

TEST(PdfTest, TakesStripsOfOneScanTogether) {
  PdfBuilder pdf;
  const std::string strip = pdf.AddImage(800, 100, "DeviceGray", "\x80");
  std::string content;
  for (int i = 0; i < 6; ++i)
    content += "q 288 0 0 36 0 " + std::to_string(36 * i) + " cm " + strip + " Do Q ";
  pdf.AddPage(288, 216, content);
  const TemporaryFile file("strips.pdf", pdf.Bytes());
  const PageInfo info = Pdf(file.path()).Info(1);
  EXPECT_EQ(info.images, 6);
  EXPECT_EQ(info.image_dpi, 200);
  EXPECT_TRUE(info.full_page_image);
}

TEST(PdfTest, ASmallFineSealDoesNotSetTheResolution) {
  PdfBuilder pdf;
  const std::string scan = pdf.AddImage(800, 600, "DeviceGray", "\xFF");
  const std::string seal = pdf.AddImage(600, 600, "DeviceGray", "\x10");
  pdf.AddPage(288, 216, "q 288 0 0 216 0 0 cm " + scan + " Do Q 36 0 0 36 100 100 cm " + seal + " Do");
  const TemporaryFile file("seal.pdf", pdf.Bytes());
  Pdf opened(file.path());
  EXPECT_EQ(opened.Info(1).image_dpi, 200);
  EXPECT_EQ(opened.Render(1).dpi, 200);
}

TEST(PdfTest, TheFinestOfSeveralFullLayersSetsTheResolution) {
  PdfBuilder pdf;
  const std::string ground = pdf.AddImage(400, 300, "DeviceRGB", std::string("\xF0\xE0\xC0"));
  const std::string mask = pdf.AddImage(1200, 900, "DeviceGray", "\xFF");
  pdf.AddPage(288, 216, "288 0 0 216 0 0 cm " + ground + " Do " + mask + " Do");
  const TemporaryFile file("layers.pdf", pdf.Bytes());
  EXPECT_EQ(Pdf(file.path()).Info(1).image_dpi, 300);
}

TEST(PdfTest, BornDigitalPagesAreDrawnAt300) {
  PdfBuilder pdf;
  const std::string logo = pdf.AddImage(50, 50, "DeviceGray", "\x20");
  pdf.AddPage(288, 216, "BT /F1 20 Tf 20 150 Td (Quyet dinh) Tj ET q 36 0 0 36 10 10 cm " + logo + " Do Q");
  pdf.AddPage(288, 216, "");
  const TemporaryFile file("born.pdf", pdf.Bytes());
  Pdf opened(file.path());
  const PageInfo info = opened.Info(1);
  EXPECT_EQ(info.text_characters, 9);  // the blank is none
  EXPECT_FALSE(info.full_page_image);
  EXPECT_EQ(opened.Render(1).dpi, 300);
  EXPECT_THAT(opened.Text(1), HasSubstr("Quyet dinh"));
  EXPECT_EQ(opened.Info(2).images, 0);
  EXPECT_EQ(opened.Info(2).image_dpi, 0);
  EXPECT_EQ(opened.Render(2).dpi, 300);
}

// A typesetter that lacks letters in one font writes the line with it, and then those letters from another at their places.
TEST(PdfTest, LettersOfAnotherFontBelongToTheirWord) {
  const auto words = [](double distance) {
    PdfBuilder pdf;
    const double d_ends = 50 + 14 * (0.556 + 0.556 + 0.5 + 0.278 + 0.556);  // "huy d" in Helvetica
    pdf.AddPage(300, 200, fmt::format("BT /F1 14 Tf 1 0 0 1 50 100 Tm (huy d) Tj 1 0 0 1 150 100 Tm (luc) Tj "
                                      "/F2 14 Tf 1 0 0 1 {:.2f} 100 Tm (ong) Tj ET", d_ends + distance));
    std::string text;
    const TemporaryFile file("fonts.pdf", pdf.Bytes());
    for (const LayerWord& word : Pdf(file.path()).Words(1)) text += (word.joined ? "" : "|") + word.text;
    return text;
  };
  EXPECT_EQ(words(0.5), "|huy|dong|luc");
  EXPECT_EQ(words(2.5), "|huy|d|ong|luc");
}

TEST(PdfTest, TurnsPagesUpright) {
  PdfBuilder pdf;
  pdf.AddPage(288, 216, "0 g 0 0 72 72 re f", 90);  // the bottom left corner goes to the top left
  const TemporaryFile file("turned.pdf", pdf.Bytes());
  Pdf opened(file.path());
  EXPECT_EQ(opened.Info(1).width_pt, 216);
  const Image image = opened.Render(1, 72);
  ASSERT_EQ(image.width, 216);
  ASSERT_EQ(image.height, 288);
  EXPECT_EQ(image.Row(36)[36], 0);
  EXPECT_EQ(image.Row(250)[36], 255);
}

TEST(PdfTest, HugePagesAreDrawnCoarser) {
  PdfBuilder pdf;
  pdf.AddPage(7200, 7200, "");  // 2.5 m square: 900 million pixels at 300 dpi
  const TemporaryFile file("huge.pdf", pdf.Bytes());
  const Image image = Pdf(file.path()).Render(1);
  EXPECT_LE(static_cast<long>(image.width) * image.height, 64'200'000);
  EXPECT_NEAR(image.width / 100.0, image.dpi, 1);
}

TEST(PdfTest, ColourIsKeptOnlyWhereThereIsSome) {
  const TemporaryFile red("red.pdf", Scan(100, "DeviceRGB", std::string("\xFF\x20\x20")).Bytes());
  EXPECT_EQ(Pdf(red.path()).Render(1).channels, 3);
  const TemporaryFile tinted("tinted.pdf", Scan(100, "DeviceRGB", std::string("\xF0\xE8\xD0")).Bytes());
  EXPECT_EQ(Pdf(tinted.path()).Render(1).channels, 1);
}

TEST(ColourTest, AStampIsColourASeamIsNot) {
  Image page{1000, 1000, 3, 200};
  page.pixels.assign(3'000'000, 255);
  const auto paint = [&](int count, uint8_t g, uint8_t b) {
    for (int i = 0; i < count; ++i)
      page.Row(i / 1000)[3 * (i % 1000) + 1] = g, page.Row(i / 1000)[3 * (i % 1000) + 2] = b;
  };
  paint(150, 100, 100);
  EXPECT_FALSE(HasColour(page)) << "a few coloured specks";
  paint(5000, 210, 210);
  EXPECT_FALSE(HasColour(page)) << "a faint tint";
  paint(300, 100, 100);
  EXPECT_TRUE(HasColour(page));
}

TEST(PageImagesTest, CoverageCountsOverlapOnce) {
  const PlacedImage left{0, 0, 0.5, 1, 200}, again{0, 0, 0.5, 0.5, 200}, right{0.5, 0, 1, 0.5, 200};
  EXPECT_NEAR(CoveredShare({left, again}), 0.5, 0.02);
  EXPECT_NEAR(CoveredShare({left, right}), 0.75, 0.02);
  EXPECT_EQ(CoveredShare({}), 0);
  EXPECT_EQ(ImageDpi({}), 0);
}

}  // namespace
}  // namespace trichluc
