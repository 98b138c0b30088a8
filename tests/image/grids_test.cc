// Tables painted on pages and found again.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "image/analyse.h"
#include "image/upright.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::Colour;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PaintedPage;
using ::testing::SizeIs;

// "rows x columns: r,c r,c+2x1 …": cells with more than one unit show their spans.
std::string Shape(const Grid& grid) {
  std::string out = fmt::format("{}x{}", grid.rows, grid.columns);
  size_t plain = 0;
  for (const GridCell& cell : grid.cells) {
    if (cell.row_span == 1 && cell.column_span == 1)
      ++plain;
    else
      out += fmt::format(" {},{}+{}x{}", cell.row, cell.column, cell.row_span, cell.column_span);
  }
  return out + fmt::format(" and {}", plain);
}

std::vector<std::string> Shapes(const Image& image) {
  std::vector<std::string> shapes;
  for (const Grid& grid : Analyse(image).grids) shapes.push_back(Shape(grid));
  return shapes;
}

const std::vector<double> kColumns{30, 42, 100, 140, 190};
const std::vector<double> kRows{60, 70, 92, 110, 135};

struct Look {
  double thickness = 0.2;
  Colour colour = testing::kBlack;
};

// A table of 4 x 4 with a little text in each cell. Lines are left out where `skip(vertical, edge, part)`
// says so.
PaintedPage Table(int dpi, Look look = {}, const std::function<bool(bool, size_t, size_t)>& skip = {}) {
  PaintedPage page(210, 200, dpi);
  std::mt19937 random(1);
  for (size_t r = 0; r < kRows.size(); ++r) {
    for (size_t c = 0; c + 1 < kColumns.size(); ++c) {
      if (!skip || !skip(false, r, c))
        page.Across(kColumns[c], kColumns[c + 1] + look.thickness / 2, kRows[r], look.thickness, look.colour);
    }
  }
  for (size_t c = 0; c < kColumns.size(); ++c) {
    for (size_t r = 0; r + 1 < kRows.size(); ++r) {
      if (!skip || !skip(true, c, r))
        page.Down(kColumns[c], kRows[r], kRows[r + 1] + look.thickness / 2, look.thickness, look.colour);
    }
  }
  for (size_t r = 0; r + 1 < kRows.size(); ++r) {
    for (size_t c = 0; c + 1 < kColumns.size(); ++c) {
      page.TextLine(kColumns[c] + 2, kRows[r] + 6, kColumns[c + 1] - kColumns[c] - 4, random);
    }
  }
  for (int line = 0; line < 5; ++line) page.TextLine(30, 20 + 7 * line, 150, random);
  return page;
}

class ResolutionTest : public ::testing::TestWithParam<int> {};

TEST_P(ResolutionTest, FindsTheSameTable) {
  PaintedPage page = Table(GetParam());
  const std::vector<Grid> grids = Analyse(page.image()).grids;
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_EQ(Shape(grids[0]), "4x4 and 16");
  EXPECT_GT(grids[0].confidence, 0.95);
  for (size_t i = 0; i < kColumns.size(); ++i)
    EXPECT_NEAR(grids[0].column_edges[i], page.Pixels(kColumns[i]), 2);
  for (size_t i = 0; i < kRows.size(); ++i) EXPECT_NEAR(grids[0].row_edges[i], page.Pixels(kRows[i]), 2);
  const GridCell& cell = grids[0].cells[5];
  EXPECT_NEAR(cell.box.left, page.Pixels(kColumns[1]), 3);
  EXPECT_NEAR(cell.box.bottom, page.Pixels(kRows[2]), 3);
  EXPECT_FALSE(grids[0].open_top || grids[0].open_bottom);
}

INSTANTIATE_TEST_SUITE_P(Dpi, ResolutionTest, ::testing::Values(100, 150, 200, 300, 400));

struct LookCase {
  const char* name;
  Look look;
  double noise, drop_out;
};

class LookTest : public ::testing::TestWithParam<LookCase> {};

TEST_P(LookTest, FindsTheSameTable) {
  const LookCase& look = GetParam();
  PaintedPage page = Table(200, look.look);
  std::mt19937 random(7);
  page.Noise(look.noise, look.drop_out, random);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x4 and 16"));
}

INSTANTIATE_TEST_SUITE_P(Scans, LookTest,
                         ::testing::Values(LookCase{"hair lines", {0.1, testing::kBlack}, 0, 0},
                                           LookCase{"thick", {0.9, testing::kBlack}, 0, 0},
                                           LookCase{
                                               "a third of the ink lost", {0.25, testing::kBlack}, 0, 0.3},
                                           LookCase{"light grey, noisy", {0.2, {185, 185, 185}}, 8, 0},
                                           LookCase{"grey and torn", {0.2, {150, 150, 150}}, 8, 0.3}),
                         [](const auto& info) {
                           std::string name = info.param.name;
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
                           return name;
                         });

