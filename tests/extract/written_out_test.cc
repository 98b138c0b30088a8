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

TEST(WrittenOut, WhereTheDocumentSaysSo) {
  EXPECT_THAT(LeadsOf({{"Phối hợp với Hội đồng khởi nghiệp sáng tạo (KNX) triển khai", "Hội KNX"}, {"Củng cố lực lượng giám sát cộng đồng (LGX)", "Tổ LGX"}}),
              ElementsAre("Hội KNX", "Tổ LGX"));
  EXPECT_THAT(LeadsOf({{"Kiện toàn nhóm vận hành xưởng (VHX)", "Tổ VHX"}}), ElementsAre("Tổ vận hành xưởng"));
}

TEST(WrittenOut, FewLettersAndSeveralPhrasesTellNothing) {
  EXPECT_THAT(LeadsOf({{"Xây dựng quy ước mới", "Phòng QƯ"}}), ElementsAre("Phòng QƯ"));
  EXPECT_THAT(LeadsOf({{"Rà soát quỹ vay giải xoay", "Phòng QVGX"}, {"Lập quyết vốn giao xã", "Phòng QVGX"}}), ElementsAre("Phòng QVGX", "Phòng QVGX"));
}

}  // namespace
}  // namespace trichluc
