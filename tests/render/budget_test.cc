// Files made to cost more than they may.
#include "render/budget.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "base/error.h"
#include "render/pdf.h"
#include "support/pdf_builder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using testing::PdfBuilder;
using testing::TemporaryFile;

// "too_large: cause" of drawing the first page, or "drawn WIDTHxHEIGHT".
std::string Outcome(const std::string& bytes) {
  const TemporaryFile file("hostile.pdf", bytes);
  try {
    const Image image = Pdf(file.path()).Render(1);
    return fmt::format("drawn {}x{}", image.width, image.height);
  } catch (const DocumentError& error) {
    return std::string(Name(error.code())) + ": " + error.cause();
  }
}

// Objects 1 … n with a cross-reference table that readers must rebuild.
std::string Objects(const std::vector<std::string>& bodies) {
  std::string out = "%PDF-1.5\n";
  for (size_t i = 0; i < bodies.size(); ++i) out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, bodies[i]);
  return out + "trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
}

std::string OnePage(const std::string& content_object, const std::string& resources = "") {
  return Objects({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 288 216] /Contents 4 0 R /Resources << " +
                      resources + " >> >>",
                  content_object});
}

TEST(Budget, PagesOfAFile) {
  PdfBuilder most, more;
  for (int i = 0; i < kMaxPages; ++i) most.AddPage(9, 9, "");
  const TemporaryFile file("most.pdf", most.Bytes());
  EXPECT_EQ(Pdf(file.path()).pages(), kMaxPages);
  for (int i = 0; i <= kMaxPages; ++i) more.AddPage(9, 9, "");
  EXPECT_THAT(Outcome(more.Bytes()),
              ::testing::AllOf(HasSubstr("too_large: it has 10001 pages"), HasSubstr("split")));
}

TEST(Budget, APageOfNoPapersShape) {
  PdfBuilder line, tower, plan;
  line.AddPage(1000000, 1, "");
  tower.AddPage(1, 1000000, "");
  plan.AddPage(14400, 2000, "");  // the longest that Acrobat makes
  EXPECT_THAT(Outcome(line.Bytes()), HasSubstr("too_large: its size, 1000000 × 1 points"));
  EXPECT_THAT(Outcome(tower.Bytes()), HasSubstr("too_large: its size, 1 × 1000000 points"));
  EXPECT_THAT(Outcome(plan.Bytes()), HasSubstr("drawn 21"));
}

TEST(Budget, PixelsOfImagesAsDeclared) {
  const std::string image =
      "<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray "
      "/BitsPerComponent 8 "
      "/Length 1 >>\nstream\n0\nendstream";
  const std::string content = "q 288 0 0 216 0 0 cm /Im1 Do Q";
  std::string bytes = OnePage(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content),
                              "/XObject << /Im1 5 0 R >>");
  bytes.insert(bytes.find("trailer"), "5 0 obj\n" + image + "\nendobj\n");
  EXPECT_THAT(Outcome(bytes), HasSubstr("too_large: its images have 10000 million pixels"));
}

TEST(Budget, AreaThatImagesAreDrawnOver) {
  PdfBuilder pdf;
  const std::string image = pdf.AddImage(10, 10, "DeviceGray", "0");
  std::string layers, again, beside;
  for (int i = 0; i < 3; ++i) layers += "q 100 0 0 100 0 0 cm " + image + " Do Q\n";
  for (int i = 0; i < 60; ++i) again += "q 100 0 0 100 0 0 cm " + image + " Do Q\n";
  pdf.AddPage(100, 100, layers);
  pdf.AddPage(100, 100, again);
  pdf.AddPage(100, 100, "q 5000 0 0 5000 0 0 cm " + image + " Do Q");
  const TemporaryFile file("drawn.pdf", pdf.Bytes());
  const Pdf opened(file.path());
  EXPECT_NO_THROW(opened.Render(1));
  for (const int page : {2, 3}) {
    try {
      opened.Render(page);
      ADD_FAILURE() << "page " << page << " was drawn";
    } catch (const DocumentError& error) {
      EXPECT_EQ(error.code(), ErrorCode::kTooLarge);
      EXPECT_THAT(error.what(), HasSubstr("times its area"));
    }
  }
}

TEST(Budget, AnImageOfAMillionByOneIsDrawn) {
  PdfBuilder pdf;
  const std::string image = pdf.AddImage(1000000, 1, "DeviceGray", "\x80");
  pdf.AddPage(288, 216, "288 0 0 216 0 0 cm " + image + " Do");
  EXPECT_THAT(Outcome(pdf.Bytes()), HasSubstr("drawn "));
}

TEST(Budget, ContentWhenInflated) {
  const std::string blanks(static_cast<size_t>(kMaxContent) + 1000, ' ');
  std::string packed(::compressBound(blanks.size()), '\0');
  uLongf size = packed.size();
  ASSERT_EQ(::compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                        reinterpret_cast<const Bytef*>(blanks.data()), blanks.size(), 1),
            Z_OK);
  packed.resize(size);
  EXPECT_THAT(Outcome(OnePage(
                  fmt::format("<< /Filter /FlateDecode /Length {} >>\nstream\n{}\nendstream", size, packed))),
              HasSubstr("too_large: its content takes more than 256 MB when inflated"));
}

TEST(Budget, LettersOfATextLayer) {
  std::string content = "BT /F1 1 Tf (";
  content += std::string(static_cast<size_t>(kMaxCharacters) + 1, 'a') + ") Tj ET";
  PdfBuilder pdf;
  pdf.AddPage(288, 216, content);
  EXPECT_THAT(Outcome(pdf.Bytes()), HasSubstr("too_large: its text layer has 1000001 letters"));
}

TEST(Budget, PageTreesInCirclesEnd) {
  const std::string catalog = "<< /Type /Catalog /Pages 2 0 R >>";
  const std::string itself = Objects({catalog, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"});
  const std::string each_other = Objects({catalog, "<< /Type /Pages /Kids [3 0 R] /Count 4 >>",
                                          "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>"});
  for (const std::string& bytes : {itself, each_other})
    EXPECT_THAT(Outcome(bytes), HasSubstr("broken: damaged"));
}

TEST(Budget, EveryTruncationIsAnAnswer) {
  PdfBuilder pdf;
  pdf.AddPage(288, 216, "0 0 100 100 re f");
  const std::string bytes = pdf.Bytes();
  for (size_t size = 0; size < bytes.size(); size += 7) EXPECT_FALSE(Outcome(bytes.substr(0, size)).empty());
}

}  // namespace
}  // namespace trichluc