TEST(GridsTest, TurnsThePageUprightFirst) {
  for (const double degrees : {-4.0, -1.3, 0.4, 2.5, 7.0}) {
    PaintedPage page = Table(200);
    const PixPtr turned = Straighten(ToPix(page.image()).get(), -degrees);
    const PageImage result = Analyse(FromPix(turned.get(), 200));
    ASSERT_THAT(result.grids, SizeIs(1)) << degrees;
    EXPECT_EQ(Shape(result.grids[0]), "4x4 and 16") << degrees;
    EXPECT_EQ(result.measurements[0].name, "skew_degrees");
    EXPECT_NEAR(result.measurements[0].value, degrees, 0.06);
    EXPECT_EQ(result.measurements[1].value, 1) << "measured on the rules";
  }
}

struct PartCase {
  const char* name;
  std::function<bool(bool, size_t, size_t)> skip;
  const char* shape;
  bool open_top = false, open_bottom = false;
};

class PartTest : public ::testing::TestWithParam<PartCase> {};

TEST_P(PartTest, HasTheShape) {
  PaintedPage page = Table(200, {}, GetParam().skip);
  const std::vector<Grid> grids = Analyse(page.image()).grids;
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_EQ(Shape(grids[0]), GetParam().shape);
  EXPECT_EQ(grids[0].open_top, GetParam().open_top);
  EXPECT_EQ(grids[0].open_bottom, GetParam().open_bottom);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, PartTest,
    ::testing::Values(
        PartCase{"two rows are one in the first column",
                 [](bool v, size_t e, size_t p) { return !v && e == 2 && p == 0; }, "4x4 1,0+2x1 and 14"},
        PartCase{"a section row over all columns",
                 [](bool v, size_t e, size_t p) { return v && e > 0 && e < 4 && p == 1; },
                 "4x4 1,0+1x4 and 12"},
        PartCase{"a heading over two columns",
                 [](bool v, size_t e, size_t p) { return v && e == 2 && p == 0; }, "4x4 0,1+1x2 and 14"},
        PartCase{"a block of four units",
                 [](bool v, size_t e, size_t p) {
                   return (v && e == 2 && (p == 1 || p == 2)) || (!v && e == 2 && (p == 1 || p == 2));
                 },
                 "4x4 1,1+2x2 and 12"},
        PartCase{"no frame at the sides", [](bool v, size_t e, size_t) { return v && (e == 0 || e == 4); },
                 "4x4 and 16"},
        PartCase{"cut at the bottom", [](bool v, size_t e, size_t) { return !v && e == 4; }, "4x4 and 16",
                 false, true},
        PartCase{"cut at the top", [](bool v, size_t e, size_t) { return !v && e == 0; }, "4x4 and 16", true,
                 false}),
    [](const auto& info) {
      std::string name = info.param.name;
      for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
      return name;
    });

TEST(GridsTest, DoubleRulesAreOne) {
  PaintedPage page = Table(300);
  for (const double y : kRows) page.Across(kColumns.front(), kColumns.back(), y + 0.8);
  for (const double x : kColumns) page.Down(x + 0.8, kRows.front(), kRows.back());
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x4 and 16"));
}

TEST(GridsTest, BentRulesStayWhatTheyAre) {
  PaintedPage page(210, 200, 200);
  const auto sag = [](double x) {
    return 1.5 * std::sin((x - 30) / 160 * 3.1416);
  };  // a page that lay in a binding
  for (const double y : kRows) {
    page.Curve([&](double t) { return std::array<double, 2>{30 + 160 * t, y + sag(30 + 160 * t)}; }, 0.2);
  }
  for (const double x : kColumns) page.Down(x, kRows.front() + sag(x), kRows.back() + sag(x));
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x4 and 16"));
}

TEST(GridsTest, TablesBelowEachOtherAreTwo) {
  PaintedPage page(210, 250, 200);
  for (const double top : {40.0, 120.0}) {
    for (const double y : {0.0, 12.0, 30.0}) page.Across(30, 190, top + y);
    for (const double x : {30.0, 60.0, 190.0}) page.Down(x, top, top + 30);
  }
  const std::vector<Grid> grids = Analyse(page.image()).grids;
  ASSERT_THAT(grids, SizeIs(2));
  EXPECT_LT(grids[0].box.bottom, grids[1].box.top);
}

