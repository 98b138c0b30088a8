// Offices that resolutions, conclusions and telegrams charge with work, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/letters.h"

namespace trichluc {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using testing::Letter;
using testing::Tasks;

// An article that charges one office with all items below it; the next article charges others.
TEST(ChargedOffices, AnArticleChargesOneWithWhatFollows) {
  const Document resolution = Letter({"Điều 2. Giao Ủy ban nhân dân tỉnh thực hiện các nhiệm vụ, giải pháp sau:",
                                      "1. Hoàn thành rà soát, điều chỉnh quy hoạch ba loại rừng, trình Hội đồng nhân dân tỉnh thông qua.",
                                      "2. Xây dựng Đề án ổn định dân di cư ngoài kế hoạch tại 12 điểm nóng, giai đoạn 2019 - 2022.", "Điều 3. Kiến nghị, đề nghị các cơ quan liên quan",
                                      "1. Đề nghị Tòa án nhân dân tỉnh đẩy nhanh tiến độ xét xử các vụ án hủy hoại rừng trọng điểm."},
                                     "Số: 27/NQ-HĐND");
  EXPECT_THAT(Tasks(resolution),
              ElementsAre("1 | Hoàn thành rà soát, điều chỉnh quy hoạch ba loại rừng, trình Hội đồng nhân dân tỉnh thông qua | Ủy ban nhân dân tỉnh Cao Bằng |  | ",
                          "2 | Xây dựng Đề án ổn định dân di cư ngoài kế hoạch tại 12 điểm nóng, giai đoạn 2019 - 2022 | Ủy ban nhân dân tỉnh Cao Bằng |  | giai đoạn 2019 - 2022",
                          "1 | đẩy nhanh tiến độ xét xử các vụ án hủy hoại rừng trọng điểm | Tòa án nhân dân tỉnh |  | "));
}

// Below a heading that names one office, or offices in general, an item may charge another.
TEST(ChargedOffices, AnItemThatChargesAnother) {
  const Document conclusion = Letter({"2. Phòng Văn hóa - Xã hội", "a) Rà soát, chi trả trợ cấp xã hội cho các đối tượng đủ điều kiện.",
                                      "b) Giao Trung tâm Phục vụ hành chính công bố trí thêm 02 quầy tiếp nhận hồ sơ đất đai."},
                                     "Số: 87/TB-VP");
  EXPECT_THAT(Tasks(conclusion), Contains("b | bố trí thêm 02 quầy tiếp nhận hồ sơ đất đai | Trung tâm Phục vụ hành chính công |  | "));
}

TEST(ChargedOffices, APartyCommitteeLeadsItsHouse) {
  EXPECT_THAT(Tasks(Letter({"2- Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh thể chế hóa, bố trí nguồn lực thực hiện."}, "Số: 288-KH/TU")),
              ElementsAre("2 | lãnh đạo Ủy ban nhân dân tỉnh thể chế hóa, bố trí nguồn lực thực hiện | Đảng ủy Ủy ban nhân dân tỉnh |  | "));
}

TEST(ChargedOffices, ANameOfTwoFieldsOneOfWhichIsAVerb) {
  EXPECT_THAT(Tasks(Letter({"- Giao Cục Quản lý xây dựng và Chất lượng công trình giao thông kiểm tra hiện trường dự án hầm đường bộ."}, "Số: 412/TB-BGTVT")),
              ElementsAre(" | kiểm tra hiện trường dự án hầm đường bộ | Cục Quản lý xây dựng và Chất lượng công trình giao thông |  | "));
}

// By an hour of a day, in the middle of the sentence.
TEST(ChargedOffices, ByTheHour) {
  EXPECT_THAT(Tasks(Letter({"b) Công an tỉnh: Kiên quyết đưa người trên lồng bè vào bờ trước 17 giờ ngày 15/10/2024, kể cả biện pháp cưỡng chế đối với trường hợp không chấp hành;"},
                           "Số: 12/CĐ-UBND")),
              ElementsAre("b | Kiên quyết đưa người trên lồng bè vào bờ trước 17 giờ ngày 15/10/2024, kể cả biện pháp cưỡng chế đối với trường hợp không chấp hành | Công an tỉnh |  | trước 17 giờ ngày 15/10/2024"));
}

}  // namespace
}  // namespace trichluc
