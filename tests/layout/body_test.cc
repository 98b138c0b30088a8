// The body: paragraphs, headings, titles, lists, footnotes, page numbers, tables between them.
#include <gtest/gtest.h>

#include "layout/show_blocks.h"
#include "support/printed_page.h"

namespace trichluc {
namespace {

constexpr char kLong[] =
    "Bảo đảm triển khai kịp thời, hiệu quả nhiệm vụ được giao tại Kết luận của Thủ tướng Chính phủ; xác định "
    "cụ thể nội "
    "dung công việc và trách nhiệm của các cơ quan, ban, ngành từ tỉnh tới cơ sở trong việc triển khai thực "
    "hiện.";

size_t CountBlocks(const PageReading& reading) { return ArrangePage(reading).blocks.size(); }

TEST(Body, ParagraphsByIndent) {
  PrintedPage page;
  double y = 40;
  for (int i = 0; i < 4; ++i) y = page.Paragraph(30, 192, y, 12, kLong);
  EXPECT_EQ(CountBlocks(page.reading()), 4u) << ShowBlocks(page.reading());
}

TEST(Body, ParagraphsBySpaceAlone) {
  PrintedPage page;
  double y = 40;
  for (int i = 0; i < 4; ++i) y = page.Paragraph(30, 192, y, 0, kLong) + 3;
  EXPECT_EQ(CountBlocks(page.reading()), 4u) << ShowBlocks(page.reading());
}

TEST(Body, ParagraphsByShortLastLineAlone) {
  PrintedPage page;
  double y = 40;
  for (int i = 0; i < 4; ++i) y = page.Paragraph(30, 192, y, 0, kLong);
  EXPECT_EQ(CountBlocks(page.reading()), 4u) << ShowBlocks(page.reading());
}

// A line of numbers, capitals and raised marks measures higher than its neighbours: the second of a paragraph, and one in its middle.
TEST(Body, AHighLineInTheMiddleOfASentencePartsNothing) {
  for (const int high : {2, 3}) {
    PrintedPage page;
    page.Paragraph(30, 192, 40, 12, std::string(kLong) + " " + kLong);
    std::vector<Word>& words = page.reading().words;
    int lowest = 0, lines = 0;
    for (const Word& word : words) {
      if (word.box.top > lowest + word.box.Height()) lowest = word.box.top, ++lines;
      if (lines == high) break;
    }
    for (Word& word : words) {
      const bool in_line = std::abs(word.box.top - lowest) < page.Mm(3);
      if (in_line) word.box.top -= word.box.Height() / 5, word.box.bottom += word.box.Height() / 20;
    }
    EXPECT_EQ(CountBlocks(page.reading()), 1u) << ShowBlocks(page.reading());
  }
}

TEST(Body, HeadingsListsAndTheirContinuations) {
  PrintedPage page;
  double y = page.Paragraph(30, 192, 40, 12, "II. NHIỆM VỤ CHỦ YẾU");
  y = page.Paragraph(30, 192, y + 1, 12, "1. Về kinh tế, Ủy ban nhân dân tỉnh giao các Sở:");
  y = page.Paragraph(30, 192, y + 1, 12, std::string("- Sở Nội vụ: ") + kLong);
  y = page.Paragraph(30, 192, y + 1, 12, "a) Hoàn thành trong quý II năm 2021;");
  page.Paragraph(30, 192, y + 1, 12, "b) Báo cáo kết quả.");
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(CountBlocks(page.reading()), 5u) << blocks;
  EXPECT_EQ(blocks.find(
                "F II. NHIỆM VỤ CHỦ YẾU\nF 1. Về kinh tế, Ủy ban nhân dân tỉnh giao các Sở:\nF - Sở Nội vụ:"),
            0u)
      << blocks;
}

TEST(Body, CentredTitleLinesAreOneBlock) {
  PrintedPage page;
  page.Centre(111, 40, "QUYẾT ĐỊNH", 14);
  page.Centre(111, 47, "Ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm 2021 của tỉnh", 14);
  page.Centre(111, 54, "Kiên Giang", 14);
  double y = page.Paragraph(30, 192, 66, 12, kLong);
  y = page.Paragraph(30, 192, y, 12, kLong);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(blocks.find(
                "F QUYẾT ĐỊNH\n Ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm 2021 của tỉnh\n "
                "Kiên Giang\nF Bảo đảm"),
            0u)
      << blocks;
}

TEST(Body, AddresseesAreNoTitle) {
  PrintedPage page;
  page.Text(70, 40, "Kính gửi:", 13);
  page.Text(90, 40, "- Giám đốc các Sở, ban, ngành cấp tỉnh;", 13);
  page.Text(90, 46, "- Chủ tịch Ủy ban nhân dân các huyện.", 13);
  double y = page.Paragraph(30, 192, 60, 12, kLong);
  page.Paragraph(30, 192, y, 12, kLong);
  EXPECT_EQ(ShowBlocks(page.reading())
                .find("F Kính gửi: - Giám đốc các Sở, ban, ngành cấp tỉnh;\n"
                      "F - Chủ tịch Ủy ban nhân dân các huyện.\nF Bảo đảm"),
            0u)
      << ShowBlocks(page.reading());
}

// Names and offices without rules are read line by line, also at the end of a page.
TEST(Body, ListOfNamesIsReadAcross) {
  PrintedPage page;
  double y = page.Paragraph(30, 192, 40, 12, kLong) + 2;
  std::string expected;
  const char* const names[] = {"1. Ông Trần Văn Bình", "2. Bà Lê Thị Hoa", "3. Ông Phạm Minh",
                               "4. Bà Ngô Thị Lan", "5. Ông Vũ Đức"};
  const char* const offices[] = {"Giám đốc Sở - Trưởng ban;", "Chánh Văn phòng - Phó ban;",
                                 "Trưởng phòng - Thành viên;", "Phó phòng - Thành viên;",
                                 "Chuyên viên - Thư ký."};
  for (size_t i = 0; i < 5; ++i, y += 7) {
    page.Text(42, y, names[i], 13);
    page.Text(112, y, offices[i], 13);
    expected += std::string(names[i]) + "\n" + offices[i] + "\n";
  }
  const PageLayout layout = ArrangePage(page.reading());
  const std::string text = PageText(page.reading(), layout);
  EXPECT_NE((text + "\n").find(expected), std::string::npos) << text;
}

TEST(Body, PageNumberStandsAlone) {
  PrintedPage page;
  page.Centre(111, 15, "2", 13);
  page.Paragraph(30, 192, 24, 0, kLong);
  EXPECT_EQ(ShowBlocks(page.reading()).find("F 2\nF Bảo đảm"), 0u) << ShowBlocks(page.reading());
}

// "… trong tháng 6, tháng 7 năm | 2026." at the foot of a page.
TEST(Body, AYearThatEndsTheSentenceIsNoPageNumber) {
  PrintedPage page, scratch;
  const auto lines = [&](const std::string& text) { return scratch.Paragraph(30, 192, 0, 12, text); };
  std::string text = std::string(kLong) + " Tổ chức chiến dịch tình nguyện trong";
  while (lines(text + " 2026.") == lines(text)) text += " năm";
  const double end = page.Paragraph(30, 192, 40, 12, kLong), last = lines(text + " 2026.");
  page.Paragraph(30, 192, end, 12, kLong);
  page.Paragraph(30, 192, 280 - last, 12, text + " 2026.");
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("năm\n 2026."), std::string::npos) << blocks;
}

// One paragraph is set wider than the rest of the page, and its third line begins with a name.
TEST(Body, AWideParagraphKeepsItsPitch) {
  PrintedPage page;
  double y = 40;
  for (int i = 0; i < 3; ++i) y = page.Paragraph(30, 192, y, 12, std::string(kLong) + " " + kLong);
  const std::string names = "- Trạm Y tế xã tiếp tục rà soát các điểm tiêm chủng ngoài trạm, giữ các điểm đủ điều kiện và có hiệu quả, "
                            "dừng các điểm mà Trung tâm Y tế hay Trạm Y tế Hòa Bình thấy không còn cần thiết, báo cáo kết quả";
  page.Paragraph(30, 192, y, 12, names + ".", 13, 1.8);
  EXPECT_EQ(CountBlocks(page.reading()), 4u) << ShowBlocks(page.reading());
}

// A heading and the first line of an item, with one wide blank, at the head of a page are no letterhead.
TEST(Body, AWideBlankBelowAHeadingPartsNothing) {
  PrintedPage page;
  const auto mm = [&](const std::string& text) { return page.Width(text, 13) / page.reading().dpi * 25.4; };
  const std::string begin = "a) Sở Tài chính: rà soát, tham mưu UBND", end = "tỉnh điều chuyển vốn từ các";
  page.Text(42, 30, "3. Về giải ngân vốn đầu tư công", 13);
  page.Text(42, 37, begin, 13);
  page.Text(42 + mm(begin) + 6, 37, end, 13);
  page.Paragraph(30, 42 + mm(begin) + 6 + mm(end), 43.2, 0, kLong);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("tham mưu UBND tỉnh điều chuyển"), std::string::npos) << blocks;
}

