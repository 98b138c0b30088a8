// Which rows of tables assign work, and to whom, where the columns alone do not say it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
using Rows = std::vector<std::vector<std::string>>;

std::vector<Task> TasksOf(const Rows& rows) { return Extract({Plan()}, {MakeTable(rows)}).at(0).tasks; }

// Goods with prices are bought; work with a price is still work.
TEST(TaskRows, ListsOfGoodsAssignNothing) {
  Rows rows = {{"TT", "Nội dung", "Đơn vị sử dụng", "Số lượng", "Đơn giá (đồng)", "Thời gian"},
               {"1", "Máy thổi gió", "Các Hạt Kiểm lâm", "20", "12.500.000", "Quý II"},
               {"2", "Cưa xăng", "Các Hạt Kiểm lâm", "10", "9.800.000", "Quý II"}};
  EXPECT_THAT(TasksOf(rows), IsEmpty());
  rows[0][2] = "Đơn vị thực hiện";
  rows[1][1] = "Tổ chức tập huấn chữa cháy rừng";
  rows[2][1] = "Kiểm tra các chòi canh lửa";
  EXPECT_THAT(TasksOf(rows), SizeIs(2));
}

// "Phần công việc đã thực hiện": done by whom it says, assigned to nobody.
TEST(TaskRows, WorkThatIsDoneIsNotAssigned) {
  const auto below = [](const char* heading) {
    PageBuilder plan = Plan();
    plan.At(300, 1000, {heading});
    const Rows rows = {{"STT", "Nội dung công việc", "Đơn vị thực hiện", "Giá trị (đồng)"},
                       {"1", "Khảo sát, lập Báo cáo kinh tế - kỹ thuật", "Công ty Cổ phần Tư vấn Hưng Lộc", "412.600.000"},
                       {"2", "Thẩm tra thiết kế, dự toán", "Công ty Cổ phần Tư vấn Hưng Lộc", "38.150.000"}};
    PageBuilder next(2);
    next.Body(1500, {"Kính trình Phòng Tài chính - Kế hoạch xem xét, thẩm định và trình Ủy ban nhân dân huyện."});
    return Extract({plan, next}, {MakeTable(rows, 1, 2)}).at(0).tasks.size();
  };
  EXPECT_EQ(below("2. Phần công việc đã thực hiện:"), 0u);
  EXPECT_EQ(below("2. Phần công việc phải thực hiện:"), 2u);
}

// A speck behind the last word is no stop, a dash alone is what the cell says.
TEST(TaskRows, SpecksBehindCellsAreLeftOut) {
  const std::vector<Task> tasks = TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian", "Kết quả"},
                                           {"1", "Tổ chức tập huấn .", "Sở Y tế ,", "Quý II", "Báo cáo ' ."}});
  ASSERT_THAT(tasks, SizeIs(1));
  EXPECT_EQ(tasks[0].content, "Tổ chức tập huấn");
  EXPECT_EQ(tasks[0].lead.at(0).printed, "Sở Y tế");
  EXPECT_EQ(tasks[0].output, "Báo cáo");
}

// A short heading in capitals may stand in the column of results alone; offices that write F go on with G.
TEST(TaskRows, ALetteredHeadingInAnotherColumn) {
  const std::vector<Task> tasks = TasksOf({{"TT", "Kết quả", "Nội dung thực hiện", "Tiến độ"},
                                           {"F", "THANH TRA SỞ", "", ""},
                                           {"1", "Kết luận", "Thanh tra việc chấp hành pháp luật về khuyến mại", "Quý II"},
                                           {"2", "Báo cáo", "Giải quyết dứt điểm đơn tồn", "Quý III"},
                                           {"G", "VĂN PHÒNG SỞ", "", ""},
                                           {"1", "Bản tin", "Cập nhật Cổng thông tin điện tử của Sở", "Hằng ngày"}});
  ASSERT_THAT(tasks, SizeIs(3));
  EXPECT_THAT(tasks[1].section, ElementsAre("THANH TRA SỞ"));
  EXPECT_THAT(tasks[2].section, ElementsAre("VĂN PHÒNG SỞ"));
}

