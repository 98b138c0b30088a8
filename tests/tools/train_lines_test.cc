// Lines to train on: where their text comes from, that they are the same every time, and the file they stand
// in.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "corpus/error.h"
#include "image/analyse.h"
#include "train/cut_lines.h"
#include "train/lstmf.h"
#include "train/wear.h"
#include "train/word_counts.h"

namespace trichluc::train {
namespace {

namespace fs = std::filesystem;

// A small collection in the form of the large one.
class TrainLinesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("train_lines_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    for (const char* part : {"text", "agencies", "units", "symbols", "corpus/a"})
      fs::create_directories(folder_ / part);
    std::string text;
    for (int i = 0; i < 60; ++i) {
      text += "<<<DOC T" + std::to_string(i) + "\tsource/" + std::to_string(i) + ".md\ttitle>>>\n";
      text += "Đoạn văn bản số " + std::to_string(i) + " về công tác đấu thầu của tỉnh;\n";
      text += "Chủ trì, phối hợp với các sở, ngành thực hiện.\n\n";
    }
    Write("text/admin_docs_tvpl.txt.zst", Compress(text));
    Write("text/index.tsv", "id\tfile\tsource_path\ttitle\nT7\tf\tsource/7.md\tt\nT8\tf\tsource/8.md\tt\n");
    Write("symbols/headers.tsv",
          "issuer_lines\tnumber\tplace\tdate\ttype\tsubject_start\tfrom\nUBND\t12/"
          "KH-UBND\t\t\t\t\t7.md\nUBND\t13/KH\t\t\t\t\t8.md\n");
    Write("symbols/recipients.tsv", "kind\tphrase\tseen\nluu\tLưu: VT\t3\n");
    Write("agencies/agencies.tsv", "full_name\tabbreviations\tlevel\nSở Y tế\tSYT\ttỉnh\n");
    for (const char* name : {"units/current_34.tsv", "units/legacy_63.tsv"})
      Write(name, "level\tcode\ttype\tname\tfull_name\nxã\t1\txã\tHòn Đất\tXã Hòn Đất\n");
    Write("corpus/a/truth.json", R"([{"number": "12/KH-UBND"}])");
    std::string set = "0\nNULL 0\n";
    for (const std::string& c : Characters(
             "0123456789.,;:()/"
             "-+*%&"
             "abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXYăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọ"
             "ồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝ"))
      set += c + " 3 0,255\n";
    Write("unicharset", set);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& bytes) { WriteFileAtomically(Path(name), bytes); }
  std::string Path(const std::string& name) const { return (folder_ / name).string(); }

  std::vector<TrainingLine> Lines(std::uint64_t seed, int kind) {
    const TextSource text(Path("text"), false, {});
    const Phrases phrases(Path(""));
    Random random(seed, 1, "test");
    const corpus::Quality quality = DrawQuality(kind, &random);
    const ProofPage page = SetProofPage({&text, &phrases, {}, false}, kind == 1, &random);
    return ScanLines(page, quality, Alphabet(Path("unicharset")), Path("scratch.pdf"), &random);
  }

