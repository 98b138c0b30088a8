// Whole documents from hand-made layouts, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::Extract;
using testing::MakeTable;
using testing::PageBuilder;
using testing::Plan;
using testing::StateLetterhead;

TEST(Document, PlanOfAPeoplesCommittee) {
  const std::vector<Document> documents = Extract({Plan()});
  ASSERT_THAT(documents, SizeIs(1));
  const Document& document = documents[0];
  EXPECT_EQ(document.number, "112/KH-UBND");
  EXPECT_EQ(document.number_seq, 112);
  EXPECT_EQ(document.symbol, "KH-UBND");
  EXPECT_EQ(document.issued_on, "2022-05-09");
  EXPECT_EQ(document.place, "Kiên Giang");
  ASSERT_TRUE(document.doc_type);
  EXPECT_EQ(document.doc_type->code, "KH");
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(document.issuer->printed, "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG");
  EXPECT_FALSE(document.parent_issuer);
  EXPECT_EQ(document.subject,
            "Thực hiện Kết luận của Thủ tướng Chính phủ tại buổi làm việc với tỉnh Kiên Giang");
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].number, "99/TB-VPCP");
  EXPECT_EQ(document.references[0].page, 1);
}

TEST(Document, EveryValueHasEvidenceWithPageAndWords) {
  const Document document = Extract({Plan()}).at(0);
  auto raw = [&](const std::string& field) {
    for (const Evidence& evidence : document.evidence) {
      if (evidence.field == field) return evidence.raw;
    }
    return std::string("none");
  };
  EXPECT_EQ(raw("number"), "Số: 112 /KH-UBND");
  EXPECT_EQ(raw("place"), "Kiên Giang,");
  EXPECT_EQ(raw("doc_type"), "KẾ HOẠCH");
  for (const Evidence& evidence : document.evidence) {
    EXPECT_EQ(evidence.page, 1);
    EXPECT_FALSE(evidence.box.Empty()) << evidence.field;
    EXPECT_GT(evidence.confidence, 0) << evidence.field;
    EXPECT_FALSE(evidence.rule.empty()) << evidence.field;
  }
}

PageBuilder Letterhead() {
  return StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112/KH-UBND", "Kiên Giang, ngày 09 tháng 5 năm 2022");
}

// "number relation agency" of each reference.
std::vector<std::string> Named(const Document& document) {
  std::vector<std::string> named;
  for (const Reference& reference : document.references) {
    named.push_back(reference.number.value_or("-") + " " + reference.relation + (reference.agency ? " " + *reference.agency : ""));
  }
  return named;
}

TEST(Document, AFootnoteTakesTheRelationOfItsMark) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Thực hiện ý kiến kết luận của Bí thư Tỉnh ủy tại cuộc họp tháng 5¹ và chỉ đạo trong tháng 6²."});
  page.Body(900, {"Sở Y tế lập báo cáo căn cứ ý kiến của Ban Cán sự Đảng UBND tỉnh³ trước ngày 15 hằng tháng."});
  page.Body(1000, {"Khẩn trương hoàn chỉnh kế hoạch thực hiện Quy hoạch tỉnh⁴ theo quy định."});
  page.Body(1800, {"1 Công văn số 3632-CV/BCSĐ ngày 06/6/2024."});
  page.Body(1860, {"5 Thông báo số 11/TB-VP ngày 07/6/2024 và Thông báo số 12/TB-VP ngày 08/6/2024."});  // "2" misread
  page.Body(1920, {"3 Công văn số 46-CV/BCSĐ ngày 16/4/2021 về Nghị quyết số 9-NQ/TU."});
  page.Body(1980, {"4 Quyết định số 1289/QĐ-TTg ngày 03/11/2023."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("3632-CV/BCSĐ implements", "11/TB-VP implements", "12/TB-VP implements",
                          "46-CV/BCSĐ basis Ban cán sự đảng Ủy ban nhân dân tỉnh", "9-NQ/TU mentions",
                          "1289/QĐ-TTg mentions"));
}

TEST(Document, ACitationGoesOnInTheNextBlock) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Căn cứ Quyết định số 8119/QĐ-SYT ngày 29/12/2016 của Giám"});
  page.Body(860, {"đốc Sở Y tế về việc kiện toàn đoàn thẩm định; Kế hoạch số 15/KH-UBND;"});
  page.Body(920, {"Theo Công văn số 3/UBND-VX ngày 02/01/2022 của Ủy"});
  page.Body(980, {"Ban Chỉ đạo họp định kỳ."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("8119/QĐ-SYT basis Giám đốc Sở Y tế", "15/KH-UBND mentions", "3/UBND-VX mentions Ủy"));
}

TEST(Document, AListsHeadRulesOverItsItems) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Điều 1. Bãi bỏ toàn bộ các Quyết định sau đây:"});
  page.Body(860, {"1. Quyết định số 34/2007/QĐ-UB ngày 06 tháng 7 năm 2007 sửa đổi Quyết định số 31/2007/QĐ-UBND."});
  page.Body(920, {"2. Quyết định số 35/2007/QĐ-UB và Quyết định số 36/2007/QĐ-UB."});
  page.Body(980, {"Giao Sở Tư pháp theo dõi Kế hoạch số 15/KH-UBND."});
  page.Body(1040, {"3. Quyết định số 37/2007/QĐ-UB."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("34/2007/QĐ-UB replaces", "31/2007/QĐ-UBND mentions", "35/2007/QĐ-UB replaces",
                          "36/2007/QĐ-UB replaces", "15/KH-UBND mentions", "37/2007/QĐ-UB mentions"));
}

