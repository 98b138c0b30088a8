// Tables whose columns are white gaps.
#include "tables/open_grid.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "support/random_table.h"

namespace trichluc {
namespace {

// The page as a table without rules prints it: words that belong to no grid. `rules` gets a level rule for
// each row edge.
PageReading WithoutRules(PageReading page, std::vector<Box>* rules) {
  for (const Grid& grid : page.grids) {
    for (const int y : grid.row_edges) rules->push_back({grid.box.left, y, grid.box.right, y + 1});
  }
  page.grids.clear();
  for (Word& word : page.words) word.grid = word.cell = -1;
  return page;
}

// What stands in each cell, row by row: the words whose middles lie in it.
std::vector<std::vector<std::string>> Texts(const Grid& grid, const PageReading& page) {
  std::vector<std::vector<std::string>> texts(static_cast<size_t>(grid.rows),
                                              std::vector<std::string>(static_cast<size_t>(grid.columns)));
  for (const GridCell& cell : grid.cells) {
    for (const Word& word : page.words) {
      if (!cell.box.Contains(word.box.CentreX(), word.box.CentreY())) continue;
      std::string& text = texts[static_cast<size_t>(cell.row)][static_cast<size_t>(cell.column)];
      text += (text.empty() ? "" : " ") + word.text;
    }
  }
  return texts;
}

PageReading Printed(const std::string& rows, double points = 12) {
  FlowOptions flow;
  flow.points = points;
  const std::vector<PageReading> pages =
      TablePrinter({12, 70, 40, 35}, ParseRows("|TT|Nội dung|Chủ trì|Thời gian|"), ParseRows(rows), flow)
          .Print();
  return pages.at(0);
}

// Words in a cell with white of a share of its width between them, as justified lines have it.
void Spread(PageReading* page, const Box& cell, int share) {
  int left = cell.left + 4;
  for (Word& word : page->words) {
    if (!cell.Contains(word.box.CentreX(), word.box.CentreY())) continue;
    const int width = word.box.Width();
    word.box.left = std::min(left, cell.right - width - 8);
    word.box.right = word.box.left + width;
    left = word.box.right + cell.Width() / share;
  }
}

const char* const kRows = R"(
  |1|Rà soát quy hoạch các khu dân cư nông thôn trên địa bàn huyện|Sở Xây dựng|Quý I|
  |2|Tập huấn nghiệp vụ cho cán bộ cấp xã về quản lý đất đai|Sở Nội vụ|Quý II|
  |3|Tổng kết công tác năm|Văn phòng Sở|Quý IV|)";

TEST(OpenGrid, ColumnsAreWhiteGapsAndRowsBeginAtNumbers) {
  std::vector<Box> rules;
  const PageReading printed = Printed(kRows), page = WithoutRules(printed, &rules);
  const std::vector<Grid> grids = FindOpenGrids(page, {});
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_FALSE(grids[0].ruled);
  EXPECT_EQ(Texts(grids[0], page), Texts(printed.grids[0], page));
}

TEST(OpenGrid, LevelRulesPartRows) {
  std::vector<Box> rules;
  const PageReading printed = Printed(kRows), page = WithoutRules(printed, &rules);
  const std::vector<Grid> grids = FindOpenGrids(page, rules);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(Texts(grids[0], page), Texts(printed.grids[0], page));
}

// The same rules seen twice, broken once: the second time their words are taken.
TEST(OpenGrid, RulesOfTwoLengthsOverTheSameWordsAreOneTable) {
  std::vector<Box> rules;
  const PageReading printed = Printed(kRows), page = WithoutRules(printed, &rules);
  for (const Box& rule : std::vector<Box>(rules))
    rules.push_back({rule.left + page.width / 40, rule.top + page.height / 150, rule.right - page.width / 40, rule.bottom + page.height / 150});
  EXPECT_EQ(FindOpenGrids(page, rules).size(), 1u);
}

// Titles spread over the widths of their columns have gaps that part no columns.
TEST(OpenGrid, SpreadTitlesAreTheHeading) {
  std::vector<Box> rules;
  FlowOptions flow;
  flow.points = 12;
  const PageReading printed =
      TablePrinter({12, 70, 40, 35}, ParseRows("|TT|Nội dung công việc|Chủ trì|Thời gian|"),
                   ParseRows("|1|Rà soát quy hoạch các khu dân cư nông thôn trên địa bàn huyện|Sở Nông nghiệp và Môi trường|Quý I|"
                             "\n|2|Tập huấn nghiệp vụ cho cán bộ cấp xã về quản lý đất đai|Sở Nội vụ tỉnh và Công an tỉnh|Quý II|"
                             "\n|3|Tổng kết công tác năm|Văn phòng Sở Giáo dục và Đào tạo|Quý IV|"),
                   flow)
          .Print()
          .at(0);
  PageReading page = WithoutRules(printed, &rules);
  Spread(&page, printed.grids[0].cells[1].box, 12);
  const std::vector<Grid> grids = FindOpenGrids(page, rules);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(Texts(grids[0], page), Texts(printed.grids[0], page));
}

// The rest of a row that the page before broke, its words far from each other, is the first row of the table that goes on.
TEST(OpenGrid, ASpreadRestOfARowIsTheTables) {
  std::vector<Box> rules;
  FlowOptions flow;
  flow.points = 12;
  const PageReading printed = TablePrinter({12, 70, 40, 35}, ParseRows("||thị xã Kinh Môn, huyện Ninh||Châu|"), ParseRows(kRows), flow).Print().at(0);
  PageReading page = WithoutRules(printed, &rules);
  Spread(&page, printed.grids[0].cells[1].box, 16);
  const std::vector<Grid> grids = FindOpenGrids(page, rules);
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(Texts(grids[0], page), Texts(printed.grids[0], page));
}

TEST(OpenGrid, RunningTextIsNoTable) {
  PrintedPage page;
  for (int i = 0; i < 30; ++i)
    page.Centre(
        105, 40 + 7.0 * i,
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành nghiêm túc triển khai thực hiện các nội dung");
  EXPECT_TRUE(FindOpenGrids(page.reading(), {}).empty());
}

// The letterhead, and the signature beside the recipients, are two columns.
// One row that goes on from the page before is a table's; below running text it is print that stands side by side.
TEST(OpenGrid, ALoneRowBelowTextIsNoTable) {
  const auto row_at = [](int top) {
    PageReading page;
    page.page = 1, page.width = 1654, page.height = 2339, page.dpi = 200;
    const auto put = [&](int left, int y, const std::vector<std::string>& words) {
      for (const std::string& text : words) {
        const int width = 14 * static_cast<int>(text.size());
        Word word;
        word.text = text, word.confidence = 0.9f, word.box = {left, y, left + width, y + 26};
        page.words.push_back(word);
        left += width + 10;
      }
    };
    for (int y = 200; y + 100 < top; y += 40) put(200, y, {"Cac", "thanh", "vien", "Ban", "Chi", "dao", "chiu", "trach", "nhiem", "thi", "hanh", "Quyet", "dinh", "nay"});
    for (int line = 0; line < 4; ++line) {
      put(200, top + 40 * line, {"VPCP", "cac", "Vu", "TH"});
      put(700, top + 40 * line, {"ph", "So", "5"});
      put(1050, top + 40 * line, {"PHO", "THU", "TUONG"});
    }
    return FindOpenGrids(page, {});
  };
  EXPECT_EQ(row_at(200).size(), 1u);
  EXPECT_TRUE(row_at(1200).empty());
}

// Numbers in the middle of their rows stand beside no line, and titles of sections begin above them; one was misread.
TEST(OpenGrid, NumbersInTheMiddleOfRows) {
  PrintedPage page;
  const std::vector<std::string> numbers = {"1", "2", "H", "4", "5"}, times = {"10/6", "Trong quý", "Tháng 5", "20/6", "Ngày 2"};
  page.Text(31, 30, "TT");
  page.Text(44, 30, "Thời gian");
  page.Text(85, 30, "Nội dung");
  page.Text(138, 30, "Chủ trì");
  double y = 40;
  for (size_t row = 0; row < numbers.size(); ++row) {
    if (row == 2) page.Text(30, y, "THÁNG 5"), y += 8;
    page.Centre(35, y + 7.5, numbers[row]);
    page.Text(43, y, times[row]);
    for (int line = 0; line < 4; ++line) {
      page.Text(70, y + 5 * line, line == 3 ? "công chức" : "Tổ chức chi trả gộp lương");
      if (line < 2) page.Text(135, y + 5 * line, line == 0 ? "Phòng Thu" : "và Chế độ");
    }
    y += 24;
  }
  const std::vector<Grid> grids = FindOpenGrids(page.reading(), {});
  ASSERT_EQ(grids.size(), 1u);
  const auto texts = Texts(grids[0], page.reading());
  ASSERT_EQ(texts.size(), 7u);
  for (const size_t row : {1u, 2u, 4u, 5u, 6u}) {
    ASSERT_EQ(texts[row].size(), 4u);
    const size_t task = row < 3 ? row - 1 : row - 2;
    EXPECT_EQ(texts[row][0], numbers[task]);
    EXPECT_EQ(texts[row][1], times[task]);
    EXPECT_EQ(texts[row][3], "Phòng Thu và Chế độ");
  }
  EXPECT_EQ(texts[3][0], "THÁNG 5");
}

TEST(OpenGrid, BesideTheRecipientsIsTheSignatureAndNoTable) {
  const auto below = [](const char* title, const char* item = "- Như Điều 2;") {
    PrintedPage page;
    page.Centre(60, 33, title);
    for (int i = 0; i < 8; ++i) {
      page.Centre(60, 40 + 7.0 * i, i < 7 ? "- Như Điều 2;" : item);
      page.Centre(110, 40 + 7.0 * i, "7/03");
      page.Centre(160, 40 + 7.0 * i, "PHÓ THỦ TƯỚNG");
    }
    return FindOpenGrids(page.reading(), {});
  };
  EXPECT_TRUE(below("Nơi nhận:").empty());
  EXPECT_EQ(below("Nơi thực hiện").size(), 1u);
  EXPECT_TRUE(below("Nơi nhân;").empty()) << "its colon was read as another stop";
  EXPECT_TRUE(below("Với chậm", "- Lưu Văn phòng.").empty()) << "of a party";
  EXPECT_TRUE(below("Với chậm", "- Lưu: VT, TH.").empty()) << "its title cannot be read, its last line can";
}

// Right below the last row, who signs a little higher than the title of the list, as in larger letters.
TEST(OpenGrid, TheLastRowEndsAboveTheRecipients) {
  PrintedPage page;
  const auto row = [&](double y, const char* number, const char* what, const char* who, const char* when) {
    page.Text(30, y, number);
    page.Text(42, y, what);
    page.Text(120, y, who);
    page.Text(165, y, when);
  };
  row(40, "TT", "Nội dung", "Thực hiện", "Thời gian");
  for (int i = 1; i <= 5; ++i) row(40 + 8.0 * i, (std::to_string(i) + ".").c_str(), "Kiểm tra an toàn cháy nổ", "Công an xã", "Tháng 9/2025");
  page.Text(30, 90, "Nơi nhận:", 11);
  page.Text(118, 89.6, "KT. CHỦ TỊCH", 14);
  page.Text(30, 96, "- Như trên;", 11);
  page.Text(114, 96, "PHÓ CHỦ TỊCH", 14);
  const std::vector<Grid> grids = FindOpenGrids(page.reading(), {});
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].rows, 6);
  EXPECT_LT(grids[0].box.bottom, page.Mm(86));
}