// Pieces of one upright rule do not make two frames one table.
TEST(GridsTest, FramesBelowEachOtherAreTwoWhateverTheirPieces) {
  PaintedPage page(210, 250, 200);
  for (const double top : {40.0, 79.0}) {
    for (const double y : {0.0, 12.0, 30.0}) page.Across(30, 190, top + y);
    for (const double x : {30.0, 30.9, 189.1, 190.0}) page.Down(x, top, top + 30);
  }
  for (const double x : {60.0, 100.0}) page.Down(x, 40, 70);
  for (const double x : {80.0, 140.0}) page.Down(x, 79, 109);
  EXPECT_THAT(Analyse(page.image()).grids, SizeIs(2));
}

// The title of a section at the head of a page, its upper rule lost: the frame alone reaches over the first rule.
TEST(GridsTest, TheFrameAloneClosesARow) {
  PaintedPage page(210, 250, 200);
  for (const double y : {50.0, 70.0, 90.0}) page.Across(30, 190, y);
  for (const double x : {60.0, 90.0, 120.0, 150.0}) page.Down(x, 50, 90);
  for (const double x : {30.0, 190.0}) page.Down(x, 42, 90);
  const std::vector<Grid> grids = Analyse(page.image()).grids;
  ASSERT_THAT(grids, SizeIs(1));
  EXPECT_EQ(grids[0].rows, 3);
  EXPECT_TRUE(grids[0].open_top);
}

TEST(GridsTest, WhatIsNoTable) {
  std::mt19937 random(3);
  PaintedPage page(210, 297, 200);
  for (int line = 0; line < 30; ++line) page.TextLine(30, 40 + 7 * line, 155, random);
  EXPECT_THAT(Shapes(page.image()), IsEmpty()) << "lines of text";
  page.Across(125, 170, 33);
  page.Across(30, 60, 33);
  EXPECT_THAT(Shapes(page.image()), IsEmpty()) << "underlines";
  for (const double y : {255.0, 265.0}) page.Across(30, 62, y, 0.5);
  for (const double x : {30.0, 62.0}) page.Down(x, 255, 265, 0.5);
  EXPECT_THAT(Shapes(page.image()), IsEmpty()) << "a frame around a few words";
}

TEST(GridsTest, UnderlinedWordsInACellAreNoRow) {
  PaintedPage page = Table(200);
  page.Across(kColumns[1] + 10, kColumns[1] + 35, kRows[1] + 14);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x4 and 16"));
}

// A random table: unit cells merged in random rectangles; only the lines between different cells are drawn.
struct RandomTable {
  std::vector<double> columns, rows;
  std::vector<std::vector<int>> owner;
  size_t cells = 0;
};

RandomTable MakeRandomTable(std::mt19937& random) {
  const auto pick = [&random](int low, int high) {
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
  };
  RandomTable table{{20}, {30}, {}};
  for (int c = pick(2, 7); c > 0; --c) table.columns.push_back(table.columns.back() + pick(10, 25));
  for (int r = pick(2, 10); r > 0; --r) table.rows.push_back(table.rows.back() + pick(6, 20));
  const int rows = static_cast<int>(table.rows.size()) - 1,
            columns = static_cast<int>(table.columns.size()) - 1;
  table.owner.assign(static_cast<size_t>(rows), std::vector<int>(static_cast<size_t>(columns), -1));
  int next = 0;
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (table.owner[r][c] >= 0) continue;
      int height = pick(0, 5) == 0 ? pick(1, std::min(3, rows - r)) : 1,
          width = pick(0, 5) == 0 ? pick(1, columns - c) : 1;
      for (int x = c; x < c + width; ++x) {
        if (table.owner[r][x] >= 0) width = x - c;
      }
      for (int y = r; y < r + height; ++y) {
        for (int x = c; x < c + width; ++x) table.owner[y][x] = next;
      }
      ++next;
    }
  }
  table.cells = static_cast<size_t>(next);
  return table;
}

// Every unit line drawn once, with text in each cell.
void Paint(PaintedPage& page, const RandomTable& table, std::mt19937& random) {
  const size_t rows = table.rows.size() - 1, columns = table.columns.size() - 1;
  for (size_t r = 0; r <= rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      if (r > 0 && r < rows && table.owner[r - 1][c] == table.owner[r][c]) continue;
      page.Across(table.columns[c], table.columns[c + 1] + 0.1, table.rows[r]);
    }
  }
  for (size_t c = 0; c <= columns; ++c) {
    for (size_t r = 0; r < rows; ++r) {
      if (c > 0 && c < columns && table.owner[r][c - 1] == table.owner[r][c]) continue;
      page.Down(table.columns[c], table.rows[r], table.rows[r + 1] + 0.1);
    }
  }
  for (size_t r = 0; r < rows; ++r) {
    page.TextLine(table.columns[0] + 1.5, table.rows[r] + 4.8, table.columns[1] - table.columns[0] - 3,
                  random);
  }
}

