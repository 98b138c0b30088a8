#include "model/layout.h"
#include "model/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace trichluc {
namespace {

Line LineOf(const std::string& text) {
  Line line;
  std::istringstream words(text);
  for (std::string word; words >> word;) line.words.push_back({word, {}, 1});
  return line;
}

struct JoinedLines {
  std::string upper, lower, text;
};

class Lines : public testing::TestWithParam<JoinedLines> {};

TEST_P(Lines, AreJoined) {
  std::string text = GetParam().upper;
  AppendLine(text, GetParam().lower);
  EXPECT_EQ(text, GetParam().text);
  // A passage says the same, with a line break for the blank.
  const std::vector<Line> lines{LineOf(GetParam().upper), LineOf(GetParam().lower)};
  std::string passage = Passage(lines).text();
  for (char& c : passage) c = c == '\n' ? ' ' : c;
  EXPECT_EQ(passage, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Breaks, Lines,
                         testing::Values(JoinedLines{"Quyết định số 2176/QĐ-", "UBND ngày 29/8/2022",
                                                     "Quyết định số 2176/QĐ-UBND ngày 29/8/2022"},
                                         JoinedLines{"Chương trình hành động số 47-", "CTr/TU",
                                                     "Chương trình hành động số 47-CTr/TU"},
                                         JoinedLines{"giai đoạn 2021-", "2025", "giai đoạn 2021-2025"},
                                         JoinedLines{"kinh tế-", "xã hội", "kinh tế-xã hội"},
                                         JoinedLines{"trước ngày 30/", "6/2021", "trước ngày 30/6/2021"},
                                         JoinedLines{"kinh tế -", "xã hội", "kinh tế - xã hội"},
                                         JoinedLines{"các cấp ủy/", "Đảng bộ", "các cấp ủy/ Đảng bộ"},
                                         JoinedLines{"Quy định số 144-QĐ/", "TW", "Quy định số 144-QĐ/TW"},
                                         JoinedLines{"dịch vụ SKSS/", "KHHGĐ tại xã", "dịch vụ SKSS/KHHGĐ tại xã"},
                                         JoinedLines{"Văn phòng Chính phủ (b/", "c);", "Văn phòng Chính phủ (b/c);"},
                                         JoinedLines{"Quý IV/", "2026", "Quý IV/2026"},
                                         JoinedLines{"500.000 đồng/", "suất)", "500.000 đồng/suất)"},
                                         JoinedLines{"báo cáo 02 lần/", "tháng", "báo cáo 02 lần/tháng"},
                                         JoinedLines{"thành phố/", "quận ủy", "thành phố/ quận ủy"},
                                         JoinedLines{"Trước ngày 15/12/202", "4", "Trước ngày 15/12/2024"},
                                         JoinedLines{"ngày 15/12/2024", "4 xã", "ngày 15/12/2024 4 xã"},
                                         JoinedLines{"Văn phòng HĐND&UBN", "D huyện", "Văn phòng HĐND&UBND huyện"},
                                         JoinedLines{"Nghị quyết số 08/2022/N", "Q-HĐND ngày 20/7/2022", "Nghị quyết số 08/2022/NQ-HĐND ngày 20/7/2022"},
                                         JoinedLines{"Nghị định số 150/2025/NĐ", "-CP ngày 12/6/2025", "Nghị định số 150/2025/NĐ-CP ngày 12/6/2025"},
                                         JoinedLines{"diện tích 5/8", "-Sở Y tế", "diện tích 5/8 -Sở Y tế"},
                                         JoinedLines{"xã loại 1/A", "về việc X-Y", "xã loại 1/A về việc X-Y"},
                                         JoinedLines{"số 12/NQ", "HĐND-TH", "số 12/NQ HĐND-TH"},
                                         JoinedLines{"P.GĐBHY", "T; P.KHTC", "P.GĐBHYT; P.KHTC"},
                                         JoinedLines{"Sở LĐTB&XH", "TP Đà Nẵng", "Sở LĐTB&XH TP Đà Nẵng"},
                                         JoinedLines{"Trường THPT", "A Hải Hậu", "Trường THPT A Hải Hậu"},
                                         JoinedLines{"số 5/201", "12 hộ", "số 5/201 12 hộ"},
                                         JoinedLines{"gồm:", "- Sở Y tế", "gồm: - Sở Y tế"},
                                         JoinedLines{"Đề án-", "“Phát triển”", "Đề án- “Phát triển”"},
                                         JoinedLines{"-", "Sở Y tế", "- Sở Y tế"}));

TEST(Lines, AreTextWithoutTheMarksOfFootnotes) {
  const std::vector<Line> lines{LineOf("Quy hoạch tỉnh¹² theo ⁷ quy định²; 30 m2")};
  const Line& line = lines.front();
  EXPECT_EQ(line.Text(), "Quy hoạch tỉnh theo quy định; 30 m2");
  EXPECT_EQ(line.Printed(), "Quy hoạch tỉnh¹² theo ⁷ quy định²; 30 m2");
  const Passage passage(lines);
  EXPECT_EQ(passage.text(), "Quy hoạch tỉnh theo quy định; 30 m2");
  EXPECT_EQ(passage.pieces()[2].word->text, "tỉnh¹²");
}

TEST(AppendLine, AddsNothingToNothing) {
  std::string text;
  AppendLine(text, "Sở Y tế");
  AppendLine(text, "");
  EXPECT_EQ(text, "Sở Y tế");
}

TEST(TableTest, ATitleOverSeveralColumnsBelongsToEach) {
  const auto cell = [](const std::string& text, int span = 1) {
    TableCell made;
    made.lines = {LineOf(text)};
    made.column_span = span;
    return made;
  };
  Table table;
  table.columns = 3;
  table.header = {{1, 1, {cell("TT"), cell("Thời gian", 2), cell("")}},
                  {1, 1, {cell(""), cell("Bắt đầu"), cell("Kết thúc")}}};
  EXPECT_EQ(table.ColumnTitles(),
            (std::vector<std::string>{"TT", "Thời gian Bắt đầu", "Thời gian Kết thúc"}));
  table.header.resize(1);
  EXPECT_EQ(table.ColumnTitles(), (std::vector<std::string>{"TT", "Thời gian", ""}));
}

TEST(Layout, ExponentsAreNoNoteMarks) {
  EXPECT_EQ(WithoutNoteMarks("200 m³/ngày đêm²"), "200 m³/ngày đêm");
  EXPECT_EQ(WithoutNoteMarks("300km²"), "300km²");
  EXPECT_EQ(WithoutNoteMarks("nhóm² và êm³"), "nhóm và êm");
}

}  // namespace
}  // namespace trichluc