TEST(OpenGrid, TwoColumnsAreNoTable) {
  PrintedPage page;
  for (int i = 0; i < 6; ++i) {
    page.Centre(60, 40 + 7.0 * i, "- Như trên;");
    page.Centre(150, 40 + 7.0 * i, "KT. CHỦ TỊCH");
  }
  EXPECT_TRUE(FindOpenGrids(page.reading(), {}).empty());
}

// A stamp between agency and motto makes three columns of the letterhead; it is no table all the same.
TEST(OpenGrid, TheLetterheadIsNoTable) {
  const std::vector<const char*> left{"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG", "SỞ Y TẾ", "Số: 12/SYT"},
      right{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Kiên Giang, ngày 5",
            "tháng 6 năm 2017"};
  for (const bool motto : {true, false}) {
    PrintedPage page;
    for (size_t i = 0; i < left.size(); ++i) {
      page.Centre(45, 40 + 7.0 * i, left[i]);
      page.Centre(90, 40 + 7.0 * i, "ĐẾN");
      page.Centre(150, 40 + 7.0 * i, motto ? right[i] : "Phòng Nghiệp vụ");
    }
    EXPECT_EQ(FindOpenGrids(page.reading(), {}).empty(), motto);
  }
}

// Random tables with level rules only, against the grid they were printed in. Their cells are fuller than
// real ones, so that many gaps are hardly wider than a blank; the share that comes out guards against worse.
TEST(OpenGrid, RandomTablesWithLevelRules) {
  constexpr unsigned kTables = 150;
  int pages = 0, wrong = 0;
  std::string seeds;
  for (unsigned seed = 1; seed <= kTables; ++seed) {
    RandomTable made = MakeRandomTable(seed);
    bool spans = false;
    for (const PrintedRow& row : made.rows) {
      for (const std::string& cell : row) spans = spans || cell == "^" || cell == "<";
    }
    if (spans || made.heading.size() > 1 || made.rows.size() < 6) continue;
    for (const PageReading& printed : TablePrinter(made.widths, made.heading, made.rows, made.flow).Print()) {
      if (printed.grids.empty() || printed.grids[0].rows < 4) continue;
      std::vector<Box> rules;
      const PageReading page = WithoutRules(printed, &rules);
      const std::vector<Grid> grids = FindOpenGrids(page, rules);
      ++pages;
      if (grids.size() == 1 && Texts(grids[0], page) == Texts(printed.grids[0], page)) continue;
      ++wrong;
      seeds += " " + std::to_string(seed);
    }
  }
  EXPECT_GT(pages, 30);
  EXPECT_LE(wrong * 3, pages) << "of " << pages << ", seeds" << seeds;
}

