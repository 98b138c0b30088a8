// Blocks of electronic signatures over scans: the file's words in place of what was recognised.
#include "pipeline/signature_layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Lines of words of 6 points, begun at (left, top).
std::vector<LayerWord> Lines(const std::vector<std::string>& lines, double left, double top) {
  std::vector<LayerWord> words;
  for (const std::string& line : lines) {
    std::istringstream in(line);
    double x = left;
    for (std::string word; in >> word; x += 22) words.push_back({word, "", x, top, x + 20, top + 6});
    top += 6.5;
  }
  return words;
}

PageReading Scan(double skew) {
  PageReading reading;
  reading.dpi = 144;
  reading.width = 1200;
  reading.height = 1700;
  reading.measurements = {{"skew_degrees", skew}};
  reading.words = {{"(B6i:", {965, 22, 1000, 34}, 0.2f}, {"CỘNG", {700, 120, 780, 140}, 0.9f}};
  return reading;
}

std::vector<std::string> LayerTexts(const PageReading& reading) {
  std::vector<std::string> texts;
  for (const Word& word : reading.words) texts.push_back(word.text);
  return texts;
}

TEST(SignatureLayer, TakesThePlaceOfWhatWasRecognised) {
  PageReading reading = Scan(0);
  PutSignatureBlocks(Lines({"Ký bởi: Văn phòng", "Thời gian ký: 17:10:17"}, 480, 10), 1190, 1684, &reading);
  EXPECT_THAT(LayerTexts(reading), ElementsAre("CỘNG", "Ký", "bởi:", "Văn", "phòng", "Thời", "gian", "ký:", "17:10:17"));
  ASSERT_THAT(reading.regions, SizeIs(1));
  EXPECT_EQ(reading.regions[0].kind, "label");
  EXPECT_EQ(reading.regions[0].box, (Box{965, 28, 1137, 53})) << "two pixels a point, a margin of 5 by 8 about the page as drawn";
  for (size_t i = 1; i < reading.words.size(); ++i) {
    const Box& box = reading.words[i].box;
    EXPECT_TRUE(reading.regions[0].box.Contains(box.CentreX(), box.CentreY()));
  }
}

TEST(SignatureLayer, FollowsThePageThatWasTurnedBack) {
  PageReading level = Scan(0), turned = Scan(1);
  const std::vector<LayerWord> words = Lines({"vanthu@example.gov.vn"}, 480, 10);
  PutSignatureBlocks(words, 1190, 1684, &level);
  PutSignatureBlocks(words, 1190, 1684, &turned);
  ASSERT_THAT(turned.regions, SizeIs(1));
  EXPECT_LT(turned.regions[0].box.top, level.regions[0].box.top) << "right of the middle what lay lower goes up";
  EXPECT_LT(turned.regions[0].box.left, level.regions[0].box.left);
}

TEST(SignatureLayer, OtherTextAndTurnedPagesStayAsTheyAre) {
  PageReading reading = Scan(0);
  PutSignatureBlocks(Lines({"Số: 15 /QĐ-UBND", "ngày 05 tháng 9 năm 2022 Ký thay"}, 480, 10), 1190, 1684, &reading);
  EXPECT_THAT(LayerTexts(reading), ElementsAre("(B6i:", "CỘNG"));
  EXPECT_THAT(reading.regions, IsEmpty());
  PageReading turned = Scan(0);
  turned.measurements.push_back({"turned_degrees", 90});
  PutSignatureBlocks(Lines({"Ký bởi: Văn phòng"}, 480, 10), 1190, 1684, &turned);
  EXPECT_THAT(turned.regions, IsEmpty());
}

}  // namespace
}  // namespace trichluc
