// Work assigned outside tables, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "support/page_builder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PageBuilder;
using ::testing::SizeIs;

// A letter whose body is these paragraphs, one line each.
Document Letter(const std::vector<std::string>& paragraphs) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 15/SNV-TCBC"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"},
          BlockColumn::kRight)
      .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight);
  int top = 520;
  for (const std::string& text : paragraphs) page.At(250, top += 60, {text});
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  return Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
}

// "no | content | lead | coordinators | deadline" of each task.
std::vector<std::string> Tasks(const Document& document) {
  const auto names = [](const std::vector<Agency>& agencies) {
    std::string text;
    for (const Agency& agency : agencies) text += (text.empty() ? "" : "; ") + agency.name;
    return text;
  };
  std::vector<std::string> tasks;
  for (const Task& task : document.tasks) {
    EXPECT_EQ(task.source, "text");
    tasks.push_back(task.no.value_or("") + " | " + task.content + " | " + names(task.lead) + " | " +
                    names(task.coordinators) + " | " + (task.deadline ? task.deadline->text : ""));
  }
  return tasks;
}

TEST(TextTasks, LabelsBelowTheWork) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Hoàn thiện cơ sở dữ liệu đất đai của các huyện, kết nối với cơ sở dữ liệu quốc gia về dân cư.",
           "a) Đơn vị chủ trì: Sở Tài nguyên và Môi trường.", "b) Đơn vị phối hợp: Sở Tài chính.",
           "c) Thời gian thực hiện: Quý II/2024.",
           "2. Phát triển mạng lưới tổ công nghệ số cộng đồng tại các thôn, xóm trên địa bàn toàn tỉnh.",
           "- Cơ quan chủ trì: Sở Thông tin và Truyền thông."})),
      ElementsAre("1 | Hoàn thiện cơ sở dữ liệu đất đai của các huyện, kết nối với cơ sở dữ liệu quốc gia về "
                  "dân cư | Sở "
                  "Tài nguyên và Môi trường | Sở Tài chính | Quý II/2024",
                  "2 | Phát triển mạng lưới tổ công nghệ số cộng đồng tại các thôn, xóm trên địa bàn toàn "
                  "tỉnh | Sở Thông "
                  "tin và Truyền thông |  | "));
}

TEST(TextTasks, ChargedAskedAndResponsible) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Giao Sở Nội vụ tham mưu kế hoạch sắp xếp đơn vị hành chính cấp xã trên địa bàn toàn tỉnh.",
           "2. Sở Y tế có trách nhiệm:",
           "a) Tổ chức khám sức khỏe cho người cao tuổi tại các huyện biên giới;",
           "b) Rà soát trang thiết bị của các trạm y tế xã.",
           "3. Đề nghị Hội Nông dân tỉnh tuyên truyền, vận động hội viên tham gia giám sát cộng đồng."})),
      ElementsAre(
          "1 | tham mưu kế hoạch sắp xếp đơn vị hành chính cấp xã trên địa bàn toàn tỉnh | Sở Nội vụ |  | ",
          "a | Tổ chức khám sức khỏe cho người cao tuổi tại các huyện biên giới | Sở Y tế |  | ",
          "b | Rà soát trang thiết bị của các trạm y tế xã | Sở Y tế |  | ",
          "3 | tuyên truyền, vận động hội viên tham gia giám sát cộng đồng | Hội Nông dân tỉnh |  | "));
}

TEST(TextTasks, OneCellALine) {
  EXPECT_THAT(Tasks(Letter({"TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "1",
                            "Tổng kết công tác năm học", "Sở Giáo dục và Đào tạo", "Tháng 6/2024", "2",
                            "Kiểm tra công tác tuyển quân", "Công an tỉnh", "Quý IV/2024"})),
              ElementsAre("1 | Tổng kết công tác năm học | Sở Giáo dục và Đào tạo |  | Tháng 6/2024",
                          "2 | Kiểm tra công tác tuyển quân | Công an tỉnh |  | Quý IV/2024"));
}

TEST(TextTasks, OneCellALineWhereANumberWasNotRead) {
  EXPECT_THAT(Tasks(Letter({"TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "1",
                            "Tổng kết công tác năm học", "Sở Giáo dục và Đào tạo", "Tháng 6/2024",
                            "Kiểm tra công tác tuyển quân", "Công an tỉnh", "Quý IV/2024", "3",
                            "Sơ kết công tác sáu tháng đầu năm", "Sở Nội vụ", "Tháng 7/2024"})),
              ElementsAre("1 | Tổng kết công tác năm học | Sở Giáo dục và Đào tạo |  | Tháng 6/2024",
                          " | Kiểm tra công tác tuyển quân | Công an tỉnh |  | Quý IV/2024",
                          "3 | Sơ kết công tác sáu tháng đầu năm | Sở Nội vụ |  | Tháng 7/2024"));
}

// An agency that the registry does not have is believed where the sentence says that it leads.
TEST(TextTasks, AnUnknownAgencyThatLeads) {
  EXPECT_THAT(
      Tasks(Letter({"2. Chi cục Hải quan tỉnh chủ trì, phối hợp các lực lượng chức năng: Tạo thuận lợi cho "
                    "xuất khẩu."})),
      ElementsAre("2 | Tạo thuận lợi cho xuất khẩu | Chi cục Hải quan tỉnh | các lực lượng chức năng | "));
}

TEST(TextTasks, AimsAskNobody) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Các cơ quan, đơn vị xác định rõ nhiệm vụ, phân công rõ trách nhiệm và thời gian thực hiện.",
           "2. Việc triển khai phải có lộ trình cụ thể, bảo đảm tính khả thi và nguồn lực."})),
      IsEmpty());
}

}  // namespace
}  // namespace trichluc
