// list, show, explain: what people read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/error.h"
#include "report/contract.h"
#include "report/explain.h"
#include "report/list.h"
#include "report/show.h"
#include "report/text_layout.h"
#include "support/sample_database.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

StoredDocument StoredAs7(const Document& document) {
  return {7, 1, "in/a.pdf", std::string(64, 'a'), 3, document, {12, 0}, {}};
}

size_t WidestLine(const std::string& text) {
  size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, DisplayWidth(line));
  return widest;
}

TEST(ListDocuments, IsATableThatFits) {
  SampleDatabase sample;
  Document nameless = BareDocument();
  nameless.symbol = "KH-UBND";
  sample.Add("in/a.pdf", {RichDocument(), nameless});
  sample.database().SaveFailure("in/bad.pdf", "", "encrypted", "needs a password", 1);
  const std::string text = ListDocuments(sample.database(), 100);
  EXPECT_LE(WidestLine(text), 100u);
  EXPECT_THAT(text, StartsWith("id  number"));
  EXPECT_THAT(text, HasSubstr("\n 1  07/KH-UBND  2024-02-05  KH    "));
  EXPECT_THAT(text, HasSubstr("…/KH-UBND"));
  EXPECT_THAT(
      text,
      HasSubstr("\n2 documents, 2 tasks in 1 file; 1 file could not be read (`trichluc list --failed`)\n"));
  EXPECT_THAT(ListDocuments(sample.database(), 0), HasSubstr("chuyển đổi số năm 2024, mục tiêu \"3 không\""));
}

TEST(ListDocuments, FilesOfOneNameAreToldApartByTheirFolders) {
  SampleDatabase sample;
  for (const char* path : {"/in/x/2024/scan.pdf", "/in/y/2024/scan.pdf", "y/2024/scan.pdf", "in/y/alone.pdf"})
    sample.Add(path, {BareDocument()});
  const std::string text = ListDocuments(sample.database(), 0);
  EXPECT_THAT(text, AllOf(HasSubstr(" x/2024/scan.pdf\n"), HasSubstr(" in/y/2024/scan.pdf\n"), HasSubstr(" y/2024/scan.pdf\n"),
                          HasSubstr(" alone.pdf\n")));
}

TEST(ListDocuments, EmptyDatabaseIsOneLine) {
  SampleDatabase sample;
  EXPECT_EQ(ListDocuments(sample.database(), 80), "0 documents, 0 tasks in 0 files\n");
  EXPECT_EQ(ListFailures(sample.database(), 80), "no file failed\n");
}

TEST(ListTasks, IsOneLineATask) {
  SampleDatabase sample;
  sample.Add("in/a.pdf", {RichDocument()});
  const std::string text = ListTasks(sample.database(), 100);
  EXPECT_LE(WidestLine(text), 100u);
  EXPECT_THAT(text, StartsWith("id  number"));
  EXPECT_THAT(
      ListTasks(sample.database(), 0),
      HasSubstr(
          "\n 1  07/KH-UBND  1   Lắp mạng; \"LAN\", cáp quang  Văn phòng HĐND và UBND  2024-03-31  Quý"));
  EXPECT_THAT(text, HasSubstr("\n2 tasks in 1 document\n"));
  SampleDatabase empty;
  EXPECT_EQ(ListTasks(empty.database(), 100), "0 tasks in 0 documents\n");
}

TEST(ListFailures, SaysWhichAndWhy) {
  SampleDatabase sample;
  sample.database().SaveFailure("in/bad.pdf", "", "encrypted", "needs a password", 1);
  EXPECT_EQ(ListFailures(sample.database(), 80),
            "file        code       cause\nin/bad.pdf  encrypted  needs a password\n");
}