// The same without any rule: numbers and white part the rows.
TEST(OpenGrid, RandomTablesWithoutRules) {
  constexpr unsigned kTables = 200;
  int pages = 0, wrong = 0;
  std::string seeds;
  for (unsigned seed = 1; seed <= kTables; ++seed) {
    RandomTable made = MakeRandomTable(seed);
    made.flow.centre = false;
    made.flow.cut_rows = false;
    bool spans = !made.numbered || made.heading.size() > 1;
    for (const PrintedRow& row : made.rows) {
      for (const std::string& cell : row) spans = spans || cell == "^" || cell == "<";
    }
    if (spans) continue;
    for (const PageReading& printed : TablePrinter(made.widths, made.heading, made.rows, made.flow).Print()) {
      if (printed.grids.empty() || printed.grids[0].rows < 5) continue;
      std::vector<Box> rules;
      const PageReading page = WithoutRules(printed, &rules);
      const std::vector<Grid> grids = FindOpenGrids(page, {});
      ++pages;
      if (grids.size() == 1 && Texts(grids[0], page) == Texts(printed.grids[0], page)) continue;
      ++wrong;
      seeds += " " + std::to_string(seed);
    }
  }
  EXPECT_GT(pages, 30);
  EXPECT_LE(wrong * 3, pages) << "of " << pages << ", seeds" << seeds;
}

