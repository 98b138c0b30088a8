#include "tables/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/printed_table.h"

namespace trichluc {
namespace {

JoinOptions Options() {
  JoinOptions options;
  options.looks_like_header = [](const std::vector<std::string>& texts) {
    int found = 0;
    for (const std::string& text : texts) {
      for (const char* title :
           {"TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm", "Tên tài sản", "Giá"}) {
        found += text == title;
      }
    }
    return found >= 2;
  };
  return options;
}

const std::vector<double> kWidths = {10, 75, 40, 40};
const char kHeading[] = "| TT | Nội dung | Chủ trì | Thời gian |";

// A page that holds this table and nothing else; without a heading when it is "".
std::vector<PageReading> Page(int number, const std::string& heading, const std::string& rows,
                              FlowOptions flow = {}, const std::vector<double>& widths = kWidths) {
  flow.first_page = number;
  return TablePrinter(widths, ParseRows(heading), ParseRows(rows), flow).Print();
}

std::vector<PageReading> operator+(std::vector<PageReading> a, const std::vector<PageReading>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// Rows as "a | b | ^" ('^' covered), headings with '#', "----" between tables.
std::string Show(const std::vector<Table>& tables) {
  std::string out;
  for (const Table& table : tables) {
    if (!out.empty()) out += "----\n";
    for (const auto* rows : {&table.header, &table.rows}) {
      for (const TableRow& row : *rows) {
        if (rows == &table.header) out += "#";
        for (const TableCell& cell : row.cells) {
          out += (&cell == &row.cells[0] ? "" : " | ") + (cell.covered ? "^" : cell.Text());
        }
        out += "\n";
      }
    }
  }
  return out;
}

std::string Join(const std::vector<PageReading>& pages) { return Show(JoinTables(pages, Options())); }

// Text at the head or the foot of a page.
void PutText(PageReading& reading, double x_mm, double y_mm, const std::string& text, double points) {
  PrintedPage page(reading.dpi);
  page.Text(x_mm, y_mm, text, points);
  for (const Word& word : page.reading().words) reading.words.push_back(word);
}

TEST(JoinTables, OnePage) {
  const auto pages =
      Page(4, kHeading, "| 1 | Xây dựng kế hoạch | Sở Y tế | Quý I/2023 |\n| 2 | Tổng kết | Sở Nội vụ | |");
  const std::vector<Table> tables = JoinTables(pages, Options());
  EXPECT_EQ(Show(tables),
            "#TT | Nội dung | Chủ trì | Thời gian\n"
            "1 | Xây dựng kế hoạch | Sở Y tế | Quý I/2023\n"
            "2 | Tổng kết | Sở Nội vụ | \n");
  EXPECT_THAT(tables[0].ColumnTitles(), ::testing::ElementsAre("TT", "Nội dung", "Chủ trì", "Thời gian"));
  EXPECT_EQ(tables[0].page_from, 4);
  EXPECT_EQ(tables[0].rows[1].page_to, 4);
  EXPECT_EQ(tables[0].confidence, 1);
}

// A heading is printed on each page and read each time; one misreading, however sure, is outvoted.
TEST(JoinTables, AHeadingIsAsMostPagesReadIt) {
  std::vector<PageReading> pages;
  for (int number = 1; number <= 3; ++number) {
    const auto page = Page(number, kHeading,
                           "| " + std::to_string(number) + " | Xây dựng kế hoạch | Sở Y tế | Quý I/2023 |");
    pages.insert(pages.end(), page.begin(), page.end());
  }
  for (Word& word : pages[0].words) {
    if (word.text == "Chủ") word = {"Chú", word.box, 1, word.grid, word.cell};
  }
  const std::vector<Table> tables = JoinTables(pages, Options());
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_THAT(tables[0].ColumnTitles(), ::testing::ElementsAre("TT", "Nội dung", "Chủ trì", "Thời gian"));
  EXPECT_EQ(tables[0].rows.size(), 3u);
}

TEST(JoinTables, NothingToJoin) {
  EXPECT_TRUE(JoinTables({}, {}).empty());
  EXPECT_TRUE(JoinTables({PageReading{}}, Options()).empty());
}

TEST(JoinTables, FramesAndBrokenGridsAreNoTables) {
  PageReading page;
  page.width = 1000;
  page.height = 1400;
  Grid frame;  // one column
  frame.rows = 2;
  frame.columns = 1;
  frame.box = {0, 0, 100, 100};
  frame.column_edges = {0, 100};
  frame.cells = {{0, 0, 1, 1, frame.box}, {1, 0, 1, 1, frame.box}};
  Grid broken = frame;  // edges do not fit the columns
  broken.columns = 3;
  Grid outside = frame;  // a cell outside of the grid
  outside.columns = 2;
  outside.column_edges = {0, 50, 100};
  outside.cells = {{5, 1, 1, 1, frame.box}};
  page.grids = {frame, broken, outside};
  EXPECT_TRUE(JoinTables({page}, {}).empty());
}

// The frame and the level rules are printed, no rule between the columns.
TEST(JoinTables, ColumnsThatAreWhiteGapsInARuledFrame) {
  std::vector<PageReading> pages = Page(1, kHeading,
                                        "| 1 | Rà soát quy hoạch các khu dân cư nông thôn trên địa bàn huyện | Sở Xây dựng | Quý I |\n"
                                        "| 2 | Tập huấn nghiệp vụ cho cán bộ cấp xã về quản lý đất đai | Sở Nội vụ | Quý II |\n"
                                        "| 3 | Tổng kết | Văn phòng | Quý IV |");
  const std::string as_ruled = Join(pages);
  Grid& grid = pages.at(0).grids.at(0);
  for (Word& word : pages[0].words) word.cell = word.grid < 0 ? -1 : grid.cells[static_cast<size_t>(word.cell)].row;
  grid.columns = 1;
  grid.column_edges = {grid.column_edges.front(), grid.column_edges.back()};
  grid.cells.clear();
  for (int row = 0; row < grid.rows; ++row) {
    const auto edge = [&](int at) { return grid.row_edges[static_cast<size_t>(at)]; };
    grid.cells.push_back({row, 0, 1, 1, {grid.box.left, edge(row), grid.box.right, edge(row + 1)}});
  }
  EXPECT_EQ(Join(pages), as_ruled);
  JoinOptions options = Options();
  options.cell_lines = [](const PageReading&, int, int) { return std::vector<Line>{}; };  // knows the cells as they were read
  EXPECT_EQ(Show(JoinTables(pages, options)), as_ruled);
}

std::vector<PageReading> ThreeRows() {
  return Page(1, kHeading,
              "| 1 | Rà soát quy hoạch các khu dân cư | Sở Xây dựng | Quý I |\n"
              "| 2 | Tập huấn nghiệp vụ cho cán bộ cấp xã | Sở Nội vụ | Quý II |\n"
              "| 3 | Tổng kết | Văn phòng | Quý IV |");
}

// Upright rules in the heading alone; the title of a section stands across the columns.
TEST(JoinTables, ColumnsThatTheHeadingAloneHas) {
  std::vector<PageReading> pages = ThreeRows();
  const std::string as_ruled = Join(pages);
  Grid& grid = pages.at(0).grids.at(0);
  const auto first = static_cast<size_t>(grid.columns);
  for (Word& word : pages[0].words) {
    if (word.grid >= 0 && word.cell >= static_cast<int>(first)) word.cell = grid.columns - 1 + grid.cells[static_cast<size_t>(word.cell)].row;
  }
  grid.cells.resize(first);
  for (int row = 1; row < grid.rows; ++row) {
    const auto edge = [&](int at) { return grid.row_edges[static_cast<size_t>(at)]; };
    grid.cells.push_back({row, 0, 1, grid.columns, {grid.box.left, edge(row), grid.box.right, edge(row + 1)}});
  }
  EXPECT_EQ(Join(pages), as_ruled);
}

// The short rule between two titles was not seen: below both the long ones were.
TEST(JoinTables, TitlesOfColumnsWhoseRuleIsLost) {
  const auto lose_rule = [](std::vector<PageReading> pages) {
    Grid& grid = pages.at(0).grids.at(0);  // the cells of the heading come first
    grid.cells[2].column_span = 2;
    grid.cells[2].box.right = grid.cells[3].box.right;
    grid.cells.erase(grid.cells.begin() + 3);
    for (Word& word : pages[0].words) word.cell -= word.cell > 2;
    return pages;
  };
  const std::vector<PageReading> pages = ThreeRows();
  EXPECT_EQ(Join(lose_rule(pages)), Join(pages));
  std::vector<PageReading> one = pages;  // "Thời gian" | "thực hiện" is one title over both
  for (Word& word : one[0].words) {
    if (word.grid < 0 || word.cell > 3) continue;
    word.text = word.text == "Thời" ? "thời" : word.text;
  }
  EXPECT_THAT(Join(lose_rule(one)), ::testing::HasSubstr("Chủ trì thời gian | ^"));
}

// `pages` without the upright rules to the right of the column edge `kept`.
std::vector<PageReading> WithoutRulesBehind(std::vector<PageReading> pages, size_t kept) {
  Grid& grid = pages.at(0).grids.at(0);
  const int last = static_cast<int>(kept), columns = last + 1;
  for (Word& word : pages[0].words) {
    if (word.grid < 0) continue;
    const GridCell& cell = grid.cells[static_cast<size_t>(word.cell)];
    word.cell = columns * cell.row + std::min(cell.column, last);
  }
  grid.columns = columns;
  grid.column_edges.erase(grid.column_edges.begin() + last + 1, grid.column_edges.end() - 1);
  grid.cells.clear();
  for (int row = 0; row < grid.rows; ++row) {
    for (int c = 0; c < columns; ++c) {
      const auto r = static_cast<size_t>(row), at = static_cast<size_t>(c);
      grid.cells.push_back({row, c, 1, 1, {grid.column_edges[at], grid.row_edges[r], grid.column_edges[at + 1], grid.row_edges[r + 1]}});
    }
  }
  return pages;
}

// The upright rules of some columns were seen, those between the last three or two were not.
TEST(JoinTables, AColumnThatHoldsSeveral) {
  const std::vector<PageReading> pages = ThreeRows();
  EXPECT_EQ(Join(WithoutRulesBehind(pages, 1)), Join(pages));
  EXPECT_EQ(Join(WithoutRulesBehind(pages, 2)), Join(pages));
}

struct HeadingCase {
  const char* name;
  const char *heading, *rows, *expected;
};

TEST(Heading, Depth) {
  for (const HeadingCase& c : {
           HeadingCase{"numbered columns",
                       "| TT | Nội dung | Chủ trì | Thời gian |\n| (1) | (2) | (3) | (4) |",
                       "| 1 | Xây dựng đề án | Sở Y tế | Quý I |",
                       "#TT | Nội dung | Chủ trì | Thời gian\n1 | Xây dựng đề án | "
                       "Sở Y tế | Quý I\n"},
           HeadingCase{"common title",
                       "| TT | Nội dung | Cơ quan thực hiện | < |\n| ^ | ^ | Chủ trì | Phối hợp |",
                       "| 1 | Xây dựng đề án | Sở Y tế | Công an tỉnh |",
                       "#TT | Nội dung | Cơ quan thực hiện | ^\n#^ | ^ | Chủ trì | Phối hợp\n"
                       "1 | Xây dựng đề án | Sở Y tế | Công an tỉnh\n"},
           HeadingCase{"section below", kHeading,
                       "| I | NHIỆM VỤ CHUNG | < | < |\n| 1 | Xây dựng đề án | Sở Y tế | Quý I |",
                       "#TT | Nội dung | Chủ trì | Thời gian\nI | NHIỆM VỤ CHUNG | ^ | ^\n1 | Xây dựng đề án "
                       "| Sở Y tế | Quý I\n"},
           HeadingCase{"statistics", "| TT | 2023 | Diện tích (ha) | Ghi nhận |",
                       "| a | Chưa rõ | 410 | Rà soát |\n| b | 2.100 | 75 | Rà soát |",
                       "#TT | 2023 | Diện tích (ha) | Ghi nhận\na | Chưa rõ | 410 | Rà soát\nb | 2.100 | 75 | Rà soát\n"},
           HeadingCase{"figures without titles", "", "| a | 1.250 | 320 | Tốt |\n| b | 2.100 | 410 | Tốt |\n| c | 900 | 75 | Tốt |",
                       "a | 1.250 | 320 | Tốt\nb | 2.100 | 410 | Tốt\nc | 900 | 75 | Tốt\n"},
           HeadingCase{"no titles", "", "| 1 | Xây dựng đề án | Sở Y tế | Quý I |",
                       "1 | Xây dựng đề án | Sở Y tế | Quý I\n"},
       }) {
    EXPECT_EQ(Join(Page(1, c.heading, c.rows)), c.expected) << c.name;
  }
}

TEST(Heading, RepeatedOneIsDropped) {
  const auto first = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |");
  const char expected[] =
      "#TT | Nội dung | Chủ trì | Thời gian\n1 | Xây dựng đề án | Sở Y tế | Quý I\n2 | Tổng kết | Sở Nội vụ "
      "| Quý II\n";
  for (const char* again :
       {"| TT | Nội dung | Chủ trì | Thời gian |", "| 11 | Nôi dụng | Chu tri | Thòi gian |",
        "|  | Nội dung | Chủ trì | Thời gian |", "| TT | Nội dung | Chủ trì | Thời |"}) {
    const auto pages = first + Page(2, again, "| 2 | Tổng kết | Sở Nội vụ | Quý II |");
    EXPECT_EQ(Join(pages), expected) << again;
  }
}

// The rest of a broken row stands right below a repeated heading, no rule between.
TEST(Heading, RepeatedWithTheRestOfARow) {
  const std::string first = "| 1 | Xây dựng đề án | Sở Y tế | Quý I |\n| | | Trung tâm Giáo dục nghề | |";
  auto pages = Page(1, kHeading, first) +
               Page(2, "", "| TT 2 | Nội dung Tổng kết công tác | Chủ trì nghiệp huyện | Thời gian Quý II |\n| 3 | Kiểm tra | Sở Nội vụ | Quý III |");
  pages[0].grids[0].open_bottom = true;
  EXPECT_EQ(Join(pages),
            "#TT | Nội dung | Chủ trì | Thời gian\n1 | Xây dựng đề án | Sở Y tế | Quý I\n"
            "2 | Tổng kết công tác | Trung tâm Giáo dục nghề nghiệp huyện | Quý II\n3 | Kiểm tra | Sở Nội vụ | Quý III\n");
}

TEST(Heading, KnownByRepetitionAlone) {
  const auto pages =
      Page(1, "| Số | Công việc phải làm | Người làm | Hạn |", "| 1 | Xây dựng đề án | Sở Y tế | Quý I |") +
      Page(2, "| Số | Công việc phải làm | Người làm | Hạn |", "| 2 | Tổng kết | Sở Nội vụ | Quý II |");
  EXPECT_EQ(Show(JoinTables(pages, {})),
            "#Số | Công việc phải làm | Người làm | Hạn\n1 | Xây dựng đề án | Sở Y tế | Quý I\n2 | Tổng kết "
            "| Sở Nội vụ | Quý II\n");
}

TEST(Heading, AnotherHeadingIsAnotherTable) {
  const auto pages = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |") +
                     Page(2, "| TT | Tên tài sản | Giá | Ghi chú |", "| 1 | Máy tính | 15.000.000 | |");
  EXPECT_EQ(Join(pages),
            "#TT | Nội dung | Chủ trì | Thời gian\n1 | Xây dựng đề án | Sở Y tế | Quý I\n"
            "----\n#TT | Tên tài sản | Giá | Ghi chú\n1 | Máy tính | 15.000.000 | \n");
}

TEST(Groups, WhatStandsBetween) {
  struct Case {
    const char* name;
    double y;
    bool on_upper;
    const char* text;
    double points;
    bool one_table;
  };
  for (const Case& c : {
           Case{"page number", 12, false, "2", 13, true},
           Case{"page number with dashes", 12, false, "- 2 -", 13, true},
           Case{"footnote", 270, true, "1 Công văn số 46-CV/BCSD ngày 16/4/2021 về việc tham mưu", 9, true},
           Case{"text behind", 200, true, "Ghi chú: các đơn vị báo cáo hằng quý về Sở Nội vụ", 13, false},
           Case{"text before", 14, false, "Phụ lục II", 13, false},
           Case{"speck", 14, false, "i", 13, true},
       }) {
    FlowOptions low;
    low.first_top_mm = 30;
    auto upper = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |", low);
    auto lower = Page(2, "", "| 2 | Tổng kết | Sở Nội vụ | Quý II |", low);
    PutText(c.on_upper ? upper[0] : lower[0], 40, c.y, c.text, c.points);
    EXPECT_EQ(JoinTables(upper + lower, Options()).size(), c.one_table ? 1u : 2u) << c.name;
  }
}

TEST(Groups, RunningHeadsAreNotText) {
  FlowOptions low;
  low.first_top_mm = 30;
  auto upper = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |", low);
  auto lower = Page(2, "", "| 2 | Tổng kết | Sở Nội vụ | Quý II |", low);
  PutText(upper[0], 120, 12, "Cơ sở dữ liệu văn bản pháp luật", 11);
  PutText(lower[0], 121, 12.5, "Cơ sở dữ liệu văn bản pháp luật", 11);
  EXPECT_EQ(JoinTables(upper + lower, Options()).size(), 1u);
  PutText(lower[0], 30, 18, "Biểu số hai", 13);
  EXPECT_EQ(JoinTables(upper + lower, Options()).size(), 2u);
}

TEST(Groups, PagesMayBeBlankTurnedShiftedOrScaled) {
  FlowOptions landscape, other_dpi, shifted;
  landscape.landscape = true;
  landscape.left_mm = 20;
  other_dpi.dpi = 300;
  shifted.left_mm = 31;
  const std::vector<double> wide = {15, 112.5, 60, 60};  // as kWidths, drawn half as wide again
  PageReading blank;
  blank.page = 2;
  blank.width = 1654;
  blank.height = 2339;
  const auto upper = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |");
  const char row[] = "| 2 | Tổng kết | Sở Nội vụ | Quý II |";
  EXPECT_EQ(JoinTables(upper + Page(2, "", row, landscape, wide), Options()).size(), 1u) << "landscape";
  EXPECT_EQ(JoinTables(upper + Page(2, "", row, other_dpi), Options()).size(), 1u) << "dpi";
  EXPECT_EQ(JoinTables(upper + Page(2, "", row, shifted), Options()).size(), 1u) << "shifted";
  EXPECT_EQ(JoinTables(upper + std::vector<PageReading>{blank} + Page(3, "", row), Options()).size(), 1u)
      << "blank";
  EXPECT_EQ(JoinTables(upper + Page(2, "", row, {}, {10, 40, 75, 40}), Options()).size(), 2u)
      << "other columns";
  EXPECT_EQ(JoinTables(upper + Page(2, "", "| 2 | Tổng kết | Quý II |", {}, {10, 60, 95}), Options()).size(),
            2u)
      << "a column less";
}

// Of a page of text, so much is kept as tells that it is not blank; of a page with a grid and of a blank one, all.
TEST(Groups, NeedFewWordsOfPagesOfText) {
  PageReading text;
  text.page = 2;
  text.width = 1654;
  text.height = 2339;
  text.dpi = 200;
  PageReading blank = text;
  PutText(text, 40, 50, "2 Các đơn vị báo cáo hằng quý về Sở Nội vụ", 13);
  PutText(blank, 100, 12, "- 2 -", 13);
  PageReading table = Page(1, kHeading, "| 1 | Xây dựng đề án | Sở Y tế | Quý I |").front();
  const auto lower = Page(3, "", "| 2 | Tổng kết | Sở Nội vụ | Quý II |");
  for (PageReading* page : {&text, &blank, &table}) {
    const PageReading whole = *page;
    KeepForJoining(page);
    EXPECT_EQ(*page == whole, page != &text);
  }
  EXPECT_EQ(text.words.size(), 3u);
  EXPECT_EQ(JoinTables(std::vector<PageReading>{table, text} + lower, Options()).size(), 2u);
  EXPECT_EQ(JoinTables(std::vector<PageReading>{table, blank} + lower, Options()).size(), 1u);
}

// On the second page the rule between agency and time was not seen: words show that it is there.
TEST(Groups, RuleNotSeenOnOnePage) {
  auto pages =
      Page(1, "| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |",
           "| 1 | Xây dựng đề án | Sở Y tế | Công an tỉnh | Quý I |", {}, {10, 60, 35, 35, 25}) +
      Page(2, "",
           "| 2 | Tổng kết | Sở Nội vụ | | Quý II |\n| 3 | Rà soát | Sở Y tế | Công an tỉnh | Quý IV |\n"
           "| II | NHIỆM VỤ GIAO CHO CÁC SỞ, BAN, NGÀNH TỈNH | < | < | < |\n"
           "| 1 | Kiểm tra | Sở Y tế | Công an tỉnh | Quý I |",
           {}, {10, 60, 35, 35, 25});
  Grid& grid = pages[1].grids[0];
  std::vector<int> renamed(grid.cells.size(), -1);
  std::vector<GridCell> cells;
  for (size_t i = 0; i < grid.cells.size(); ++i) {
    GridCell cell = grid.cells[i];
    if (cell.column == 3) {
      renamed[i] = static_cast<int>(cells.size()) - 1;
      cells.back().box = cells.back().box.Union(cell.box);
      continue;
    }
    if (cell.column == 4) cell.column = 3;
    if (cell.column_span > 1) --cell.column_span;
    renamed[i] = static_cast<int>(cells.size());
    cells.push_back(cell);
  }
  grid.cells = cells;
  grid.columns = 4;
  grid.column_edges.erase(grid.column_edges.begin() + 3);
  for (Word& word : pages[1].words) word.cell = renamed[static_cast<size_t>(word.cell)];
  EXPECT_EQ(Join(pages),
            "#TT | Nội dung | Chủ trì | Phối hợp | Thời gian\n"
            "1 | Xây dựng đề án | Sở Y tế | Công an tỉnh | Quý I\n"
            "2 | Tổng kết | Sở Nội vụ |  | Quý II\n"
            "3 | Rà soát | Sở Y tế | Công an tỉnh | Quý IV\n"
            "II | NHIỆM VỤ GIAO CHO CÁC SỞ, BAN, NGÀNH TỈNH | ^ | ^ | ^\n"
            "1 | Kiểm tra | Sở Y tế | Công an tỉnh | Quý I\n");
}

// What the last row of page 1 and the first row of page 2 make: one row, or two. `next` follows on page 2.
struct BreakCase {
  const char *name, *upper, *lower, *next;
  bool one_row;
};

TEST(RowCut, CutOrNot) {
  const std::vector<BreakCase> cases = {
      {"one cell goes on",
       "| 1 | Về cơ chế khoanh nợ | Sở Tài chính, Ngân hàng Nhà nước; Hội Thủy sản tỉnh và | Quý II/2022 |",
       "| | | UBND các huyện, thành phố | |", "| 2 | Về việc ban hành chính sách | Sở Y tế | Quý I/2022 |",
       true},
      {"several cells go on",
       "| 1 | Tỉnh trao đổi, thống nhất với các địa phương về mở cửa khẩu mới và xin ý kiến các Bộ ngành "
       "liên quan để có cơ sở "
       "báo cáo Chính phủ quyết định các vấn đề về hợp tác | BCH BĐBP tỉnh, Ban quản lý KKT tỉnh, BQL KKTCK "
       "Hà Tiên, Thành phố "
       "Hà | Quý III/2022 |",
       "| | kinh tế trong năm 2022 và các năm tiếp theo | Tiên, huyện Giang Thành | |",
       "| 2 | Giao Bộ Ngoại giao | Sở Ngoại vụ | Năm 2022 |", true},
      {"number not recognised", "| 3 | Xây dựng đề án phát triển du lịch. | Sở Du lịch | Quý II/2022 |",
       "| | Tổng kết thực hiện Nghị quyết của Hội đồng nhân dân tỉnh. | Sở Nội vụ | Quý III/2022 |",
       "| 5 | Kiểm tra | Sở Y tế | Quý I/2022 |", false},
      {"merged lead, its first row above",
       "| 02 | Danh mục các dự án trọng điểm kêu gọi đầu tư giai đoạn 2021-2025 | Sở Kế hoạch và Đầu tư | "
       "Hoàn thành trong quý "
       "II-2021 |",
       "| | Đề án cơ chế chính sách đặc thù phát triển đảo Phú Quốc | | Hoàn thành trong quý III-2021 |",
       "| 03 | Đề án phát triển ngành nông nghiệp | Sở Nông nghiệp | Hoàn thành trong quý IV-2021 |", false},
      {"numbered row", "| 1 | Xây dựng đề án, kế hoạch và | Sở Y tế | Quý I |",
       "| 2 | tổng kết đề án | Sở Nội vụ | Quý II |", "| 3 | Kiểm tra | Sở Y tế | Quý I |", false},
      {"section above", "| I | CÁC NHIỆM VỤ TRỌNG TÂM VÀ | < | < |",
       "| | tổng kết đề án | Sở Nội vụ | Quý II |", "| 2 | Kiểm tra | Sở Y tế | Quý I |", false},
      {"bracket opened above",
       "| 7 | Điều chỉnh kế hoạch các nguồn vốn năm 2023 của tỉnh theo ý kiến của Hội đồng nhân dân tỉnh "
       "(Điều chỉnh khi | Sở Y "
       "tế | Quý I |",
       "| | có yêu cầu) | | |", "| 8 | Kiểm tra | Sở Y tế | Quý I |", true},
      {"halves of a row whose cells stand in the middle", "| 4 | | | Quý II/2022 |",
       "| | Quyết định ban hành đơn giá bồi thường cây trồng, vật nuôi | Sở Nông nghiệp | |",
       "| 5 | Kiểm tra | Sở Y tế | Quý I |", true},
      {"same deadline again", "| 3 | Xây dựng đề án du lịch | Sở Du lịch | Thường xuyên |",
       "| | Tổng kết Nghị quyết | | Thường xuyên |", "| 4 | Kiểm tra | Sở Y tế | Quý I |", false},
  };
  for (const BreakCase& c : cases) {
    const auto upper =
        Page(1, kHeading, std::string("| 0 | Rà soát văn bản | Sở Tư pháp | Quý I |\n") + c.upper);
    const auto lower = Page(2, "", std::string(c.lower) + "\n" + c.next);
    const std::vector<Table> tables = JoinTables(upper + lower, Options());
    ASSERT_EQ(tables.size(), 1u) << c.name;
    EXPECT_EQ(tables[0].rows.size(), c.one_row ? 3u : 4u) << c.name << "\n" << Show(tables);
    if (c.one_row) {
      EXPECT_EQ(tables[0].rows[1].page_from, 1);
      EXPECT_EQ(tables[0].rows[1].page_to, 2);
    }
  }
}

// Without a rule at the break the row is open; the same cells closed by rules are two rows.
TEST(RowCut, MissingRule) {
  auto pages =
      Page(1, kHeading,
           "| 1 | Rà soát | Sở Y tế | Quý I |\n| 2 | Chương trình sản phẩm quốc gia | Sở Y tế | Quý I |") +
      Page(2, "", "| | OCOP của tỉnh | | |\n| 3 | Kiểm tra | Sở Y tế | Quý I |");
  pages[0].grids[0].open_bottom = pages[1].grids[0].open_top = true;
  const std::vector<Table> open = JoinTables(pages, Options());
  EXPECT_EQ(open[0].rows.size(), 3u) << Show(open);
}

TEST(Spans, GoOnOverTheBreak) {
  const auto upper =
      Page(1, kHeading,
           "| 1 | Đề án cải cách hành chính | Sở Y tế | Quý I |\n| ^ | Tổng kết đề án | ^ | Quý II |");
  const auto lower =
      Page(2, "", "| | Kiểm tra | | Quý III |\n| ^ | Báo cáo | ^ | Quý IV |\n| 2 | Rà soát | Sở Nội vụ | |");
  const std::vector<Table> tables = JoinTables(upper + lower, Options());
  EXPECT_EQ(Show(tables),
            "#TT | Nội dung | Chủ trì | Thời gian\n1 | Đề án cải cách hành chính | Sở Y tế | Quý I\n"
            "^ | Tổng kết đề án | ^ | Quý II\n^ | Kiểm tra | ^ | Quý III\n^ | Báo cáo | ^ | Quý IV\n"
            "2 | Rà soát | Sở Nội vụ | \n");
  EXPECT_EQ(tables[0].rows[0].cells[2].row_span, 4);
}

TEST(Spans, RepeatedTextIsOneCell) {
  const auto upper = Page(1, kHeading, "| 1 | Đề án | Sở Y tế | Quý I |\n| ^ | Tổng kết | ^ | Quý II |");
  const auto lower = Page(2, "", "| | Kiểm tra | Sở Y tế | Quý III |\n| ^ | Báo cáo | ^ | Quý IV |");
  EXPECT_EQ(Join(upper + lower),
            "#TT | Nội dung | Chủ trì | Thời gian\n1 | Đề án | Sở Y tế | Quý I\n^ | Tổng kết | ^ | Quý II\n"
            "^ | Kiểm tra | ^ | Quý III\n^ | Báo cáo | ^ | Quý IV\n");
}

TEST(Spans, AnotherMonthIsAnotherCell) {
  const auto upper = Page(1, kHeading, "| Tháng 11/2024 | Đề án | Sở Y tế | |\n| ^ | Tổng kết | Sở Nội vụ | |");
  const auto lower = Page(2, "", "| Tháng 12/2024 | Kiểm tra | Sở Y tế | |\n| ^ | Báo cáo | Sở Nội vụ | |");
  const std::vector<Table> tables = JoinTables(upper + lower, Options());
  EXPECT_EQ(tables[0].rows[2].cells[0].Text(), "Tháng 12/2024") << Show(tables);
}

TEST(Spans, AnotherGroupBegins) {
  const auto upper = Page(1, kHeading, "| 1 | Đề án | Sở Y tế | Quý I |\n| ^ | Tổng kết | ^ | Quý II |");
  const auto lower = Page(2, "", "| 2 | Kiểm tra | | Quý III |\n| ^ | Báo cáo | ^ | Quý IV |");
  EXPECT_EQ(Join(upper + lower),
            "#TT | Nội dung | Chủ trì | Thời gian\n1 | Đề án | Sở Y tế | Quý I\n^ | Tổng kết | ^ | Quý II\n"
            "2 | Kiểm tra |  | Quý III\n^ | Báo cáo | ^ | Quý IV\n");
}

// The lead began anew beside "UBND tỉnh" already, so that its groups do not end that cell.
// A name that fills its cell above, and another that stands for two rows below.
TEST(Spans, AnotherNameIsAnotherCell) {
  const auto first = Page(1, kHeading, "| 24 | Tuần tra rừng | Hạt Kiểm lâm | Quý I |\n| 25 | Kiểm tra giá | Đội Quản lý thị trường khu vực 4 | Quý II |");
  const auto second = Page(2, "",
                           "| 26 | Trưng bày giống lúa | Trung tâm Dịch vụ, hỗ trợ phát triển nông nghiệp huyện | Quý III |\n"
                           "| 27 | Hướng dẫn hợp tác xã | ^ | Quý IV |\n| 28 | Vệ sinh đường phố | Công an | Quý IV |");
  EXPECT_EQ(Join(first + second),
            "#TT | Nội dung | Chủ trì | Thời gian\n24 | Tuần tra rừng | Hạt Kiểm lâm | Quý I\n"
            "25 | Kiểm tra giá | Đội Quản lý thị trường khu vực 4 | Quý II\n"
            "26 | Trưng bày giống lúa | Trung tâm Dịch vụ, hỗ trợ phát triển nông nghiệp huyện | Quý III\n"
            "27 | Hướng dẫn hợp tác xã | ^ | Quý IV\n28 | Vệ sinh đường phố | Công an | Quý IV\n");
}

TEST(Spans, GoOnBesideGroupsThatBegan) {
  const auto upper = Page(1, "| TT | Nội dung | Chủ trì | Cấp trình |",
                          "| 1 | Đề án | Sở Y tế | HĐND |\n| 2 | Rà soát | ^ | HĐND |\n| 3 | Tổng kết | Sở Nội vụ | UBND tỉnh |\n| 4 | Sơ kết | Sở Tài chính | ^ |");
  const auto lower = Page(2, "", "| 5 | Kiểm tra | Sở Xây dựng | |\n| 6 | Báo cáo | Thanh tra | Tỉnh ủy |");
  const std::vector<Table> tables = JoinTables(upper + lower, Options());
  EXPECT_EQ(tables[0].rows[2].cells[3].row_span, 3) << Show(tables);
}

TEST(Rows, EmptyOnesAreLeftOut) {
  EXPECT_EQ(
      Join(Page(1, kHeading,
                "| 1 | Đề án | Sở Y tế | Quý I |\n| | | | |\n| 2 | Tổng kết | Sở Nội vụ | |\n| | | ^ | |")),
      "#TT | Nội dung | Chủ trì | Thời gian\n1 | Đề án | Sở Y tế | Quý I\n2 | Tổng kết | Sở Nội vụ | \n");
}

// A stroke taken for a rule cuts one cell; all others span the halves.
TEST(Rows, CellCutByNoRuleIsHealed) {
  EXPECT_EQ(Join(Page(1, kHeading,
                      "| 1 | Quyết định số 1658/QĐ-TTg về việc đẩy mạnh phát triển cơ chế, chính sách để đào "
                      "| Sở Y tế | Quý I |\n"
                      "| ^ | tạo nguồn nhân lực | ^ | ^ |\n| 2 | Tổng kết | Sở Nội vụ | |")),
            "#TT | Nội dung | Chủ trì | Thời gian\n"
            "1 | Quyết định số 1658/QĐ-TTg về việc đẩy mạnh phát triển cơ chế, chính sách để đào tạo nguồn "
            "nhân lực | Sở Y tế | "
            "Quý I\n2 | Tổng kết | Sở Nội vụ | \n");
  EXPECT_EQ(
      Join(Page(1, kHeading, "| 1 | Xây dựng đề án. | Sở Y tế | Quý I |\n| ^ | Tổng kết đề án. | ^ | ^ |")),
      "#TT | Nội dung | Chủ trì | Thời gian\n1 | Xây dựng đề án. | Sở Y tế | Quý I\n^ | Tổng kết đề án. | ^ "
      "| ^\n");
}

// A title from edge to edge is no lower part of the first column's cell, though the sentence could go on.
TEST(Rows, TitleOverAllColumnsIsNoLowerPartOfACell) {
  EXPECT_EQ(Join(Page(1, "| Nội dung | Chủ trì | Kết quả | Thời gian |",
                      "| Bồi dưỡng kỹ năng số cho cán bộ, công chức và thành viên Tổ công nghệ số cộng đồng | Sở Y tế | Lớp | Quý I |\n"
                      "| C: Xây dựng chính quyền số | < | < | < |\n| Số hóa sổ hộ tịch | Sở Nội vụ | Dữ liệu | |",
                      {}, {60, 40, 30, 35})),
            "#Nội dung | Chủ trì | Kết quả | Thời gian\n"
            "Bồi dưỡng kỹ năng số cho cán bộ, công chức và thành viên Tổ công nghệ số cộng đồng | Sở Y tế | Lớp | Quý I\n"
            "C: Xây dựng chính quyền số | ^ | ^ | ^\nSố hóa sổ hộ tịch | Sở Nội vụ | Dữ liệu | \n");
}

// The letters of a section's title run over places where rules stand above and below.
TEST(Rows, TitleCutIntoCellsIsHealed) {
  auto pages =
      Page(1, kHeading, "| I | NHIỆM VỤ | CHUNG | THÁNG |\n| 1 | Xây dựng đề án | Sở Y tế | Quý I |");
  const Grid& grid = pages[0].grids[0];
  for (Word& word : pages[0].words) {
    const GridCell& cell = grid.cells[static_cast<size_t>(word.cell)];
    if (cell.row != 1 || cell.column == 0) continue;
    if (word.text == "VỤ") word.box.right = cell.box.right;
    if (word.text == "CHUNG") word.box.left = cell.box.left;
    if (word.text == "CHUNG") word.box.right = cell.box.right - 2;
    if (word.text == "THÁNG") word.box.left = cell.box.left + 3;
  }
  EXPECT_EQ(Join(pages),
            "#TT | Nội dung | Chủ trì | Thời gian\nI | NHIỆM VỤ CHUNG THÁNG | ^ | ^\n1 | Xây dựng đề án | Sở "
            "Y tế | Quý I\n");
}

// Two tables with a line of text between them that came out as one grid.
TEST(Groups, StackedTablesAreTwo) {
  const auto pages = Page(1, "",
                          "| Tên tài sản | Giá | < | Thời gian | < |\n| Nhà | 120 | < | 2024 | < |\n| Phân công thực hiện | < | < | < | < |\n"
                          "| Nội dung | < | Chủ trì | < | Thời gian |\n| Kiểm kê | < | Sở Y tế | < | Quý I |",
                          {}, {40, 30, 30, 30, 30});
  EXPECT_EQ(Join(pages),
            "#Tên tài sản | Giá | Thời gian\n"
            "Nhà | 120 | 2024\n"
            "----\n"
            "#Nội dung | Chủ trì | Thời gian\n"
            "Kiểm kê | Sở Y tế | Quý I\n");
  // A section's title across one table parts nothing.
  const auto section = Page(1, kHeading, "| 1 | Rà soát | Sở Y tế | Quý I |\n| Phân công | < | < | < |\n| 2 | Kiểm kê | < | Quý I |");
  EXPECT_THAT(JoinTables(section, Options()), ::testing::SizeIs(1));
}

TEST(Heading, NumbersOfColumnsWhoseRuleWasNotSeen) {
  EXPECT_EQ(Join(Page(1, kHeading, "| (1) I | (2) Công tác cán bộ | (3) | (4) |\n| 1 | Rà soát | Sở Y tế | Quý I |")),
            "#TT | Nội dung | Chủ trì | Thời gian\n"
            "I | Công tác cán bộ |  | \n"
            "1 | Rà soát | Sở Y tế | Quý I\n");
}

// Of a whole row of numbers one may be spoilt, on any page.
TEST(Heading, NumbersOfColumnsOfWhichOneIsSpoilt) {
  const std::string heading = "| TT | Nội dung | Chủ trì | Thời gian | Sản phẩm |\n";
  const std::vector<double> widths = {10, 60, 40, 35, 30};
  EXPECT_EQ(Join(Page(1, heading + "| (1) | (2) | ) | (4) | (5) |", "| 1 | Rà soát | Sở Y tế | Quý I | Báo cáo |", {}, widths) +
                 Page(2, heading + "| (1) | (2) | (3) | (4) | 5 |", "| 2 | Tổng kết | Sở Nội vụ | Quý II | Báo cáo |", {}, widths)),
            "#TT | Nội dung | Chủ trì | Thời gian | Sản phẩm\n"
            "1 | Rà soát | Sở Y tế | Quý I | Báo cáo\n2 | Tổng kết | Sở Nội vụ | Quý II | Báo cáo\n");
}

// What a column is reckoned from stands in the row, too; most places tell where some were misread. Figures of one row do not go on so.
TEST(Heading, NumbersOfColumnsThatAreReckonedFromOthers) {
  const std::string heading = "| TT | Nội dung | Đơn vị | Kế hoạch | Thực hiện | Giá | So sánh (%) | < |\n| ^ | ^ | ^ | ^ | ^ | ^ | Kế hoạch | Cùng kỳ |\n";
  const std::vector<double> widths = {10, 40, 20, 20, 20, 20, 20, 20};
  const std::string row = "| 1 | Số bác sĩ | Người | 6 | 7 | 8 | 9 | 10 |";
  for (const char* numbers : {"| 1 | 2 | 3 | 4 | 5 | 6 | 7=5/4 | 8 = (6)/(4) |", "| I | 2 | 3 | .* 22 | 5 | 6 | 7=5/4 | 8=6/4 |"})
    EXPECT_EQ(JoinTables(Page(1, heading + numbers, row, {}, widths), Options()).at(0).rows.size(), 1u) << numbers;
  EXPECT_EQ(JoinTables(Page(1, heading, row, {}, widths), Options()).at(0).rows.size(), 1u);
}

// The edge of another sheet, with a table of its own, lies beside it on the first page.
TEST(Tables, AnotherOneBesideItPartsNoTable) {
  std::vector<PageReading> pages = Page(1, kHeading, "| 1 | Rà soát | Sở Y tế | Quý I |") + Page(2, "", "| 2 | Tổng kết | Sở Nội vụ | Quý II |");
  EXPECT_EQ(JoinTables(pages, Options()).size(), 1u);
  Grid edge = pages[0].grids[0];
  const Box box = edge.box;
  edge.box = {box.right + 60, box.top + 5, box.right + 200, box.bottom};
  edge.rows = 1;
  edge.columns = 2;
  edge.column_edges = {edge.box.left, edge.box.left + 70, edge.box.right};
  edge.row_edges = {edge.box.top, edge.box.bottom};
  edge.cells = {{0, 0, 1, 1, {edge.box.left, edge.box.top, edge.box.left + 70, edge.box.bottom}},
                {0, 1, 1, 1, {edge.box.left + 70, edge.box.top, edge.box.right, edge.box.bottom}}};
  pages[0].grids.push_back(edge);
  pages[0].words.push_back({"cương", {edge.box.left + 5, edge.box.top + 5, edge.box.left + 60, edge.box.top + 25}, 0.9f, 1, 0});
  pages[0].words.push_back({"Sáng", {edge.box.left + 75, edge.box.top + 5, edge.box.left + 120, edge.box.top + 25}, 0.9f, 1, 1});
  const std::vector<Table> tables = JoinTables(pages, Options());
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].rows.size(), 2u);
}

TEST(Options, CellLinesComeFromTheCaller) {
  JoinOptions options = Options();
  int asked = 0;
  options.cell_lines = [&](const PageReading& reading, int grid, int cell) {
    ++asked;
    const GridCell& at = reading.grids[static_cast<size_t>(grid)].cells[static_cast<size_t>(cell)];
    const Box box{at.box.left + 20, at.box.top, at.box.left + 40, at.box.top + 25};
    return std::vector<Line>{{reading.page, box, {{"c" + std::to_string(at.column), box, 1.0f}}}};
  };
  EXPECT_EQ(Show(JoinTables(Page(1, "", "| 1 | Xây dựng | Sở Y tế | Quý I |"), options)),
            "c0 | c1 | c2 | c3\n");
  EXPECT_EQ(asked, 4);
}

}  // namespace
}  // namespace trichluc
