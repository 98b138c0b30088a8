// Abbreviations that the document itself writes out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using testing::LeadsOf;

TEST(WrittenOut, BehindTheSameHead) {
  EXPECT_THAT(LeadsOf({{"Tổng hợp số liệu, gửi Phòng Giao dịch và Chăm sóc khách hàng", "Phòng GD&CSKH"}, {"Rà soát hồ sơ", "Trung tâm GDCSKH"}}),
              ElementsAre("Phòng Giao dịch và Chăm sóc khách hàng", "Trung tâm Giao dịch và Chăm sóc khách hàng"));
}

// "Phòng NV1" is "Phòng Nghiệp vụ 1" where the document writes out another one's name.
TEST(WrittenOut, WithTheNumbersBehindThem) {
  EXPECT_THAT(LeadsOf({{"Tổng hợp, gửi Phòng Xét duyệt 4 theo dõi", "Phòng XD1"}, {"Rà soát hồ sơ", "Phòng XD12"}}), ElementsAre("Phòng Xét duyệt 1", "Phòng Xét duyệt 12"));
}

TEST(WrittenOut, WhereTheDocumentSaysSo) {
  EXPECT_THAT(LeadsOf({{"Phối hợp với Hội đồng khởi nghiệp sáng tạo (KNX) triển khai", "Hội KNX"}, {"Củng cố lực lượng giám sát cộng đồng (LGX)", "Tổ LGX"}}),
              ElementsAre("Hội KNX", "Tổ LGX"));
  EXPECT_THAT(LeadsOf({{"Kiện toàn nhóm vận hành xưởng (VHX)", "Tổ VHX"}}), ElementsAre("Tổ vận hành xưởng"));
}

// The document's own office comes before what the letters mostly stand for.
TEST(WrittenOut, OfficesThatTheDocumentShortens) {
  EXPECT_THAT(LeadsOf({{"Chữ viết tắt: Phòng Kế hoạch tổng hợp (KHTH), Khoa Kiểm soát nhiễm khuẩn (KSNK), Phòng Tổ chức cán bộ (TCCB)", "KHTH"}, {"Giám sát vệ sinh tay", "KSNK"}, {"Đào tạo", "TCCB"}}),
              ElementsAre("Phòng Kế hoạch tổng hợp", "Khoa Kiểm soát nhiễm khuẩn", "Phòng Tổ chức cán bộ"));
  EXPECT_THAT(LeadsOf({{"Ban Vận hành xưởng gỗ (sau đây viết tắt là VHXG) lập sổ", "VHXG"}}), ElementsAre("Ban Vận hành xưởng gỗ"));
  EXPECT_THAT(LeadsOf({{"KHTH: Phòng Kế hoạch tổng hợp; KSNK là Khoa Kiểm soát nhiễm khuẩn", "KHTH"}, {"Giám sát", "KSNK"}}),
              ElementsAre("Phòng Kế hoạch tổng hợp", "Khoa Kiểm soát nhiễm khuẩn"));
  EXPECT_THAT(LeadsOf({{"Công tác kế hoạch tổng hợp (KHTH)", "KHTH"}}), ElementsAre("Kế hoạch tổng hợp"));
}

TEST(WrittenOut, FewLettersAndSeveralPhrasesTellNothing) {
  EXPECT_THAT(LeadsOf({{"Xây dựng quy ước mới", "Phòng QƯ"}}), ElementsAre("Phòng QƯ"));
  EXPECT_THAT(LeadsOf({{"Rà soát quỹ vay giải xoay", "Phòng QVGX"}, {"Lập quyết vốn giao xã", "Phòng QVGX"}}), ElementsAre("Phòng QVGX", "Phòng QVGX"));
}

}  // namespace
}  // namespace trichluc
