// Truth folders against a database, floors, and what is printed.
#include "report/audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/audit_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string TruthOf(const std::string& number) {
  return R"([{"page_from": 1, "page_to": 1, "number": ")" + number + R"(", "subject": null}])";
}

TEST(Audit, ScoresScansByQualityAndInTotal) {
  AuditFolder audit;
  audit.WriteTruth("a", TruthOf("1/KH"), "trang một");
  audit.WriteTruth("b", TruthOf("2/KH"));
  for (const char* quality : {"usual200", "clean300"}) {
    audit.Store(audit.WriteScan("a", quality), {NumberedDocument("1/KH")}, {"trang môt"});
    audit.Store(audit.WriteScan("b", quality),
                {NumberedDocument(quality == std::string("usual200") ? "9/KH" : "2/KH")});
  }
  const AuditReport report = audit.Run();
  ASSERT_EQ(report.scans.size(), 4u);
  EXPECT_EQ(report.scans[0].quality + report.scans[0].id, "clean300a");
  EXPECT_EQ(report.scans[3].quality + report.scans[3].id, "usual200b");
  EXPECT_EQ(FigureValue(report.qualities.at("clean300"), "number"), 1);
  EXPECT_EQ(FigureValue(report.qualities.at("usual200"), "number"), 0.5);
  EXPECT_EQ(FigureValue(report.total, "number"), 0.75);
  EXPECT_DOUBLE_EQ(*FigureValue(report.total, "page_cer"), 1.0 / 9);
  EXPECT_TRUE(AdviseOnUnread(report, audit.Options()).empty());

  EXPECT_EQ(audit.Run("clean300").scans.size(), 2u);
  EXPECT_EQ(audit.Run("clean300").qualities.count("usual200"), 0u);
}

TEST(Audit, AFolderMayBeOneDocumentItself) {
  AuditFolder audit;
  audit.WriteTruth("a", TruthOf("1/KH"));
  audit.Store(audit.WriteScan("a", "q"), {NumberedDocument("1/KH")});
  const AuditReport report = Audit(audit.database(), {audit.folder() / "truth/a", "", "a.db"});
  ASSERT_EQ(report.scans.size(), 1u);
  EXPECT_EQ(report.scans[0].id, "a");
}

TEST(Audit, SaysHowToReadWhatIsMissing) {
  AuditFolder audit;
  const std::string truth = audit.folder() / "truth";
  for (const char* id : {"a", "b"}) {
    audit.WriteTruth(id, TruthOf("1/KH"));
    audit.WriteScan(id, "poor150");
  }
  EXPECT_EQ(UsageErrorOf([&] { audit.Run("poor150"); }),
            "poor150: 2 scans not in a.db; read with: trichluc ingest --db a.db " + truth + "/*/poor150.pdf");

  audit.Store(audit.WriteScan("a", "usual200"), {NumberedDocument("1/KH")});
  audit.StoreFailure(audit.WriteScan("b", "usual200"), "no page tree");
  EXPECT_EQ(AdviseOnUnread(audit.Run("usual200"), audit.Options()),
            "usual200: 1 scan not in a.db; b: no page tree; read with: trichluc ingest --db a.db " + truth +
                "/b/usual200.pdf");
  EXPECT_EQ(audit.Run().unread.size(), 3u);
}

TEST(Audit, ManyMissingScansAreNamedByTheirPattern) {
  AuditFolder audit;
  const std::string truth = audit.folder() / "truth";
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) {
    audit.WriteTruth(id, TruthOf("1/KH"));
    const std::string scan = audit.WriteScan(id, "poor150");
    if (*id == 'a') audit.Store(scan, {NumberedDocument("1/KH")});
  }
  EXPECT_EQ(AdviseOnUnread(audit.Run("poor150"), audit.Options()),
            "poor150: 6 scans not in a.db; read with: trichluc ingest --db a.db " + truth + "/*/poor150.pdf");
}

TEST(Audit, WrongTruthIsAUsageError) {
  AuditFolder audit;
  const std::string truth = audit.folder() / "truth";
  EXPECT_EQ(UsageErrorOf([&] { audit.Run(); }),
            truth + ": no truth here; name a folder of folders with a truth.json each");
  audit.WriteTruth("a", TruthOf("1/KH"));
  EXPECT_EQ(UsageErrorOf([&] { audit.Run(); }), truth + ": truth without scans (PDF files)");
  audit.WriteScan("a", "clean300");
  audit.WriteScan("a", "poor150");
  EXPECT_EQ(UsageErrorOf([&] { audit.Run("usual"); }),
            truth + ": no scan is called usual.pdf; there are clean300, poor150");
  audit.WriteTruth("a", "{");
  EXPECT_THAT(UsageErrorOf([&] { audit.Run(); }), HasSubstr(truth + "/a/truth.json: no valid JSON"));
  audit.WriteTruth("a", R"([{"number": ["1/KH"]}])");
  EXPECT_THAT(UsageErrorOf([&] { audit.Run(); }),
              HasSubstr(truth + "/a/truth.json: not as the export contract says"));
}