TEST(Body, FootnotesAreTheirOwnBlocks) {
  PrintedPage page;
  double y = 40;
  for (int i = 0; i < 3; ++i) y = page.Paragraph(30, 192, y, 12, kLong);
  const double foot = 250;
  page.Text(30, foot - 1.4, "1", 6);
  page.Text(31.5, foot, "Công văn số 3632-CV/BCSD ngày 06/6/2024 của Ban Cán sự Đảng UBND tỉnh.", 10);
  page.Text(30, foot + 4.3, "2", 6);
  page.Text(31.5, foot + 5.7, "Công văn số 3623-CV/BCSD ngày 04/6/2024 của Ban Cán sự Đảng UBND tỉnh.", 10);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("F 1 Công văn số 3632-CV/BCSD ngày 06/6/2024 của Ban Cán sự Đảng UBND tỉnh.\n"
                        "F 2 Công văn số 3623-CV/BCSD"),
            std::string::npos)
      << blocks;
}

TEST(Body, RaisedFigureStaysInItsLine) {
  PrintedPage page;
  page.Text(30, 40, "Ủy ban nhân dân tỉnh", 13);
  const double right = 30 + page.Width("Ủy ban nhân dân tỉnh", 13) / 200 * 25.4 + 0.3;
  page.Text(right, 38.2, "1", 7);
  page.Text(right + 2, 40, "ban hành Kế hoạch", 13);
  EXPECT_EQ(ShowBlocks(page.reading()), "F Ủy ban nhân dân tỉnh 1 ban hành Kế hoạch\n");
}

