// What sentences that assign work consist of.
#include "extract/task_sentences.h"

#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

// The rows of a table beside the text that is compared with them.
KnownTasks KnownRows(const std::vector<std::string>& rows) {
  KnownTasks known;
  for (const std::string& row : rows) known.Remember(row, {});
  return known;
}

TEST(KnownTasks, TheSameWorkBeginsAlike) {
  const KnownTasks known = KnownRows({"Đề án phát triển nghề nuôi ong trên địa bàn tỉnh đến năm 2030"});
  EXPECT_TRUE(known.Has("Xây dựng Đề án phát triển nghề nuôi ong trên địa bàn tỉnh đến năm 2030 (Giao Sở Y tế chủ trì)", {}, kSameTask));
  EXPECT_TRUE(known.Has("xây dựng Đề án phát triển nghề nuôi cng trên địa bàn tỉnh đến nãm 2030", {}, kSameTask));  // misread
  EXPECT_FALSE(known.Has("Xây dựng Đề án phát triển nghề trồng nấm của các xã đến năm 2030", {}, kSameTask));
}

TEST(KnownTasks, ShortRowsStandInOtherWork) {
  const KnownTasks known = KnownRows({"Xây dựng kế hoạch lựa chọn nhà thầu", "Phê duyệt hồ sơ"});
  EXPECT_FALSE(known.Has("Thành lập Tổ chuyên gia, Tổ xây dựng kế hoạch lựa chọn nhà thầu và các tổ khác", {}, kSameTask));
  EXPECT_FALSE(known.Has("Tổng hợp nhu cầu, xây dựng kế hoạch đấu thầu, trình Sở phê duyệt hồ sơ", {}, kSameTask));
  EXPECT_TRUE(known.Has("xây dựng kế hoạch lựa chọn nhà thầu.", {}, kSameTask));
  EXPECT_TRUE(known.Has("Phê duyệt hồ sơ", {}, kSameTask));
}

TEST(KnownTasks, ALongTextIsOnePieceOfARow) {
  const KnownTasks known = KnownRows({"Sơ kết Đề án cấp nước sạch cho các xã; xây dựng Kế hoạch bảo vệ nguồn nước ngầm của các xã ven "
                                 "biển trong mùa khô giai đoạn 2026 - 2030"});
  EXPECT_TRUE(known.Has("xây dựng Kế hoạch bảo vệ nguồn nước ngầm của các xã ven biển trong mùa khô", {}, kSamePart));
  EXPECT_FALSE(known.Has("xây dựng Kế hoạch nguồn nước", {}, kSamePart));
}

// What others do is another task, however alike; the same words are the same work whoever the body names.
TEST(KnownTasks, OthersDoOtherWork) {
  KnownTasks known;
  const auto office = [](const char* name) { return std::vector<Agency>{{std::nullopt, name, name}}; };
  known.Remember("Ban hành Kế hoạch cải cách hành chính năm 2024", office("Văn phòng Sở"));
  const char* alike = "Xây dựng, ban hành Kế hoạch cải cách hành chính năm 2024 của đơn vị";
  EXPECT_FALSE(known.Has(alike, office("Các đơn vị trực thuộc"), kSameTask));
  EXPECT_TRUE(known.Has(alike, office("Văn phòng Sở"), kSameTask));
  EXPECT_TRUE(known.Has(alike, {}, kSameTask));
  EXPECT_TRUE(known.Has("Ban hành Kế hoạch cải cách hành chính năm 2024", office("Phòng Tổ chức cán bộ"), kSameTask));
}

// Name and work, parted at a stroke.
std::string Ended(std::string name, std::string content) {
  static const AgencyRegistry agencies(testing::Rules());
  EndName(*testing::Rules(), agencies, &name, &content);
  return name + " | " + content;
}

// A company's name on the line of a heading, though "trình" begins work elsewhere.
TEST(EndName, GoesOnToTheEndOfAHeading) {
  EXPECT_EQ(Ended("Công ty TNHH một thành viên Khai thác công", "trình thủy lợi Bắc Thái Bình"),
            "Công ty TNHH một thành viên Khai thác công trình thủy lợi Bắc Thái Bình | ");
  EXPECT_EQ(Ended("Các Tổ", "bầu cử, các ban, ngành căn cứ Phụ lục để xây dựng lịch công tác"),
            "Các Tổ bầu cử, các ban, ngành | căn cứ Phụ lục để xây dựng lịch công tác");
}

TEST(EndName, EndsWithItsPlaceWhateverTheVerb) {
  EXPECT_EQ(Ended("UBND thị trấn Ea Kar, UBND thị trấn Ea Knốp sơn kẻ lại vạch,", "lắp đặt biển báo"),
            "UBND thị trấn Ea Kar, UBND thị trấn Ea Knốp | sơn kẻ lại vạch, lắp đặt biển báo");
  EXPECT_EQ(Ended("UBND thành phố Rạch Giá và các đơn vị liên quan", "rà soát"), "UBND thành phố Rạch Giá và các đơn vị liên quan | rà soát");
  EXPECT_EQ(Ended("Hạt Kiểm lâm huyện U Minh thuộc Chi cục", "rà soát"), "Hạt Kiểm lâm huyện U Minh thuộc Chi cục | rà soát");
}

TEST(EndName, GoesOnWithWhatKindOfSchool) {
  EXPECT_EQ(Ended("Trung tâm giáo dục", "thường xuyên tuyển sinh lớp 10"), "Trung tâm giáo dục thường xuyên | tuyển sinh lớp 10");
  EXPECT_EQ(Ended("Trung tâm Truyền thông - Văn hóa - Thể thao", "thường xuyên tuyên truyền"),
            "Trung tâm Truyền thông - Văn hóa - Thể thao | thường xuyên tuyên truyền");
}

TEST(LeadsNothing, ABareOfficeLeadsWhatOfficesDo) {
  EXPECT_TRUE(LeadsNothing(*testing::Rules(), "Văn phòng", "đăng ký quyền sử dụng đất", false));
  EXPECT_FALSE(LeadsNothing(*testing::Rules(), "Văn phòng", "xây dựng kế hoạch sắp xếp trụ sở", false));
  EXPECT_FALSE(LeadsNothing(*testing::Rules(), "Văn phòng", "", true));
}

}  // namespace
}  // namespace trichluc
