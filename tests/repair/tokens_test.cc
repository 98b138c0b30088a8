#include "repair/tokens.h"

#include <gmock/gmock.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Tokens, AreFoldedWordsFiguresAndEndsOfSentences) {
  EXPECT_THAT(TokensOf("Thầu,"), ElementsAre("thầu"));
  EXPECT_THAT(TokensOf("(Đấu"), ElementsAre("đấu"));
  EXPECT_THAT(TokensOf("thầu."), ElementsAre("thầu", "."));
  EXPECT_THAT(TokensOf("112/KH-UBND"), ElementsAre("0", "kh", "ubnd"));
  EXPECT_THAT(TokensOf("T4"), ElementsAre("0"));
  EXPECT_THAT(TokensOf("-"), IsEmpty());
  EXPECT_THAT(TokensOf("hoà"), ElementsAre("hòa"));
}

TEST(Tokens, WordsKeepTheMarksAroundThem) {
  const WordParts parts = SplitWord("“(thầu);”");
  EXPECT_EQ(parts.before, "“(");
  EXPECT_EQ(parts.core, "thầu");
  EXPECT_EQ(parts.after, ");”");
  EXPECT_EQ(SplitWord("...").core, "");
}

}  // namespace
}  // namespace trichluc