// Every value of the record must be seen somewhere.
TEST(ShowDocument, ShowsEveryField) {
  const std::string text = ShowDocument(StoredAs7(RichDocument()), 200);
  for (const char* part : {"document 7: 07/KH-UBND",
                           "in/a.pdf, p. 1-3 of 3",
                           "Ủy ban nhân dân thành phố Hà Tiên|07/KH-UBND|2024-02-05",
                           "07/KH-UBND [0.93]",
                           "Kế hoạch (KH)",
                           "2024-02-05",
                           "Hà Tiên",
                           "Ủy ban nhân dân thành phố Hà Tiên (ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN) [0.30]",
                           "Ủy ban nhân dân tỉnh Kiên Giang (UBND TỈNH KIÊN GIANG)",
                           "chuyển đổi số năm 2024",
                           "Hỏa tốc",
                           "Mật",
                           "Nguyễn Văn A, Phó Chủ tịch, TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH",
                           "Trần B",
                           "Như Điều 3; Lưu: VT, KSTTHC",
                           "1171, 2024-02-07, Trung tâm Y tế",
                           "Ủy ban, ?, ubnd@example.vn, 2024-02-05T10:00:00+07:00",
                           "references (2)",
                           "Quyết định · 12/QĐ-TTg · 2024-01-09 · Thủ tướng Chính phủ p. 1 → document 12",
                           "Luật · 2023-06-20 · Giao dịch điện tử p. 2\n",
                           "tables (2)",
                           "3 rows: TT | Nội dung | Thời gian",
                           "tasks (2)",
                           "HẠ TẦNG › Mạng nội bộ",
                           "Lắp mạng; \"LAN\",",
                           "cáp quang [0.88]",
                           "Đề án",
                           "Văn phòng HĐND và UBND (Văn phòng)",
                           "Phòng Nội vụ; các phường",
                           "Ủy ban nhân dân thành phố Hà Tiên (UBND TP)",
                           "Quý I/2024 = 2024-01-01…2024-03-31 (quarter)",
                           "Biên bản",
                           "Nghị quyết 5",
                           "tasks/0, p. 2-3",
                           "  (no section)\n  - (text)",
                           "trước ngày 25 hằng tháng = (recurring, monthly)",
                           "flags: look at these (2)",
                           "number: 07 (0.93) p. 1",
                           "1, 3\n"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(ShowDocument, SaysWhatFollowedAgenciesThatAreNoMore) {
  Document document = RichDocument();
  document.issuer->life = {std::nullopt, "2025-07-01", std::nullopt, std::nullopt};
  document.tasks.at(0).lead = {
      {"so-ke-hoach", "Sở Kế hoạch", "SKH", {{}, "2025-03-01", "so-tai-chinh", "Sở Tài chính"}}};
  document.tasks.at(1).lead = document.tasks.at(0).lead;  // said once
  const std::string text = ShowDocument(StoredAs7(document), 200);
  EXPECT_THAT(text, HasSubstr("\nagencies that are no more (2)\n"
                              "  2025-03-01     Sở Kế hoạch → Sở Tài chính\n"
                              "  2025-07-01     Ủy ban nhân dân thành phố Hà Tiên\n"));
  EXPECT_EQ(ShowDocument(StoredAs7(RichDocument()), 200).find("no more"), std::string::npos);
}

TEST(ShowDocument, LongCodesOfFlagsStandApartFromWhatTheySay) {
  Document document = BareDocument();
  document.flags = {{"unknown_deadline", 1, "task 1: \"khi có bão\" fits no rule"}, {"handwritten", 1, "number: 07"}};
  EXPECT_THAT(ShowDocument(StoredAs7(document), 80), HasSubstr("\n  unknown_deadline  task 1: \"khi có bão\" fits no rule p. 1\n"
                                                              "  handwritten       number: 07 p. 1\n"));
}

TEST(ShowDocument, FitsTheTerminalAndCopesWithNothing) {
  EXPECT_LE(WidestLine(ShowDocument(StoredAs7(RichDocument()), 80)), 80u);
  const std::string bare = ShowDocument(StoredAs7(BareDocument()), 0);
  EXPECT_THAT(bare, StartsWith("document 7: (no number)\n"));
  EXPECT_THAT(bare, HasSubstr("tasks (0)"));
}

TEST(Duplicates, AreFlaggedInEveryView) {
  SampleDatabase sample;
  sample.Add("a.pdf", {RichDocument()});
  sample.Add("b.pdf", {RichDocument()});
  const StoredDocument stored = sample.database().FindDocuments("a.pdf").at(0);
  const std::string warning = "number: document 2 has the same number and issuer";
  EXPECT_THAT(ShowDocument(stored, 100), HasSubstr("duplicate      " + warning));
  EXPECT_THAT(ExplainField(stored, "number", 100), HasSubstr("flag        duplicate: " + warning));
  EXPECT_EQ(ToContract(stored)["flags"][2]["code"], "duplicate");
  EXPECT_THAT(ListDocuments(sample.database(), 200), HasSubstr("      3  a.pdf\n"));
}

TEST(PictureOf, IsTheCropOfTheFieldsKind) {
  SampleDatabase sample;
  sample.Add("a.pdf", {RichDocument()});
  const StoredDocument stored = sample.database().FindDocuments("a.pdf").at(0);
  EXPECT_EQ(PictureOf(sample.database(), stored, "number"), RichReading(1).crops[0].png);
  EXPECT_EQ(PictureOf(sample.database(), stored, "symbol"), RichReading(1).crops[0].png);
  const auto error = [&](const char* field) -> std::string {
    try {
      return PictureOf(sample.database(), stored, field);
    } catch (const UsageError& error) {
      return error.what();
    }
  };
  EXPECT_THAT(error("subject"), HasSubstr("no picture is kept of \"subject\""));
  EXPECT_THAT(error("issued_on"), HasSubstr("its box was not found on page 1")) << "an empty picture is none";
}

TEST(ExplainField, ShowsValueConfidenceEvidenceAndFlags) {
  EXPECT_EQ(ExplainField(StoredAs7(RichDocument()), "number", 100),
            "number\n"
            "  value       07/KH-UBND\n"
            "  confidence  0.93\n"
            "  evidence    rule number.state, page 1, box 10,20-300,40, confidence 0.93\n"
            "              “Số: 07/KH-UBND”\n"
            "  flag        handwritten: number: 07 (0.93)\n");
}

struct PathCase {
  const char* asked;
  const char* expected;
};

class ExplainPath : public ::testing::TestWithParam<PathCase> {};

TEST_P(ExplainPath, IsUnderstood) {
  EXPECT_THAT(ExplainField(StoredAs7(RichDocument()), GetParam().asked, 100), HasSubstr(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    All, ExplainPath,
    ::testing::Values(PathCase{"tasks/0/deadline", "rule deadline.quarter, page 2"},
                      PathCase{"tasks.0.deadline", "rule deadline.year, page 3"},
                      PathCase{"tasks[0].deadline", "rule deadline.year, page 3"},
                      PathCase{"/tasks/0/deadline/to", "tasks/0/deadline/to\n  value       2024-03-31"},
                      PathCase{"tasks/0/deadline/to", "tasks/0/deadline: rule deadline.quarter"},
                      PathCase{"tasks/0", "tasks/0/deadline: rule deadline.quarter"},
                      PathCase{"tasks/0", "0.88 of the whole task"},
                      PathCase{"deadline", "tasks/1/deadline\n"}, PathCase{"deadline", "tasks/0/deadline\n"},
                      PathCase{"email", "value       ubnd@example.vn"},
                      PathCase{"secrecy", "none: no rule gave a value here"},
                      PathCase{"tasks", "flag        numbering_gap"},
                      PathCase{"references/1/number", "value       null"},
                      PathCase{"recipients/1", "value       Lưu: VT, KSTTHC"}));

TEST(ExplainField, SaysWhichWordsOfTheEvidenceWereRepaired) {
  StoredDocument stored = StoredAs7(RichDocument());
  const Evidence& piece = stored.document.evidence.front();
  stored.repairs = {{piece.page, piece.box, "thâu", "thầu", "word.context", 0.99},
                    {piece.page + 1, piece.box, "khac", "khác", "word.context", 0.99}};
  const std::string text = ExplainField(stored, piece.field, 200);
  EXPECT_THAT(text,
              HasSubstr("repair      read “thâu”, repaired to “thầu”, rule word.context, confidence 0.99"));
  EXPECT_THAT(text, Not(HasSubstr("khac")));
}

TEST(ExplainField, FlagOfAnotherFieldIsNotShown) {
  EXPECT_THAT(ExplainField(StoredAs7(RichDocument()), "subject", 100), Not(HasSubstr("flag ")));
  EXPECT_THAT(ExplainField(StoredAs7(RichDocument()), "number_seq", 100), Not(HasSubstr("flag ")));
}

TEST(ExplainField, EvidenceOfOneTaskIsNoneOfAnother) {
  EXPECT_THAT(ExplainField(StoredAs7(RichDocument()), "tasks/1/deadline", 100),
              AllOf(HasSubstr("none: no rule gave a value here"), Not(HasSubstr("deadline.quarter"))));
}

TEST(ExplainField, FlagOfATaskIsShownWithItAlone) {
  Document document = RichDocument();
  document.tasks[1].no = "2";
  document.flags = {{"low_confidence", 2, "task 1 was read with doubt"},
                    {"unknown_deadline", 3, "task #2: \"x\""}};
  EXPECT_THAT(ExplainField(StoredAs7(document), "tasks/0", 100),
              AllOf(HasSubstr("low_confidence"), Not(HasSubstr("unknown_deadline"))));
  EXPECT_THAT(ExplainField(StoredAs7(document), "tasks/1", 100),
              AllOf(HasSubstr("unknown_deadline"), Not(HasSubstr("low_confidence"))));
}

class ExplainUnknown : public ::testing::TestWithParam<PathCase> {};

TEST_P(ExplainUnknown, NamesTheNearest) {
  try {
    ExplainField(StoredAs7(RichDocument()), GetParam().asked, 100);
    FAIL() << "no error";
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr(GetParam().expected));
  }
}

INSTANTIATE_TEST_SUITE_P(All, ExplainUnknown,
                         ::testing::Values(PathCase{"isued_on", "did you mean \"issued_on\""},
                                           PathCase{"tasks/0/deadlin", "did you mean \"deadline\""},
                                           PathCase{"tasks/99", "the fields are those of `trichluc show`"},
                                           PathCase{"tasks/99999999999999999999", "no field"},
                                           PathCase{"zzzzzzzzzzzzzz",
                                                    "no field \"zzzzzzzzzzzzzz\"; the fields are"},
                                           PathCase{"", "no field"}, PathCase{"/", "no field"}));

}  // namespace
}  // namespace trichluc
