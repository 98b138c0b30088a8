// Scoring one file: what counts as right, what belongs together.
#include "report/audit_tally.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace trichluc {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;

// A document with something of everything, as truth and as found.
constexpr const char* kTruth = R"({
 "page_from": 1, "page_to": 2, "number": "41/PVH-TT", "number_seq": 41, "symbol": "PVH-TT",
 "doc_type": {"code": "CV", "name": "Công văn"}, "issued_on": "2023-03-24", "place": "Gò Quao",
 "issuer": {"id": null, "name": "Phòng Văn hóa huyện Gò Quao", "printed": "PHÒNG VĂN HÓA"},
 "parent_issuer": {"id": null, "name": "Ủy ban nhân dân huyện Gò Quao", "printed": "UBND HUYỆN GÒ QUAO"},
 "subject": "báo cáo kế hoạch", "urgency": null, "secrecy": null,
 "signers": [{"name": "Lê Văn Nghiêm", "title": "Phó Trưởng phòng", "authority": "KT. TRƯỞNG PHÒNG"}],
 "recipients": ["Như kính gửi", "Lưu: VT, PVH"],
 "incoming": {"agency": "Trung tâm Y tế", "number": "1171", "date": "2023-03-27"},
 "references": [
  {"type": "Thông báo", "number": "347/TB-VP", "date": "2023-03-17", "agency": "Văn phòng", "relation": "mentions", "page": 1},
  {"type": "Luật", "number": null, "date": "2015-06-25", "agency": null, "relation": "basis", "page": 1}],
 "tables": [{"page_from": 2, "page_to": 2, "columns": ["TT", "Nội dung"],
             "rows": [["1", "Xây dựng kế hoạch"], ["2", "Báo cáo kết quả thực hiện"], ["3", "Báo cáo kết quả thực hiện"]]}],
 "tasks": [
  {"no": "1", "section": ["I", "A"], "kind": null, "content": "Xây dựng kế hoạch", "output": "Kế hoạch", "basis": null,
   "lead": [{"id": null, "name": "Sở Y tế", "printed": "Sở Y tế"}],
   "coordinators": [{"id": null, "name": "Sở Nội vụ", "printed": "SNV"}, {"id": null, "name": "Công an tỉnh", "printed": "CA"}],
   "approver": [], "deadline": {"text": "Quý I/2023", "kind": "quarter", "from": "2023-01-01", "to": "2023-03-31", "recurrence": null},
   "source": "table", "page_from": 2, "page_to": 2},
  {"no": "2", "section": ["I", "A"], "kind": null, "content": "Báo cáo kết quả thực hiện", "output": null, "basis": null,
   "lead": [], "coordinators": [], "approver": [], "deadline": null, "source": "table", "page_from": 2, "page_to": 2},
  {"no": "3", "section": ["I", "A"], "kind": null, "content": "Báo cáo kết quả thực hiện", "output": null, "basis": null,
   "lead": [], "coordinators": [], "approver": [], "deadline": null, "source": "table", "page_from": 2, "page_to": 2}]
})";

TruthDocument MakeTruth() { return ParseTruth(nlohmann::json::parse(kTruth)); }

Tally ScoreOne(const TruthDocument& truth, const Document& found) {
  Tally tally("id", "usual200");
  ScoreFile({{truth}, false, {}}, {found}, {}, tally);
  return tally;
}

std::vector<std::string> MissedFields(const Tally& tally) {
  std::vector<std::string> fields;
  for (const Miss& miss : tally.misses) fields.push_back(miss.field);
  return fields;
}

TEST(Score, APerfectDocumentHasNothingWrong) {
  const TruthDocument truth = MakeTruth();
  const Tally tally = ScoreOne(truth, truth.document);
  EXPECT_THAT(MissedFields(tally), ElementsAre());
  for (const Figure& figure : Figures()) {
    const std::string suffix = figure.kind == FigureKind::kList ? "_f1" : "";
    const auto value = FigureValue(tally.score, figure.key + suffix);
    const std::string key = figure.key;  // those of pages are no part of a document
    if (key.find("page_") == 0 || key == "word_recall" || key == "under_stamps_cer") continue;
    ASSERT_TRUE(value) << figure.key;
    EXPECT_EQ(*value, figure.kind == FigureKind::kRate ? 0 : 1) << figure.key;
  }
}