TEST(Audit, LinesUnderStampsAreAFigureOfTheirScan) {
  AuditFolder audit;
  audit.WriteTruth("a", TruthOf("1/KH"));
  audit.Store(audit.WriteScan("a", "stamped"), {NumberedDocument("1/KH")}, {"Giao Sở Y tê thực hiện"});
  EXPECT_FALSE(FigureValue(audit.Run().total, "under_stamps_cer").has_value());
  audit.WriteStamps("a", "stamped", R"([{"page": 1, "line": "Sở Y tế"}])");
  EXPECT_DOUBLE_EQ(*FigureValue(audit.Run().total, "under_stamps_cer"), 1.0 / 7);
  audit.WriteStamps("a", "stamped", R"([{"line": "Sở Y tế"}])");
  EXPECT_THAT(UsageErrorOf([&] { audit.Run(); }),
              HasSubstr("stamped.stamps.json: no list of {\"page\", \"line\"}"));
}

// One document: number right, subject wrong, page text a tenth wrong.
AuditReport SmallReport(AuditFolder& audit) {
  audit.WriteTruth("a", TruthOf("1/KH"), "0123456789");
  Document document = NumberedDocument("1/KH");
  document.subject = "x";
  audit.Store(audit.WriteScan("a", "q"), {document}, {"0123456780"});
  return audit.Run();
}

