// What stands on which page: rows cut by a page break, spans, footnotes, page numbers, reading order.
#include "corpus_support.h"

namespace trichluc::corpus {
namespace {

// A cell of so many lines: "a1\na2\n…".
std::string LinesOf(const std::string& name, int count) {
  std::string result;
  for (int i = 1; i <= count; ++i) result += fmt::format("{}{}{}", i > 1 ? "\\n" : "", name, i);
  return result;
}

std::string TableOf(const std::string& rows, const std::string& more = "") {
  return R"({"kind": "table", "size": 12, "columns": [{"title": "TT"}, {"title": "Nội dung"}], )" + more +
         R"("map": {"no": 0, "content": 1}, "rows": [)" + rows + "]}";
}

TEST(CorpusTypesetTest, ReadsTheLetterheadLeftThenRight) {
  const auto pages =
      Pages(Described(R"({"kind": "letterhead", "left": [{"text": "UBND TỈNH"}, {"text": "SỞ Y TẾ",
      "bold": true}], "number": "Số: 5 /SYT", "under_number": ["V/v báo cáo"], "urgency": "HỎA TỐC",
      "date": "Rạch Giá, ngày 01 tháng 02 năm 2023"})"));
  EXPECT_EQ(pages.at(0),
            "UBND TỈNH\nSỞ Y TẾ\nSố: 5 /SYT\nV/v báo cáo\nHỎA TỐC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\nRạch Giá, ngày 01 tháng 02 năm 2023\n");
}

TEST(CorpusTypesetTest, ReadsTheSignatureLeftThenRight) {
  const auto pages = Pages(Described(R"({"kind": "signature", "recipients": ["- Như trên;", "- Lưu: VT."],
      "right": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": "Lê A"})"));
  EXPECT_EQ(pages.at(0), "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê A\n");
}

TEST(CorpusTypesetTest, ARowIsCutCellByCell) {
  const Description description = Described(
      Filler(25) + TableOf(R"({"cells": ["7", ")" + LinesOf("a", 30) + R"("]}, {"cells": ["8", "b"]})"));
  const auto pages = Pages(description);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(Contains(pages[0], "Nội dung\n7\na1\na2\n"));
  EXPECT_FALSE(Contains(pages[0], "a30"));
  EXPECT_TRUE(Contains(pages[1], "a30\n8\nb\n"));
  const Json truth = TruthOf(description);
  ASSERT_EQ(truth["tables"][0]["rows"].size(), 2u);
  EXPECT_EQ(truth["tables"][0]["page_to"], 2);
  EXPECT_EQ(truth["tasks"][0]["page_from"], 1);
  EXPECT_EQ(truth["tasks"][0]["page_to"], 2);
  EXPECT_EQ(truth["tasks"][1]["page_from"], 2);
}

TEST(CorpusTypesetTest, ABlankSheetBelongsToNoDocument) {
  const std::string para = R"({"kind": "para", "text": "a"})", blank = R"({"kind": "page", "blank": true})";
  const Description last = Described(para + ", " + blank);
  ASSERT_EQ(Pages(last).size(), 2u);
  EXPECT_EQ(Pages(last)[1], "");
  EXPECT_EQ(TruthOf(last)["page_to"], 1);
  const Description between = Described(para + ", " + blank + R"(, {"kind": "para", "text": "b"})");
  ASSERT_EQ(Pages(between).size(), 3u);
  EXPECT_EQ(Pages(between)[2], "2\nb\n");
  EXPECT_EQ(TruthOf(between)["page_to"], 3);
}