TEST(CompareForm, DotsAreDots) {
  EXPECT_EQ(CompareForm("Nghị quyết… của"), CompareForm("Nghị quyết... của"));
  EXPECT_NE(CompareForm("Nghị quyết… của"), CompareForm("Nghị quyết. của"));
}

struct Spoil {
  const char* name;
  std::function<void(Document&)> change;
  const char* figure;
  double value;
  std::vector<std::string> missed;
};

const Spoil kSpoils[] = {
    {"wrong number", [](Document& d) { d.number = "47/PVH-TT"; }, "number", 0, {"number"}},
    {"something where truth has nothing", [](Document& d) { d.urgency = "Khẩn"; }, "urgency", 0, {"urgency"}},
    {"nothing where truth has something", [](Document& d) { d.place.reset(); }, "place", 0, {"place"}},
    {"the issuer's printed form is not compared",
     [](Document& d) { d.issuer->printed = "?"; },
     "issuer",
     1,
     {}},
    {"placement of tone marks",
     [](Document& d) { d.issuer->name = "Phòng Văn hoá huyện Gò Quao"; },
     "issuer",
     1,
     {}},
    {"letter case", [](Document& d) { d.subject = "Báo cáo kế hoạch"; }, "subject", 0, {"subject"}},
    {"blanks", [](Document& d) { d.subject = "  báo cáo\n kế hoạch"; }, "subject", 1, {}},
    {"all of the header", [](Document& d) { d.place = "Kiên Giang"; }, "header_all", 0, {"place"}},
    {"parts of the header", [](Document& d) { d.place = "Kiên Giang"; }, "header", 16.0 / 17, {"place"}},
    {"the signer's title",
     [](Document& d) { d.signers[0].title.reset(); },
     "signer_title",
     0,
     {"signer 1 title"}},
    {"one signer too many",
     [](Document& d) {
       d.signers.push_back({"Ai", {}, {}});
     },
     "signer_name",
     0.5,
     {"signer 2 name"}},
    {"no stamp",
     [](Document& d) { d.incoming.reset(); },
     "incoming_date",
     0,
     {"incoming/agency", "incoming/number", "incoming/date"}},
    {"recipients out of order",
     [](Document& d) { std::swap(d.recipients[0], d.recipients[1]); },
     "recipient_f1",
     1,
     {}},
    {"a recipient misread",
     [](Document& d) { d.recipients[0] = "Như kính gữi"; },
     "recipient_f1",
     0.5,
     {"recipient 1"}},
    {"a recipient too many",
     [](Document& d) { d.recipients.push_back("x"); },
     "recipient_p",
     2.0 / 3,
     {"recipient"}},
    {"references out of order",
     [](Document& d) { std::swap(d.references[0], d.references[1]); },
     "reference_f1",
     1,
     {}},
    {"a reference's relation",
     [](Document& d) { d.references[0].relation = "basis"; },
     "reference_relation",
     0.5,
     {"reference 347/TB-VP relation"}},
    {"another number is another document",
     [](Document& d) { d.references[0].number = "341/TB-VP"; },
     "reference_r",
     0.5,
     {"reference", "reference"}},
    {"without a number the date decides",
     [](Document& d) { d.references[1].date = "2015-06-26"; },
     "reference_r",
     0.5,
     {"reference", "reference"}},
    {"a task too many",
     [](Document& d) {
       d.tasks.push_back({});
       d.tasks.back().content = "Việc khác";
     },
     "task_p",
     0.75,
     {"task (4)"}},
    {"a task missing", [](Document& d) { d.tasks.erase(d.tasks.begin()); }, "task_r", 2.0 / 3, {"task 1"}},
    {"a task of running text beside the table",
     [](Document& d) {
       d.tasks.push_back({});
       d.tasks.back().source = "text";
       d.tasks.back().content = "Việc khác";
     },
     "table_task_f1",
     1,
     {"task (4)"}},
    {"of equal tasks the one with the other number is missing",
     [](Document& d) { d.tasks.erase(d.tasks.begin() + 1); },
     "cell_no",
     1,
     {"task 2"}},
    {"content within a fifth is the same task, but no right cell",
     [](Document& d) { d.tasks[0].content = "Xây dụng kế hoach"; },
     "task_f1",
     1,
     {"task 1 content"}},
    {"content beyond a fifth is another task",
     [](Document& d) { d.tasks[0].content = "Xây dựng một kế hoạch khác"; },
     "task_f1",
     2.0 / 3,
     {"task 1", "task 1"}},
    {"section",
     [](Document& d) { d.tasks[0].section.pop_back(); },
     "cell_section",
     2.0 / 3,
     {"task 1 section"}},
    {"cells of aligned tasks",
     [](Document& d) { d.tasks[0].output.reset(); },
     "cells",
     29.0 / 30,
     {"task 1 output"}},
    {"coordinators as a list",
     [](Document& d) { d.tasks[0].coordinators.pop_back(); },
     "cell_coordinators",
     2.0 / 3,
     {"task 1 coordinators"}},
    {"coordinators one by one",
     [](Document& d) { d.tasks[0].coordinators.pop_back(); },
     "agency_r",
     2.0 / 3,
     {"task 1 coordinators"}},
    {"agencies in the wrong role",
     [](Document& d) { std::swap(d.tasks[0].lead, d.tasks[0].approver); },
     "agency_f1",
     2.0 / 3,
     {"task 1 lead", "task 1 approver"}},
    {"agencies of a missing task",
     [](Document& d) { d.tasks.erase(d.tasks.begin()); },
     "agency_r",
     0,
     {"task 1"}},
    {"a deadline's last day",
     [](Document& d) { d.tasks[0].deadline->to = "2023-03-30"; },
     "deadlines",
     2.0 / 3,
     {"task 1 deadline as dates (Quý I/2023)"}},
    {"a deadline's text is a cell of its own",
     [](Document& d) { d.tasks[0].deadline->text = "Quý 1"; },
     "deadlines",
     1,
     {"task 1 deadline"}},
    {"a deadline made up",
     [](Document& d) {
       d.tasks[1].deadline = Deadline{"Hàng năm", "recurring", {}, {}, "yearly"};
     },
     "deadlines",
     2.0 / 3,
     {"task 2 deadline", "task 2 deadline as dates"}},
    {"a table cell",
     [](Document& d) { d.tables[0].rows[0][1] += "!"; },
     "table_row_f1",
     2.0 / 3,
     {"table 1 row 1 column 2"}},
    {"table cells",
     [](Document& d) { d.tables[0].rows[0][1] += "!"; },
     "table_cells",
     5.0 / 6,
     {"table 1 row 1 column 2"}},
    {"a table row missing",
     [](Document& d) { d.tables[0].rows.pop_back(); },
     "table_row_r",
     2.0 / 3,
     {"table 1 row 3"}},
    {"a table that falls apart keeps its rows",
     [](Document& d) {
       d.tables.push_back(d.tables[0]);
       d.tables[0].rows.pop_back();
       d.tables[1].rows.erase(d.tables[1].rows.begin(), d.tables[1].rows.begin() + 2);
     },
     "table_row_f1",
     1,
     {"number of tables"}},
    {"columns", [](Document& d) { d.tables[0].columns[0] = "STT"; }, "table_columns", 0, {"table 1 columns"}},
    {"pages of a document", [](Document& d) { d.page_to = 3; }, "document_r", 0, {"document"}},
};

