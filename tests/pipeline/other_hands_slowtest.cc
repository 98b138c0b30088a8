// Documents that were written without knowledge of the rules (tests/other_hands/README.md, tests/later_hands/README.md), with real
// recognition.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/corpus.h"

namespace trichluc {
namespace {

struct Hands {
  const char *folder, *quality;
  size_t files;
};

void PrintTo(const Hands& hands, std::ostream* out) { *out << hands.folder << ' ' << hands.quality; }

void HoldFloorsOf(const Hands& hands) {
  const std::string folder = std::string(TRICHLUC_SOURCE_DIR "/tests/") + hands.folder;
  CorpusReader reader(hands.quality, folder, folder + "/floors.json");
  const std::vector<std::string> ids = CorpusIds(hands.quality, folder);
  ASSERT_EQ(ids.size(), hands.files);
  reader.Read(ids, "");
  reader.HoldFloors();
}

std::string QualityOf(const testing::TestParamInfo<Hands>& info) { return info.param.quality; }

class OtherHandsAs : public ::testing::TestWithParam<Hands> {};

TEST_P(OtherHandsAs, HoldTheirFloors) { HoldFloorsOf(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Quality, OtherHandsAs,
                         ::testing::Values(Hands{"other_hands", "digital", 125}, Hands{"other_hands", "poor150", 125},
                                           Hands{"other_hands", "ugly", 12}),
                         QualityOf);

class LaterHandsAs : public ::testing::TestWithParam<Hands> {};

TEST_P(LaterHandsAs, HoldTheirFloors) { HoldFloorsOf(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Quality, LaterHandsAs,
                         ::testing::Values(Hands{"later_hands", "digital", 33}, Hands{"later_hands", "poor150", 60},
                                           Hands{"later_hands", "ugly", 12}),
                         QualityOf);

}  // namespace
}  // namespace trichluc