TEST(Document, AHeadingOfWhatAPaperRestsOnRulesOverItsItems) {
  PageBuilder page = Letterhead();
  page.Body(800, {"I. CĂN CỨ"});
  page.Body(860, {"- Thông tư số 19/2013/TT-BYT ngày 12/7/2013 của Bộ Y tế về quản lý chất lượng;"});
  page.Body(920, {"- Quyết định số 6858/QĐ-BYT ngày 18/11/2016."});
  page.Body(980, {"II. MỤC TIÊU"});
  page.Body(1040, {"- Quyết định số 15/QĐ-BYT ngày 18/11/2016 đạt mức 3."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("19/2013/TT-BYT basis Bộ Y tế", "6858/QĐ-BYT basis", "15/QĐ-BYT mentions"));
}

// "… thay thế Kế hoạch số" | "02/KH-SYT …": the block ended between them.
TEST(Document, ANumberGoesOnInTheNextBlock) {
  PageBuilder page = Letterhead();
  for (const int y : {600, 640, 680}) page.Body(y, {"Các phòng chuyên môn tổ chức thực hiện và báo cáo theo quy định,"});
  page.Body(800, {"Kế hoạch này có hiệu lực kể từ ngày ký và thay thế Kế hoạch số"});
  page.Body(836, {"02/KH-SYT ngày 08/3/2018 của Sở Y tế về nội dung này./."});
  EXPECT_THAT(Named(Extract({page}).at(0)), ElementsAre("02/KH-SYT replaces Sở Y tế"));
}

TEST(Document, CitationsThatDisagreeAboutADateAreFlagged) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Theo Quyết định số 1289/QĐ-TTg ngày 03/1/2021 và các văn bản khác."});
  page.Body(900, {"Theo Quyết định số 1289/QĐ-TTg ngày 03 tháng 11 năm 2021."});
  const Document document = Extract({page}).at(0);
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].date, "2021-11-03");
  ASSERT_THAT(document.flags, SizeIs(1));
  EXPECT_EQ(document.flags[0].code, "reference_date");
}

TEST(Document, OwnNumberIsNoReferenceHoweverItIsRead) {
  PageBuilder letter = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÀ NẴNG"}, "Số: #4 /UBND-SGDĐT",
                                       "Đà Nẵng, ngày 18 tháng 10 năm 2023");
  letter.Body(500, {"Thực hiện Thông báo số 496-TB/TU ngày 17/8/2023 của Thường trực Thành ủy."});
  PageBuilder annex(2);
  annex.Centred(200, {"Phụ lục", "(Kèm theo Công văn số 40/UBND-SGDĐT)"});
  const Document document = Extract({letter, annex}).at(0);
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].number, "496-TB/TU");
}

// A letter of the symbol was misread in the note; other figures are another document.
TEST(Document, OwnNumberWithAMisreadSymbolIsNoReference) {
  const auto references = [](const char* note) {
    PageBuilder plan = StateLetterhead(1, {"CÔNG TY CỔ PHẦN", "CẤP NƯỚC VĨNH LONG"}, "Số: 07/KH-CNVL", "Vĩnh Long, ngày 06 tháng 4 năm 2020");
    plan.Centred(420, {"KẾ HOẠCH", "Chống thất thoát nước năm 2020"}).Body(560, {"Công ty ban hành Kế hoạch như sau:"});
    PageBuilder annex(2);
    annex.Centred(200, {"PHỤ LỤC", note});
    return Extract({plan, annex}).at(0).references.size();
  };
  EXPECT_EQ(references("(Kèm theo Kế hoạch số 07/KH-CNVIL ngày 06/4/2020)"), 0u);
  EXPECT_EQ(references("(Kèm theo Kế hoạch số 09/KH-CNVIL ngày 06/4/2020)"), 1u);
}

TEST(Document, AnAnnexThatNamesAnotherDayIsADoubt) {
  const auto flags = [](const char* note) {
    PageBuilder plan = StateLetterhead(1, {"CÔNG TY CỔ PHẦN", "CẤP NƯỚC VĨNH LONG"}, "Số: 07/KH-CNVL", "Vĩnh Long, ngày 06 tháng 4 năm 2020");
    plan.Centred(420, {"KẾ HOẠCH", "Chống thất thoát nước năm 2020"}).Body(560, {"Công ty ban hành Kế hoạch như sau:"});
    PageBuilder annex(2);
    annex.Centred(200, {"PHỤ LỤC", note});
    std::vector<std::string> details;
    const Document document = Extract({plan, annex}).at(0);
    for (const Flag& flag : document.flags) {
      if (flag.code == "disagreement") details.push_back(flag.detail);
    }
    return details;
  };
  EXPECT_THAT(flags("(Kèm theo Kế hoạch số 07/KH-CNVL ngày 06/01/2020)"), ElementsAre("issued_on: read as 2020-04-06, but an annex says 2020-01-06"));
  EXPECT_THAT(flags("(Kèm theo Kế hoạch số 07/KH-CNVL ngày 06/4/2020)"), IsEmpty());
}

