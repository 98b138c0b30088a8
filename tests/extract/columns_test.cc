// What columns mean where titles are shared, stand twice or are in no list.
#include "extract/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using testing::Extract;
using testing::MakeTable;
using testing::Plan;
using testing::Rules;
using Rows = std::vector<std::vector<std::string>>;

ColumnMeanings Meanings(const Rows& rows, int header_rows = 1) {
  static const AgencyRegistry agencies(Rules());
  return FindMeanings(MakeTable(rows, header_rows), *Rules(), agencies);
}

TEST(Columns, TheTitleBelowASharedOneSaysMore) {
  const ColumnMeanings meanings = Meanings({{"Nhiệm vụ", "Trách nhiệm", "<", "Thời gian", "<"},
                                            {"^", "Chủ trì", "Tham gia", "Bắt đầu", "Kết thúc"},
                                            {"Số hóa sổ hộ tịch", "Sở Tư pháp", "Công an tỉnh", "01/3/2022", "15/12/2022"}},
                                           2);
  EXPECT_EQ(meanings.Of("lead"), 1);
  EXPECT_EQ(meanings.Of("coordinators"), 2);
  EXPECT_EQ(meanings.Of("start"), 3);
  EXPECT_EQ(meanings.Of("end"), 4);
  EXPECT_EQ(meanings.Sureness(), 1);
}

// … also above a row with the numbers of the columns, and where the whole is near to another title.
TEST(Columns, TitlesBelowASharedOneAndAboveNumbers) {
  const ColumnMeanings meanings = Meanings({{"TT", "Nội dung công việc", "Đơn vị thực hiện", "<", "Thời gian"},
                                            {"^", "^", "Chủ trì", "Phối hợp", "^"},
                                            {"(1)", "(2)", "(3)", "(4)", "(5)"},
                                            {"1", "Thành lập Hội đồng tự đánh giá", "Trung tâm Khảo thí", "Phòng Tổ chức Cán bộ", "Tháng 3/2022"}},
                                           3);
  EXPECT_EQ(meanings.Of("lead"), 2);
  EXPECT_EQ(meanings.Of("coordinators"), 3);
  EXPECT_EQ(Meanings({{"Nội dung", "Đơn vị thực hiện/phối hợp", "Hạn"}, {"Kiểm tra kho", "Sở Y tế", "5/6/2022"}}).Of("lead_and_coordinators"), 1);
}

// A misread title means what the known title means that it is nearest to, wherever both stand in the rules.
TEST(Columns, TheNearestTitleTells) {
  for (const auto& [read, meaning] : std::vector<std::pair<std::string, std::string>>{
           {"Năn thực hiện", "deadline"}, {"Nơí thực hiện", "other"}, {"Bán thực hiện", "lead"}, {"Ngày thực hiệm", "deadline"},
           {"Thời điểm kiềm tra", "deadline"}, {"Thời kỳ kiềm tra", "other"}, {"Công chửc thực hiện", "lead"}, {"Công viêc thực hiện", "content"}}) {
    EXPECT_EQ(MeaningOfTitle(*Rules(), read), meaning) << read;
  }
}

// Targets: what is to be reached, or how much of it.
TEST(Columns, TargetsAreWorkWhereTheirCellsAreNoFigures) {
  const Rows rows = {{"Số TT", "Tên chỉ tiêu", "Đơn vị tính", "Chỉ tiêu", "Đơn vị chịu trách nhiệm", "Thời gian"},
                     {"1", "Diện tích rừng trồng tập trung", "ha", "420", "Phòng Kinh tế", "Trước 31/10"},
                     {"2", "Tỷ lệ hộ nghèo giảm", "%", "1,8", "Phòng Kinh tế", "Năm 2026"}};
  const ColumnMeanings meanings = Meanings(rows);
  EXPECT_EQ(meanings.Of("content"), 1);
  EXPECT_EQ(meanings.Of("lead"), 4);
  EXPECT_TRUE(meanings.SaysNothing(3));
  Rows named = rows;
  named[0][1] = "Nội dung";
  EXPECT_EQ(Meanings(named).Of("content"), 1);
  EXPECT_TRUE(Meanings(named).SaysNothing(3));
}

