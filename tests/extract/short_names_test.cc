// Abbreviations of agencies with misread letters, beside those of the same document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Names of who leads, of rows that name these.
std::vector<std::string> Leads(const std::vector<std::string>& printed) {
  std::vector<std::pair<std::string, std::string>> work;
  for (const std::string& name : printed) work.emplace_back("Xây dựng kế hoạch kiểm tra", name);
  return testing::LeadsOf(work);
}

TEST(ShortNames, AreTakenForAKnownOneOfTheirShape) {
  EXPECT_THAT(Leads({"BGH", "BGII", "P.ĐT", "P.01"}), ElementsAre("Ban Giám hiệu", "Ban Giám hiệu", "Phòng Đào tạo", "Phòng Đào tạo"));
  EXPECT_THAT(Leads({"Sở LĐTBXH", "Sở LĐTBXHI"}).at(1), "Sở Lao động - Thương binh và Xã hội");
}

TEST(ShortNames, UnknownOnesAreTakenForACommonerOne) {
  EXPECT_THAT(Leads({"HĐXD", "HĐXD", "HDXD"}), ElementsAre("HĐXD", "HĐXD", "HĐXD"));
  EXPECT_THAT(Leads({"HĐXD", "HDXD"}), ElementsAre("HĐXD", "HDXD"));
}

TEST(ShortNames, OtherShapesAndOtherHeadsStay) {
  EXPECT_THAT(Leads({"P.ĐT", "TT.01"}).at(1), HasSubstr("01"));
  EXPECT_THAT(Leads({"BGH", "BKX"}).at(1), "BKX");
}

}  // namespace
}  // namespace trichluc
