#include "report/audit_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "report/audit_align.h"
#include "report/audit_distance.h"
#include "report/audit_tally.h"
#include "report/audit_truth.h"
#include "text/text.h"

namespace trichluc {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string BaseName(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

// The documents of a scan; empty when it is not there.
std::vector<Document> DocumentsOf(const Database& database, const std::string& id, const std::string& file) {
  std::vector<Document> documents;
  database.ForEachDocument([&](const StoredDocument& stored) {
    const std::string name = BaseName(stored.path);
    const bool same =
        file.empty() ? name.rfind(id + "_", 0) == 0 || name.rfind(id + ".", 0) == 0 : name == BaseName(file);
    if (same) documents.push_back(stored.document);
    return true;
  });
  return documents;
}

std::u32string TextOf(const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) text += CompareForm(cell) + "\n";
  return ToCodePoints(text);
}

std::vector<std::pair<size_t, size_t>> AlignRows(const Rows& truth, const Rows& found, double* sum) {
  std::vector<std::u32string> a, b;
  for (const auto& row : truth) a.push_back(TextOf(row));
  for (const auto& row : found) b.push_back(TextOf(row));
  const auto weight = [&](size_t i, size_t j) { return LikenessOfRows(a[i], b[j]); };
  std::vector<std::pair<size_t, size_t>> pairs = Align(truth.size(), found.size(), weight);
  *sum = 0;
  for (const auto& [i, j] : pairs) *sum += weight(i, j);
  return pairs;
}

void Compare(const Rows& truth, const Rows& found, RowsScore& score, std::vector<Miss>& misses) {
  double sum = 0;
  const auto pairs = AlignRows(truth, found, &sum);
  score.rows.expected = static_cast<int>(truth.size());
  score.rows.found = static_cast<int>(found.size());
  score.rows.matched = static_cast<int>(pairs.size());
  const auto note = [&](size_t row, const std::string& what, const Value& expected, const Value& given) {
    misses.push_back({score.id, "", score.title, fmt::format("row {}{}", row + 1, what), expected, given});
  };
  std::vector<bool> have(truth.size());
  for (const auto& [i, j] : pairs) {
    have[i] = true;
    for (size_t c = 0; c < truth[i].size(); ++c) {
      const std::string given = c < found[j].size() ? found[j][c] : "";
      const std::u32string a = ToCodePoints(CompareForm(truth[i][c])), b = ToCodePoints(CompareForm(given));
      score.cells.right += a == b;
      score.characters.errors += static_cast<long>(LevenshteinDistance(a, b));
      score.characters.length += static_cast<long>(a.size());
      if (a != b) note(i, fmt::format(" column {}", c + 1), truth[i][c], given);
    }
  }
  for (size_t i = 0; i < truth.size(); ++i) {
    score.cells.all += static_cast<int>(truth[i].size());
    if (!have[i]) note(i, "", Join(truth[i], " | "), std::nullopt);
  }
}

// The tables of a scan and, as one more, its tasks outside tables.
std::vector<Rows> FoundIn(const std::vector<Document>& documents, bool tasks) {
  std::vector<Rows> all;
  Rows rows;
  for (const Document& document : documents) {
    for (const TableRecord& table : document.tables) {
      if (!tasks) all.push_back(table.rows);
    }
    for (const Task& task : document.tasks) rows.push_back({task.no.value_or(""), task.content});
  }
  if (tasks) all.push_back(rows);
  return all;
}

RowsScore ScoreOne(const Database& database, const nlohmann::json& object, const Rows& truth, bool tasks,
                   std::vector<Miss>& misses) {
  RowsScore score;
  score.id = object.value("id", "");
  score.title = object.value("table", object.value("heading", ""));
  const std::vector<Document> documents = DocumentsOf(database, score.id, object.value("file", ""));
  score.read = !documents.empty();
  Rows best;
  double most = 0;
  for (const Rows& found : FoundIn(documents, tasks)) {
    double sum = 0;
    AlignRows(truth, found, &sum);
    if (sum <= most) continue;
    most = sum;
    best = found;
  }
  Compare(truth, best, score, misses);
  return score;
}

}  // namespace

RowsReport AuditRows(const Database& database, const std::string& path) {
  const nlohmann::json file = ReadJsonFile(path);
  RowsReport report;
  try {
    if (file.is_object()) {
      Rows rows;
      for (const auto& task : file.at("tasks")) rows.push_back({task.at("tt"), task.at("noi_dung")});
      report.tables.push_back(ScoreOne(database, file, rows, true, report.misses));
      // What stands behind the copied part is no error.
      report.tables.back().rows.found =
          std::min(report.tables.back().rows.found, report.tables.back().rows.expected);
      return report;
    }
    for (const auto& table : file) {
      Rows rows;
      for (const auto& row : table.at("logical_rows"))
        rows.push_back(row.at("cells").get<std::vector<std::string>>());
      report.tables.push_back(ScoreOne(database, table, rows, false, report.misses));
    }
  } catch (const nlohmann::json::exception& error) {
    throw UsageError(
        fmt::format("{}: neither tables with logical_rows nor tasks with noi_dung: {}", path, error.what()));
  }
  return report;
}

std::string PrintRows(const RowsReport& report) {
  std::string text =
      fmt::format("{:<8} {:<44} {:>9} {:>11} {:>7}\n", "scan", "table", "rows F1", "cells", "CER");
  for (const RowsScore& score : report.tables) {
    std::u32string title = ToCodePoints(score.title);
    if (title.size() > 44) title = title.substr(0, 43) + U'…';
    text += fmt::format("{:<8} {:<44} {:>9} {:>11} {:>7}\n", score.id, FromCodePoints(title),
                        score.read ? fmt::format("{:.3f}", score.rows.F1()) : "not read",
                        fmt::format("{:.3f}", score.cells.Value()),
                        score.rows.matched > 0 ? fmt::format("{:.3f}", score.characters.Value()) : "–");
  }
  return text;
}

}  // namespace trichluc
