// Who leads the work of running text: headings and items by offices, chapters above them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/letters.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using testing::Letter;
using testing::Tasks;

// Several offices in one heading, and one whose name begins as work does.
TEST(TextTaskOffices, SeveralInAHeadingAndInspectors) {
  EXPECT_THAT(Tasks(Letter({"II. PHÂN CÔNG NHIỆM VỤ", "1. Phòng Nghiệp vụ Y; Phòng Nghiệp vụ Dược", "- Rà soát, đề xuất cắt giảm thủ tục hành chính.", "2. Thanh tra Sở",
                            "- Lồng ghép nội dung cải cách hành chính trong các cuộc thanh tra, kiểm tra."})),
              ElementsAre(" | Rà soát, đề xuất cắt giảm thủ tục hành chính | Phòng Nghiệp vụ Y; Phòng Nghiệp vụ Dược |  | ",
                          " | Lồng ghép nội dung cải cách hành chính trong các cuộc thanh tra, kiểm tra | Thanh tra Sở |  | "));
}

// What looks like a verb in a title above items is part of the name: "Đội Cảnh sát quản lý hành chính".
TEST(TextTaskOffices, ATitleWithAVerbAboveItems) {
  EXPECT_THAT(Tasks(Letter({"III. PHÂN CÔNG NHIỆM VỤ", "1. Đội Cảnh sát điều tra tội phạm về ma túy", "- Kiểm tra các cửa hàng cầm đồ mỗi tháng một lần.",
                            "2. Đội Cảnh sát quản lý hành chính", "- Tổng rà soát vũ khí, vật liệu nổ trong quý I/2023."})),
              ElementsAre(" | Kiểm tra các cửa hàng cầm đồ mỗi tháng một lần | Đội Cảnh sát điều tra tội phạm về ma túy |  | mỗi tháng một lần",
                          " | Tổng rà soát vũ khí, vật liệu nổ trong quý I/2023 | Đội Cảnh sát quản lý hành chính |  | trong quý I/2023"));
}

// A list with a colon of its own; "Nậm Cần" is a commune's name and asks for nothing.
TEST(TextTaskOffices, ListsBehindAColonOfTheirOwn) {
  EXPECT_THAT(Tasks(Letter({"II. NỘI DUNG CHỈ ĐẠO", "1. UBND các xã: Phúc Khoa, Nậm Cần: Vận động 16 hộ nhận tiền, bàn giao mặt bằng.", "2. UBND xã Nậm Cần: Rà soát các hộ nhận tiền.",
                            "3. Các khoa: Khám bệnh, Hồi sức cấp cứu: Tổ chức tập huấn cấp cứu."},
                           "Số: 15/KH-SYT")),
              ElementsAre("1 | Vận động 16 hộ nhận tiền, bàn giao mặt bằng | Ủy ban nhân dân xã Phúc Khoa; Ủy ban nhân dân xã Nậm Cần |  | ",
                          "2 | Rà soát các hộ nhận tiền | Ủy ban nhân dân xã Nậm Cần |  | ",
                          "3 | Tổ chức tập huấn cấp cứu | Khoa Khám bệnh; Khoa Hồi sức cấp cứu |  | "));
}

TEST(TextTaskOffices, PersonsByFamiliarForms) {
  EXPECT_THAT(Tasks(Letter({"II. PHÂN CÔNG NHIỆM VỤ", "a) Anh Hà Minh Tú: huy động đoàn viên kèm học cho học sinh.", "b) Thôn trưởng, già làng: Họp dân thông báo lịch tiêm."})),
              ElementsAre("a | huy động đoàn viên kèm học cho học sinh | Anh Hà Minh Tú |  | ", "b | Họp dân thông báo lịch tiêm | Thôn trưởng; già làng |  | "));
}

// Chapters enclose the articles below them, whether their title stands beside the number or in the next line.
TEST(TextTaskOffices, ChaptersAboveArticles) {
  const auto sections = [](const std::vector<std::string>& chapter) {
    std::vector<std::string> paragraphs{"Chương I", "NHỮNG QUY ĐỊNH CHUNG", "Điều 1. Mục tiêu"};
    paragraphs.insert(paragraphs.end(), chapter.begin(), chapter.end());
    paragraphs.insert(paragraphs.end(), {"Điều 4. Đào tạo nghề, truyền nghề", "1. Sở Công Thương chủ trì xây dựng kế hoạch đào tạo nghề của tỉnh."});
    std::string path;
    for (const Task& task : Letter(paragraphs, "Số: 15/QĐ-UBND").tasks) {
      for (const std::string& title : task.section) path += title + " / ";
    }
    return path;
  };
  EXPECT_EQ(sections({"Chương II", "NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN"}), "NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN / Đào tạo nghề, truyền nghề / ");
  EXPECT_EQ(sections({"Chương II NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN"}), "NỘI DUNG VÀ PHÂN CÔNG THỰC HIỆN / Đào tạo nghề, truyền nghề / ");
}

}  // namespace
}  // namespace trichluc
