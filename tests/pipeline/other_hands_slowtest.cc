// Documents that were written without knowledge of the rules (README.md in tests/other_hands, later_hands, latest_hands, further_hands, fresh_hands, newest_hands, recent_hands, typeset_hands, varied_hands), with real
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

class HandsAs : public ::testing::TestWithParam<Hands> {};

TEST_P(HandsAs, HoldTheirFloors) {
  const Hands& hands = GetParam();
  const std::string folder = std::string(TRICHLUC_SOURCE_DIR "/tests/") + hands.folder;
  CorpusReader reader(hands.quality, folder, folder + "/floors.json");
  const std::vector<std::string> ids = CorpusIds(hands.quality, folder);
  ASSERT_EQ(ids.size(), hands.files);
  reader.Read(ids, "");
  reader.HoldFloors();
}

INSTANTIATE_TEST_SUITE_P(Folders, HandsAs,
                         ::testing::Values(Hands{"other_hands", "digital", 125}, Hands{"other_hands", "poor150", 125},
                                           Hands{"other_hands", "ugly", 12}, Hands{"later_hands", "digital", 33},
                                           Hands{"later_hands", "poor150", 60}, Hands{"later_hands", "ugly", 12},
                                           Hands{"latest_hands", "digital", 10}, Hands{"latest_hands", "poor150", 36},
                                           Hands{"further_hands", "digital", 10}, Hands{"further_hands", "poor150", 36},
                                           Hands{"fresh_hands", "digital", 5}, Hands{"fresh_hands", "poor150", 24},
                                           Hands{"newest_hands", "digital", 12}, Hands{"newest_hands", "poor150", 61},
                                           Hands{"recent_hands", "digital", 8}, Hands{"recent_hands", "poor150", 24},
                                           Hands{"typeset_hands", "digital", 3}, Hands{"typeset_hands", "poor150", 12},
                                           Hands{"varied_hands", "digital", 7}, Hands{"varied_hands", "poor150", 14}),
                         [](const auto& info) { return std::string(info.param.folder) + "_" + info.param.quality; });

}  // namespace
}  // namespace trichluc