// What a reader of the lines can know of a table: edges that no line backs do not exist.
std::set<std::string> VisibleCells(const RandomTable& table) {
  std::set<size_t> row_edges, column_edges;
  const size_t rows = table.rows.size() - 1, columns = table.columns.size() - 1;
  for (size_t r = 0; r <= rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      if (r == 0 || r == rows || table.owner[r - 1][c] != table.owner[r][c]) row_edges.insert(r);
    }
  }
  for (size_t c = 0; c <= columns; ++c) {
    for (size_t r = 0; r < rows; ++r) {
      if (c == 0 || c == columns || table.owner[r][c - 1] != table.owner[r][c]) column_edges.insert(c);
    }
  }
  std::map<int, std::array<size_t, 4>> cells;
  for (size_t r = 0; r < rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      auto [it, fresh] = cells.try_emplace(table.owner[r][c], std::array<size_t, 4>{r, c, r + 1, c + 1});
      it->second[2] = std::max(it->second[2], r + 1);
      it->second[3] = std::max(it->second[3], c + 1);
    }
  }
  const auto rank = [](const std::set<size_t>& edges, size_t edge) {
    return std::distance(edges.begin(), edges.lower_bound(edge));
  };
  std::set<std::string> out;
  for (const auto& [owner, box] : cells) {
    out.insert(fmt::format("{},{}-{},{}", rank(row_edges, box[0]), rank(column_edges, box[1]),
                           rank(row_edges, box[2]), rank(column_edges, box[3])));
  }
  return out;
}

TEST(GridsTest, RandomTablesComeBackAsPainted) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const RandomTable table = MakeRandomTable(random);
    PaintedPage page(table.columns.back() + 20, table.rows.back() + 20, seed % 2 == 0 ? 200 : 150);
    Paint(page, table, random);
    page.Noise(4, seed % 3 == 0 ? 0.1 : 0, random);
    const std::vector<Grid> grids = Analyse(page.image()).grids;
    const std::set<std::string> visible = VisibleCells(table);
    if (visible.size() < 2) continue;
    ASSERT_THAT(grids, SizeIs(1)) << "seed " << seed;
    std::set<std::string> found;
    for (const GridCell& cell : grids[0].cells) {
      found.insert(fmt::format("{},{}-{},{}", cell.row, cell.column, cell.row + cell.row_span,
                               cell.column + cell.column_span));
    }
    EXPECT_EQ(found, visible) << "seed " << seed;
  }
}

TEST(Grids, DoubleRules) {
  PaintedPage page(210, 200, 200);
  std::mt19937 random(1);
  for (const double half : {-0.27, 0.27}) {
    for (const double y : kRows) page.Across(kColumns.front(), kColumns.back(), y + half, 0.18);
    for (const double x : kColumns) page.Down(x + half, kRows.front(), kRows.back(), 0.18);
  }
  for (size_t r = 0; r + 1 < kRows.size(); ++r) page.TextLine(kColumns[1] + 3, kRows[r] + 6, 40, random);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x4 and 16"));
}

// A table without outer frame of which the page holds two rows: one level rule, crossed by the upright ones.
TEST(Grids, OneLevelRule) {
  PaintedPage page(210, 200, 200);
  page.Across(30, 190, 80);
  for (const double x : {42.0, 100.0, 140.0}) page.Down(x, 60, 100);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("2x4 and 8"));
}

// The title of a section has no upright rules at all, the outer frame included: the table goes on below it.
TEST(Grids, ATitleAcrossATableWithoutFrame) {
  PaintedPage page(210, 200, 200);
  std::mt19937 random(1);
  for (const double y : {50.0, 60.0, 68.0, 78.0, 88.0}) page.Across(30, 190, y);
  for (const double x : {42.0, 80.0, 120.0, 160.0}) {
    page.Down(x, 50, 60);
    page.Down(x, 68, 88);
  }
  page.TextLine(70, 65.5, 80, random);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("4x5 1,0+1x5 and 15"));
}

