// Abbreviations that the document itself writes out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;

// Names of who leads, of rows with this work and these names.
std::vector<std::string> Leads(const std::vector<std::pair<std::string, std::string>>& work) {
  std::vector<std::vector<std::string>> rows = {{"TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"}};
  for (const auto& [content, name] : work) rows.push_back({std::to_string(rows.size()), content, name, "Quý II"});
  std::vector<std::string> names;
  const std::vector<Document> documents = testing::Extract({testing::Plan()}, {testing::MakeTable(rows)});
  for (const Task& task : documents.at(0).tasks) {
    for (const Agency& agency : task.lead) names.push_back(agency.name);
  }
  return names;
}

TEST(WrittenOut, BehindTheSameHead) {
  EXPECT_THAT(Leads({{"Tổng hợp số liệu, gửi Phòng Giao dịch và Chăm sóc khách hàng", "Phòng GD&CSKH"}, {"Rà soát hồ sơ", "Trung tâm GDCSKH"}}),
              ElementsAre("Phòng Giao dịch và Chăm sóc khách hàng", "Trung tâm Giao dịch và Chăm sóc khách hàng"));
}

TEST(WrittenOut, WhereTheDocumentSaysSo) {
  EXPECT_THAT(Leads({{"Phối hợp với Hội đồng khởi nghiệp sáng tạo (KNX) triển khai", "Hội KNX"}, {"Củng cố lực lượng giám sát cộng đồng (LGX)", "Tổ LGX"}}),
              ElementsAre("Hội KNX", "Tổ LGX"));
  EXPECT_THAT(Leads({{"Kiện toàn nhóm vận hành xưởng (VHX)", "Tổ VHX"}}), ElementsAre("Tổ vận hành xưởng"));
}

TEST(WrittenOut, FewLettersAndSeveralPhrasesTellNothing) {
  EXPECT_THAT(Leads({{"Xây dựng quy ước mới", "Phòng QƯ"}}), ElementsAre("Phòng QƯ"));
  EXPECT_THAT(Leads({{"Rà soát quỹ vay giải xoay", "Phòng QVGX"}, {"Lập quyết vốn giao xã", "Phòng QVGX"}}), ElementsAre("Phòng QVGX", "Phòng QVGX"));
}

}  // namespace
}  // namespace trichluc
