#include "repair/confusions.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/files.h"
#include "support/temp_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

class ConfusionsTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& text) {
    WriteFileAtomically(folder_ / "confusions.tsv", text);
    return folder_ / "confusions.tsv";
  }
  TempFolder folder_;
};

constexpr const char* kSample =
    "# sample\nseen\tấ\t1000\nseen\tế\t1000\nread\tấ\tâ\t50\nread\trn\tm\t3\nread\tl\ti\t4\n"
    "sure\t0.5\t50\t100\nsure\t1\t1\t1000\n";

TEST_F(ConfusionsTest, WhatWasSeenIsLikelier) {
  const Confusions confusions(Write(kSample));
  const auto chance = [&](const char* printed, const char* read) {
    return confusions.LogChance(ToCodePoints(printed), ToCodePoints(read), -60);
  };
  EXPECT_EQ(chance("đấu", "đấu"), 0);
  EXPECT_GT(chance("đấu", "đâu"), chance("đấu", "đầu"));
  EXPECT_GT(chance("đấu", "đầu"), chance("đấu", "điu"));
  EXPECT_GT(chance("đấu", "đâu"), chance("đấu", "đâ"));
  EXPECT_LT(confusions.LogChance(ToCodePoints("đấu"), ToCodePoints("kkkkk"), -10), -10);
}

TEST_F(ConfusionsTest, UnsureWordsAreWrongMoreOften) {
  const Confusions confusions(Write(kSample));
  EXPECT_NEAR(confusions.LogOddsWrong(0.3), 0, 1e-9);
  EXPECT_LT(confusions.LogOddsWrong(0.97), -6);
}

TEST_F(ConfusionsTest, NamesTheLineThatIsWrong) {
  const auto error = [&](const std::string& text) -> std::string {
    try {
      Confusions{Write(text)};
    } catch (const UsageError& caught) {
      return caught.what();
    }
    return "";
  };
  EXPECT_THAT(error("seen\tấ\t1000\nheard\tx\n"), ::testing::HasSubstr("confusions.tsv:2: neither seen"));
  EXPECT_THAT(error("seen\tấ\tmany\n"), ::testing::HasSubstr("confusions.tsv:1: \"many\" is no number"));
  EXPECT_THAT(error("# nothing\n"), ::testing::HasSubstr("holds no confusions"));
}

}  // namespace
}  // namespace trichluc