TEST(Body, TableStandsAtItsPlace) {
  PrintedPage page;
  page.Paragraph(30, 192, 40, 12, kLong);
  page.Paragraph(30, 192, 150, 12, "Ghi chú: các đơn vị báo cáo hằng quý.");
  Grid grid;
  grid.box = {page.Mm(30), page.Mm(70), page.Mm(192), page.Mm(130)};
  grid.rows = grid.columns = 1;
  grid.cells = {{0, 0, 1, 1, grid.box}};
  page.reading().grids.push_back(grid);
  page.Put(page.Mm(40), page.Mm(80), "trong", 13, 0, 0);
  page.Put(page.Mm(60), page.Mm(80), "bảng", 13);  // nobody said that it stands in the grid
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("\n[0]\nF Ghi chú:"), std::string::npos) << blocks;
  EXPECT_EQ(blocks.find("bảng"), std::string::npos) << blocks;
}

TEST(Body, WordsReadTwiceStayOnce) {
  PrintedPage page;
  page.Text(30, 40, "Ủy ban nhân dân tỉnh", 13);
  const std::vector<Word> words = page.reading().words;
  for (Word word : words) {
    word.box.left += 2;
    word.confidence = 0.5f;
    if (word.text == "dân") word.text = "đân";
    page.reading().words.push_back(word);
  }
  EXPECT_EQ(ShowBlocks(page.reading()), "F Ủy ban nhân dân tỉnh\n");
}

