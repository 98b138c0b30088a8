// The whole program on every scan of the corpus, with real recognition.
#include <gtest/gtest.h>

#include "support/corpus.h"

namespace trichluc {
namespace {

class CorpusAs : public ::testing::TestWithParam<const char*> {};

TEST_P(CorpusAs, HoldsItsFloors) {
  CorpusReader corpus(GetParam());
  const std::vector<std::string> ids = CorpusIds(GetParam());
  ASSERT_FALSE(ids.empty());
  corpus.Read(ids, "");
  corpus.HoldFloors();
}

INSTANTIATE_TEST_SUITE_P(Quality, CorpusAs, ::testing::Values("clean300", "usual200", "poor150"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace trichluc
