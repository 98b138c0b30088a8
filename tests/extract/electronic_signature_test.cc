// The visible block of an electronic signature: labelled or not, wrapped, one of several; and addresses that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using testing::Extract;
using testing::PageBuilder;
using testing::StateLetterhead;

PageBuilder Letter() {
  return StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 15/UBND-TH", "Kiên Giang, ngày 05 tháng 9 năm 2022");
}

std::optional<ElectronicSignature> With(const std::vector<std::string>& block) {
  PageBuilder page = Letter();
  page.At(1200, 20, block, BlockColumn::kRight);
  return Extract({page}).at(0).electronic_signature;
}

TEST(ElectronicSignature, LinesGoOnBelow) {
  const auto read = With({"Ký bởi: Văn phòng", "Cơ quan: , Ủy ban Nhân dân thành", "phố Hải Phòng", "Thời gian ký: 24.02.2020 17:09:21", "+07:00"});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->signer, "Văn phòng");
  EXPECT_EQ(read->agency, "Ủy ban Nhân dân thành phố Hải Phòng");
  EXPECT_EQ(read->signed_at, "2020-02-24T17:09:21+07:00");
  const auto names = With({"Người ký: Trung tâm", "Công báo và Tin học", "Email:", "congbao@example.gov.vn", "Cơ quan: Văn phòng Ủy", "ban nhân dân tỉnh"});
  ASSERT_TRUE(names);
  EXPECT_EQ(names->signer, "Trung tâm Công báo và Tin học");
  EXPECT_EQ(names->email, "congbao@example.gov.vn");
  EXPECT_EQ(names->agency, "Văn phòng Ủy ban nhân dân tỉnh");
  EXPECT_FALSE(names->signed_at);
}

TEST(ElectronicSignature, WithoutLabels) {
  const auto read = With({"TRUNG TÂM CÔNG BÁO", "VÀ TIN HỌC", "congbao@example.gov.v", "n", "16.01.2025 07:46:10", "+07:00"});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->signer, "TRUNG TÂM CÔNG BÁO VÀ TIN HỌC");
  EXPECT_EQ(read->email, "congbao@example.gov.vn");
  EXPECT_EQ(read->signed_at, "2025-01-16T07:46:10+07:00");
  EXPECT_FALSE(With({"In lúc", "16.01.2025 07:46:10"})) << "a time alone";
  const auto own = With({"Ủy ban nhân dân tỉnh", "Kiên Giang", "Tỉnh Kiên Giang", "27/12/2021 17:22:11"});
  ASSERT_TRUE(own) << "the issuer's name needs no e-mail";
  EXPECT_EQ(own->signer, "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(own->agency, "Tỉnh Kiên Giang");
}

TEST(ElectronicSignature, TheIssuersOwnOfSeveral) {
  PageBuilder page = Letter();
  page.At(800, 20, {"Ký bởi: Trung tâm Công báo", "Thời gian ký: 17/01/2025 18:00:00"}, BlockColumn::kRight);
  page.At(1250, 20, {"Ký bởi: Ủy ban nhân dân tỉnh Kiên Giang", "Thời gian ký: 17/01/2025 17:06:30"}, BlockColumn::kRight);
  const auto read = Extract({page}).at(0).electronic_signature;
  ASSERT_TRUE(read);
  EXPECT_EQ(read->signer, "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(read->signed_at, "2025-01-17T17:06:30+07:00");
}

TEST(ElectronicSignature, AddressesInTheTextAreNone) {
  PageBuilder page = Letter();
  page.Body(700, {"Văn bản góp ý gửi về Sở Y tế, email: gopy@example.gov.vn trước ngày 18/10/2022.",
                  "Cơ quan: Sở Y tế; quyết định có hiệu lực kể từ ngày ký."});
  EXPECT_FALSE(Extract({page}).at(0).electronic_signature);
}

}  // namespace
}  // namespace trichluc
