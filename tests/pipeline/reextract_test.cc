// Repairs of words are kept as long as the program and the rules of repair are the same, and looked for again otherwise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "pipeline/pipeline.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

PageReading Line(const std::vector<std::string>& words) {
  PageReading reading;
  reading.page = 1;
  reading.width = 1600;
  reading.height = 2300;
  reading.dpi = 200;
  reading.engine = "tesseract";
  int x = 100;
  for (const std::string& word : words) {
    const int width = 12 * static_cast<int>(word.size());
    reading.words.push_back({word, {x, 100, x + width, 130}, 0.94f});
    x += width + 10;
  }
  return reading;
}

class Repairs : public ::testing::Test {
 protected:
  Repairs() : database_(folder_ / "t.db", Database::Mode::kCreate) {
    FileRecord file;
    file.path = "in/a.pdf";
    file.sha256 = "a";
    file.pages = 1;
    file.readings = {Line({"quy", "định", "về", "đâu", "thâu", "mua", "thuốc"})};
    file.page_texts = {""};
    database_.SaveFile(file, database_.BeginRun({"0.1", "vie", "hash", "ingest"}));
  }

  // As if a program with this repairer had made "thầu" of it alone.
  void Leave(const std::string& repairer) {
    const Word read = database_.Readings(Id(), false)[0].words[4];
    database_.ReplaceDocuments(Id(), {}, {""}, database_.BeginRun({"0.1", "", "hash", "reextract", "", repairer}),
                               {{1, read.box, "thâu", "thầu", "word.context", 0.9}});
  }

  std::string Reextracted() {
    Reextract(database_, rules_, nullptr);
    return database_.PageTexts(Id()).at(0);
  }

  long long Id() const { return database_.FindFile("a")->id; }

  std::shared_ptr<const RuleSet> rules_ = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  TempFolder folder_;
  Database database_;
};

TEST_F(Repairs, AreMadeWhereNoneWereNoted) {
  EXPECT_THAT(Reextracted(), HasSubstr("đấu thầu"));
  EXPECT_EQ(database_.Repairs(Id()).size(), 2u);
  EXPECT_EQ(database_.FindFile("a")->repairer, RepairerOf(*rules_));
}

TEST_F(Repairs, OfTheSameRepairerStay) {
  ASSERT_NE(RepairerOf(*rules_), "");
  Leave(RepairerOf(*rules_));
  EXPECT_THAT(Reextracted(), HasSubstr("đâu thầu"));
  ASSERT_EQ(database_.Repairs(Id()).size(), 1u);
  EXPECT_EQ(database_.Repairs(Id())[0].text, "thầu");
}

TEST_F(Repairs, OfAnotherRepairerAreLookedForAgain) {
  Leave("another");
  EXPECT_THAT(Reextracted(), HasSubstr("đấu thầu"));
  EXPECT_EQ(database_.Repairs(Id()).size(), 2u);
}

TEST_F(Repairs, AnotherFileOfRulesIsAnotherRepairer) {
  const std::string rules = folder_ / "rules";
  std::filesystem::copy(TRICHLUC_SOURCE_DIR "/rules", rules, std::filesystem::copy_options::recursive);
  EXPECT_EQ(RepairerOf(*RuleSet::Load(rules)), RepairerOf(*rules_));
  std::ofstream(rules + "/repair/spellings.tsv", std::ios::app) << "# another\n";
  EXPECT_NE(RepairerOf(*RuleSet::Load(rules)), RepairerOf(*rules_));
}

}  // namespace
}  // namespace trichluc
