#include <gtest/gtest.h>

#include "text/text.h"

namespace trichluc {
namespace {

TEST(Case, IsTheSameForALetterByItselfAndBesideOneThatOnlyTheLibraryKnows) {
  const std::string other = "\u3042";  // has no case, and stands in no table
  for (char32_t code = 1; code < 0x2030; ++code) {
    const std::string letter = FromCodePoints({code});
    EXPECT_EQ(ToLower(letter) + other, ToLower(letter + other)) << static_cast<uint32_t>(code);
    EXPECT_EQ(ToUpper(letter) + other, ToUpper(letter + other)) << static_cast<uint32_t>(code);
  }
}

TEST(Case, KnowsLettersThatBecomeSeveral) {
  EXPECT_EQ(ToUpper("straße"), "STRASSE");
  EXPECT_EQ(ToLower("İ"), "i\u0307");
  EXPECT_EQ(ToUpper("Đường lối 3/2"), "ĐƯỜNG LỐI 3/2");
  EXPECT_EQ(ToLower("ỦY BAN – NHÂN DÂN"), "ủy ban – nhân dân");
  EXPECT_EQ(ToLower("\xC3"), "\xC3");  // what is broken stays
}

TEST(Case, Upper) {
  EXPECT_TRUE(IsUpper("QĐ-UBND 12"));
  EXPECT_FALSE(IsUpper("12/"));
  EXPECT_FALSE(IsUpper("QĐ-UBNDt"));
  EXPECT_FALSE(IsUpper("ỦY BẠn"));
}

}  // namespace
}  // namespace trichluc
