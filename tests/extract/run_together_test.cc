// Letterheads whose words ran together.
#include "extract/agencies.h"

#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

std::string Respaced(const std::string& line, const PlaceContext& place = {}) {
  static const AgencyRegistry agencies(testing::Rules());
  return agencies.Respaced(line, place).value_or("-");
}

TEST(RunTogether, RegisteredNamesByTheirLettersAlone) {
  EXPECT_EQ(Respaced("BỘYTẾÉ"), "BỘ Y TẾ");
  EXPECT_EQ(Respaced("BỘ YTẾ"), "BỘ Y TẾ");
  EXPECT_EQ(Respaced("SƠ VY TE"), "SỞ Y TẾ");
}

TEST(RunTogether, WithTheProvinceBehindThem) {
  EXPECT_EQ(Respaced("UBNDTỈNHBÉÊNTRE 2"), "UBND TỈNH BẾN TRE");
  EXPECT_EQ(Respaced("LIÊN ĐOÀN LAO ĐỘNG TỈNHAN GIANG"), "LIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG");
  EXPECT_EQ(Respaced("UBND HUYỆNGÒ QUAO", {"Kiên Giang", "Gò Quao", ""}), "UBND HUYỆN GÒ QUAO");
}

// In lists, too: a letter more, and a blank in the middle of a word.
TEST(RunTogether, NamesInLists) {
  const AgencyRegistry agencies(testing::Rules());
  EXPECT_EQ(agencies.Resolve("Văn phòng Đ bảng ủy", {}).name, agencies.Resolve("Văn phòng Đảng ủy", {}).name);
  EXPECT_EQ(agencies.Resolve("Văn phòng Đ bảng ủy", {}).near.size(), 1u);
  EXPECT_EQ(agencies.Resolve("Phòng Kế hoạch - Vật tư", {}).name, "Phòng Kế hoạch - Vật tư");
}

TEST(RunTogether, WhatIsRegisteredOrUnknownStays) {
  EXPECT_EQ(Respaced("SỞ Y TẾ"), "-");
  EXPECT_EQ(Respaced("TRƯỜNG TIỂU HỌC HOA MAI"), "-");
  EXPECT_EQ(Respaced("CÔNG TY CỔ PHẦN SAO MAI"), "-");
  EXPECT_EQ(Respaced("Bộ Ytế"), "-");  // typed remarks are not in capitals
}

}  // namespace
}  // namespace trichluc
