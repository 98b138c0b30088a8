#include "pipeline/page_budget.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "image/analyse.h"
#include "pipeline/read_page_cells.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

TEST(PageBudget, CountsWordsAndTheCellsOfAllGrids) {
  PageReading reading;
  reading.words.resize(kMaxWords);
  reading.grids.resize(2);
  for (Grid& grid : reading.grids) grid.cells.resize(kMaxCells / 2);
  EXPECT_EQ(Excess(reading), "");
  reading.grids[1].cells.emplace_back();
  EXPECT_THAT(Excess(reading), HasSubstr("20001 cells"));
  reading.words.emplace_back();
  EXPECT_THAT(Excess(reading), HasSubstr("50001 words"));
}

// Reads 30,000 words in every image.
class NoiseEngine : public OcrEngine {
 public:
  std::string Name() const override { return "noise"; }
  std::vector<Word> Read(const Image&, ReadAs) override {
    ++read;
    return std::vector<Word>(30000);
  }
  int read = 0;
};

TEST(PageBudget, NoiseEndsWhileItIsRead) {
  NoiseEngine noise;
  BudgetedEngine engine(noise);
  EXPECT_EQ(engine.Name(), "noise");
  std::string cause;
  try {
    for (int i = 0; i < 100; ++i) EXPECT_EQ(engine.Read({}, ReadAs::kLine).size(), 30000u);
  } catch (const DocumentError& error) {
    EXPECT_EQ(error.code(), ErrorCode::kTooLarge);
    cause = error.cause();
  }
  EXPECT_EQ(noise.read, 7);
  EXPECT_THAT(cause, HasSubstr("more than 200000 words were read on it"));
}

TEST(PageBudget, CellsAreCountedBeforeTheyAreRead) {
  std::vector<Grid> grids(1);
  grids[0].cells.resize(kMaxCells);
  EXPECT_NO_THROW(RequireFewCells(grids));
  grids.emplace_back().cells.resize(1);
  NoiseEngine noise;
  PageImage page;
  EXPECT_THROW(RequireFewCells(grids), DocumentError);
  EXPECT_THROW(ReadCells(page.text, grids, noise), DocumentError);
  EXPECT_EQ(noise.read, 0);
}

}  // namespace
}  // namespace trichluc