// The feet of letters, read as a line of figures; the same between the words of the line where none lies on it.
TEST(Body, FeetOfALineReadOnceMoreGo) {
  for (const bool over : {true, false}) {
    PrintedPage page;
    page.Text(30, 40, "Hậu Giang, ngày 30 tháng 3 năm 2020", 13);
    const Word first = page.reading().words[0];
    Word foot = first;
    foot.text = "6.090";
    foot.confidence = 0.6f;
    foot.box.top += 3, foot.box.bottom += 3;
    Word figure = foot;
    figure.text = "9";
    figure.confidence = 0.92f;
    figure.box.left = page.reading().words[4].box.right + 2;
    figure.box.right = figure.box.left + 3;
    if (over) page.reading().words.push_back(foot);
    page.reading().words.push_back(figure);
    EXPECT_EQ(ShowBlocks(page.reading()), over ? "F Hậu Giang, ngày 30 tháng 3 năm 2020\n" : "F Hậu Giang, ngày 30 tháng 9 3 năm 2020\n");
  }
}

TEST(Body, SpecksGoDigitsStay) {
  struct Case {
    const char* text;
    float confidence;
    bool stays;
  };
  for (const Case& c :
       {Case{".", 0.2f, false}, Case{"'", 0.4f, false}, Case{"7", 0.05f, true}, Case{"__", 0.9f, false},
        Case{"12", 0.1f, true}, Case{"&", 0.0f, false}, Case{"Lâm", 0.9f, true}}) {
    PrintedPage page;
    page.Text(30, 40, "Ủy ban nhân dân tỉnh", 13);
    page.Text(120, 90, c.text, 11);
    page.reading().words.back().confidence = c.confidence;
    EXPECT_EQ(ShowBlocks(page.reading()).find(c.text) != std::string::npos, c.stays) << c.text;
  }
}

// The dash of a list is small and often unsure, and still a dash.
TEST(Body, DashesOfListsStay) {
  PrintedPage page;
  page.Text(30, 40, "- Thường trực Tỉnh ủy;", 11);
  page.reading().words[0].text = "~-";
  page.reading().words[0].confidence = 0.2f;
  page.reading().words[0].box = {236, 304, 245, 307};
  EXPECT_EQ(ShowBlocks(page.reading()), "F ~- Thường trực Tỉnh ủy;\n");
}

// An engine may draw a word's box down into the next line.
// The engine draws dashes as high as letters, and too low.
TEST(Body, ADashWhoseBoxReachesTooLowBeginsItsItem) {
  PrintedPage page;
  const double y = page.Paragraph(30, 192, 40, 12, "- Trưởng đoàn phân công nhiệm vụ cho từng thành viên.");
  page.Paragraph(30, 192, y + 1, 12, "- Thư ký Đoàn thẩm định thông báo lịch trình.");
  for (Word& word : page.reading().words) {
    if (word.text != "-" || word.box.top < page.Mm(42)) continue;
    word.box.bottom = word.box.CentreY() + page.Mm(2.4);
    word.box.top = word.box.bottom - page.Mm(2);
  }
  EXPECT_EQ(ShowBlocks(page.reading()),
            "F - Trưởng đoàn phân công nhiệm vụ cho từng thành viên.\nF - Thư ký Đoàn thẩm định thông báo lịch trình.\n");
}