// What money is spent on is nobody's work; a criterion's name is none where another column says what is to be done.
TEST(TaskRows, BudgetsAndCriteria) {
  EXPECT_THAT(TasksOf({{"STT", "Đơn vị", "Nội dung chi", "Kinh phí (triệu đồng)", "Ghi chú"},
                       {"1", "Sở Y tế", "Cải thiện dinh dưỡng cho trẻ dưới 16 tuổi", "2.100", "Dự án 3"},
                       {"2", "Sở Nội vụ", "Giám sát, đánh giá; nâng cao năng lực giảm nghèo", "3.250", "Dự án 7"}}),
              IsEmpty());
  const std::vector<Task> tasks = TasksOf({{"Tiêu chí", "Số", "Chỉ tiêu, phần việc phải hoàn thành", "Thời hạn", "Cơ quan phụ trách"},
                                           {"Giao thông", "2.1", "Bê tông hóa 3,2 km đường buôn", "Quý IV/2023", "Phòng Kinh tế và Hạ tầng"},
                                           {"Thủy lợi", "3.1", "Kiên cố hóa kênh N2, N4", "Trước ngày 30/10/2023", "Phòng Kinh tế và Hạ tầng"}});
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_EQ(tasks[0].content, "Bê tông hóa 3,2 km đường buôn");
}

TEST(TaskRows, ARowOfSumsIsNoTask) {
  EXPECT_THAT(TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Kinh phí", "Thời gian"},
                       {"1", "Tổ chức tập huấn", "Sở Y tế", "120", "Quý II"},
                       {"2", "Kiểm tra cơ sở", "Sở Y tế", "80", "Quý III"},
                       {"", "Tổng cộng", "", "200", ""}}),
              SizeIs(2));
}

// No column says who: the headings across the rows do.
TEST(TaskRows, HeadingsNameWhoLeads) {
  Rows rows = {{"STT", "Công việc phải thực hiện", "Phối hợp", "Tiến độ"},
               {"I", "Phòng Kế hoạch - Tổng hợp", "", ""},
               {"1", "Lập kế hoạch giải ngân chi tiết", "Phòng Tài chính - Kế toán", "10/6/2022"},
               {"II", "Phòng Quản lý dự án 1", "", ""},
               {"1", "Nghiệm thu khối lượng hoàn thành", "", "Quý III/2022"}};
  const std::vector<Task> tasks = TasksOf(rows);
  ASSERT_THAT(tasks, SizeIs(2));
  EXPECT_THAT(tasks[1].section, ElementsAre("Phòng Quản lý dự án 1"));
  ASSERT_THAT(tasks[1].lead, SizeIs(1));
  EXPECT_EQ(tasks[1].lead[0].name, "Phòng Quản lý dự án 1");
  EXPECT_LT(tasks[1].confidence, 0.9);  // nobody said that they lead
  rows[3][1] = "Công tác thi công";     // parts of the work
  EXPECT_THAT(TasksOf(rows).at(0).lead, IsEmpty());
}

// A C read as a 6, a II as an 11; a c as a C.
TEST(TaskRows, LabelsThatWereMisread) {
  const auto tasks = [](const std::string& first, const std::string& second) {
    return TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                    {first, "Các nội dung trình HĐND", "", ""},
                    {"1", "Tổ chức tập huấn", "Sở Y tế", "Quý II"},
                    {"2", "Kiểm tra cơ sở", "Sở Y tế", "Quý III"},
                    {second, "Công việc của Sở", "", ""},
                    {"1", "Tổng kết công tác", "Sở Y tế", "Quý IV"}});
  };
  EXPECT_THAT(tasks("B", "6").at(2).section, ElementsAre("Công việc của Sở"));
  EXPECT_THAT(tasks("I", "11").at(2).section, ElementsAre("Công việc của Sở"));
  // Numbers that go on over the headings: a C read as an 8, a 1 as an I.
  const auto running = [](const std::vector<std::string>& heads) {
    return TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                    {heads[0], "Công tác chung", "<", "<"},
                    {"1", "Tổ chức tập huấn", "Sở Y tế", "Quý II"},
                    {"2", "Kiểm tra cơ sở", "Sở Y tế", "Quý III"},
                    {"3", "Sơ kết công tác", "Sở Y tế", "Quý III"},
                    {heads[1], "Chuyên môn", "<", "<"},
                    {"4", "Khám sàng lọc", "Sở Y tế", "Quý IV"},
                    {heads[2], "Hậu cần", "<", "<"},
                    {"5", "Mua sắm thuốc", "Sở Y tế", "Quý IV"}});
  };
  EXPECT_THAT(running({"A", "B", "8"}).at(4).section, ElementsAre("Hậu cần"));
  EXPECT_THAT(running({"I", "2", "3"}).at(3).section, ElementsAre("Chuyên môn"));
  EXPECT_THAT(running({"I", "2", "3"}).at(4).section, ElementsAre("Hậu cần"));
  const std::vector<Task> letters = TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                                             {"7", "Nâng cao hiệu quả dịch vụ công", "", ""},
                                             {"b", "Số hóa hồ sơ", "Sở Y tế", "Quý II"},
                                             {"C", "Làm sạch dữ liệu", "Sở Y tế", "Quý III"}});
  EXPECT_EQ(letters.at(1).no, "c");
  EXPECT_THAT(letters.at(1).section, ElementsAre("Nâng cao hiệu quả dịch vụ công"));
}