// The number line was not read: the annex says it.
TEST(Document, NumberOfTheNoteUnderAnAnnex) {
  const auto with = [](const char* note, const char* date = "Sơn La, ngày 09 tháng 7 năm 2024") {
    PageBuilder plan = StateLetterhead(1, {"UBND TỈNH SƠN LA", "SỞ Y TẾ"}, "100.", date);
    plan.Centred(420, {"KẾ HOẠCH", "Công tác y tế 6 tháng cuối năm 2024"});
    plan.At(300, 620, {"Thực hiện Công văn số 2745/UBND-KGVX ngày 25/6/2024 của Ủy ban nhân dân tỉnh Sơn La,"});
    plan.Body(660, {"Sở Y tế ban hành Kế hoạch công tác 6 tháng cuối năm với những nội dung cụ thể sau đây:"});
    PageBuilder annex(2);
    annex.Centred(200, {"Phụ lục", note});
    return Extract({plan, annex}).at(0);
  };
  const Document document = with("(Kèm theo Kế hoạch số 1126/KH-SYT ngày 09/7/2024 của Sở Y tế)");
  EXPECT_EQ(document.number, "1126/KH-SYT");
  EXPECT_EQ(document.number_seq, 1126);
  EXPECT_EQ(document.symbol, "KH-SYT");
  EXPECT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(with("(Kèm theo Kế hoạch số 1126/KH-SYT ngày 08/7/2024 của Sở Y tế)").number, std::nullopt);  // another day
  EXPECT_EQ(with("(Kèm theo Công văn số 1126/SYT-NVY ngày 09/7/2024 của Sở Y tế)").number, std::nullopt);  // another type
  // The clerk's day was not read; month and year are print.
  const char* const open = "Sơn La, ngày ÔÓ tháng 7 năm 2024";
  EXPECT_EQ(with("(Kèm theo Kế hoạch số 1126/KH-SYT ngày 08/7/2024 của Sở Y tế)", open).number, "1126/KH-SYT");
  EXPECT_EQ(with("(Kèm theo Kế hoạch số 1126/KH-SYT ngày 08/6/2024 của Sở Y tế)", open).number, std::nullopt);
}

// A line that goes on with "kèm theo Kế hoạch số …" is running text: another plan of the same office stays a reference, as sure as its words.
TEST(Document, ALineThatGoesOnIsNoNoteOfAnAnnex) {
  const auto cited = [](float confidence) {
    PageBuilder plan = StateLetterhead(1, {"UBND TỈNH SƠN LA", "SỞ Y TẾ"}, "Số: 112/KH-SYT", "Sơn La, ngày 09 tháng 7 năm 2024");
    plan.Centred(420, {"KẾ HOẠCH", "Công tác y tế 6 tháng cuối năm 2024"});
    plan.At(236, 620, {"Giám đốc Sở Y tế đề nghị các đơn vị tiếp tục thực hiện các nội dung đã được ban hành", "kèm theo Kế hoạch số 19/KH-SYT ngày 19/02/2024 của Sở Y tế."},
            BlockColumn::kFull, confidence);
    return Extract({plan}).at(0);
  };
  const auto sureness = [](const Document& document) {
    for (const Evidence& evidence : document.evidence) {
      if (evidence.field == "references/0") return evidence.confidence;
    }
    return 0.0;
  };
  const Document sure = cited(0.97f), unsure = cited(0.6f);
  ASSERT_THAT(sure.references, SizeIs(1));
  EXPECT_EQ(sure.references[0].number, "19/KH-SYT");
  EXPECT_GT(sureness(sure), 0.9);
  ASSERT_THAT(unsure.references, SizeIs(1));
  EXPECT_LT(sureness(unsure), 0.5);
}

TEST(Document, BundleIsTwoDocumentsAndTheLetterForwardsThePlan) {
  PageBuilder letter = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 6 năm 2022");
  letter.Body(600, {"Phòng Nội vụ gửi Kế hoạch số 112/KH-UBND ngày 09/5/2022 của UBND tỉnh để các đơn vị thực hiện."});
  PageBuilder plan = StateLetterhead(2, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112/KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  plan.Centred(420, {"KẾ HOẠCH"});
  const std::vector<Document> documents = Extract({letter, plan});
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].page_to, 1);
  EXPECT_EQ(documents[1].page_from, 2);
  ASSERT_THAT(documents[0].references, SizeIs(1));
  EXPECT_EQ(documents[0].references[0].relation, "attached_to");
}

TEST(Document, BlankPagesBelongToNoDocument) {
  PageBuilder blank(2);
  const std::vector<Document> documents = Extract({Plan(), blank});
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].page_to, 1);
  EXPECT_THAT(Extract({PageBuilder(1)}), IsEmpty());
}

