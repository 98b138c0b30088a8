// Names below seals that the page's reading lost.
#include "pipeline/name_strips.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PaintedPage;

class StripEngine : public OcrEngine {
 public:
  explicit StripEngine(std::vector<Word> words) : words_(std::move(words)) {}
  std::string Name() const override { return "saying"; }
  std::vector<Word> Read(const Image&, ReadAs) override {
    ++asked;
    return words_;
  }
  int asked = 0;

 private:
  std::vector<Word> words_;
};

struct Read {
  std::vector<std::string> words;
  int asked = 0;
};

// A seal about (130, 180) mm of A4, words that were read of the page, what the engine says of the strip.
Read Below(double x, const std::vector<Word>& before, const std::vector<Word>& strip) {
  PaintedPage page(210, 297, 200, 3);
  page.Ring(x, 180, 17, 1, {205, 40, 50});
  const PageImage image = Analyse(page.image());
  PageReading reading;
  reading.words = before;
  reading.regions = image.regions;
  StripEngine engine(strip);
  ReadNameStrips(image, &reading, engine);
  Read read;
  for (const Word& word : reading.words) read.words.push_back(word.text);
  read.asked = engine.asked;
  return read;
}

TEST(NameStrips, SureWordsJoinThePage) {
  const std::vector<Word> name = {{"Lê", {60, 90, 90, 115}, 0.9f}, {"Hoàng", {100, 90, 180, 115}, 0.95f}, {"Nam", {190, 90, 240, 115}, 0.95f}};
  EXPECT_THAT(Below(130, {}, name).words, ElementsAre("Lê", "Hoàng", "Nam"));
  EXPECT_THAT(Below(130, {}, {{"LêHoàngNam", {60, 90, 240, 115}, 0.75f}}).words, ElementsAre("LêHoàngNam"));
  EXPECT_THAT(Below(130, {}, {{"VănHoá", {60, 90, 240, 115}, 0.75f}}).words, IsEmpty());
  EXPECT_THAT(Below(130, {}, {{"x2", {60, 90, 90, 115}, 0.2f}, {"Nam", {190, 90, 240, 115}, 0.95f}}).words, IsEmpty());
}

TEST(NameStrips, WhereANameWasReadNothingIsAsked) {
  const Word first{"Hoàng", {960, 1590, 1040, 1620}, 0.9f}, second{"Nam", {1050, 1590, 1100, 1620}, 0.9f};
  const Read read = Below(130, {first, second}, {});
  EXPECT_EQ(read.asked, 0);
  EXPECT_EQ(Below(50, {}, {}).asked, 0) << "a seal at the left";
  EXPECT_GT(Below(130, {}, {}).asked, 0);
}

}  // namespace
}  // namespace trichluc
