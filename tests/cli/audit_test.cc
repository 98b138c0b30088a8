// trichluc audit from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/audit_folder.h"
#include "support/run_program.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// One scan, its number right and its place wrong.
class CliAudit : public ::testing::Test {
 protected:
  CliAudit() {
    audit_.WriteTruth("a", R"([{"page_from": 1, "number": "1/KH", "place": "Gò Quao"}])");
    Document document = NumberedDocument("1/KH");
    document.place = "Gò Quan";
    audit_.Store(audit_.WriteScan("a", "usual200"), {document});
  }

  ProgramResult Run(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"audit", "--db", audit_.folder() / "a.db", "--truth",
                                          audit_.folder() / "truth"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunProgram(arguments);
  }

  AuditFolder audit_;
};

TEST_F(CliAudit, PrintsFiguresAndDifferences) {
  const ProgramResult bare = Run({});
  EXPECT_EQ(bare.code, 0);
  EXPECT_THAT(bare.out,
              AllOf(HasSubstr("number                     1.000    1/1"), Not(HasSubstr("Gò Quan"))));
  EXPECT_THAT(bare.err, IsEmpty());
  EXPECT_THAT(Run({"--misses", "5"}).out,
              HasSubstr("\na usual200, 1/KH\n  place\n    truth  Gò Quao\n    found  Gò Quan\n"));
  EXPECT_THAT(Run({"--misses", "5", "--only", "number"}).out, HasSubstr("no differences"));
}

TEST_F(CliAudit, JsonIsAllThatGoesToStandardOutput) {
  const ProgramResult result = Run({"--json", "--misses", "5"});
  EXPECT_EQ(result.code, 0);
  const auto json = nlohmann::json::parse(result.out);
  EXPECT_EQ(json["total"]["header"]["value"], 0.5);
  EXPECT_EQ(json["misses"].size(), 1u);
}

TEST_F(CliAudit, FloorsDecideTheExitCode) {
  const std::string held = audit_.folder().Write("held.json", R"({"usual200": {"number": 1}})");
  EXPECT_EQ(Run({"--floors", held}).code, 0);
  const std::string missed =
      audit_.folder().Write("missed.json", R"({"usual200": {"number": 1, "place": 0.9}})");
  const ProgramResult result = Run({"--floors", missed});
  EXPECT_EQ(result.code, static_cast<int>(ExitCode::kBelowFloor));
  EXPECT_EQ(result.err, "below its floor: usual200: place is 0.0000, below 0.9\n");
}

TEST_F(CliAudit, SaysWhatToTypeForScansThatWereNotRead) {
  audit_.WriteTruth("b", R"([{"page_from": 1, "number": "2/KH"}])");
  const std::string scan = audit_.WriteScan("b", "usual200");
  const ProgramResult some = Run({});
  EXPECT_EQ(some.code, 0);
  EXPECT_THAT(some.err, AllOf(HasSubstr("usual200: 1 scan not in "), HasSubstr("trichluc ingest --db "),
                              HasSubstr(scan)));
  audit_.WriteScan("b", "poor150");
  const ProgramResult none = Run({"--quality", "poor150"});
  EXPECT_EQ(none.code, static_cast<int>(ExitCode::kUsage));
  EXPECT_THAT(none.err, HasSubstr("trichluc: poor150: 1 scan not in "));
}

TEST_F(CliAudit, WritesAPageOfWhatIsHandwrittenWithoutTruth) {
  Document document = NumberedDocument("2/KH");
  document.flags = {{"handwritten", 1, "number: /KH; 2 (0.95)"}};
  document.evidence = {{"number", 1, {1, 1, 9, 9}, "2 (0.95)", "hand.reader", 0.5}};
  FileRecord file;
  file.path = "two.pdf";
  file.sha256 = std::string(64, 'e');
  file.pages = 1;
  file.readings.emplace_back().page = 1;
  file.readings[0].hand = {{"number", {1, 1, 9, 9}, {{"2", 0.95}}, 0}};
  file.page_texts = {"x"};
  file.documents = {document};
  audit_.Save(file);
  const std::string page = audit_.folder() / "report.html";
  const ProgramResult result = RunProgram({"audit", "--db", audit_.folder() / "a.db", "--report", page});
  EXPECT_EQ(result.code, 0) << result.err;
  EXPECT_EQ(result.err, page + ": 1 handwritten spots with their pictures\n");
  EXPECT_THAT(ReadFile(page), AllOf(HasSubstr("two.pdf"), HasSubstr("/KH; 2 (0.95)")));
}

TEST_F(CliAudit, NeedsExactlyOneTruth) {
  const ProgramResult none = RunProgram({"audit", "--db", audit_.folder() / "a.db"});
  EXPECT_EQ(none.code, static_cast<int>(ExitCode::kUsage));
  EXPECT_EQ(none.err,
            "trichluc: name the truth: --truth FOLDER, --truth-headers FILE, --truth-tables FILE, or "
            "--truth-bundles FILE\n");
  EXPECT_EQ(Run({"--truth-headers", "x.json"}).code, static_cast<int>(ExitCode::kUsage));
}

TEST_F(CliAudit, LetterheadsReadByPeople) {
  const std::string headers = audit_.folder().Write(
      "h.json", R"([{"file": "usual200.pdf", "number": "1/KH", "handwritten": ["number"]}])");
  const ProgramResult result =
      RunProgram({"audit", "--db", audit_.folder() / "a.db", "--truth-headers", headers});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("number                                            1     0         0"));
}

TEST_F(CliAudit, BundlesReadByPeople) {
  const std::string bundles = audit_.folder().Write(
      "b.json", R"([{"file": "usual200.pdf", "parts": [{"page": 1, "number": "1/KH"}]}])");
  const ProgramResult result =
      RunProgram({"audit", "--db", audit_.folder() / "a.db", "--truth-bundles", bundles});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr("usual200.pdf: right\n"));
  EXPECT_EQ(Run({"--truth-bundles", bundles}).code, static_cast<int>(ExitCode::kUsage));
}

}  // namespace
}  // namespace trichluc
