// Mistakes of the grid that the text gives away; see also tables_test.cc.
#include "tables/heal.h"

#include <gtest/gtest.h>

#include <utility>

#include "support/page_builder.h"

namespace trichluc {
namespace {

using testing::MakeLine;
using Lines = std::vector<std::pair<int, std::string>>;  // y and text

DraftCell Cell(const Box& box, const Lines& lines) {
  DraftCell cell;
  cell.box = box;
  for (const auto& [y, text] : lines) cell.lines.push_back(MakeLine(1, box.left + 10, y, text));
  return cell;
}

// Two rows of 120 px; the times stand in a cell over both.
std::vector<DraftRow> TwoRows(const Lines& times) {
  const Box upper{0, 0, 400, 120}, lower{0, 120, 400, 240}, both{400, 0, 700, 240};
  std::vector<DraftRow> rows{{1, 1, {Cell(upper, {{26, "Giám sát việc quản lý"}, {66, "phân bón"}}), Cell(both, times)}},
                             {1, 1, {Cell(lower, {{146, "Sơ kết năm công tác"}, {186, "của Hội"}}), Cell(both, {})}}};
  rows[1].cells[1].up = true;
  return rows;
}

TEST(Heal, ACellOfTwoRowsWhoseTextsLieInTheirMiddle) {
  std::vector<DraftRow> rows = TwoRows({{46, "Quý II"}, {146, "Tháng 6 và"}, {186, "tháng 12"}});
  PartCellsOverRows(rows);
  EXPECT_EQ(rows[0].cells[1].Text(), "Quý II");
  EXPECT_EQ(rows[1].cells[1].Text(), "Tháng 6 và tháng 12");
  EXPECT_FALSE(rows[1].cells[1].up);
}

// Three rows that fill their heights: the step over a lost rule is hardly wider, but each text lies in the middle of its row.
TEST(Heal, ACellOfThreeRowsWhoseTextsLieInTheirMiddle) {
  const auto rows_with = [](const Lines& leads) {
    const int edges[] = {0, 54, 148, 282};
    std::vector<DraftRow> rows;
    for (int r = 0; r < 3; ++r) {
      rows.push_back({1, 1, {Cell({0, edges[r], 400, edges[r + 1]}, {{(edges[r] + edges[r + 1]) / 2 - 14, "Báo cáo tình hình"}}), Cell({400, 0, 700, 282}, {})}});
      rows.back().cells[1].up = r > 0;
    }
    rows[0].cells[1] = Cell({400, 0, 700, 282}, leads);
    PartCellsOverRows(rows);
    return rows;
  };
  const auto parted = rows_with({{13, "Thanh tra Sở"}, {67, "Phòng Quản lý chất"}, {107, "lượng công trình"}, {161, "Phòng Quản lý nhà"}, {201, "và Thị trường bất"}, {241, "động sản"}});
  EXPECT_EQ(parted[0].cells[1].Text(), "Thanh tra Sở");
  EXPECT_EQ(parted[1].cells[1].Text(), "Phòng Quản lý chất lượng công trình");
  EXPECT_EQ(parted[2].cells[1].Text(), "Phòng Quản lý nhà và Thị trường bất động sản");
  const auto whole = rows_with({{41, "Phòng Quản lý chất"}, {81, "lượng công trình"}, {121, "Phòng Quản lý nhà"}, {161, "và Thị trường bất"}, {201, "động sản"}});
  EXPECT_TRUE(whole[1].cells[1].up) << "one text in the middle of all three";
}

TEST(Heal, ACellThatStandsForTwoRowsStaysWhole) {
  for (const Lines& times : {Lines{{86, "Tháng"}, {126, "12/2023"}}, Lines{{46, "Quý II"}, {146, "và"}, {186, "quý III"}},
                             Lines{{10, "Quý II"}, {200, "Tháng 6"}}, Lines{{46, "Quý II"}}}) {
    std::vector<DraftRow> rows = TwoRows(times);
    PartCellsOverRows(rows);
    EXPECT_TRUE(rows[1].cells[1].up) << times[0].second;
  }
}

}  // namespace
}  // namespace trichluc
