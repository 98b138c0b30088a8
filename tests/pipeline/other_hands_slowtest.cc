// Documents that were written without knowledge of the rules (tests/other_hands/README.md), with real recognition.
#include <gtest/gtest.h>

#include "support/corpus.h"

namespace trichluc {
namespace {

constexpr const char* kFolder = TRICHLUC_SOURCE_DIR "/tests/other_hands";

class OtherHandsAs : public ::testing::TestWithParam<const char*> {};

TEST_P(OtherHandsAs, HoldTheirFloors) {
  CorpusReader reader(GetParam(), kFolder, std::string(kFolder) + "/floors.json");
  const std::vector<std::string> ids = CorpusIds(GetParam(), kFolder);
  ASSERT_EQ(ids.size(), GetParam() == std::string("ugly") ? 12u : 125u);
  reader.Read(ids, "");
  reader.HoldFloors();
}

INSTANTIATE_TEST_SUITE_P(Quality, OtherHandsAs, ::testing::Values("digital", "poor150", "ugly"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace trichluc