TEST(Document, TaskRowsWithSectionsSpansAndSubRows) {
  const Table table = MakeTable({
      {"TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"},
      {"I", "NHIỆM VỤ THƯỜNG XUYÊN", "<", "<", "<"},
      {"1", "Thực hiện cải cách hành chính", "Sở Nội vụ", "Sở Tài chính; Sở Tư pháp", "Quý I/2022"},
      {"2", "Đẩy mạnh dịch vụ công trực tuyến", "^", "Các Sở, ngành có liên quan", "Thường xuyên"},
      {"II", "NHIỆM VỤ CỤ THỂ", "<", "<", "<"},
      {"4", "Về mở cửa khẩu phụ", "", "", ""},
      {"4.1", "Trao đổi với các địa phương", "Sở Ngoại vụ", "", "Năm 2022"},
      {"5", "Đầu tư cầu", "Sở Giao thông vận tải", "", ""},
  });
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(4));
  EXPECT_EQ(document.tasks[0].no, "1");
  EXPECT_THAT(document.tasks[0].section, ElementsAre("NHIỆM VỤ THƯỜNG XUYÊN"));
  ASSERT_THAT(document.tasks[0].lead, SizeIs(1));
  EXPECT_EQ(document.tasks[0].lead[0].name, "Sở Nội vụ");
  EXPECT_THAT(document.tasks[0].coordinators, SizeIs(2));
  ASSERT_TRUE(document.tasks[0].deadline);
  EXPECT_EQ(document.tasks[0].deadline->to, "2022-03-31");
  ASSERT_THAT(document.tasks[1].lead, SizeIs(1)) << "a merged cell leads each of its rows";
  EXPECT_EQ(document.tasks[1].lead[0].name, "Sở Nội vụ");
  EXPECT_EQ(document.tasks[1].deadline->kind, "ongoing");
  EXPECT_EQ(document.tasks[2].no, "4.1");
  EXPECT_THAT(document.tasks[2].section, ElementsAre("NHIỆM VỤ CỤ THỂ", "Về mở cửa khẩu phụ"));
  EXPECT_THAT(document.tasks[3].section, ElementsAre("NHIỆM VỤ CỤ THỂ"));
  EXPECT_FALSE(document.tasks[3].deadline);
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(document.tables[0].rows[2], ElementsAre("2", "Đẩy mạnh dịch vụ công trực tuyến", "Sở Nội vụ",
                                                      "Các Sở, ngành có liên quan", "Thường xuyên"));
}

TEST(Document, TablesWithoutTasksAreKeptButAssignNothing) {
  const Table table = MakeTable({{"TT", "Họ và tên", "Chức vụ"}, {"1", "Lê Văn Nam", "Trưởng ban"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  EXPECT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(document.tasks, IsEmpty());
}

TEST(Document, ATimetableWhoseTitlesCannotBeReadAssignsNothing) {
  std::vector<std::vector<std::string>> rows = {{"TT", "xơ gian", "Nội dung", "Đơn vị thực hiện"}};
  for (int day = 1; day <= 4; ++day) {
    for (const char* half : {"Sáng", "Chiều"}) {
      rows.push_back({std::to_string(rows.size()), "Ngày 2" + std::to_string(day) + "/10/2017", half, "Bệnh viện Đa khoa An Biên"});
    }
  }
  EXPECT_THAT(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks, IsEmpty());
  for (size_t row = 1; row < rows.size(); ++row) rows[row][2] = "Nghiệm thu đề tài thứ " + rows[row][0];
  EXPECT_THAT(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks, SizeIs(8));
}

// The heading of the text below a table without rules came into its last row.
TEST(TaskTables, AHeadingInTheLastRowIsNoTask) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Tổ chức vòng sơ khảo", "Tỉnh đoàn", "Tháng 4/2022"},
                                 {"2", "Tổ chức vòng chung kết", "Tỉnh đoàn", "Tháng 5/2022"},
                                 {"", "III. KINH PHÍ", "", ""}});
  EXPECT_THAT(Extract({Plan()}, {table}).at(0).tasks, SizeIs(2));
}

// The times of an agenda are hours, nobody's deadlines.
TEST(Document, AnAgendaAssignsNothing) {
  std::vector<std::vector<std::string>> rows = {{"Thời gian", "Nội dung", "Người thực hiện"},
                                                {"08h00 - 08h15", "Đón tiếp đại biểu", "Ban Tổ chức"},
                                                {"8 giờ 15", "Khai mạc Hội nghị", "Lãnh đạo Sở"}};
  EXPECT_THAT(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks, IsEmpty());
  rows[1][0] = "Tháng 3/2022";
  rows[2][0] = "08h00 ngày 15/5/2022";
  EXPECT_THAT(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks, SizeIs(2));
}

