#include "repair/counts.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/files.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

RawCounts Sample() {
  RawCounts raw;
  raw.words = {{"đấu", 100}, {"thầu", 80}, {"đâu", 40}};
  raw.tokens = 1000;
  raw.pairs[HashOf(HashOf("đấu"), HashOf("thầu"))] = 64;
  raw.triples[HashOf(HashOf("."), HashOf("đấu"), HashOf("thầu"))] = 16;
  return raw;
}

class WordCountsTest : public ::testing::Test {
 protected:
  std::string Write(const std::string& bytes) {
    WriteFileAtomically(folder_ / "a.counts", bytes);
    return folder_ / "a.counts";
  }
  TempFolder folder_;
};

TEST_F(WordCountsTest, GivesWhatWasCounted) {
  const WordCounts counts(Write(EncodeCounts(Sample(), 10000)));
  EXPECT_EQ(counts.Count(HashOf("đấu")), 100);
  EXPECT_EQ(counts.Count(HashOf("lạ")), 0);
  EXPECT_NEAR(counts.Count(HashOf("đấu"), HashOf("thầu")), 64, 3);
  EXPECT_EQ(counts.Count(HashOf("thầu"), HashOf("đấu")), 0);
  EXPECT_NEAR(counts.Count(HashOf("."), HashOf("đấu"), HashOf("thầu")), 16, 1);
  EXPECT_EQ(counts.words().size(), 3u);
}

TEST_F(WordCountsTest, AWordIsLikelierBehindTheWordsItWasSeenBehind) {
  const WordCounts counts(Write(EncodeCounts(Sample(), 10000)));
  const WordHash end = HashOf("."), dau = HashOf("đấu"), thau = HashOf("thầu"), other = HashOf("đâu");
  EXPECT_GT(counts.LogChance(end, dau, thau), counts.LogChance(end, other, thau));
  EXPECT_LT(counts.LogChance(end, dau, thau), 0);
  EXPECT_GT(counts.LogChance(other, other, HashOf("lạ")), -20);
}

TEST_F(WordCountsTest, KeepsTheMostFrequentWhereRoomIsShort) {
  RawCounts raw = Sample();
  for (int i = 0; i < 500; ++i) raw.pairs[HashOf(HashOf("thầu"), HashOf(std::to_string(i)))] = 1;
  const std::string bytes = EncodeCounts(raw, 400);
  EXPECT_LE(bytes.size(), 403u);
  const WordCounts counts(Write(bytes));
  EXPECT_GT(counts.Count(HashOf("đấu"), HashOf("thầu")), 60);
}

TEST_F(WordCountsTest, RefusesAnotherFile) {
  EXPECT_THROW(WordCounts{Write("no counts")}, UsageError);
  EXPECT_THROW(WordCounts{Write("")}, UsageError);
  const std::string whole = EncodeCounts(Sample(), 10000);
  EXPECT_THROW(WordCounts{Write(whole.substr(0, whole.size() - 1))}, UsageError);
}

}  // namespace
}  // namespace trichluc