  fs::path folder_;
};

TEST_F(TrainLinesTest, HeldOutTextIsNeverTrainedOn) {
  const TextSource training(Path("text"), false, {}), held_out(Path("text"), true, {});
  EXPECT_GT(held_out.paragraphs(), 0u);
  // The sentence that every document has stands in held-out documents too: no training.
  EXPECT_EQ(training.paragraphs() + held_out.paragraphs() / 2, 60u);
  Random random(1, 1, "test");
  for (int i = 0; i < 200; ++i) EXPECT_EQ(training.Words(9, &random).find("Chủ trì"), std::string::npos);
}

TEST_F(TrainLinesTest, DocumentsOfTheCorpusAreLeftOut) {
  const std::set<std::string> shared = SharedWithCorpus(Path(""), Path("corpus"));
  EXPECT_EQ(shared, std::set<std::string>{"T7"});
  const TextSource all(Path("text"), false, {}), some(Path("text"), false, shared);
  EXPECT_LT(some.paragraphs(), all.paragraphs() + 1);
}

TEST_F(TrainLinesTest, AnswersAreInTheModelsLetters) {
  const Alphabet alphabet(Path("unicharset"));
  EXPECT_EQ(alphabet.Answer("2021 – 2025…"), "2021 - 2025...");
  EXPECT_EQ(alphabet.Answer("≥ 5"), "");
  EXPECT_THROW(Alphabet(Path("text/index.tsv")), corpus::Error);
}

TEST_F(TrainLinesTest, SameSeedSameLines) {
  EXPECT_EQ(Lstmf(Lines(5, 2)), Lstmf(Lines(5, 2)));
  EXPECT_NE(Lstmf(Lines(5, 2)), Lstmf(Lines(6, 2)));
}

TEST_F(TrainLinesTest, EveryKindGivesLines) {
  for (const int kind : {0, 1, 2}) {
    const std::vector<TrainingLine> lines = Lines(7, kind);
    ASSERT_GT(lines.size(), 10u) << kind;
    for (const TrainingLine& line : lines) {
      EXPECT_FALSE(line.text.empty());
      EXPECT_EQ(line.text.find("–"), std::string::npos);
      const Image image = DecodePng(line.png);
      EXPECT_EQ(image.width, line.width);
      EXPECT_EQ(image.height, line.height);
      EXPECT_GT(line.height, 20);
      EXPECT_LT(line.height, 120);
    }
  }
}

TEST_F(TrainLinesTest, WornPrintGivesLines) {
  const TextSource text(Path("text"), false, {});
  const Phrases phrases(Path(""));
  const auto lines = [&](std::uint64_t seed) {
    Random random(seed, 1, "test");
    const corpus::Quality quality = DrawWornQuality(&random);
    const ProofPage page = SetProofPage({&text, &phrases, {}, false, true}, false, &random);
    return ScanLines(page, quality, Alphabet(Path("unicharset")), Path("scratch.pdf"), &random, true);
  };
  // A page may come out too pale to be cut.
  EXPECT_GT(lines(1).size() + lines(2).size() + lines(3).size(), 30u);
  EXPECT_EQ(Lstmf(lines(2)), Lstmf(lines(2)));
}

// Of a page under seals those lines stay over which a seal or the signature lies.
TEST_F(TrainLinesTest, OnlyLinesUnderSealsAreTaken) {
  const TextSource text(Path("text"), false, {});
  const Phrases phrases(Path(""));
  Random random(4, 1, "test");
  ProofPage page = SetProofPage({&text, &phrases, {}, false}, false, &random);
  const std::size_t all = page.lines.size();
  StampLines(1, phrases, &random, &page);
  EXPECT_GT(page.lines.size(), 1u);
  EXPECT_LT(page.lines.size(), all);
  EXPECT_TRUE(page.sheet->coloured());
}

TEST_F(TrainLinesTest, DamagedScansGiveTheSameLinesEachTime) {
  const TextSource text(Path("text"), false, {});
  const Phrases phrases(Path(""));
  const auto lines = [&](DamageKind kind) {
    Random random(2, 1, "test");
    const Damage damage = DrawDamage(kind, &random);
    EXPECT_EQ(damage.seals > 0, kind == DamageKind::kSealed);
    ProofPage page = SetProofPage({&text, &phrases, {}, false}, false, &random);
    if (damage.seals > 0) StampLines(damage.seals, phrases, &random, &page);
    return Lstmf(ScanLines(page, damage.quality, Alphabet(Path("unicharset")), Path("scratch.pdf"), &random));
  };
  EXPECT_EQ(lines(DamageKind::kSealed), lines(DamageKind::kSealed));
  EXPECT_NE(lines(DamageKind::kBlurred), lines(DamageKind::kFaint));
}

TEST(TrainWearTest, ChangesInkAndKeepsTheSheet) {
  corpus::Raster page{200, 100, 1, {}};
  for (int i = 0; i < 200 * 100; ++i) page.pixels.push_back(i % 200 % 20 < 3 ? 0 : 255);
  const auto dark = [](const corpus::Raster& raster) {
    return std::count_if(raster.pixels.begin(), raster.pixels.end(), [](std::uint8_t v) { return v < 128; });
  };
  bool more = false, less = false;
  for (int seed = 1; seed < 60; ++seed) {
    Random random(static_cast<std::uint64_t>(seed), 1, "wear");
    corpus::Raster worn = page;
    WearPrint(200, &random, &worn);
    WearScan(seed % 2 == 0, &random, &worn);
    ASSERT_EQ(worn.pixels.size(), page.pixels.size());
    more = more || dark(worn) > dark(page) * 11 / 10;
    less = less || dark(worn) < dark(page) * 9 / 10;
  }
  EXPECT_TRUE(more);
  EXPECT_TRUE(less);
}

TEST_F(TrainLinesTest, HardWordsAreFound) {
  const TextSource text(Path("text"), false, {});
  Random random(3, 1, "test");
  EXPECT_NE(text.WordsAround("thầu", 3, &random).find("thầu"), std::string::npos);
  EXPECT_FALSE(text.WordsAround("chưa-có", 3, &random).empty());
}

TEST_F(TrainLinesTest, DictionaryHoldsWholeWordsByCount) {
  const TextSource text(Path("text"), false, {});
  const std::vector<std::string> words = FrequentWords(text, Alphabet(Path("unicharset")), 5);
  EXPECT_NE(std::find(words.begin(), words.end(), "thầu"), words.end());
  EXPECT_EQ(std::find(words.begin(), words.end(), "tỉnh;"), words.end());
  EXPECT_NE(std::find(words.begin(), words.end(), "tỉnh"), words.end());
  EXPECT_EQ(std::find(words.begin(), words.end(), "7"), words.end());
}

TEST(TrainWordsTest, MissedWordsComeWorstFirst) {
  const std::vector<std::string> expected = {"thầu", "II", "đấu"};
  EXPECT_EQ(
      MissedWords(
          "Truth:đấu thầu số 5\nOCR  :đâu thâu số 5\nTruth:thầu II\nOCR  :thâu I\nTruth:số\nOCR  :số\n"),
      expected);
}

TEST(TrainPhrasesTest, TonesChangeAndLettersStay) {
  Random random(1, 1, "test");
  const std::string changed =
      WithOtherTones("Đấu thầu qua mạng ĐẤU THẦU QUA MẠNG đấu thầu qua mạng", &random);
  EXPECT_NE(changed, "Đấu thầu qua mạng ĐẤU THẦU QUA MẠNG đấu thầu qua mạng");
  EXPECT_EQ(Characters(changed).size(),
            Characters("Đấu thầu qua mạng ĐẤU THẦU QUA MẠNG đấu thầu qua mạng").size());
  EXPECT_EQ(Upper("đấu thầu"), "ĐẤU THẦU");
}

TEST(TrainLstmfTest, HasTheFieldsInTesseractsOrder) {
  const std::string bytes = Lstmf({{"PNG", "số", 300, 40}});
  std::string expected;
  const auto number = [&](auto value) {
    expected.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  number(std::uint32_t{1});
  number(std::uint8_t{1});
  number(std::uint32_t{0});  // name
  number(std::int32_t{0});   // page
  number(std::uint32_t{3});
  expected += "PNG";
  number(std::uint32_t{0});  // language
  number(std::uint32_t{4});
  expected += "số";
  number(std::uint32_t{1});
  for (const int edge : {0, 0, 300, 40}) number(static_cast<std::int16_t>(edge));
  number(std::uint32_t{1});
  number(std::uint32_t{4});
  expected += "số";
  number(std::int8_t{0});
  EXPECT_EQ(bytes, expected);
}

}  // namespace
}  // namespace trichluc::train