// Who leads and who helps, each behind its label in one cell.
TEST(TaskTables, LabelsInsideACell) {
  const Table table = MakeTable({{"TT", "Nội dung", "Phân công thực hiện", "Thời gian triển khai"},
                                 {"1", "Bồi dưỡng kỹ năng số", "- Chủ trì: Sở Nội vụ. - Phối hợp: Sở Y tế; Sở Tài chính.", "Quý I/2022"},
                                 {"2", "Xây dựng kho dữ liệu", "Cơ quan chủ trì: Công an tỉnh; cơ quan phối hợp: các sở, ngành", ""},
                                 {"3", "Trang bị chữ ký số", "Sở Y tế (chủ trì), Sở Nội vụ (phối hợp)", ""},
                                 {"4", "Nâng cấp đường truyền", "Chủ trì: Sở Y tế", ""},
                                 {"5", "Xây dựng Nghị quyết", "- Chủ trì: Sở Y tế\n- Phối hợp: Sở Nội vụ\n- Cấp ban hành: HĐND tỉnh", ""}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(5));
  const auto names = [](const std::vector<Agency>& agencies) {
    std::string text;
    for (const Agency& agency : agencies) text += (text.empty() ? "" : "; ") + agency.printed;
    return text;
  };
  EXPECT_EQ(names(tasks[0].lead), "Sở Nội vụ");
  EXPECT_EQ(names(tasks[0].coordinators), "Sở Y tế; Sở Tài chính");
  ASSERT_TRUE(tasks[0].deadline);
  EXPECT_EQ(tasks[0].deadline->kind, "quarter");
  EXPECT_EQ(names(tasks[1].lead), "Công an tỉnh");
  EXPECT_EQ(names(tasks[1].coordinators), "các sở, ngành");
  EXPECT_EQ(names(tasks[2].lead), "Sở Y tế");
  EXPECT_EQ(names(tasks[2].coordinators), "Sở Nội vụ");
  EXPECT_EQ(names(tasks[3].lead), "Sở Y tế");
  EXPECT_EQ(names(tasks[3].coordinators), "");
  EXPECT_EQ(names(tasks[4].coordinators), "Sở Nội vụ");
  EXPECT_EQ(names(tasks[4].approver), "HĐND tỉnh");
}

// A column of months groups the rows; the deadline is what the other column says, in the month's year, or else the month.
TEST(TaskTables, MonthsThatGroupRowsWithDeadlinesOfTheirOwn) {
  const Table table = MakeTable({{"Tháng", "Nội dung công việc", "Bộ phận phụ trách", "Thời điểm"},
                                 {"Tháng 9/2025", "Tổ chức Lễ khai giảng", "Công đoàn trường", "05/9"},
                                 {"Tháng 9/2025", "Khảo sát chất lượng đầu năm", "Tổ chuyên môn", "Tuần 2"},
                                 {"Tháng 01/2026", "Sơ kết học kỳ I", "Phó Hiệu trưởng", "Trước 15/01"},
                                 {"Tháng 02/2026", "Kiểm tra hồ sơ", "Tổ chuyên môn", ""}});
  std::vector<std::string> deadlines;
  const Document document = Extract({Plan()}, {table}).at(0);
  for (const Task& task : document.tasks) {
    ASSERT_TRUE(task.deadline) << task.content;
    deadlines.push_back(task.deadline->text + " = " + task.deadline->kind + " " + task.deadline->to.value_or("-"));
  }
  EXPECT_THAT(deadlines, ElementsAre("05/9 = date 2025-09-05", "Tuần 2 Tháng 9/2025 = month 2025-09-30",
                                     "Trước 15/01 = date 2026-01-15", "Tháng 02/2026 = month 2026-02-28"));
}

// Titles that are in no list: the cells say who, with whom and until when; what is guessed so is doubtful. Persons are no work.
TEST(TaskTables, TitlesThatAreInNoList) {
  const std::vector<std::vector<std::string>> rows = {
      {"TT", "Tên việc phải làm", "Giao cho", "Cùng làm", "Khi nào xong"},
      {"1", "Hoàn thiện cơ sở dữ liệu hộ tịch điện tử", "Sở Tư pháp", "Công an tỉnh", "Trước ngày 30/4/2022"},
      {"2", "Rà soát các tuyến đường cần sửa chữa", "Sở Xây dựng", "Sở Tài chính", "Quý III/2022"}};
  const Document document = Extract({Plan()}, {MakeTable(rows)}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].content, "Hoàn thiện cơ sở dữ liệu hộ tịch điện tử");
  ASSERT_THAT(document.tasks[0].lead, SizeIs(1));
  EXPECT_THAT(document.tasks[0].lead[0].name, ::testing::HasSubstr("Sở Tư pháp"));
  ASSERT_THAT(document.tasks[0].coordinators, SizeIs(1));
  EXPECT_THAT(document.tasks[0].coordinators[0].name, ::testing::HasSubstr("Công an tỉnh"));
  EXPECT_EQ(document.tasks[1].deadline->to, "2022-09-30");
  EXPECT_LT(document.tasks[0].confidence, 0.8);
  std::vector<std::vector<std::string>> persons = rows;
  persons[0] = {"TT", "Tên lớp bồi dưỡng đã học", "Họ và tên", "Nơi làm", "Đã xong"};
  EXPECT_THAT(Extract({Plan()}, {MakeTable(persons)}).at(0).tasks, IsEmpty());
  const Table lessons = MakeTable({{"STT", "Môn học", "Thời gian học", "Đơn vị giảng"},
                                   {"1", "Quản lý bệnh viện và hệ thống y tế", "22/01/2022 - 28/04/2022", "Sở Y tế"},
                                   {"2", "Kiểm tra việc thực hành lâm sàng", "13/11/2022 - 13/12/2022", "Sở Y tế"}});
  EXPECT_THAT(Extract({Plan()}, {lessons}).at(0).tasks, IsEmpty());
}