TEST(Score, OneThingWrong) {
  for (const Spoil& spoil : kSpoils) {
    SCOPED_TRACE(spoil.name);
    const TruthDocument truth = MakeTruth();
    Document found = truth.document;
    spoil.change(found);
    const Tally tally = ScoreOne(truth, found);
    const auto value = FigureValue(tally.score, spoil.figure);
    ASSERT_TRUE(value);
    EXPECT_DOUBLE_EQ(*value, spoil.value) << spoil.figure;
    EXPECT_EQ(MissedFields(tally), spoil.missed);
  }
}

TEST(Score, CellCharacterErrors) {
  const TruthDocument truth = MakeTruth();
  Document found = truth.document;
  const double length = static_cast<double>(ScoreOne(truth, found).score.rates.at("cell_cer").length);
  found.tasks[0].content = "Xây dụng kế hoach";
  EXPECT_DOUBLE_EQ(*FigureValue(ScoreOne(truth, found).score, "cell_cer"), 2 / length);
}

TEST(Score, KeysThatTruthDoesNotHaveAreNotScored) {
  const TruthDocument truth = ParseTruth(nlohmann::json::parse(
      R"({"page_from": 1, "number": null, "signers": [{"name": "A B"}], "tasks": [{"content": "c", "lead": []}]})"));
  Document found;
  found.page_from = 1;
  found.subject = "x";
  found.signers = {{"A B", "Giám đốc", {}}};
  found.tasks = {{}};
  found.tasks[0].content = "c";
  found.tasks[0].output = "o";
  found.tables = {{}};
  const Tally tally = ScoreOne(truth, found);
  EXPECT_THAT(MissedFields(tally), ElementsAre());
  EXPECT_EQ(tally.score.shares.at("header").all, 2);  // number, the signer's name
  EXPECT_EQ(tally.score.shares.at("cells").all, 2);   // content, lead
  EXPECT_FALSE(FigureValue(tally.score, "subject"));
  EXPECT_FALSE(FigureValue(tally.score, "table_row_f1"));
  EXPECT_EQ(FigureValue(tally.score, "document_f1"), 1);
}

