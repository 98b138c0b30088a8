// The rules that are shipped hold their own examples.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "rules/rules.h"

namespace trichluc {
namespace {

TEST(RealRules, HoldTheirExamples) {
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  EXPECT_THAT(rules->Check(), testing::IsEmpty());
  EXPECT_GT(rules->patterns().size(), 40u);
}

}  // namespace
}  // namespace trichluc