TEST(Body, BadlyDrawnBoxes) {
  PrintedPage page;
  page.Text(30, 40, "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2023 CỦA TỈNH", 14);
  for (Word& word : page.reading().words) {
    if (word.text == "TRÌNH" || word.text == "NĂM") word.box.bottom += 16;
  }
  page.Text(30, 46, "Ban hành kèm theo Quyết định số 164/QĐ-UBND ngày 27 tháng 01", 13);
  EXPECT_EQ(ShowBlocks(page.reading()),
            "F CHƯƠNG TRÌNH CÔNG TÁC NĂM 2023 CỦA TỈNH\nF Ban hành kèm theo Quyết định số 164/QĐ-UBND ngày "
            "27 tháng 01\n");
}

TEST(Cells, LinesTopToBottom) {
  PrintedPage page;
  Grid grid;
  grid.box = {100, 100, 900, 400};
  grid.rows = 1;
  grid.columns = 2;
  grid.cells = {{0, 0, 1, 1, {102, 102, 498, 398}}, {0, 1, 1, 1, {502, 102, 898, 398}}};
  page.reading().grids.push_back(grid);
  double x = 520;
  for (const char* word : {"Sở", "Y", "tế"}) x += page.Put(x, 200, word, 13, 0, 1) + 10;
  page.reading().words[1].box.left -= 25;  // reaches into the word before
  x = 520;
  for (const char* word : {"Công", "an", "tỉnh"}) x += page.Put(x, 160, word, 13, 0, 1) + 10;
  page.Put(250, 160, "7", 13, 0, 0);
  page.Put(650, 250, "hết", 13);  // by its place
  const auto text = [&](int cell) {
    std::string out;
    for (const Line& line : CellLines(page.reading(), 0, cell)) out += line.Text() + "\n";
    return out;
  };
  EXPECT_EQ(text(0), "7\n");
  EXPECT_EQ(text(1), "Công an tỉnh\nSở Y tế\nhết\n");
  EXPECT_EQ(PageText(page.reading(), ArrangePage(page.reading())), "7\nCông an tỉnh Sở Y tế hết");
  const auto second = [](const PageReading& reading, int grid, int cell) {
    return cell == 1 ? CellLines(reading, grid, cell) : std::vector<Line>();
  };
  EXPECT_EQ(PageText(page.reading(), ArrangePage(page.reading()), second), "Công an tỉnh Sở Y tế hết") << "lines it is given";
}

// A stroke of the rule beside a cell's number
TEST(Cells, WhatIsLeftOfARuleIsNoLetter) {
  const auto lines = [](int width, float confidence) {
    PrintedPage page;
    Grid grid;
    grid.box = {100, 100, 500, 400};
    grid.rows = grid.columns = 1;
    grid.cells = {{0, 0, 1, 1, {102, 102, 498, 398}}};
    page.reading().grids.push_back(grid);
    page.Put(250, 160, "2.1", 13, 0, 0);
    page.Put(250, 220, "I", 13, 0, 0);
    Word& stroke = page.reading().words.back();
    stroke.box.right = stroke.box.left + width;
    stroke.box.bottom = stroke.box.top + 40;
    stroke.confidence = confidence;
    return CellLines(page.reading(), 0, 0).size();
  };
  EXPECT_EQ(lines(3, 0.1f), 1u);
  EXPECT_EQ(lines(3, 0.9f), 2u);
  EXPECT_EQ(lines(12, 0.1f), 2u);
}

TEST(ArrangePage, EmptyPage) {
  PageReading reading;
  reading.page = 3;
  reading.width = 1654;
  reading.height = 2339;
  const PageLayout layout = ArrangePage(reading);
  EXPECT_EQ(layout.page, 3);
  EXPECT_TRUE(layout.blocks.empty());
  EXPECT_EQ(PageText(reading, layout), "");
}

}  // namespace
}  // namespace trichluc