// A stroke in an empty cell does not make a task of a section.
TEST(TaskTables, StrokesFillNoCell) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"I", "Nâng cao chất lượng", "", "-"},
                                 {"1", "Bố trí thêm bàn khám", "Sở Y tế", "15/3/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(1));
  EXPECT_THAT(document.tasks[0].section, ElementsAre("Nâng cao chất lượng"));
}

// One column for each month, marked where the work falls; columns of figures are none.
TEST(TaskTables, MonthsMarkedByCrosses) {
  std::vector<std::vector<std::string>> rows = {{"TT", "Nội dung", "Chủ trì", "Tháng thực hiện 1", "Tháng 2", "Tháng 3", "Tháng 4"},
                                                {"1", "Kiểm tra tài chính", "Sở Tài chính", "", "x", "x", ""},
                                                {"2", "Tổng kết công tác", "Sở Nội vụ", "", "", "", "X"}};
  const Document document = Extract({Plan()}, {MakeTable(rows)}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  ASSERT_TRUE(document.tasks[0].deadline && document.tasks[1].deadline);
  EXPECT_EQ(document.tasks[0].deadline->from, "2022-02-01");
  EXPECT_EQ(document.tasks[0].deadline->to, "2022-03-31");
  EXPECT_EQ(document.tasks[1].deadline->text, "Tháng 4");
  rows[1] = {"1", "Kiểm tra tài chính", "Sở Tài chính", "12", "15", "7", "9"};
  EXPECT_FALSE(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks.at(0).deadline);
}

// A part's number and title in the column of the work.
TEST(TaskTables, PartsWhoseNumberStandsWithTheWork) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"", "I. Công tác kiểm tra", "", ""},
                                 {"1", "Kiểm kê tài sản", "Sở Nội vụ", "30/6/2022"},
                                 {"", "II. Chuyển đổi số", "", ""},
                                 {"1", "Số hóa hồ sơ", "Sở Tài chính", ""}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_THAT(tasks[0].section, ElementsAre("Công tác kiểm tra"));
  EXPECT_THAT(tasks[1].section, ElementsAre("Chuyển đổi số"));
}

// A section tells by the second row below it where the first one's number was not read; a misread dot is a dot.
// "11" of the row behind "1" and in front of "1.2" lost its dot; letters without a stop stand below the row that introduces them.
TEST(TaskTables, RowsBelowTheOneThatIntroducesThem) {
  const Table table = MakeTable({{"TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"},
                                 {"1", "Công tác tự đánh giá", "", ""},
                                 {"11", "Tập huấn cho giáo viên cốt cán", "Phòng Giáo dục Trung học", "Tháng 8/2022"},
                                 {"1.2", "Thẩm định báo cáo tự đánh giá", "Phòng Giáo dục Trung học", "30/9/2022"},
                                 {"2", "Nâng cao hiệu quả dịch vụ công", "", ""},
                                 {"a", "Bố trí máy tính, nhân sự hỗ trợ người dân", "Văn phòng Sở", "Quý IV/2022"},
                                 {"b", "Số hóa hồ sơ, kết quả giải quyết", "Văn phòng Sở", "Thường xuyên"}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(4));
  EXPECT_EQ(tasks[0].no, "1.1");
  EXPECT_THAT(tasks[1].section, ElementsAre("Công tác tự đánh giá"));
  EXPECT_THAT(tasks[2].section, ElementsAre("Nâng cao hiệu quả dịch vụ công"));
  EXPECT_EQ(tasks[3].no, "b");
}

TEST(TaskTables, NumbersThatWereNotRead) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Công tác cán bộ", "", ""},
                                 {"", "Kiểm kê tài sản", "Sở Nội vụ", "30/6/2022"},
                                 {"1:2", "Đối chiếu công nợ", "Sở Tài chính", ""}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_THAT(tasks[0].section, ElementsAre("Công tác cán bộ"));
  EXPECT_THAT(tasks[1].section, ElementsAre("Công tác cán bộ"));
  EXPECT_EQ(tasks[1].no, "1.2");
}

