// HỎA TỐC and the like, red and black, with an engine that says what it is told.
#include "pipeline/label_stamps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/painted_label.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using testing::kBlack;
using testing::PaintedLabel;
using testing::PaintedPage;
using ::testing::SizeIs;

constexpr testing::Colour kRed{205, 40, 50};

// Two words side by side, whatever the image.
class SayingEngine : public OcrEngine {
 public:
  SayingEngine(std::string first, std::string second) : first_(std::move(first)), second_(std::move(second)) {}
  std::string Name() const override { return "saying"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    EXPECT_EQ(mode, ReadAs::kLine);
    ++asked;
    const int middle = image.width / 2;
    return {{first_, {0, 0, middle - 9, image.height}, 0.4f}, {second_, {middle + 9, 0, image.width, image.height}, 0.4f}};
  }
  int asked = 0;

 private:
  std::string first_, second_;
};

PageImage Stamped(double x, double y, testing::Colour colour) {
  PaintedPage page(210, 297, 200, 3);
  std::mt19937 random(7);
  for (double top = 120; top < 250; top += 7) page.TextLine(30, top, 155, random);
  PaintedLabel{x, y, -4, colour}.Paint(page);
  return Analyse(page.image());
}

TEST(LabelStamps, AreReadAndTakenOff) {
  for (const testing::Colour colour : {kRed, kBlack}) {
    PageImage page = Stamped(50, 80, colour);
    SayingEngine engine("HÓA", "TÔC");
    const std::vector<Word> words = TakeOffLabelStamps(&page, engine);
    ASSERT_THAT(words, SizeIs(2));
    EXPECT_GE(words[0].confidence, 0.85f) << "of so few words none is spelt by chance";
    EXPECT_LT(words[0].box.right, words[1].box.left);
    ASSERT_THAT(page.regions, SizeIs(1));
    EXPECT_EQ(page.regions[0].kind, "label");
    for (const Word& word : words) EXPECT_TRUE(page.regions[0].box.Contains(word.box.CentreX(), word.box.CentreY()));
    const Box box{static_cast<int>(28 / 25.4 * 200), static_cast<int>(70 / 25.4 * 200), static_cast<int>(72 / 25.4 * 200),
                  static_cast<int>(90 / 25.4 * 200)};
    const Image left = Cut(page.text, box);
    EXPECT_TRUE(std::all_of(left.pixels.begin(), left.pixels.end(), [](uint8_t grey) { return grey > 200; }));
    EXPECT_THAT(page.grids, IsEmpty());
  }
}

TEST(LabelStamps, OtherWordsAndOtherPlacesStayAsTheyAre) {
  for (const testing::Colour colour : {kRed, kBlack}) {
    PageImage page = Stamped(50, 80, colour);
    SayingEngine engine("GIÁM", "ĐỐC");
    EXPECT_THAT(TakeOffLabelStamps(&page, engine), IsEmpty());
    for (const Region& region : page.regions) EXPECT_NE(region.kind, "label");
    for (const auto& [x, y] : {std::pair{170.0, 80.0}, {50.0, 270.0}}) {
      PageImage other = Stamped(x, y, colour);
      SayingEngine khan("THƯỢNG", "KHẨN");
      EXPECT_THAT(TakeOffLabelStamps(&other, khan), IsEmpty()) << x << " " << y;
      EXPECT_EQ(khan.asked, 0);
    }
  }
}

}  // namespace
}  // namespace trichluc