// Abbreviations that nobody knows, a number that its neighbours leave no place for, one that stands twice.
TEST(TaskRows, WhatMakesThemDoubtful) {
  const std::vector<Task> tasks = TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                                           {"1", "Tổ chức tập huấn", "Sở Y tế", "Quý II"},
                                           {"3", "Kiểm tra cơ sở", "Sở Y tế", "Quý III"},
                                           {"3", "Tổng kết công tác", "Phòng QX&ĐY", "Quý IV"},
                                           {"3", "Báo cáo kết quả", "Sở Y tế", "Quý IV"}});
  ASSERT_THAT(tasks, SizeIs(4));
  EXPECT_GT(tasks[0].confidence, 0.85);
  EXPECT_LT(tasks[1].confidence, 0.5);
  EXPECT_LT(tasks[2].confidence, 0.7);
  EXPECT_LT(tasks[3].confidence, 0.8);
  EXPECT_EQ(tasks[1].no, "3");  // as printed
}

// Nearly a year, from one that is not printed: a month was misread. Over the new year periods are short.
TEST(TaskRows, APeriodThatBeginsTooEarlyIsDoubtful) {
  const std::vector<Task> tasks = TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                                           {"1", "Tổ chức tập huấn", "Sở Y tế", "Từ 01/6 đến 10/5/2024"},
                                           {"2", "Kiểm tra cơ sở", "Sở Y tế", "Từ 01/12 đến 10/5/2024"},
                                           {"3", "Tổng kết công tác", "các Viện, Trường có liên", "Quý IV"}});  // its end is lost
  ASSERT_THAT(tasks, SizeIs(3));
  EXPECT_LT(tasks[2].confidence, 0.75);
  EXPECT_LT(tasks[0].confidence, 0.7);
  EXPECT_GT(tasks[1].confidence, 0.85);
}

TEST(TaskRows, SpecksAreNeitherWorkNorTime) {
  const std::vector<Task> tasks = TasksOf({{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
                                           {"1", "2", "3", "4"},
                                           {"I", "s -", "Sở Y tế", ""},
                                           {"1", "Kiểm tra cơ sở", "Sở Y tế", "Tháng 5 và tháng 10/2019,"}});
  ASSERT_THAT(tasks, SizeIs(1));
  ASSERT_TRUE(tasks[0].deadline);
  EXPECT_EQ(tasks[0].deadline->text, "Tháng 5 và tháng 10/2019");
}

// A number printed once for several rows stands nowhere twice; of doubtful print the words are named.
TEST(TaskRows, FlagsSayWhatToLookAt) {
  const auto flags = [](const Rows& rows, float confidence) {
    Table table = MakeTable(rows);
    for (Word& word : table.rows[0].cells[1].lines[0].words) word.confidence = confidence;
    std::vector<std::string> texts;
    const Document document = Extract({Plan()}, {table}).at(0);
    for (const Flag& flag : document.flags) texts.push_back(flag.code + ": " + flag.detail);
    return texts;
  };
  Rows rows = {{"TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"},
               {"1", "Tổ chức tập huấn", "Sở Y tế", "Quý II"},
               {"^", "Kiểm tra cơ sở", "Sở Y tế", "Quý III"},
               {"2", "Tổng kết công tác", "Sở Y tế", "Quý IV"}};
  EXPECT_THAT(flags(rows, 0.95f), IsEmpty());
  rows[2][0] = "1";
  EXPECT_THAT(flags(rows, 0.95f), ElementsAre("numbering_repeat: 1 stands twice"));
  rows[2][0] = "^";
  EXPECT_THAT(flags(rows, 0.6f), ElementsAre("low_confidence: task 1 was read with doubt: \"Tổ\", \"chức\", \"tập\", \"huấn\""));
}

// A verb before a document that a cell names says what it is, as everywhere (contract; kg-164-qd-ubnd).
TEST(TaskRows, WhatACellSaysIsReplaced) {
  const Document document = Extract({Plan()}, {MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời hạn"},
                                                          {"1", "Ban hành Quyết định thay thế Quyết định số 26/2018/QĐ-UBND ngày 15/6/2018", "Sở Nội vụ", "Quý II"},
                                                          {"2", "Rà soát vị trí việc làm", "Sở Nội vụ", "Quý III"}})}).at(0);
  ASSERT_FALSE(document.references.empty());
  EXPECT_EQ(document.references.back().number, "26/2018/QĐ-UBND");
  EXPECT_EQ(document.references.back().relation, "replaces");
}

}  // namespace
}  // namespace trichluc