// The numbers of columns may stand in the cells of their titles.
TEST(TaskTables, TitlesWithTheNumbersOfTheirColumns) {
  const Table table = MakeTable({{"TT (1)", "Nội dung (2)", "Phụ trách chính (3)", "Thời gian (4)"}, {"1.1", "Kiểm kê tài sản", "Sở Nội vụ", "30/6/2022"}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(1));
  EXPECT_EQ(tasks[0].no, "1.1");
}

// "Đơn vị" is who does it where agencies stand below, and a measure where none do.
TEST(TaskTables, TitlesThatMeanOneThingOrAnother) {
  std::vector<std::vector<std::string>> rows = {{"TT", "Công việc", "Đơn vị", "Hoàn thành trước"},
                                                {"1", "Kiểm kê tài sản", "Sở Nội vụ", "30/6/2022"},
                                                {"2", "Đối chiếu công nợ", "Sở Tài chính", "31/7/2022"}};
  const std::vector<Task> tasks = Extract({Plan()}, {MakeTable(rows)}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  ASSERT_THAT(tasks[0].lead, SizeIs(1));
  ASSERT_TRUE(tasks[0].deadline);
  EXPECT_EQ(tasks[0].deadline->to, "2022-06-30");
  rows[1][2] = rows[2][2] = "cái";
  EXPECT_THAT(Extract({Plan()}, {MakeTable(rows)}).at(0).tasks, IsEmpty());
}

TEST(Document, TasksInRunningText) {
  PageBuilder page(2);
  page.Body(200, {"4. Sở Tài chính chủ trì, phối hợp các sở, ngành, địa phương: Tăng cường kỷ luật,", "kỷ cương tài chính."});
  page.Body(400, {"Trên đây là các nội dung cần thực hiện./."});
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(1));
  const Task& task = document.tasks[0];
  EXPECT_EQ(task.source, "text");
  EXPECT_EQ(task.no, "4");
  EXPECT_EQ(task.content, "Tăng cường kỷ luật, kỷ cương tài chính");
  ASSERT_THAT(task.lead, SizeIs(1));
  EXPECT_EQ(task.lead[0].name, "Sở Tài chính");
  EXPECT_EQ(task.page_from, 2);
}

TEST(Document, IncomingStampIsNotTheNumber) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 3 năm 2023");
  page.At(240, 480, {"TRUNG TÂM Y TẾ HUYỆN GÒ QUAO", "ĐẾN Số: 1171", "Ngày: 27/3"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "5/PNV");
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->number, "1171");
  EXPECT_EQ(document.incoming->date, "2023-03-27");
  EXPECT_EQ(document.incoming->agency, "Trung tâm Y tế huyện Gò Quao");
}

// Letters that are short for nothing known are what a damaged stamp was read as.
TEST(Document, AnIncomingStampOfUnknownLettersNamesNoOffice) {
  const auto agency = [](const char* name) {
    PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 3 năm 2023");
    page.At(240, 480, {name, "ĐẾN Số: 1171", "Ngày: 27/3"}, BlockColumn::kLeft);
    const Document document = Extract({page}).at(0);
    return document.incoming ? document.incoming->agency.value_or("-") : "no stamp";
  };
  EXPECT_EQ(agency("NKĐK"), "-");
  EXPECT_EQ(agency("SYT KIÊN GIANG"), "Sở Y tế tỉnh Kiên Giang");
}

TEST(Document, IncomingStampWithANameOnTwoLinesAndAStrokeReadAsOne) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 3 năm 2023");
  page.At(240, 480, {"TRUNG TÂM Y TẾ"}, BlockColumn::kLeft);
  page.At(800, 500, {"Kính gửi: Phòng Nội vụ"}, BlockColumn::kRight);
  page.At(240, 520, {"HUYỆN GÒ QUAO", "ĐẾN", "Số: 1171", "Ngày: 2713"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->agency, "Trung tâm Y tế huyện Gò Quao");
  EXPECT_EQ(document.incoming->number, "1171");
  EXPECT_EQ(document.incoming->date, "2023-03-27");
}

TEST(Document, DamagedNamesOfAgenciesAreEvidenceAndTiesAreFlagged) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Xây dựng kế hoạch", "Sở Tài chímh", "Quý IV/2022"},
                                 {"2", "Tổng kết", "Trung tâm Văn hóa, Thể thao và Truyền thang", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].lead.at(0).name, "Sở Tài chính");
  const auto evidence = std::find_if(document.evidence.begin(), document.evidence.end(),
                                     [](const Evidence& e) { return e.field == "tasks/0/lead/0"; });
  ASSERT_NE(evidence, document.evidence.end());
  EXPECT_EQ(evidence->raw, "Sở Tài chímh");
  EXPECT_EQ(evidence->rule, "agency.near, distance 1");
  EXPECT_GT(evidence->box.right, evidence->box.left);
  EXPECT_EQ(document.tasks[1].lead.at(0).name, "Trung tâm Văn hóa, Thể thao và Truyền thang");
  const auto flag = std::find_if(document.flags.begin(), document.flags.end(),
                                 [](const Flag& f) { return f.code == "ambiguous_agency"; });
  ASSERT_NE(flag, document.flags.end());
  EXPECT_EQ(flag->detail,
            "task 2: \"Trung tâm Văn hóa, Thể thao và Truyền thang\" is equally near to \"Trung tâm Văn hóa, Thể thao "
            "và Truyền thanh\" and \"Trung tâm Văn hóa, Thể thao và Truyền thông\" (distance 1), none was taken");
  for (const Task& task : document.tasks) EXPECT_TRUE(task.lead.at(0).near.empty());
}

// A lone 1 read as I would close the section above it; the 2 below tells.
TEST(TaskTables, AOneReadAsAnIStaysBelowItsSection) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"IV", "Quý IV", "", ""},
                                 {"I", "Xây dựng kế hoạch", "Sở Y tế", "Quý IV/2022"},
                                 {"2", "Tổng kết công tác năm", "Sở Nội vụ", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].no, "1");
  for (const Task& task : document.tasks) EXPECT_EQ(task.section, std::vector<std::string>{"Quý IV"});
}