TEST(CorpusTypesetTest, ARepeatedHeaderMayBeSetOtherwise) {
  const Description description = Described(
      Filler(25) +
      TableOf(
          R"({"cells": ["7", ")" + LinesOf("a", 30) + R"("]})",
          R"("repeat_header": true, "later_header": [["TT", "Nội\ndung"]], "stroke": "dotted", "frame": false,
                 "shift": 2, "margin": 5, )"));
  const auto pages = Pages(description);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(Contains(pages[0], "TT\nNội dung\n7\n"));
  EXPECT_TRUE(Contains(pages[1], "TT\nNội\ndung\n"));
  EXPECT_EQ(TruthOf(description)["tables"][0]["columns"], Json({"TT", "Nội dung"}));
}

TEST(CorpusTypesetTest, RulesOfATableHaveAStroke) {
  const auto ink = [](const std::string& more) {  // whether it can be set at all
    return Complaint([&] { return Described(TableOf(R"({"cells": ["1", "a"]})", more)); });
  };
  for (const char* stroke : {"solid", "thin", "thick", "dotted", "dashed", "broken", "faint", "double"}) {
    EXPECT_EQ(ink(fmt::format(R"("stroke": "{}", )", stroke)), "") << stroke;
    EXPECT_EQ(ink(fmt::format(R"("stroke": "{}", "rules": "header", )", stroke)), "") << stroke;
  }
  EXPECT_TRUE(Contains(ink(R"("stroke": "wavy", )"), "/documents/0/blocks/0/stroke"));
}

TEST(CorpusTypesetTest, EveryLineOfACutRowIsSetOnce) {
  const auto pages =
      Pages(Described(TableOf(R"({"cells": [")" + LinesOf("x", 90) + R"(", ")" + LinesOf("a", 150) + R"("]})",
                              R"("repeat_header": true, )")));
  ASSERT_EQ(pages.size(), 3u);
  std::string all;
  for (const std::string& page : pages) all += page;
  for (int i = 1; i <= 150; ++i) {
    const std::string line = fmt::format("\na{}\n", i);
    EXPECT_EQ(all.find(line), all.rfind(line)) << line;
    EXPECT_TRUE(Contains(all, line)) << line;
  }
  EXPECT_TRUE(pages[1].starts_with("2\nTT\nNội dung\nx"));
}

TEST(CorpusTypesetTest, RowsThatMayNotSplitMoveOn) {
  const auto pages = Pages(Described(
      Filler(25) + TableOf(R"({"cells": ["1", "b"]}, {"cells": ["7", ")" + LinesOf("a", 30) + R"("]})",
                           R"("split_rows": false, )")));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[1].find("2\n7\na1\n"), 0u);
}

TEST(CorpusTypesetTest, RepeatedHeadersAreNoRows) {
  std::string rows;
  for (int i = 1; i <= 80; ++i) rows += fmt::format("{}{{\"cells\": [\"{}\", \"v\"]}}", i > 1 ? "," : "", i);
  const Description description = Described(TableOf(rows, R"("repeat_header": true, )"));
  const auto pages = Pages(description);
  ASSERT_GE(pages.size(), 2u);
  EXPECT_EQ(pages[1].find("2\nTT\nNội dung\n"), 0u);
  EXPECT_EQ(TruthOf(description)["tables"][0]["rows"].size(), 80u);
}

TEST(CorpusTypesetTest, ASpanOverThePageBreakIsCut) {
  std::string rows = R"({"cells": [{"text": ")" + LinesOf("s", 50) + R"(", "rows": 40}, "v1"]})";
  for (int i = 2; i <= 40; ++i) rows += fmt::format(", {{\"cells\": [null, \"v{}\"]}}", i);
  const Description description = Described(Filler(20) + TableOf(rows));
  const auto pages = Pages(description);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_TRUE(Contains(pages[0], "\ns1\n"));
  EXPECT_TRUE(pages[1].starts_with("2\ns"));
  EXPECT_TRUE(Contains(pages[1], "\ns50\n"));
  EXPECT_TRUE(Contains(pages[1], "\nv40\n"));
}

TEST(CorpusTypesetTest, TheFootnoteStandsUnderTheLastLine) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += fmt::format("chữ{} ", i);
  const auto pages = Pages(Described(Filler(28) + R"({"kind": "para", "text": ")" + text +
                                     R"(cuối.<sup>1</sup>", "footnotes": ["Nghị định."]})"));
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_FALSE(Contains(pages[0], "Nghị định"));
  EXPECT_TRUE(pages[1].ends_with("cuối.1\n1 Nghị định.\n"));
}

TEST(CorpusTypesetTest, PagesAreNumberedFromTheSecond) {
  const auto pages =
      Pages(Described(R"({"kind": "para", "text": "a"}, {"kind": "page"}, {"kind": "para", "text": "b"},
      {"kind": "page", "orientation": "landscape", "numbering": "restart"}, {"kind": "para", "text": "c"})"));
  EXPECT_EQ(pages, (std::vector<std::string>{"a\n", "2\nb\n", "1\nc\n"}));
}

}  // namespace
}  // namespace trichluc::corpus
