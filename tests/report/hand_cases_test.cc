#include "report/hand_cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/files.h"
#include "support/audit_folder.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Box kSpot{110, 210, 150, 240};

// A number 239 that the reader saw as 289, its picture kept; a typed date.
struct Scan {
  Scan() {
    FileRecord file;
    file.path = "inbox/239 <kh>.pdf";
    file.sha256 = std::string(64, 'a');
    file.pages = 1;
    PageReading reading;
    reading.page = 1;
    reading.hand = {{"number", {500, 600, 520, 620}, {{"7", 1}}, 0},
                    {"number", kSpot, {{"289", 0.6}, {"239", 0.3}}, 0}};
    reading.crops = {{"number", {100, 200, 300, 250}, "PNG"}};
    file.readings = {reading};
    file.page_texts = {"x"};
    Document document = NumberedDocument("");
    document.number.reset();
    document.symbol = "KH-SYT";
    document.issued_on = "2018-03-01";
    document.evidence = {{"number", 1, kSpot, "289 (0.60)", "hand.reader", 0.5}};
    document.flags = {{"handwritten", 1, "number: /KH-SYT; 289 (0.55), 239 (0.40)"}};
    file.documents = {document};
    audit.Save(file);
  }
  AuditFolder audit;
};

TEST(HandCases, WithoutTruthWhatTheProgramTookForHandwriting) {
  const Scan scan;
  const std::vector<HandCase> cases = CollectHandCases(scan.audit.database());
  ASSERT_EQ(cases.size(), 1u);
  EXPECT_EQ(cases[0].kind, "number");
  EXPECT_EQ(cases[0].title, "KH-SYT");
  EXPECT_EQ(cases[0].box, kSpot) << "the spot that the evidence names, not the first";
  EXPECT_EQ(cases[0].weighed, "/KH-SYT; 289 (0.55), 239 (0.40)");
  EXPECT_EQ(cases[0].crop.png, "PNG");
  EXPECT_FALSE(cases[0].truth);
  EXPECT_FALSE(cases[0].given);
  EXPECT_EQ(PrintHandTally(TallyHand(cases)), "");
}

TEST(HandCases, TruthOfWhatPeopleCallHandwritten) {
  const Scan scan;
  const std::string file = scan.audit.folder().Write(
      "headers.json", R"([{"file": "239 <kh>.pdf", "number": "239/KH-SYT", "issued_on": "2018-03-01",
                           "handwritten": ["number", "day"]}])");
  std::vector<HandCase> cases = CollectHandCases(scan.audit.database(), file);
  ASSERT_EQ(cases.size(), 2u);
  EXPECT_EQ(cases[0].truth, "239");
  EXPECT_NEAR(ChanceOfTruth(cases[0]), 0.3, 1e-9);
  EXPECT_EQ(cases[1].kind, "day");
  EXPECT_EQ(cases[1].truth, "01");
  EXPECT_EQ(cases[1].given, "01");
  EXPECT_TRUE(cases[1].candidates.empty()) << "no spot was found there";
  cases[0].plain = "23";
  const HandTally tally = TallyHand(cases);
  EXPECT_EQ(tally.strings, 2);
  EXPECT_EQ(tally.right, 0);
  EXPECT_EQ(tally.figures, 4);        // 239 and 1
  EXPECT_EQ(tally.wrong_figures, 2);  // the 3, and the 1 that was not found
  EXPECT_EQ(tally.taken[3][8], 1);
  EXPECT_EQ(tally.taken[1][HandTally::kSigns - 1], 1);
  EXPECT_EQ(tally.plain, 1);
  EXPECT_EQ(tally.plain_wrong_figures, 1);
  EXPECT_THAT(PrintHandTally(tally), HasSubstr("2 strings, 0.000 right, single figures 0.500"));
}