// TABLE_SEED=17 shows what becomes of that table, with level rules.
TEST(OpenGrid, OneSeed) {
  const char* seed = std::getenv("TABLE_SEED");
  const RandomTable made = MakeRandomTable(seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) : 4);
  for (const PageReading& printed : TablePrinter(made.widths, made.heading, made.rows, made.flow).Print()) {
    std::vector<Box> rules;
    const PageReading page = WithoutRules(printed, &rules);
    if (seed == nullptr || printed.grids.empty()) continue;
    for (const std::vector<Box>& known : {rules, std::vector<Box>{}}) {
      const std::vector<Grid> grids = FindOpenGrids(page, known);
      ASSERT_EQ(grids.size(), 1u) << "page " << page.page << ", rules " << known.size();
      EXPECT_EQ(Texts(grids[0], page), Texts(printed.grids[0], page))
          << "page " << page.page << ", rules " << known.size();
    }
  }
}

// One cell is full to its edge beside one that is, too: half a letter's height between them. The heading's first line has no words there.
TEST(OpenGrid, ACellThatIsFullToItsEdge) {
  PageReading page;
  page.page = 1, page.width = 2300, page.height = 1650, page.dpi = 200;
  const auto put = [&](int x, int y, int width, const std::string& text) { page.words.push_back({text, {x, y, x + width, y + 28}, 0.95f, -1, -1, {}}); };
  for (const int x : {1300, 1600, 1900}) put(x, 100, 90, "Phòng");
  put(150, 140, 60, "STT"), put(500, 140, 100, "Nội"), put(960, 140, 100, "Thời"), put(1310, 140, 80, "chủ"), put(1610, 140, 80, "phối");
  for (int row = 0; row < 12; ++row) {
    const int y = 200 + 80 * row;
    const bool full = row == 6;
    put(160, y, 15, std::to_string(row + 1));
    put(260, y, 300, "Rà"), put(568, y, full ? 360 : 290, "soát");
    put(full ? 944 : 980, y, full ? 200 : 150, "Tháng");
    put(1290, y, 120, "Sở"), put(1590, y, 120, "Vụ"), put(1890, y, 120, "Báo");
  }
  const std::vector<Grid> grids = FindOpenGrids(page, {});
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].columns, 6);
  const int edge = grids[0].column_edges[2];
  EXPECT_GT(edge, 928);
  EXPECT_LE(edge, 944);
}

