// Strokes of a pen are regions and no text.
#include "pipeline/handwriting.h"

#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// An A4 page at 200 dpi with four lines of seven sure words, 3.5 mm high, and what a test writes on it.
class HandwritingTest : public ::testing::Test {
 protected:
  HandwritingTest() : page_(210, 297, 200) {
    reading_.width = page_.image().width;
    reading_.height = page_.image().height;
    reading_.dpi = 200;
    for (int line = 0; line < 4; ++line) {
      for (int i = 0; i < 7; ++i) Print("nhân", 30 + 20 * i, 100 + 8 * line, 0.95f);
    }
  }

  void Print(const std::string& text, double x, double y, float confidence, double width = 10) {
    for (double at = 0; at + 1.5 < width; at += 2.5) page_.Rectangle(x + at, y, 1.5, 3.5);
    Read(text, x, y, confidence, width);
  }
  void Read(const std::string& text, double x, double y, float confidence, double width = 10, double height = 3.5) {
    Word word;
    word.text = text;
    word.box = {page_.Pixels(x), page_.Pixels(y), page_.Pixels(x + width), page_.Pixels(y + height)};
    word.confidence = confidence;
    reading_.words.push_back(word);
  }
  void Write(double x, double y, double width, double height) {
    page_.Curve([=](double t) { return std::array<double, 2>{x + width * t, y + height / 2 * (1 + std::sin(25 * t))}; }, 0.4);
  }
  void Find() { dropped_ = FindHandwriting(page_.image(), &reading_); }
  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const Word& word : reading_.words) texts.push_back(word.text);
    return texts;
  }

  testing::PaintedPage page_;
  PageReading reading_;
  int dropped_ = 0;
};

TEST_F(HandwritingTest, InitialsBehindTheEndOfTheText) {
  Print("hiện./.", 30, 140, 0.9f, 14);
  Write(47, 139, 8, 5);
  Read("Ốc", 47, 139, 0.55f, 8, 5);
  Find();
  EXPECT_EQ(dropped_, 1);
  ASSERT_THAT(reading_.regions, SizeIs(1));
  EXPECT_EQ(reading_.regions[0].kind, "handwriting");
  EXPECT_THAT(Texts(), Not(Contains("Ốc")));
}

// Beside the lines of the text, left and right of them: two words of a chief and the tick of who checked.
TEST_F(HandwritingTest, NotesAndTicksInTheMargin) {
  Write(6, 112, 11, 8);
  Write(4, 121, 12, 7);
  Read("Wm", 6, 112, 0.4f, 11, 8);
  Read("ủy,", 4, 121, 0.3f, 12, 7);
  page_.Curve([](double t) { return std::array<double, 2>{190 + 6 * t, t < 0.3 ? 110 + 12 * t : 113.6 - 9 * (t - 0.3)}; }, 0.5);
  Read("v", 190, 107, 0.5f, 6, 7);
  Find();
  EXPECT_EQ(dropped_, 3);
  EXPECT_THAT(Texts(), SizeIs(28)) << "the print stays";
  const auto covered = [&](double x, double y) {
    return std::any_of(reading_.regions.begin(), reading_.regions.end(), [&](const Region& region) {
      return region.kind == "handwriting" && region.box.Contains(page_.Pixels(x), page_.Pixels(y));
    });
  };
  EXPECT_TRUE(covered(11, 116) && covered(10, 125) && covered(193, 111));
}

TEST_F(HandwritingTest, APrepositionBeforeTheTitleAboveASeal) {
  reading_.regions = {{"stamp", {page_.Pixels(110), page_.Pixels(180), page_.Pixels(145), page_.Pixels(215)}, "red"}};
  Print("GIÁM", 120, 170, 0.93f);
  Print("ĐỐC", 133, 170, 0.93f);
  Write(108, 169, 8, 5);
  Read("t5", 108, 169, 0.3f, 8, 5);
  Find();
  EXPECT_EQ(dropped_, 1);
  EXPECT_THAT(reading_.regions, SizeIs(2));
}

TEST_F(HandwritingTest, WordsThatInkMadeUnsureStay) {
  reading_.regions = {{"stamp", {page_.Pixels(110), page_.Pixels(180), page_.Pixels(145), page_.Pixels(215)}, "red"}};
  Print("HÓỚ", 108, 170, 0.4f);
  Print("GIÁM", 120, 170, 0.93f);
  Print("02973.872.704", 30, 140, 0.4f, 40);
  Write(60, 136, 30, 12);
  Find();
  EXPECT_EQ(dropped_, 0);
  EXPECT_THAT(Texts(), Contains("HÓỚ"));
  EXPECT_THAT(Texts(), Contains("02973.872.704"));
}

TEST_F(HandwritingTest, ASignatureIsARegionAndWhatWasReadInItGoes) {
  Write(120, 200, 40, 15);
  Read("2.", 125, 204, 0.2f, 6);
  Find();
  EXPECT_EQ(dropped_, 1);
  EXPECT_THAT(reading_.regions, SizeIs(1));
}

TEST_F(HandwritingTest, FiguresThatAClerkFilledInAreReadAndStay) {
  Write(45, 60, 12, 8);
  Read("2I", 45, 60, 0.3f, 12, 8);
  reading_.hand = {{"number", {page_.Pixels(45), page_.Pixels(60), page_.Pixels(57), page_.Pixels(68)}, {}, 0}};
  Find();
  EXPECT_EQ(dropped_, 0);
  EXPECT_THAT(reading_.regions, IsEmpty());
}

TEST_F(HandwritingTest, APageWithLittlePrintIsLeftAlone) {
  reading_.words.clear();
  Write(120, 200, 40, 15);
  Read("2.", 125, 204, 0.2f, 6);
  Find();
  EXPECT_EQ(dropped_, 0);
  EXPECT_THAT(reading_.regions, IsEmpty());
}

}  // namespace
}  // namespace trichluc