// Weeks group the rows of a month's plan; the dates beside them are the deadlines.
TEST(Columns, WeeksAreThePeriodBesideDates) {
  const ColumnMeanings meanings = Meanings({{"Tuần", "Thời gian", "Nội dung công việc", "Người phụ trách"},
                                            {"Tuần 1", "02/5 - 06/5", "Nộp báo cáo tiến độ chương trình", "Tổ trưởng các tổ chuyên môn"},
                                            {"Tuần 2", "09/5 - 14/5", "Kiểm tra cuối học kỳ II", "Ban Giám hiệu"}});
  EXPECT_EQ(meanings.Of("deadline"), 1);
  EXPECT_EQ(meanings.Of("period"), 0);
}

// A row of the table at the head of a page is no heading, though its cells hold words of titles.
TEST(Columns, RowsOfWorkAreNoHeading) {
  const Extractor extractor(Rules());
  EXPECT_FALSE(extractor.LooksLikeHeader({"d)", "Xây dựng kịch bản tăng trưởng; báo cáo kết quả theo quy định", "Các cơ quan, đơn vị liên quan", "Hoàn thành trước ngày 15/12/2026"}));
  EXPECT_FALSE(extractor.LooksLikeHeader({"", "Triển khai các nội dung, nhiệm vụ của Kế hoạch trên địa bàn xã", "Các đơn vị liên quan", "Thời hạn trước 15/12/2026"}));
  EXPECT_TRUE(extractor.LooksLikeHeader({"", "Nội dung các nhiệm vụ", "Cơ quan, đơn vị liên quan", "Dự kiến thời gian hoàn thành"}));
}

// "Họ và tên | Nhiệm vụ được phân công": the person does the work; posts on a committee are no work.
TEST(Columns, PersonsDoTheWorkBesideTheirNames) {
  const auto meanings = [](const std::string& first, const std::string& second) {
    return Meanings({{"STT", "Họ và tên", "Chức vụ, đơn vị công tác", "Nhiệm vụ được phân công"},
                     {"1", "Đinh Xuân Diệu", "Phó Chủ tịch UBND huyện", first},
                     {"2", "Lê Thị Thanh Xuân", "Trưởng phòng Nông nghiệp", second}});
  };
  const ColumnMeanings persons = meanings("Phụ trách xã Ea Kênh", "Theo dõi nhóm tiêu chí kinh tế");
  EXPECT_EQ(persons.Of("lead"), 1);
  EXPECT_TRUE(persons.SaysNothing(2)) << "posts are no field of a task";
  EXPECT_FALSE(persons.SaysNothing(1));
  EXPECT_EQ(meanings("Trưởng ban", "Thành viên").Of("lead"), -1);
}

// Who looks after the work leads it where the table names nobody else.
TEST(Columns, WhoLooksAfterTheWorkAlone) {
  const auto meanings = [](const std::string& title) {
    return Meanings({{"STT", "Người theo dõi", "Nội dung duy trì", title},
                     {"1", "Ông Lâm Văn Tấn", "Kiểm tra hệ thống thủy lợi", "Ban Nhân dân ấp"},
                     {"2", "Ông Võ Thành Đời", "Đánh giá cán bộ, công chức", "Hội Nông dân xã"}});
  };
  EXPECT_EQ(meanings("Ghi chú").Of("lead"), 1);
  EXPECT_EQ(meanings("Đơn vị thực hiện").Of("lead"), 3);
  EXPECT_EQ(meanings("Phối hợp").Of("lead"), -1);
}

// The years that are looked at are not when the work is done, though both stand below "Thời gian".
TEST(Columns, YearsThatAreInspected) {
  Table table = MakeTable({{"Stt", "Nội dung thanh tra", "Tiến hành", "Niên độ", "Triển khai"},
                           {"1", "Thanh tra việc mua sắm thiết bị", "Phòng Nghiệp vụ 1", "2012 - 2013", "Tháng 7"},
                           {"2", "Thanh tra việc sử dụng đất đai", "Phòng Nghiệp vụ 2", "2009 - 2013", "Quý III"}});
  TableRow above = table.header.front();
  for (TableCell& cell : above.cells) cell.lines.clear();
  above.cells[3].lines = {testing::MakeLine(1, 700, 50, "Thời gian")};
  above.cells[3].column_span = 2;
  above.cells[4].covered = true;
  table.header.insert(table.header.begin(), above);
  static const AgencyRegistry agencies(Rules());
  const ColumnMeanings meanings = FindMeanings(table, *Rules(), agencies);
  EXPECT_EQ(meanings.Of("deadline"), 4);
  EXPECT_EQ(meanings.Of("lead"), 2);
}

