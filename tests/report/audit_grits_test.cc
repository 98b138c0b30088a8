// GriTS against cases worked out by hand, and its longest common subsequence against the textbook's table.
#include "report/audit_grits.h"

#include <gtest/gtest.h>

#include <random>

namespace trichluc {
namespace {

TableRecord TableOf(std::vector<std::string> columns, std::vector<std::vector<std::string>> rows) {
  return {1, 1, std::move(columns), std::move(rows)};
}

double Con(const TableRecord& a, const TableRecord& b) {
  Score score;
  ScoreGrits({a}, {b}, score);
  return score.lists["grits_con"].F1();
}

double Top(const TableRecord& a, const TableRecord& b) {
  Score score;
  ScoreGrits({a}, {b}, score);
  return score.lists["grits_top"].F1();
}

size_t SlowCommon(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> best(a.size() + 1, std::vector<size_t>(b.size() + 1, 0));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best[a.size()][b.size()];
}

TEST(CommonSubsequence, AgreesWithTheTableOfAllCells) {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::u32string texts[2];
    for (std::u32string& text : texts) {
      const size_t length = random() % 150;
      for (size_t k = 0; k < length; ++k) text += static_cast<char32_t>(U'a' + random() % (2 + i % 9));
    }
    ASSERT_EQ(CommonSubsequence(texts[0], texts[1]), SlowCommon(texts[0], texts[1])) << i;
  }
}

TEST(Grits, EqualTablesAreOne) {
  const TableRecord table = TableOf({"TT", "Nội dung"}, {{"1", "a"}, {"2", ""}});
  EXPECT_DOUBLE_EQ(Con(table, table), 1);
  EXPECT_DOUBLE_EQ(Top(table, table), 1);
}

TEST(Grits, AMissingRow) {
  // Of 6 and 4 cells 4 are shared: 2 · 4 / 10.
  const TableRecord truth = TableOf({"TT", "ND"}, {{"1", "a"}, {"2", "b"}}),
                    found = TableOf({"TT", "ND"}, {{"2", "b"}});
  EXPECT_DOUBLE_EQ(Con(truth, found), 0.8);
  EXPECT_DOUBLE_EQ(Top(truth, found), 0.8);
}

TEST(Grits, AMissingColumn) {
  // 6 and 4 cells, 4 shared.
  EXPECT_DOUBLE_EQ(Con(TableOf({"A", "B", "C"}, {{"1", "2", "3"}}), TableOf({"A", "C"}, {{"1", "3"}})), 0.8);
}

TEST(Grits, LettersOfACell) {
  // Three cells are equal, "ab" and "ac" share one letter of two each: (3 + 2 · 1 / 4) · 2 / 8.
  EXPECT_DOUBLE_EQ(Con(TableOf({"TT", "ND"}, {{"1", "ab"}}), TableOf({"TT", "ND"}, {{"1", "ac"}})), 0.875);
}

TEST(Grits, ASpanThatWasCut) {
  // "x" twice is one cell of two rows: each of its places is [0, 2) or [-1, 1). Found are two single cells:
  // of each pair one of two places is common, ½. Columns and the other column are equal: (4 + ½ + ½) · 2
  // / 12.
  const TableRecord truth = TableOf({"A", "B"}, {{"1", "x"}, {"2", "x"}}),
                    found = TableOf({"A", "B"}, {{"1", "x"}, {"2", "y"}});
  EXPECT_NEAR(Top(truth, found), 10.0 / 12, 1e-3);
}

TEST(Grits, ATableThatWasNotFound) {
  Score score;
  const TableRecord table = TableOf({"A", "B"}, {{"1", "x"}});
  ScoreGrits({table, TableOf({"C", "D"}, {{"5", "z"}})}, {table}, score);
  EXPECT_NEAR(score.lists["grits_con"].F1(), 2 * 4.0 / 12, 1e-9);
}

}  // namespace
}  // namespace trichluc