// The heading's first line has nothing in the second column, and titles of sections run over the gap beside the first.
TEST(OpenGrid, TitlesOfSectionsRunOverAGapThatRowsKeepClear) {
  PageReading page;
  page.page = 1, page.width = 2300, page.height = 1650, page.dpi = 200;
  const auto put = [&](int x, int y, int width, const std::string& text) { page.words.push_back({text, {x, y, x + width, y + 28}, 0.95f, -1, -1, {}}); };
  put(160, 100, 90, "Cơ"), put(260, 100, 90, "quan"), put(1290, 100, 120, "Phối"), put(1900, 100, 90, "Ghi");
  put(560, 124, 200, "Nội"), put(1590, 124, 120, "Hạn");
  for (int row = 0; row < 10; ++row) {
    const int y = 200 + 80 * row;
    if (row % 5 == 0) {
      put(160, y, 200, "1-"), put(370, y, 220, "Tuyên"), put(600, y, 100, "truyền");
      continue;
    }
    put(160, y, 90, "Sở"), put(260, y, 130, "Y");
    put(430, y, 200, "Rà"), put(640, y, 240, "soát");
    put(1290, y, 120, "Ban"), put(1590, y, 120, "Quý"), put(1900, y, 120, "Báo");
  }
  const std::vector<Grid> grids = FindOpenGrids(page, {});
  ASSERT_EQ(grids.size(), 1u);
  EXPECT_EQ(grids[0].columns, 5);
  for (const GridCell& cell : grids[0].cells) {
    if (cell.box.Contains(400, 214)) {
      EXPECT_EQ(cell.column_span, 5) << "a title over all";
    }
  }
}

// What a stamp over the margin says stands beside the lines of the text like a column.
TEST(OpenGrid, AStampInTheMarginIsNoColumn) {
  PrintedPage page;
  double y = 60;
  for (int paragraph = 0; paragraph < 4; ++paragraph)
    y = page.Paragraph(30, 190, y, 0,
                       "Thực hiện Kế hoạch của Bộ về việc xây dựng Thông tư sửa đổi, các đơn vị góp ý và gửi về trước ngày họp để tổng "
                       "hợp, hoàn thiện, trình lãnh đạo xem xét và ban hành theo quy định của pháp luật");
  PageReading reading = page.reading();
  const size_t words = reading.words.size();
  int line = 0;
  std::vector<Word> stamp;
  for (size_t i = 0; i < words; ++i) {
    const Box box = reading.words[i].box;
    if (i > 0 && box.top <= reading.words[i - 1].box.bottom) continue;
    if (++line % 2 == 0) continue;
    stamp.push_back({"Chuyển:", {20, box.top, 110, box.bottom}, 0.9f});
    stamp.push_back({"Khải", {140, box.top, 190, box.bottom}, 0.5f});
  }
  reading.words.insert(reading.words.end(), stamp.begin(), stamp.end());
  EXPECT_TRUE(FindOpenGrids(reading, {}).empty());
}

}  // namespace
}  // namespace trichluc