// "1 Hạ tầng", 9, 10, "2 Nền tảng", 11 below "III": headings that go on among rows whose numbers go on by themselves are no misread parts.
TEST(TaskTables, HeadingsThatGoOnAmongRowsThatDo) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"III", "HẠ TẦNG VÀ NỀN TẢNG SỐ", "<", "<"},
                                 {"1", "Hạ tầng", "<", "<"},
                                 {"9", "Mở rộng mạng truyền số liệu", "Sở Y tế", "Quý IV/2022"},
                                 {"10", "Xóa vùng lõm sóng di động", "Sở Nội vụ", "Quý IV/2022"},
                                 {"2", "Nền tảng, dữ liệu", "<", "<"},
                                 {"11", "Số hóa sổ hộ tịch", "Sở Tư pháp", "Quý IV/2022"},
                                 {"IV", "KINH TẾ SỐ", "<", "<"},
                                 {"12", "Triển khai thu phí không dùng tiền mặt", "Sở Tư pháp", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(4));
  EXPECT_THAT(document.tasks[1].section, ElementsAre("HẠ TẦNG VÀ NỀN TẢNG SỐ", "Hạ tầng"));
  EXPECT_THAT(document.tasks[2].section, ElementsAre("HẠ TẦNG VÀ NỀN TẢNG SỐ", "Nền tảng, dữ liệu"));
  EXPECT_THAT(document.tasks[3].section, ElementsAre("KINH TẾ SỐ"));
}

// The engine is not sure of them; what a typist wrote twice it is.
TEST(TaskTables, UnsureNumbersAreThoseThatBelongThere) {
  const auto numbers = [](float confidence, const std::string& third, const std::string& fourth) {
    Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                             {"1", "Xây dựng kế hoạch", "Sở Y tế", "Tháng 5"},
                             {"2", "Tập huấn nghiệp vụ", "Sở Y tế", "Tháng 6"},
                             {third, "Kiểm tra các đơn vị", "Sở Nội vụ", "Tháng 9"},
                             {fourth, "Tổng kết công tác năm", "Sở Nội vụ", "Tháng 12"}});
    for (Word& word : table.rows[2].cells[0].lines[0].words) word.confidence = confidence;
    for (Word& word : table.rows[3].cells[0].lines[0].words) word.confidence = confidence;
    std::vector<std::string> numbers;
    const Document document = Extract({Plan()}, {table}).at(0);
    for (const Task& task : document.tasks) numbers.push_back(task.no.value_or(""));
    return numbers;
  };
  EXPECT_THAT(numbers(0.8f, "a", "3"), ElementsAre("1", "2", "a", "3"));
  EXPECT_THAT(numbers(0.8f, "3", "9"), ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(numbers(0.97f, "3", "9"), ElementsAre("1", "2", "3", "9"));
}

TEST(TaskTables, ALetterReadAsAFigureBeforeTheNumbersGoOn) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"2", "Công tác lập danh sách cử tri", "", ""},
                                 {"a", "Lập danh sách cử tri", "Công an phường", "Tháng 1"},
                                 {"b", "Niêm yết danh sách cử tri", "Công an phường", "Tháng 2"},
                                 {"6", "Giải quyết khiếu nại", "Thanh tra", "Tháng 3"},
                                 {"3", "Tổng kết công tác", "Văn phòng", "Tháng 4"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  std::vector<std::string> numbers;
  for (const Task& task : document.tasks) numbers.push_back(task.no.value_or(""));
  EXPECT_THAT(numbers, ElementsAre("a", "b", "c", "3"));
}

TEST(TaskTables, ASpeckBesideAHeadingIsNoNumber) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"", "Hội nghị Ban Thường vụ", "<", "<"},
                                 {"1", "Xây dựng kế hoạch", "Sở Y tế", "Tháng 5"},
                                 {"+", "Hội nghị Ban Thường vụ", "<", "<"},
                                 {"1", "Tổng kết công tác năm", "Sở Nội vụ", "Tháng 12"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  for (const Task& task : document.tasks) EXPECT_EQ(task.section, std::vector<std::string>{"Hội nghị Ban Thường vụ"});
}

TEST(TaskTables, ADeadlineThatIsNoDayIsFlagged) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Xây dựng kế hoạch", "Sở Y tế", "Trước ngày 31/02/2022"},
                                 {"2", "Tổng kết công tác năm", "Sở Nội vụ", "30/11/2022"},
                                 {"3", "Kiểm tra các đơn vị", "Sở Tài chính", "16/8 - 21/5"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  std::vector<std::string> details;
  for (const Flag& flag : document.flags) {
    if (flag.code == "impossible_date") details.push_back(flag.detail);
  }
  EXPECT_THAT(details, ElementsAre("task 1: \"Trước ngày 31/02/2022\" is no day of the calendar", "task 3: \"16/8 - 21/5\" ends before it begins"));
}

// TT is easily read as IT; the numbers below it say what the column is.
TEST(TaskTables, AMisreadTitleOfTheNumberColumn) {
  const Table table = MakeTable({{"IT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"01", "Xây dựng kế hoạch", "Sở Y tế", "Quý IV/2022"},
                                 {"02", "Tổng kết công tác năm", "Sở Nội vụ", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].no, "01");
  EXPECT_EQ(document.tasks[1].no, "02");
}

}  // namespace
}  // namespace trichluc
