// A figure alone in the margin is read; dirt and running heads are not asked for.
#include "pipeline/page_number.h"

#include <gmock/gmock.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::PaintedPage;

class FigureEngine : public OcrEngine {
 public:
  std::string Name() const override { return "figures"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    asked += mode == ReadAs::kFigures;
    return {{text, {0, 0, image.width, image.height}, confidence}};
  }
  std::string text = "8";
  float confidence = 0.9f;
  int asked = 0;
};

PageReading WithText(const PaintedPage& page) {
  PageReading reading;
  reading.words = {{"text", {page.Pixels(30), page.Pixels(30), page.Pixels(180), page.Pixels(200)}, 0.9f}};
  return reading;
}

TEST(PageNumberTest, StandsAloneAboveOrBelow) {
  for (const double y : {15.0, 280.0}) {
    PaintedPage page(210, 297, 200);
    page.Rectangle(104, y, 1.5, 2.5);
    FigureEngine engine;
    const std::vector<Word> words = ReadPageNumbers(page.image(), WithText(page), engine);
    ASSERT_THAT(words, SizeIs(1)) << y;
    EXPECT_EQ(words[0].text, "8");
    EXPECT_NEAR(words[0].box.top, page.Pixels(y), 2);
  }
}

TEST(PageNumberTest, MustBeANumberAndSure) {
  PaintedPage page(210, 297, 200);
  page.Rectangle(104, 15, 1.5, 2.5);
  FigureEngine engine;
  engine.confidence = 0.4f;
  EXPECT_THAT(ReadPageNumbers(page.image(), WithText(page), engine), IsEmpty());
  engine.confidence = 0.9f;
  engine.text = "0";
  EXPECT_THAT(ReadPageNumbers(page.image(), WithText(page), engine), IsEmpty());
}

TEST(PageNumberTest, OtherInkIsNotAskedFor) {
  PaintedPage page(210, 297, 200);
  page.Rectangle(60, 15, 90, 2.5);     // a running head
  page.Rectangle(104, 282, 0.4, 0.4);  // a speck
  FigureEngine engine;
  EXPECT_THAT(ReadPageNumbers(page.image(), WithText(page), engine), IsEmpty());
  EXPECT_EQ(engine.asked, 0);
}

}  // namespace
}  // namespace trichluc