TEST(Score, DocumentsOfABundleArePairedByNumberThenPage) {
  Truth truth{{MakeTruth(), MakeTruth()}, false, {}};
  truth.documents[1].document.number = "101/KH-UBND";
  truth.documents[1].document.page_from = 3;
  truth.documents[1].document.page_to = 8;
  std::vector<Document> found = {truth.documents[1].document, truth.documents[0].document};
  Tally tally("id", "q");
  ScoreFile(truth, found, {}, tally);
  EXPECT_THAT(MissedFields(tally), ElementsAre());

  found[0].number.reset();
  Tally unnumbered("id", "q");
  ScoreFile(truth, found, {}, unnumbered);
  EXPECT_THAT(MissedFields(unnumbered), ElementsAre("number"));
}

TEST(Score, AMissingDocumentHasEverythingWrong) {
  const Truth truth{{MakeTruth()}, false, {}};
  Tally tally("id", "q");
  ScoreFile(truth, {}, {}, tally);
  EXPECT_THAT(MissedFields(tally), ElementsAre("document"));
  EXPECT_EQ(FigureValue(tally.score, "urgency"), 0);  // null in truth
  EXPECT_EQ(tally.score.shares.at("header").all, 17);
  EXPECT_EQ(FigureValue(tally.score, "header"), 0);
  EXPECT_EQ(FigureValue(tally.score, "document_r"), 0);
  EXPECT_EQ(FigureValue(tally.score, "task_r"), 0);
  EXPECT_EQ(FigureValue(tally.score, "agency_r"), 0);
  EXPECT_EQ(FigureValue(tally.score, "table_row_r"), 0);
  EXPECT_EQ(FigureValue(tally.score, "table_cells"), 0);
}

TEST(Score, AnExtraDocumentCostsPrecision) {
  const Truth truth{{MakeTruth()}, false, {}};
  Document extra = truth.documents[0].document;
  extra.number = "1/KH";
  extra.page_from = extra.page_to = 3;
  Tally tally("id", "q");
  ScoreFile(truth, {truth.documents[0].document, extra}, {}, tally);
  for (const char* figure : {"document_p", "task_p", "reference_p", "agency_p", "table_row_p"}) {
    EXPECT_EQ(FigureValue(tally.score, figure), 0.5) << figure;
  }
  EXPECT_EQ(FigureValue(tally.score, "header"), 1);
  EXPECT_THAT(tally.misses, Contains(Field(&Miss::field, "document")));
}

TEST(Score, ConfidenceOfHeaderValuesAndTasks) {
  const TruthDocument truth = MakeTruth();
  Document found = truth.document;
  found.confidence = {{"number", 0.95}, {"place", 0.9}, {"issuer", 0.85}, {"subject", 0.5}, {"symbol", 0.49}};
  found.evidence = {{"signers/0/name", 1, {}, "", "", 0.7}, {"place", 1, {}, "", "", 0.1}};
  found.place = "Kiên Giang";
  found.urgency.reset();
  found.tasks[0].confidence = 0.97;
  found.tasks[1].confidence = 0.97;
  found.tasks[2].confidence = 0.2;
  found.tasks[1].output = "x";
  const Score score = ScoreOne(truth, found).score;
  const auto pairs = [](const Reliability& bins) {
    std::vector<std::pair<int, int>> list;
    for (const Share& share : bins) list.emplace_back(share.right, share.all);
    return list;
  };
  // symbol; subject and the name of the signer; issuer; place (wrong); number
  EXPECT_EQ(pairs(score.header_reliability),
            (std::vector<std::pair<int, int>>{{1, 1}, {2, 2}, {1, 1}, {0, 1}, {1, 1}}));
  EXPECT_EQ(pairs(score.task_reliability),
            (std::vector<std::pair<int, int>>{{1, 1}, {0, 0}, {0, 0}, {0, 0}, {1, 2}}));
  const auto [right, all] = pairs(score.task_value_reliability).back();
  EXPECT_EQ(all - right, 1) << "the output that stands for nothing";
  EXPECT_GE(right, 4);
}

