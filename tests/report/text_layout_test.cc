#include "report/text_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;

TEST(DisplayWidth, CountsWhatATerminalShows) {
  EXPECT_EQ(DisplayWidth(""), 0u);
  EXPECT_EQ(DisplayWidth("Ủy ban"), 6u);
  EXPECT_EQ(DisplayWidth("e\u0302\u0301"), 1u) << "decomposed ế";
}

struct CutCase {
  const char* text;
  size_t width;
  const char* expected;
};

void PrintTo(const CutCase& test, std::ostream* out) { *out << test.text; }

class CutTest : public ::testing::TestWithParam<CutCase> {};

TEST_P(CutTest, Fits) {
  EXPECT_EQ(Cut(GetParam().text, GetParam().width), GetParam().expected);
  EXPECT_LE(DisplayWidth(Cut(GetParam().text, GetParam().width)), GetParam().width);
}

INSTANTIATE_TEST_SUITE_P(All, CutTest,
                         ::testing::Values(CutCase{"Kế hoạch", 8, "Kế hoạch"},
                                           CutCase{"Kế hoạch", 7, "Kế hoạ…"}, CutCase{"Kế hoạch", 4, "Kế…"},
                                           CutCase{"Kế hoạch", 1, "…"}, CutCase{"Kế hoạch", 0, ""},
                                           CutCase{"a\nb\tc", 5, "a b c"},
                                           CutCase{"e\u0302\u0301bcd", 3, "e\u0302\u0301b…"},
                                           CutCase{"", 3, ""}));

TEST(Wrap, BreaksAtBlanksAndKeepsLines) {
  EXPECT_THAT(Wrap("một hai ba bốn", 7), ElementsAre("một hai", "ba bốn"));
  EXPECT_THAT(Wrap("một\nhai", 80), ElementsAre("một", "hai"));
  EXPECT_THAT(Wrap("nghiêng ngả", 3), ElementsAre("nghiêng", "ngả")) << "a long word stands alone";
  EXPECT_THAT(Wrap("", 10), ElementsAre(""));
  EXPECT_THAT(Wrap("  a   b ", 10), ElementsAre("a b"));
}

TEST(RenderTable, AlignsVietnameseAndLeavesNoBlanksAtTheEnd) {
  EXPECT_EQ(RenderTable({{"id", 0, true}, {"số"}, {"tên"}}, {{"7", "Đề án", "x"}, {"10", "KH", ""}}, 0),
            "id  số     tên\n"
            " 7  Đề án  x\n"
            "10  KH\n");
}

TEST(RenderTable, CutsTheWidestColumnsDownToTheirLeast) {
  const std::vector<TextColumn> columns = {{"id"}, {"wide", 5}, {"other", 5}};
  const std::vector<std::vector<std::string>> rows = {{"123456", "abcdefghijkl", "abcdefgh"}};
  EXPECT_EQ(RenderTable(columns, rows, 24), "id      wide     other\n123456  abcdef…  abcdef…\n");
  EXPECT_EQ(RenderTable(columns, rows, 5), "id      wide   other\n123456  abcd…  abcd…\n")
      << "not below the least";
  EXPECT_EQ(RenderTable(columns, rows, 0), "id      wide          other\n123456  abcdefghijkl  abcdefgh\n");
}

TEST(RenderTable, ShortRowsAndNoRows) {
  EXPECT_EQ(RenderTable({{"a"}, {"b"}}, {{"1"}}, 0), "a  b\n1\n");
  EXPECT_EQ(RenderTable({{"a"}}, {}, 0), "a\n");
  EXPECT_EQ(RenderTable({}, {}, 0), "");
}

}  // namespace
}  // namespace trichluc
