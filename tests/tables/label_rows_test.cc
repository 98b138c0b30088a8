// Rows that no rule parts, told by the labels of the first column.
#include "tables/label_rows.h"

#include <gtest/gtest.h>

#include "support/page_builder.h"

namespace trichluc {
namespace {

using testing::MakeLine;
using Lines = std::vector<std::pair<int, std::string>>;  // y and text

std::string Parted(const std::vector<Lines>& columns) {
  DraftRow row{1, 1, {}};
  for (size_t c = 0; c < columns.size(); ++c) {
    DraftCell cell;
    for (const auto& [y, text] : columns[c]) cell.lines.push_back(MakeLine(1, 100 + 400 * static_cast<int>(c), y, text));
    row.cells.push_back(cell);
  }
  TableFragment fragment{nullptr, 0, {}, {row}};
  PartAtLabels(fragment);
  std::string shown;
  for (const DraftRow& part : fragment.rows) {
    for (const DraftCell& cell : part.cells) shown += cell.Text() + (&cell == &part.cells.back() ? "\n" : " | ");
  }
  return shown;
}

// Labels stand in the middle of their rows; the white that runs across parts them.
TEST(LabelRows, PartAtTheWhiteBetweenLabels) {
  EXPECT_EQ(Parted({{{20, "1"}, {140, "2"}, {240, "3"}},
                    {{0, "Rà soát quy hoạch"}, {40, "các xã"}, {120, "Xây dựng kho"}, {160, "dữ liệu"}, {240, "Báo cáo"}},
                    {{20, "Sở Xây dựng"}, {140, "Sở Nội vụ"}}}),
            "1 | Rà soát quy hoạch các xã | Sở Xây dựng\n2 | Xây dựng kho dữ liệu | Sở Nội vụ\n3 | Báo cáo | \n");
}

TEST(LabelRows, LeavesWhatIsNoRunOfLabels) {
  EXPECT_EQ(Parted({{{0, "S"}, {40, "T"}, {80, "T"}}, {{40, "Nội dung"}}}), "S T T | Nội dung\n");
  EXPECT_EQ(Parted({{{0, "12"}, {80, "7"}}, {{0, "xã"}, {80, "phường"}}}), "12 7 | xã phường\n");
  EXPECT_EQ(Parted({{{0, "1"}, {40, "2"}}, {{0, "Rà soát"}, {20, "quy hoạch"}, {40, "các xã"}}}), "1 2 | Rà soát quy hoạch các xã\n");
  EXPECT_EQ(Parted({{{0, "(1)"}, {80, "2"}}, {{0, "(2)"}, {80, "Rà soát"}}, {{0, "(3)"}}}), "(1) 2 | (2) Rà soát | (3)\n");
}

// Figures alone in a narrow column are misread first; those of the level above go on, too.
TEST(LabelRows, MisreadLabelsAndLevels) {
  EXPECT_EQ(Parted({{{0, "1.1"}, {80, "1:2"}, {160, "1.3"}, {240, "2"}, {320, "2.1"}},
                    {{0, "Rà soát"}, {80, "Xây dựng"}, {160, "Báo cáo"}, {240, "An toàn"}, {320, "Giám sát"}}}),
            "1.1 | Rà soát\n1:2 | Xây dựng\n1.3 | Báo cáo\n2 | An toàn\n2.1 | Giám sát\n");
  EXPECT_EQ(Parted({{{0, "1"}, {80, "xã"}, {160, "2"}}, {{0, "Rà soát"}, {80, "Xây dựng"}, {160, "Báo cáo"}}}),
            "1 xã 2 | Rà soát Xây dựng Báo cáo\n");
}

// "Sở Nội vụ" leads all three; the hindrance of the second is that of the third, too.
TEST(LabelRows, CellsThatReachIntoTheRowBelow) {
  const auto cell = [](int x, const Lines& lines) {
    DraftCell made;
    for (const auto& [y, text] : lines) made.lines.push_back(MakeLine(1, x, y, text));
    return made;
  };
  DraftRow upper{1, 1, {cell(100, {{0, "1"}, {120, "2"}}), cell(500, {{0, "Thiếu biển báo"}, {120, "Thời gian chờ"}, {160, "còn lâu"}}),
                        cell(900, {{0, "Thay biển báo"}, {120, "Thêm bàn khám"}}), cell(1300, {{120, "Sở Nội vụ"}})}};
  DraftRow lower{1, 1, {cell(100, {{240, "3"}}), {}, cell(900, {{240, "Khảo sát"}}), {}}};
  lower.cells[1].up = lower.cells[3].up = true;
  TableFragment fragment{nullptr, 0, {}, {upper, lower}};
  PartAtLabels(fragment);
  ASSERT_EQ(fragment.rows.size(), 3u);
  EXPECT_EQ(fragment.rows[0].cells[1].Text(), "Thiếu biển báo");
  EXPECT_EQ(fragment.rows[1].cells[1].Text(), "Thời gian chờ còn lâu");
  EXPECT_TRUE(fragment.rows[2].cells[1].up);
  EXPECT_EQ(fragment.rows[1].cells[2].Text(), "Thêm bàn khám");
  EXPECT_EQ(fragment.rows[0].cells[3].Text(), "Sở Nội vụ");
  EXPECT_TRUE(fragment.rows[1].cells[3].up && fragment.rows[2].cells[3].up);
}

// The page before broke row 11: its rest stands above the only label.
TEST(LabelRows, TheRestOfABrokenRowAboveTheOnlyLabel) {
  EXPECT_EQ(Parted({{{180, "12"}}, {{40, "Khát vọng"}, {160, "Sơ kết 02 năm"}, {200, "thực hiện"}}, {{0, "xã; phối hợp:"}, {40, "Mặt trận"}, {80, "xã"}, {140, "Chủ trì:"}, {180, "Văn phòng"}, {220, "Đảng ủy"}}}),
            " | Khát vọng | xã; phối hợp: Mặt trận xã\n12 | Sơ kết 02 năm thực hiện | Chủ trì: Văn phòng Đảng ủy\n");
  EXPECT_EQ(Parted({{{0, "12"}}, {{0, "Sơ kết"}, {80, "và tổng kết"}}}), "12 | Sơ kết và tổng kết\n") << "at the top of its row";
  EXPECT_EQ(Parted({{{40, "12"}}, {{0, "Sơ kết"}, {80, "và tổng kết"}}}), "12 | Sơ kết và tổng kết\n") << "in the middle";
}

// Upright rules end at the title of a section, whose words stand where they would be.
TEST(LabelRows, ATitleAcrossColumns) {
  const auto row = [](int title) {
    DraftRow row{1, 1, {}};
    const std::vector<Lines> columns = {{{0, "I-"}, {80, "1"}, {160, "2"}}, {{0, "Nhóm nhiệm vụ"}, {80, "Rà soát"}, {160, "Báo cáo"}}, {{0, "về giáo dục"}, {80, "Sở Nội vụ"}}};
    for (size_t c = 0; c < columns.size(); ++c) {
      DraftCell cell;
      const int left = 100 + 200 * static_cast<int>(c);
      cell.box = {left, 0, left + 195, 300};
      for (const auto& [y, text] : columns[c]) cell.lines.push_back(MakeLine(1, left + (y == 0 && c == 1 ? title : 5), y, text));
      row.cells.push_back(cell);
    }
    TableFragment fragment{nullptr, 0, {}, {row}};
    PartAtLabels(fragment);
    return fragment.rows.at(0);
  };
  const DraftRow across = row(-30);
  EXPECT_EQ(across.cells[0].Text(), "I- Nhóm nhiệm vụ về giáo dục");
  EXPECT_TRUE(across.cells[1].left && across.cells[2].left);
  EXPECT_TRUE(across.cells[1].lines.empty());
  EXPECT_EQ(row(5).cells[0].Text(), "I-") << "within its column";
}

}  // namespace
}  // namespace trichluc