TEST(BelowFloors, NamesEachFigure) {
  AuditFolder audit;
  const AuditReport report = SmallReport(audit);
  struct Row {
    const char* floors;
    std::vector<std::string> below;
  };
  const Row rows[] = {
      {R"({"q": {"number": 1, "header": 0.5, "page_cer": 0.1, "document_f1": 1}})", {}},
      {R"({"q": {"subject": 0.5, "header": 0.51, "page_cer": 0.09}})",
       {"q: header is 0.5000, below 0.51", "q: page_cer is 0.1000, above 0.09",
        "q: subject is 0.0000, below 0.5"}},
      {R"({"q": {"task_f1": 0.9}})", {"q: task_f1: nothing to score; the floor is 0.9"}},
      {R"({"total": {"number": 1, "subject": 1}})", {"total: subject is 0.0000, below 1"}},
      {R"({"poor150": {"number": 0.1}})", {"poor150: number: nothing to score; the floor is 0.1"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(BelowFloors(report, audit.folder().Write("floors.json", row.floors), ""), row.below)
        << row.floors;
  }
}

TEST(BelowFloors, HoldSingleScans) {
  AuditFolder audit;
  for (const char* id : {"t-a", "t-b", "kg"}) audit.WriteTruth(id, TruthOf("1/KH"));
  audit.Store(audit.WriteScan("t-a", "q"), {NumberedDocument("1/KH")});
  audit.Store(audit.WriteScan("t-b", "q"), {NumberedDocument("2/KH")});
  audit.Store(audit.WriteScan("kg", "q"), {NumberedDocument("3/KH")});
  const auto below = [&](const char* floors) {
    return BelowFloors(audit.Run(), audit.folder().Write("floors.json", floors), "q");
  };
  EXPECT_THAT(below(R"({"q/t-*": {"number": 1}})"), ElementsAre("q/t-b: number is 0.0000, below 1"));
  EXPECT_THAT(below(R"({"q/t-a": {"number": 1}})"), IsEmpty());
  EXPECT_THAT(below(R"({"q/t-a": {"cells": 1}})"),
              ElementsAre("q/t-a: cells: nothing to score; the floor is 1"));
  EXPECT_THAT(below(R"({"q/t-*": {"cells": 1}})"), IsEmpty());
  EXPECT_THAT(below(R"({"q/x": {"number": 1}})"),
              ElementsAre("q/x: number: nothing to score; the floor is 1"));
}

TEST(BelowFloors, UnreadScansAreBelow) {
  AuditFolder audit;
  SmallReport(audit);
  audit.WriteTruth("b", TruthOf("1/KH"));
  audit.WriteScan("b", "q");
  const std::string floors = audit.folder().Write("floors.json", R"({"q": {"number": 1}})");
  EXPECT_THAT(BelowFloors(audit.Run(), floors, ""), ElementsAre("q: 1 scans of truth were not read"));
}

TEST(BelowFloors, OtherQualitiesAreLeftOut) {
  AuditFolder audit;
  const AuditReport report = SmallReport(audit);
  const std::string floors =
      audit.folder().Write("floors.json", R"({"q": {"number": 1}, "poor150": {"number": 1}})");
  EXPECT_THAT(BelowFloors(report, floors, "q"), IsEmpty());
  EXPECT_EQ(UsageErrorOf([&] { BelowFloors(report, floors, "clean300"); }),
            floors + ": no floors for clean300");
}

TEST(BelowFloors, MistakesInTheFile) {
  AuditFolder audit;
  const AuditReport report = SmallReport(audit);
  const auto error = [&](const char* text) {
    const std::string path = audit.folder().Write("floors.json", text);
    return UsageErrorOf([&] { BelowFloors(report, path, ""); });
  };
  EXPECT_THAT(error(R"({"q": {"numbr": 1}})"),
              HasSubstr("no figure is called \"numbr\"; known are document_f1"));
  EXPECT_THAT(error(R"({"q": {"task": 1}})"), HasSubstr("no figure is called \"task\""));
  EXPECT_THAT(error(R"({"q": 1})"), HasSubstr("not a list of floors"));
  EXPECT_THAT(error(R"({})"), HasSubstr("no floors"));
  EXPECT_THAT(UsageErrorOf([&] { BelowFloors(report, "/nowhere/floors.json", ""); }), HasSubstr("/nowhere"));
}

TEST(PrintAudit, FitsAHundredColumnsAndHidesNoError) {
  AuditFolder audit;
  audit.WriteTruth("a-very-long-name-of-a-document", TruthOf("1/KH"), std::string(5000, 'a'));
  for (const char* quality : {"clean300", "poor150", "usual200", "worse100", "zigzag50"}) {
    audit.Store(audit.WriteScan("a-very-long-name-of-a-document", quality), {NumberedDocument("1/KH")},
                {std::string(4999, 'a') + "b"});
  }
  const std::string text = PrintAudit(audit.Run());
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(Length(line), 100u) << line;
  EXPECT_THAT(text, HasSubstr("character errors of pages    0.001    1/5000 "));  // not 0.000
  EXPECT_THAT(text, HasSubstr("number                     1.000    1/1"));
  EXPECT_THAT(text, HasSubstr("total"));
}

TEST(PrintAudit, HasRoomForCountsOfFiveFigures) {
  AuditFolder audit;
  audit.WriteTruth("long", TruthOf("1/KH"), std::string(20000, 'a'));
  audit.Store(audit.WriteScan("long", "usual200"), {NumberedDocument("1/KH")}, {std::string(20000, 'b')});
  EXPECT_THAT(PrintAudit(audit.Run()), HasSubstr("character errors of pages    1.000 20000/20000\n"));
}

TEST(PrintMisses, ShowsWhatDiffers) {
  const std::string before(200, 'a'), after(200, 'b');
  const std::vector<Miss> misses = {
      {"s", "q", "1/KH", "place", "Gò Quao", "Gò Quan"},
      {"s", "q", "1/KH", "task 4.1 content", before + "x" + after, before + "y" + after},
      {"s", "q", "2/KH", "urgency", std::nullopt, "Khẩn"},
      {"t", "q", "", "text of page 1", before, before + "c"}};
  const std::string tail(57, 'b'), head(30, 'a');
  EXPECT_EQ(PrintMisses(misses, 3, ""),
            "s q, 1/KH\n"
            "  place\n"
            "    truth  Gò Quao\n"
            "    found  Gò Quan\n"
            "  task 4.1 content\n"
            "    truth  …" +
                head + "x" + tail +
                "…\n"
                "    found  …" +
                head + "y" + tail +
                "…\n"
                "\n"
                "s q, 2/KH\n"
                "  urgency\n"
                "    truth  (nothing)\n"
                "    found  Khẩn\n"
                "\n3 of 4 differences\n");
  EXPECT_EQ(PrintMisses(misses, 9, "text"),
            "t q\n"
            "  text of page 1\n"
            "    truth  …" +
                head +
                "\n"
                "    found  …" +
                head + "c\n");
  EXPECT_EQ(PrintMisses({}, 9, ""), "no differences\n");
}

TEST(AuditAsJson, HoldsEverything) {
  AuditFolder audit;
  const auto json = nlohmann::json::parse(AuditAsJson(SmallReport(audit), 1));
  EXPECT_EQ(json["qualities"]["q"]["number"]["right"], 1);
  EXPECT_EQ(json["total"]["header"]["value"], 0.5);
  EXPECT_EQ(json["scans"][0]["figures"]["page_cer"]["errors"], 1);
  EXPECT_EQ(json["qualities"]["q"]["document"]["f1"], 1.0);
  ASSERT_EQ(json["misses"].size(), 1u);
  EXPECT_EQ(json["misses"][0]["field"], "subject");
  EXPECT_TRUE(json["misses"][0]["expected"].is_null());
  EXPECT_EQ(json["misses"][0]["found"], "x");
}

}  // namespace
}  // namespace trichluc