// Rules between columns stop for a title, none parts the rows; the second title has a stem where one of them would stand.
TEST(Grids, TitlesAcrossATableWithoutRulesBetweenItsRows) {
  PaintedPage page(210, 200, 200);
  std::mt19937 random(5);
  for (const double y : {40.0, 48.0}) page.Across(kColumns.front(), kColumns.back(), y);
  for (const double x : {kColumns.front(), kColumns.back()}) page.Down(x, 40, 160);
  for (size_t c = 1; c + 1 < kColumns.size(); ++c) {
    page.Down(kColumns[c], 40, 48);
    page.Down(kColumns[c], 55, 100);
    page.Down(kColumns[c], c == 2 ? 105 : 107, 160);
  }
  page.Across(kColumns.front(), kColumns.back(), 160);
  for (const double y : {53.0, 105.0}) page.TextLine(32, y, 110, random);
  for (const double y : {46.0, 62.0, 75.0, 90.0, 115.0, 130.0, 150.0}) {
    for (size_t c = 0; c + 1 < kColumns.size(); ++c) page.TextLine(kColumns[c] + 2, y, kColumns[c + 1] - kColumns[c] - 4, random);
  }
  EXPECT_THAT(Shapes(page.image()), ElementsAre("5x4 1,0+1x4 3,0+1x4 and 12"));
}

// Above the title of a section the upright rules go on a little below the rule that ends their row.
TEST(Grids, StubsOfRulesAboveATitleAreNoRow) {
  PaintedPage page(210, 200, 200);
  std::mt19937 random(5);
  for (const double y : {40.0, 50.0, 60.0, 68.0, 78.0, 88.0}) page.Across(kColumns.front(), kColumns.back(), y);
  for (const double x : {kColumns.front(), kColumns.back()}) page.Down(x, 40, 88);
  for (size_t c = 1; c + 1 < kColumns.size(); ++c) {
    page.Down(kColumns[c], 40, 62);
    page.Down(kColumns[c], 68, 88);
  }
  page.TextLine(32, 66, 110, random);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("5x4 2,0+1x4 and 16"));
}

// The stem of a letter of that title may stand just where an upright rule of the other rows is.
TEST(Grids, AStemInATitleIsNoRule) {
  PaintedPage page(210, 200, 200);
  for (const double y : {50.0, 60.0, 66.0, 76.0}) page.Across(30, 190, y);
  for (const double x : {30.0, 190.0}) page.Down(x, 50, 76);
  for (const double x : {42.0, 80.0, 120.0, 160.0}) {
    page.Down(x, 50, 60);
    page.Down(x, 66, 76);
  }
  page.Rectangle(119.8, 61.6, 0.4, 3.0);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("3x5 1,0+1x5 and 10"));
}

// 18 over 19: their figures 1 and the rule between them are no column edge.
TEST(Grids, FiguresAboveEachOtherAreNoRule) {
  PaintedPage page(210, 200, 150);
  for (const double y : {50.0, 57.0, 64.0, 71.0}) page.Across(30, 190, y);
  for (const double x : {30.0, 42.0, 100.0, 190.0}) page.Down(x, 50, 71);
  for (const double y : {52.6, 59.6, 66.6}) page.Rectangle(34, y, 0.4, 3.0);
  EXPECT_THAT(Shapes(page.image()), ElementsAre("3x3 and 9"));
}

// A signature's flourish of 120 mm, sloping by two degrees, does not turn a page whose text is level.
TEST(Upright, LevelTextIsNotTurnedForASlopingLine) {
  PaintedPage page(210, 297, 150);
  std::mt19937 random(1);
  for (int i = 0; i < 24; ++i) page.TextLine(30, 40 + 8.0 * i, 150, random);
  page.Curve([](double t) { return std::array<double, 2>{40 + 130 * t, 240 + 4.5 * t}; }, 0.4);
  for (const Measurement& measured : Analyse(page.image()).measurements) {
    if (measured.name == "skew_degrees") {
      EXPECT_NEAR(measured.value, 0, 0.1);
    }
  }
}

// A scanner's feeder leaves thin lines over the whole sheet, broken here and there: they part no columns.
TEST(GridsTest, StreaksOverTheSheetAreNoRules) {
  PaintedPage page(210, 297, 200);
  for (double x : kColumns) page.Down(x, kRows.front(), kRows.back(), 0.4);
  for (double y : kRows) page.Across(kColumns.front(), kColumns.back(), y, 0.4);
  const std::vector<std::string> clean = Shapes(page.image());
  for (const double x : {55.0, 72.0, 118.0, 151.0, 163.0, 177.0}) {
    page.Down(x, 3, 48, 0.2);
    page.Down(x, 62, 90, 0.2);
    page.Down(x, 97, 131, 0.2);
    page.Down(x, 150, 290, 0.2);
  }
  EXPECT_EQ(Shapes(page.image()), clean);
}

}  // namespace
}  // namespace trichluc
