#include "pipeline/page_budget.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace trichluc