// A first column whose cells number the rows does so under any title; amounts that begin a table do not.
TEST(Columns, LabelsOfRowsNumberThemUnderAnyTitle) {
  const auto meanings = [](const std::string& title, const std::string& first, const std::string& second) {
    return Meanings({{title, "Hạng mục công việc", "Đơn vị chủ trì", "Thời hạn"},
                     {first, "Rà soát thủ tục hành chính", "Sở Tư pháp", "Quý II/2025"},
                     {second, "Xây dựng kho dữ liệu", "Sở Nội vụ", "Quý III/2025"}});
  };
  for (const char* title : {"TT nhiệm vụ", "Mã số", "Ký hiệu"}) {
    EXPECT_EQ(meanings(title, "1", "2").Of("no"), 0) << title;
    EXPECT_EQ(meanings(title, "I", "1").Of("no"), 0) << title;
    EXPECT_EQ(meanings(title, "c)", "d)").Of("no"), 0) << title;
    EXPECT_EQ(meanings(title, "1", "2").Of("content"), 1) << title;
  }
  EXPECT_EQ(meanings("Số lượng", "12", "7").Of("no"), -1);
}

// "Đồng hành" is in no list: agencies right of those who lead help, and the row is doubtful.
TEST(Columns, AgenciesBesideThoseWhoLeadHelp) {
  const Rows rows = {{"Nội dung", "Trách nhiệm", "<"},
                     {"^", "Chủ trì", "Đồng hành"},
                     {"Rà soát thủ tục hành chính", "Sở Tư pháp", "Công an tỉnh"},
                     {"Xây dựng kho dữ liệu", "Sở Nội vụ", "Sở Tài chính"}};
  const ColumnMeanings meanings = Meanings(rows, 2);
  EXPECT_EQ(meanings.Of("coordinators"), 2);
  EXPECT_LT(meanings.Sureness(), 0.9);
  const std::vector<Task> tasks = Extract({Plan()}, {MakeTable(rows, 2)}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  ASSERT_THAT(tasks[0].coordinators, SizeIs(1));
  EXPECT_LT(tasks[0].confidence, 0.9);
}

// Two columns whose titles say the same: the second helps, and the row is doubtful.
TEST(Columns, TheSecondOfThoseWhoDoItHelps) {
  const ColumnMeanings meanings = Meanings({{"Nội dung", "Đơn vị thực hiện", "<"},
                                            {"^", "Nòng cốt", "Cùng vào việc"},
                                            {"Rà soát thủ tục hành chính", "Sở Tư pháp", "Công an tỉnh"},
                                            {"Xây dựng kho dữ liệu", "Sở Nội vụ", "Sở Tài chính"}},
                                           2);
  EXPECT_EQ(meanings.Of("lead"), 1);
  EXPECT_EQ(meanings.Of("coordinators"), 2);
  EXPECT_LT(meanings.Sureness(), 0.9);
}

// Persons look after it, and the office behind them does it.
TEST(Columns, PersonsAheadOfTheOffice) {
  const ColumnMeanings meanings = Meanings({{"Nhiệm vụ", "Người phụ trách", "<", "Phòng chủ trì"},
                                            {"^", "Lãnh đạo Sở", "Chuyên viên", "^"},
                                            {"Bố trí trụ sở dôi dư", "Lê Quang Huy", "Đỗ Thị Mai", "Phòng Quản lý công sản"},
                                            {"Quyết toán ngân sách", "Lê Quang Huy", "Vũ Đức Anh", "Phòng Tài chính - Kế hoạch"}},
                                           2);
  EXPECT_EQ(meanings.Of("lead"), 3);
  EXPECT_LT(meanings.Sureness(), 0.9);
}

// A merged column of groups is not the work, though its title says so.
TEST(Columns, GroupsOfWorkAreNotTheWork) {
  const ColumnMeanings meanings = Meanings({{"Nhóm nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì", "Thời gian"},
                                            {"Cải cách hành chính", "Rà soát thủ tục", "Sở Tư pháp", "Quý I/2022"},
                                            {"^", "Xây dựng kho dữ liệu", "Sở Nội vụ", "Quý II/2022"}});
  EXPECT_EQ(meanings.Of("content"), 1);
  EXPECT_LT(meanings.Sureness(), 0.9);
}

TEST(Columns, WhatIsHandedInIsTheOutputWhateverItIsCalled) {
  const ColumnMeanings meanings = Meanings({{"TT", "Nội dung", "Chủ trì", "Cần có"},
                                            {"1", "Rà soát thủ tục hành chính", "Sở Tư pháp", "Báo cáo rà soát"},
                                            {"2", "Tập huấn cho cán bộ cấp xã", "Sở Nội vụ", "02 lớp tập huấn"}});
  EXPECT_EQ(meanings.Of("output"), 3);
  EXPECT_LT(meanings.Sureness(), 0.9);
}

// Dates and agencies under titles that tell nothing: something of the row may be missing.
TEST(Columns, WhatCannotBeToldMakesDoubtful) {
  const ColumnMeanings meanings = Meanings({{"TT", "Nội dung", "Chủ trì", "Thời hạn", "Ngày họp bàn"},
                                            {"1", "Rà soát thủ tục", "Sở Tư pháp", "30/4/2022", "15/3/2022"},
                                            {"2", "Xây dựng kho dữ liệu", "Sở Nội vụ", "30/6/2022", "20/3/2022"}});
  EXPECT_EQ(meanings.Of("deadline"), 3);
  EXPECT_LT(meanings.Sureness(), 0.9);
}

// The first words are the head of a title; what is only nearly called so must look so.
TEST(Columns, TheHeadOfATitleAndItsCells) {
  const ColumnMeanings company = Meanings({{"Đơn vị", "Nhiệm vụ được phân công", "Thời hạn"},
                                           {"Sở Nội vụ", "Xây dựng quy chế đánh giá", "Tháng 8/2022"},
                                           {"Sở Tài chính", "Hoàn thành quyết toán", "Quý III/2022"}});
  EXPECT_EQ(company.Of("lead"), 0);
  EXPECT_EQ(company.Of("content"), 1);
  EXPECT_EQ(Meanings({{"Nội dung phối hợp", "Chủ trì"}, {"Tuần tra biên giới", "Công an tỉnh"}}).Of("content"), 0);
  const ColumnMeanings commune = Meanings({{"Việc phải làm", "Nơi chịu trách nhiệm chính", "Nơi cùng thực hiện", "Thời hạn"},
                                           {"Huấn luyện dân quân cơ động", "Sở Nội vụ", "Công an tỉnh", "Tháng 4/2022"},
                                           {"Diễn tập phòng thủ khu vực", "Sở Y tế", "Công an tỉnh", "Tháng 9/2022"}});
  EXPECT_EQ(commune.Of("content"), 0);
  EXPECT_EQ(commune.Of("coordinators"), 2);
}

// Of "Thời gian thực hiện" the first line was not read: it is nearly "Người thực hiện", but days stand below it.
TEST(Columns, WhoseCellsAreDaysIsNobody) {
  const ColumnMeanings meanings = Meanings({{"TT", "Nội dung", "Chủ trì", "gian thực hiện"},
                                            {"1", "Rà soát thủ tục", "Sở Tư pháp", "Tháng 4/2022"},
                                            {"2", "Xây dựng kho dữ liệu", "Sở Nội vụ", "Trước ngày 20/3/2022"}});
  EXPECT_EQ(meanings.Of("lead"), 2);
  EXPECT_EQ(meanings.Of("deadline"), 3);
}

// Party offices number the months as the quarters; II and 11 look alike, and the other cells tell which it is.
TEST(Columns, MonthsInRomanNumeralsAndInFigures) {
  const auto read = [](const std::string& time, const std::string& other) {
    const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                   {"1", "Tổng kết Nghị quyết", "Sở Nội vụ", time},
                                   {"2", "Sơ kết phong trào", "Sở Y tế", other}});
    const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
    const Deadline deadline = tasks.at(0).deadline.value_or(Deadline{});
    return deadline.text + " = " + deadline.to.value_or("-");
  };
  EXPECT_EQ(read("Tháng II/2022", "Tháng IV/2022"), "Tháng II/2022 = 2022-02-28");
  EXPECT_EQ(read("Tháng 11/2022", "Tháng IV/2022"), "Tháng II/2022 = 2022-02-28");
  EXPECT_EQ(read("Tháng II/2022", "Tháng 4/2022"), "Tháng 11/2022 = 2022-11-30");
  EXPECT_EQ(read("Tháng 11/2022", "Tháng 4/2022"), "Tháng 11/2022 = 2022-11-30");
  EXPECT_EQ(read("Tháng II/2022", "Quý I"), "Tháng II/2022 = -");
  EXPECT_EQ(read("Quý 1/2022", "Quý II/2022"), "Quý I/2022 = 2022-03-31");
  EXPECT_EQ(read("Quý 1/2022", "Quý 2/2022"), "Quý 1/2022 = 2022-03-31");
  EXPECT_EQ(read("Tháng IX/2022", "Quý I"), "Tháng IX/2022 = 2022-09-30");
}

