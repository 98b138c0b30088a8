// Cells that the engine took for upright columns are read row by row.
#include "pipeline/cell_lines.h"

#include <gmock/gmock.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::SizeIs;
using testing::PaintedPage;

TEST(CellLinesTest, AWordBeforeTheOneBeforeItIsATangle) {
  EXPECT_TRUE(IsTangled({{"phối", {110, 3, 170, 38}}, {"ơn", {28, 10, 64, 30}}}));
  EXPECT_FALSE(IsTangled({{"Đơn", {3, 6, 64, 30}}, {"vị", {74, 13, 100, 37}}, {"hợp", {40, 45, 100, 70}}}));
  EXPECT_FALSE(IsTangled({}));
}

TEST(CellLinesTest, RowsStandBetweenWhite) {
  PaintedPage page(40, 20, 200);
  page.Rectangle(5, 3, 20, 3);
  page.Rectangle(8, 6.5, 1, 0.5);  // a dot below
  page.Rectangle(5, 10, 20, 3);
  const std::vector<Box> rows = RowsOfInk(page.image());
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_NEAR(rows[0].bottom, page.Pixels(7), 2);
  EXPECT_NEAR(rows[1].top, page.Pixels(10), 2);
}

// Gives a tangle for blocks, and for each line how high it is.
class TanglingEngine : public OcrEngine {
 public:
  std::string Name() const override { return "tangling"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (mode == ReadAs::kLine) return {{"line", {0, 0, image.width, image.height}, 0.9f}};
    return {{"b", {20, 0, 30, 20}, 0.8f}, {"a", {0, 0, 10, 20}, 0.8f}};
  }
};

TEST(CellLinesTest, WordsOfRowsStandWhereTheirRowIs) {
  PaintedPage page(40, 20, 200);
  page.Rectangle(5, 3, 20, 3);
  page.Rectangle(5, 10, 20, 3);
  TanglingEngine engine;
  const std::vector<Word> words = ReadByRows(page.image(), engine);
  ASSERT_THAT(words, SizeIs(2));
  EXPECT_NEAR(words[1].box.top, page.Pixels(10), 2);
}

}  // namespace
}  // namespace trichluc
