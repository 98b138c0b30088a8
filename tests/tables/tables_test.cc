#include "tables/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/printed_table.h"

namespace trichluc {
namespace {

bool TitlesOfTests(const std::vector<std::string>& texts) {
  int found = 0;
  for (const std::string& text : texts)
    found += text == "TT" || text == "Nội dung" || text == "Chủ trì" || text == "Thời gian";
  return found >= 2;
}

JoinOptions Options() { return {TitlesOfTests, {}}; }

// Rows as "a | b | ^", headings with '#'.
std::string Show(const std::vector<Table>& tables) {
  std::string out;
  for (const Table& table : tables) {
    out += out.empty() ? "" : "----\n";
    for (const auto* rows : {&table.header, &table.rows}) {
      for (const TableRow& row : *rows) {
        std::string line;
        for (const TableCell& cell : row.cells)
          line += (&cell == &row.cells[0] ? "" : " | ") + (cell.covered ? "^" : cell.Text());
        out += (rows == &table.header ? "#" : "") + line + "\n";
      }
    }
  }
  return out;
}

TEST(JoinTables, OneePage) {
  TablePrinter printer({10, 70, 40, 40}, ParseRows("| TT | Nội dung | Chủ trì | Thời gian |"),
                       ParseRows("| 1 | Xây dựng kế hoạch | Sở Y tế | Quý I/2023 |\n| 2 | Tổng kết đề án | "
                                 "Sở Nội vụ | Quý II/2023 |"),
                       {});
  EXPECT_EQ(Show(JoinTables(printer.Print(), Options())),
            "#TT | Nội dung | Chủ trì | Thời gian\n"
            "1 | Xây dựng kế hoạch | Sở Y tế | Quý I/2023\n"
            "2 | Tổng kết đề án | Sở Nội vụ | Quý II/2023\n");
}

}  // namespace
}  // namespace trichluc