// No heading was found: the first row's words are none of what the columns hold.
TEST(Columns, AFirstRowThatIsTheHeading) {
  static const AgencyRegistry agencies(Rules());
  const Rows rows = {{"Phải làm gì", "Ai làm", "Khi nào"},
                     {"Khảo sát nhu cầu học bổng", "Sở Tài chính", "01/10/2022"},
                     {"Kiểm tra bếp ăn bán trú", "Sở Y tế", "Tháng 10/2022"}};
  const std::optional<Table> headed = WithHeading(MakeTable(rows, 0), *Rules(), agencies);
  ASSERT_TRUE(headed.has_value());
  EXPECT_EQ(headed->header.size(), 1u);
  const std::vector<Task> tasks = Extract({Plan()}, {MakeTable(rows, 0)}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_EQ(tasks[0].content, "Khảo sát nhu cầu học bổng");
  EXPECT_LT(tasks[0].confidence, 0.9);
  Rows all = rows;
  all[0] = {"Tổng hợp danh sách", "Sở Nội vụ", "15/9/2022"};
  EXPECT_FALSE(WithHeading(MakeTable(all, 0), *Rules(), agencies).has_value());
}

// "1" read as "I", below a part and above its own rows.
TEST(Columns, AHeadReadAsAnI) {
  const Table table = MakeTable({{"TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"},
                                 {"II", "PHÁT TRIỂN NHÂN LỰC SỐ", "", ""},
                                 {"I", "Đào tạo, bồi dưỡng", "", ""},
                                 {"1.1", "Bồi dưỡng kỹ năng số", "Sở Nội vụ", "Tháng 3/2022"},
                                 {"2", "Phổ cập kỹ năng số", "", ""},
                                 {"2.1", "Củng cố tổ công nghệ số", "Sở Y tế", "Hằng tháng"}});
  const std::vector<Task> tasks = Extract({Plan()}, {table}).at(0).tasks;
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_THAT(tasks[0].section, ElementsAre("PHÁT TRIỂN NHÂN LỰC SỐ", "Đào tạo, bồi dưỡng"));
  EXPECT_THAT(tasks[1].section, ElementsAre("PHÁT TRIỂN NHÂN LỰC SỐ", "Phổ cập kỹ năng số"));
}

// "3" behind "2.2" is the next head, which has its work itself, and no "2.3" that lost its beginning, unless "2.4" follows.
TEST(Columns, AHeadWithItsOwnWorkBehindDottedNumbers) {
  const auto last = [](const std::vector<std::string>& more) {
    std::vector<std::vector<std::string>> rows = {{"TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"},
                                                  {"1", "Nâng cao nhận thức", "", ""},
                                                  {"1.1", "Tổ chức 02 hội nghị tuyên truyền", "Sở Nội vụ", "Tháng 3/2022"},
                                                  {"1.2", "Phát động phong trào thi đua", "Tỉnh đoàn", "Quý IV/2022"},
                                                  {"2", "Phát triển hạ tầng số", "", ""},
                                                  {"2.1", "Phủ sóng di động các thôn", "Sở Y tế", "Hằng tháng"},
                                                  {"2.2", "Nâng cấp Trung tâm dữ liệu", "Sở Tài chính", "Năm 2022"},
                                                  {"3", "Bảo đảm an toàn thông tin mạng", "Công an tỉnh", "Thường xuyên"}};
    for (const std::string& no : more) rows.push_back({no, "Giám sát an toàn thông tin " + no, "Công an tỉnh", "Thường xuyên"});
    return Extract({Plan()}, {MakeTable(rows)}).at(0).tasks.at(4);
  };
  EXPECT_EQ(last({}).no, "3");
  EXPECT_THAT(last({}).section, IsEmpty());
  EXPECT_EQ(last({"4"}).no, "3");
  EXPECT_EQ(last({"2.4"}).no, "2.3");
}

// Two columns of days below one title: the first begins, the second ends.
TEST(Columns, DaysBelowASharedTitle) {
  const ColumnMeanings meanings = Meanings({{"Công việc", "Thời gian thực hiện", "<", "Chủ trì"},
                                            {"^", "Mở", "Đóng", "^"},
                                            {"Thống kê diện tích rừng", "01/02/2022", "30/4/2022", "Sở Nội vụ"},
                                            {"Tập huấn kỹ thuật", "10/5/2022", "25/5/2022", "Sở Y tế"}},
                                           2);
  EXPECT_EQ(meanings.Of("start"), 1);
  EXPECT_EQ(meanings.Of("end"), 2);
  EXPECT_FALSE(meanings.Has("deadline"));
  EXPECT_LT(meanings.Sureness(), 0.9);
}

// Figures say neither who does the work nor what comes of it: a report's table of what was planned and done.
TEST(Columns, FiguresSayNoOffice) {
  const ColumnMeanings figures = Meanings({{"TT", "Nội dung chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"},
                                           {"1", "Phát triển hội viên mới", "hội viên", "650", "702", "108"},
                                           {"2", "Xây dựng quỹ Hội", "đồng/hội viên", "50.000", "53.200", "106,4"},
                                           {"3", "Vận động tham gia bảo hiểm y tế", "%", "85", "83,6", "98,4"}});
  EXPECT_FALSE(figures.Has("lead"));
  EXPECT_FALSE(figures.AssignsTasks());
  const ColumnMeanings work = Meanings({{"TT", "Nội dung", "Thực hiện", "Thời gian"},
                                        {"1", "Kiểm tra kho", "Tổ 1", "Tháng 5/2024"},
                                        {"2", "Sửa mái nhà xe", "Bảo vệ", "Tháng 6/2024"}});
  EXPECT_TRUE(work.AssignsTasks());
}

// Numbers behind a period that several rows share, and codes of section and row.
TEST(Columns, NumbersStandBehindAPeriodOrAreCodes) {
  const ColumnMeanings behind = Meanings({{"Tháng", "Thứ tự trong năm", "Nội dung công tác", "Bộ phận tham mưu"},
                                          {"Tháng 01", "1", "Tổ chức Hội xuân", "Phòng Quản lý văn hóa"},
                                          {"^", "2", "Kiểm tra lễ hội", "Thanh tra Sở"},
                                          {"Tháng 3", "3", "Công bố xếp hạng di tích", "Phòng Quản lý di sản văn hóa"}});
  EXPECT_EQ(behind.Of("no"), 1);
  EXPECT_EQ(behind.Of("deadline"), 0);
  const ColumnMeanings codes = Meanings({{"Mã số", "Phần việc", "Nơi nhận việc", "Hạn xong"},
                                         {"A", "Phòng ngừa", "", ""},
                                         {"A1", "Rà soát phương án di dời", "Phòng Nội vụ", "20/7/2020"},
                                         {"A2", "Lắp đặt trạm đo mưa", "Phòng Nội vụ", "30/8/2020"},
                                         {"B", "Khắc phục", "", ""},
                                         {"B1", "Sửa chữa công trình", "Phòng Y tế", "15/9/2020"}});
  EXPECT_EQ(codes.Of("no"), 0);
}

}  // namespace
}  // namespace trichluc
