#include "tables/cell_text.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

TEST(CellText, HowATextBegins) {
  struct Case {
    const char* text;
    bool small, capital, list;
  };
  for (const Case& c : {Case{"ngành, lĩnh vực", true, false, false}, Case{"đạo xử lý", true, false, false},
                        Case{"ủy ban", true, false, false}, Case{"ở các", true, false, false},
                        Case{"Đầu tư", false, true, false}, Case{"Ủy ban", false, true, false},
                        Case{"Ở các", false, true, false}, Case{"“Đề án", false, true, false},
                        Case{"(Kèm theo", false, true, false}, Case{"2021-2025", false, false, false},
                        Case{"- Xây dựng", false, true, true}, Case{"- các huyện", true, false, true},
                        Case{"-Xây dựng", false, true, true}, Case{"a) Rà soát", false, true, true},
                        Case{"1. Rà soát", false, true, true}, Case{"", false, false, false}}) {
    EXPECT_EQ(StartsSmall(c.text), c.small) << c.text;
    EXPECT_EQ(StartsCapital(c.text), c.capital) << c.text;
    EXPECT_EQ(StartsWithListMark(c.text), c.list) << c.text;
  }
}

TEST(CellText, HowATextEnds) {
  struct Case {
    const char* text;
    bool closed, open;
  };
  for (const Case& c :
       {Case{"theo quy định.", true, false}, Case{"cấp tỉnh;", true, false}, Case{"các huyện,", false, true},
        Case{"Hội Thủy sản tỉnh và", false, true}, Case{"UBND tỉnh", false, false},
        Case{"Hoàn thành trong quý", false, true}, Case{"", false, false}, Case{"Vụ Pháp chế; Văn phòng Bộ", false, false},
        Case{"các đơn vị thuộc Bộ", false, false}, Case{"Báo Công Thương; Bộ", false, true}}) {
    EXPECT_EQ(EndsClosed(c.text), c.closed) << c.text;
    EXPECT_EQ(EndsOpen(c.text), c.open) << c.text;
  }
}

TEST(CellText, Brackets) {
  EXPECT_TRUE(ClosesBracket("18 cống (trong tổng số", "18 cống trên tuyến đê) đã xong"));
  EXPECT_TRUE(ClosesBracket("Đề án “Phát triển nuôi biển", "theo hướng bền vững”"));
  EXPECT_FALSE(ClosesBracket("(đã xong)", "(i) và (ii)"));
  EXPECT_FALSE(ClosesBracket("mục a", "a) và b)"));
}

TEST(CellText, NumberLabels) {
  for (const char* label : {"1", "05.", "4.1", "IV", "a)", "(2)", "12", "I.1", "A", "đ)"})
    EXPECT_TRUE(IsNumberLabel(label)) << label;
  for (const char* text : {"", "Sở Y tế", "15/4/2021", "Quý I", "và"})
    EXPECT_FALSE(IsNumberLabel(text)) << text;
  struct Case {
    const char* label;
    int number;
  };
  for (const Case& c : {Case{"5", 5}, Case{"05.", 5}, Case{"4.1", 1}, Case{"IV", 4}, Case{"XIX", 19},
                        Case{"a)", 0}, Case{"", 0}}) {
    EXPECT_EQ(LastNumber(c.label), c.number) << c.label;
  }
}

TEST(CellText, SimilarityToleratesRecognitionErrors) {
  EXPECT_EQ(Similarity("", ""), 1);
  EXPECT_EQ(Similarity("Thời gian", "Thời  gian."), 1);
  EXPECT_GT(Similarity("Cơ quan chủ trì thực hiện", "Co quan chủ trỉ thực hiện"), 0.8);
  EXPECT_LT(Similarity("Nội dung", "Thời gian"), 0.6);
  EXPECT_EQ(Similarity("Phối hợp, ĐƯỜNG", "phoi hop duong"), 1);
  EXPECT_EQ(Similarity("abc", ""), 0);
}

}  // namespace
}  // namespace trichluc