Score ScorePageTexts(const std::vector<std::string>& truth, const std::vector<std::string>& found) {
  Tally tally("id", "q");
  ScorePages(truth, found, tally);
  return tally.score;
}

TEST(ScorePages, CharactersWordsAndDiacritics) {
  const Score score = ScorePageTexts({"Sở  Y tế\ntỉnh", "trang hai"}, {"Sở Y tê tinh", "trang hai"});
  EXPECT_DOUBLE_EQ(*FigureValue(score, "page_cer"), 2.0 / 21);  // "Sở Y tế tỉnh", "trang hai": 12 + 9
  EXPECT_DOUBLE_EQ(*FigureValue(score, "page_cer_plain"), 0);
  EXPECT_DOUBLE_EQ(*FigureValue(score, "page_wer"), 2.0 / 6);
  EXPECT_DOUBLE_EQ(*FigureValue(score, "word_recall"), 4.0 / 6);
}

TEST(ScorePages, PlacementOfToneMarksIsAnError) {
  EXPECT_GT(*FigureValue(ScorePageTexts({"hòa"}, {"hoà"}), "page_cer"), 0);
  EXPECT_EQ(*FigureValue(ScorePageTexts({"hòa"}, {"hoa\u0300"}), "page_cer"),
            *FigureValue(ScorePageTexts({"hòa"}, {"hoà"}), "page_cer"));  // both in NFC
}

TEST(ScorePages, OrderCostsCharactersButNoRecall) {
  const Score score = ScorePageTexts({"một hai ba bốn"}, {"ba bốn một hai"});
  EXPECT_GT(*FigureValue(score, "page_cer"), 0.5);
  EXPECT_EQ(*FigureValue(score, "word_recall"), 1);
  EXPECT_EQ(*FigureValue(ScorePageTexts({"a a b"}, {"a b b"}), "word_recall"), 2.0 / 3);
}

TEST(ScorePages, MissingAndExtraPages) {
  EXPECT_EQ(*FigureValue(ScorePageTexts({"abcd", "efgh"}, {"abcd"}), "page_cer"), 0.5);
  EXPECT_EQ(*FigureValue(ScorePageTexts({"abcd"}, {"abcd", "ef"}), "page_cer"), 0.5);
}

TEST(ScorePages, NotesEachStretchOfWordsThatDiffers) {
  Tally tally("id", "q");
  ScorePages({"a b c d e f g h i j k", "same"}, {"a b c X e f g h j k l", "same"}, tally);
  std::vector<std::string> noted;
  for (const Miss& miss : tally.misses)
    noted.push_back(miss.field + ": " + *miss.expected + " / " + *miss.found);
  EXPECT_THAT(noted,
              ElementsAre("text of page 1: b c d e f / b c X e f", "text of page 1: g h i j k / g h j k l"));
}

TEST(ScoreStamps, LinesCountWhereverTheyComeOutOnTheirPage) {
  Tally tally("id", "q");
  ScoreStamps({{1, "giao Sở Y tế"}, {2, "Quý I"}, {3, "xong"}}, {"một giao Sở Y tê hai", "ba Quý\nI bốn", ""},
              tally);
  const ErrorRate& rate = tally.score.rates["under_stamps_cer"];
  EXPECT_EQ(rate.errors, 1 + 0 + 4);
  EXPECT_EQ(rate.length, 12 + 5 + 4);
  ASSERT_EQ(tally.misses.size(), 2U);
  EXPECT_EQ(tally.misses[0].field, "under a stamp on page 1");
}

TEST(ScoreStamps, WithoutStampsThereIsNoFigure) {
  Tally tally("id", "q");
  ScoreStamps({}, {"một"}, tally);
  EXPECT_FALSE(FigureValue(tally.score, "under_stamps_cer").has_value());
}

}  // namespace
}  // namespace trichluc
