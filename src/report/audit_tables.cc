// Tables as rows of cells.
#include <algorithm>
#include <set>

#include "report/audit_align.h"
#include "report/audit_distance.h"
#include "report/audit_grits.h"
#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

struct Row {
  std::string name;  // "table 1 row 12"
  std::vector<std::string> cells;
  std::string key;  // cells as compared
  std::u32string text;
};

std::vector<Row> RowsOf(const std::vector<TableRecord>& tables) {
  std::vector<Row> rows;
  for (size_t t = 0; t < tables.size(); ++t) {
    for (size_t r = 0; r < tables[t].rows.size(); ++r) {
      Row row{"table " + std::to_string(t + 1) + " row " + std::to_string(r + 1), tables[t].rows[r], "", {}};
      for (const std::string& cell : row.cells) row.key += CompareForm(cell) + "\n";
      row.text = ToCodePoints(row.key);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::set<std::string> KeysOf(const std::vector<Row>& rows) {
  std::set<std::string> keys;
  for (const Row& row : rows) keys.insert(row.key);
  return keys;
}

// Rows that are equal to one of the other side are looked for there only: distances are dear.
std::vector<std::pair<size_t, size_t>> AlignRows(const std::vector<Row>& expected,
                                                 const std::vector<Row>& found) {
  const std::set<std::string> truth = KeysOf(expected), given = KeysOf(found);
  return Align(expected.size(), found.size(), [&](size_t i, size_t j) {
    if (expected[i].key == found[j].key) return 2.0;
    if (given.count(expected[i].key) || truth.count(found[j].key)) return 0.0;
    return LikenessOfRows(expected[i].text, found[j].text);
  });
}

void CheckRow(const Row& expected, const Row& found, Tally& tally) {
  bool right = expected.cells.size() == found.cells.size();
  for (size_t c = 0; c < expected.cells.size(); ++c) {
    const std::string cell = c < found.cells.size() ? found.cells[c] : "";
    right &= tally.Check("table_cells", expected.name + " column " + std::to_string(c + 1), expected.cells[c],
                         cell);
  }
  tally.score.lists["table_row"].matched += right;
}

void ScoreColumns(const std::vector<TableRecord>& expected, const std::vector<TableRecord>& found,
                  Tally& tally) {
  std::vector<bool> taken(found.size());
  for (size_t t = 0; t < expected.size(); ++t) {
    const Value truth = Join(expected[t].columns, " | ");
    size_t at = 0;
    while (at < found.size() && (taken[at] || !SameValue(truth, Join(found[at].columns, " | ")))) ++at;
    const bool right = at < found.size();
    if (right) taken[at] = true;
    tally.Count("table_columns", right);
    if (right || tally.absent()) continue;
    const Value beside = t < found.size() ? Join(found[t].columns, " | ") : std::nullopt;
    tally.Note("table " + std::to_string(t + 1) + " columns", truth, beside);
  }
}

}  // namespace

void ScoreTables(const TruthDocument& truth, const Document& found, Tally& tally) {
  if (!truth.keys.count("tables")) return;
  const std::vector<TableRecord>&expected = truth.document.tables, &given = found.tables;
  tally.Check("table_count", "number of tables", std::to_string(expected.size()),
              std::to_string(given.size()));
  ScoreColumns(expected, given, tally);
  ScoreGrits(expected, given, tally.score);
  const std::vector<Row> rows = RowsOf(expected), found_rows = RowsOf(given);
  Retrieval& count = tally.score.lists["table_row"];
  count.expected += static_cast<int>(rows.size());
  count.found += static_cast<int>(found_rows.size());
  std::vector<int> partner(rows.size(), -1);
  std::vector<bool> taken(found_rows.size());
  for (const auto& [i, j] : AlignRows(rows, found_rows)) {
    partner[i] = static_cast<int>(j);
    taken[j] = true;
  }
  for (size_t i = 0; i < rows.size(); ++i) {
    if (partner[i] >= 0) {
      CheckRow(rows[i], found_rows[static_cast<size_t>(partner[i])], tally);
    } else {
      tally.score.shares["table_cells"].all += static_cast<int>(rows[i].cells.size());
      if (!tally.absent()) tally.Note(rows[i].name, Join(rows[i].cells, " | "), std::nullopt);
    }
  }
  for (size_t j = 0; j < found_rows.size(); ++j) {
    if (!taken[j]) tally.Note(found_rows[j].name, std::nullopt, Join(found_rows[j].cells, " | "));
  }
}

}  // namespace trichluc