TEST(HandCases, LeadingZerosMakeNoDifference) {
  std::vector<HandCase> cases(1);
  cases[0].kind = "day";
  cases[0].truth = "02";
  cases[0].candidates = {{"2", 0.95}, {"02", 0.04}};
  EXPECT_NEAR(ChanceOfTruth(cases[0]), 0.99, 1e-9);
  const HandTally tally = TallyHand(cases);
  EXPECT_EQ(tally.right, 1);
  EXPECT_EQ(tally.sure_right, 1);
}

TEST(HandCases, ThePageStandsAloneWorstFirst) {
  std::vector<HandCase> cases(22);
  for (size_t i = 0; i < cases.size(); ++i) {
    cases[i].file = "scan" + std::to_string(i) + " & <b>.pdf";
    cases[i].kind = "number";
    cases[i].truth = std::to_string(100 + i);
    cases[i].candidates = {{*cases[i].truth, 0.01 * static_cast<double>(i + 1)}};
    cases[i].crop.png = "ab";
  }
  cases[3].given = "999";
  const std::string html = HandReportAsHtml(cases, "figures <here>");
  EXPECT_THAT(html, AllOf(HasSubstr("figures &lt;here&gt;"), HasSubstr("scan0 &amp; &lt;b&gt;.pdf"),
                          HasSubstr("data:image/png;base64,YWI=\""), HasSubstr("<td class=\"n off\">999</td>")));
  const std::string worst = html.substr(html.find("least chance"), html.find("<h2>All</h2>") - html.find("least chance"));
  EXPECT_LT(worst.find("<b>100</b>"), worst.find("<b>101</b>"));
  EXPECT_THAT(worst, AllOf(HasSubstr("<b>119</b>"), Not(HasSubstr("<b>120</b>"))));
  EXPECT_EQ(html.find("http"), std::string::npos) << "nothing is fetched";
}

// Printed by weasyprint, where it is: long names and figures, pictures wider than a page, and all words lie on the paper.
TEST(HandCases, ThePageCanBePrinted) {
  std::vector<HandCase> cases(30);
  for (size_t i = 0; i < cases.size(); ++i) {
    cases[i].title = "Kế hoạch số " + std::to_string(i) + " về việc chuyển đổi số";
    cases[i].file = "folder-" + std::string(60, 'x') + "/" + std::string(60, 'y') + ".pdf";
    cases[i].kind = "number";
    cases[i].truth = cases[i].given = cases[i].plain = "1234567";
    cases[i].candidates = {{"1234567", 0.83}, {"1234561", 0.09}};
    cases[i].weighed = "1234567 0.97 hand.cited_by 0.9 hand.order 0.5 hand.all 0.97";
  }
  std::string figures = "right";
  for (int i = 0; i < 60; ++i) figures += " 1234567";
  const std::string html = HandReportAsHtml(cases, figures);
  for (const char* rule : {"@media print", "landscape", "break-inside: avoid", "<thead>"}) EXPECT_THAT(html, HasSubstr(rule));
  if (std::system("command -v weasyprint pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "no weasyprint or no pdftotext";
  const TempFolder folder;
  WriteFileAtomically(folder / "a.html", html);
  const std::string in = folder / "a";
  ASSERT_EQ(std::system(("weasyprint -q " + in + ".html " + in + ".pdf && pdftotext -bbox " + in + ".pdf " + in + ".txt").c_str()), 0);
  const std::string words = ReadFile(in + ".txt");
  const double width = std::atof(words.c_str() + words.find("width=\"") + 7);
  EXPECT_NEAR(width, 842, 1) << "A4 across";
  size_t count = 0;
  for (size_t at = 0; (at = words.find("xMax=\"", at)) != std::string::npos; ++count) {
    at += 6;
    EXPECT_LT(std::atof(words.c_str() + at), width) << words.substr(at, 80);
  }
  EXPECT_GT(count, 1000u);
}

}  // namespace
}  // namespace trichluc
