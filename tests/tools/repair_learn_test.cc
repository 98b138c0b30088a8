#include "learn.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "measure.h"
#include "proofs.h"

namespace trichluc::repair {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(AlignWords, FindsWhatWasPrintedForEachWordRead) {
  EXPECT_THAT(AlignWords({"đâu", "thâu", "qua"}, {"đấu", "thầu", "qua"}), ElementsAre("đấu", "thầu", "qua"));
  EXPECT_THAT(AlignWords({"|", "đấu", "qua"}, {"đấu", "thầu", "qua"}), ElementsAre("", "đấu", "qua"));
  EXPECT_THAT(AlignWords({}, {"đấu"}), ElementsAre());
}

Proof Sample() {
  Proof proof{"usual", {}, {"đấu", "thầu", "112/KH", "huyện"}};
  for (const char* word : {"đâu", "thầu", "ll2/KH", "huyn"}) {
    const int x = 100 * static_cast<int>(proof.reading.words.size());
    proof.reading.words.push_back({word, {x, 0, x + 80, 30}, word[1] == '\x91' ? 0.8f : 0.95f});
  }
  return proof;
}

TEST(LearnConfusions, CountsLettersOfWordsAlone) {
  const std::string learned = LearnConfusions({Sample()});
  EXPECT_THAT(learned, HasSubstr("read\tấ\tâ\t1\n"));
  EXPECT_THAT(learned, HasSubstr("read\tệ\t\t1\n"));
  EXPECT_THAT(learned, HasSubstr("seen\tu\t3\n"));
  EXPECT_THAT(learned, Not(HasSubstr("read\t1\tl")));
  EXPECT_THAT(learned, HasSubstr("sure\t0.95\t1\t2\n"));
}

TEST(Proofs, AreKeptAndLoaded) {
  const std::string folder = ::testing::TempDir() + "/proofs";
  std::filesystem::create_directories(folder);
  SaveProof(Sample(), folder + "/0000.proof");
  const std::vector<Proof> loaded = LoadProofs(folder);
  ASSERT_EQ(loaded.size(), 1u);
  EXPECT_EQ(loaded[0].truth, Sample().truth);
  EXPECT_EQ(loaded[0].reading, Sample().reading);
  std::filesystem::remove_all(folder);
}

TEST(MeasureRepair, CountsWhatIsWrong) {
  Repairer none(::testing::TempDir() + "/no rules", {});
  const std::map<std::string, Outcome> outcomes = MeasureRepair({Sample()}, &none);
  EXPECT_EQ(outcomes.at("usual").words, 4);
  EXPECT_EQ(outcomes.at("usual").wrong_before, 3);
  EXPECT_EQ(outcomes.at("all").wrong_after, 3);
  EXPECT_EQ(outcomes.at("all").mended, 0);
}

}  // namespace
}  // namespace trichluc::repair
