// Documents of the corpus as office programs print them, in Unicode and in the fonts of before: no letter of
// their text layers is lost.
#include <gmock/gmock.h>

#include <sstream>

#include "corpus/make.h"
#include "corpus/truth.h"
#include "layout/layout.h"
#include "pipeline/text_layer.h"
#include "support/temp_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Footnote marks are plain figures in truth; where a line ends with a hyphen truth goes on behind the line
// break, the page's text at once.
std::string Comparable(std::string text) {
  for (size_t at = 0; (at = text.find("-\n", at)) != std::string::npos;) text.erase(at + 1, 1);
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  std::u32string points = ToCodePoints(Normalise(text));
  for (char32_t& point : points) {
    const size_t figure = kRaised.find(point);
    if (figure != kRaised.npos) point = U'0' + static_cast<char32_t>(figure);
  }
  return FromCodePoints(points);
}

class DigitalPages : public ::testing::TestWithParam<std::tuple<const char*, const char*, int>> {};

TEST_P(DigitalPages, AreReadWithoutAWrongLetter) {
  const auto& [id, quality, digital_pages] = GetParam();
  const corpus::Description description =
      corpus::ReadDescription(std::string(TRICHLUC_SOURCE_DIR "/corpus/") + id);
  const corpus::Paper paper = corpus::Typeset(description);
  TempFolder folder;
  folder.Write("made.pdf", corpus::MakeScan(description, paper, corpus::FindQuality(quality)));
  std::istringstream truth(corpus::PaperText(paper));
  const Pdf pdf(folder / "made.pdf");
  const std::unique_ptr<OcrEngine> engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  int digital = 0;
  std::string expected;
  for (int page = 1; page <= pdf.pages() && std::getline(truth, expected, '\f'); ++page) {
    if (pdf.Info(page).pictured > 0.25) continue;  // the signed page is a picture
    const PageReading reading = ReadFilePage(pdf, page, *engine);
    ++digital;
    EXPECT_EQ(reading.engine, "text layer") << "page " << page;
    EXPECT_EQ(Comparable(PageText(reading, ArrangePage(reading))), Comparable(expected)) << "page " << page;
  }
  EXPECT_EQ(digital, digital_pages);
}

INSTANTIATE_TEST_SUITE_P(Dotted, DigitalPages,
                         ::testing::Combine(::testing::Values("t-dotted"),
                                            ::testing::Values("digital", "tcvn3", "vni", "vps"),
                                            ::testing::Values(1)));
INSTANTIATE_TEST_SUITE_P(Others, DigitalPages,
                         ::testing::Values(std::tuple("t-text", "tcvn3", 1), std::tuple("t-blank", "vni", 1),
                                           std::tuple("t-level", "digital", 1)));

}  // namespace
}  // namespace trichluc
