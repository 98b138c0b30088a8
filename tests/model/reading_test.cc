#include "model/reading.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

TEST(Reading, MeanConfidenceIsThatOfItsWords) {
  EXPECT_DOUBLE_EQ(MeanConfidence({{"một", {}, 0.5f}, {"hai", {}, 1}}), 0.75);
  EXPECT_EQ(MeanConfidence({}), 0);
}

}  // namespace
}  // namespace trichluc
