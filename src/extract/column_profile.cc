#include "extract/column_profile.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "extract/cell_lines.h"
#include "extract/dates.h"
#include "extract/numbering.h"
#include "text/text.h"

namespace trichluc {
namespace {

// "Tờ trình", "Kế hoạch": nothing but the name of a type of document.
bool IsTypeName(const std::string& text, const RuleSet& rules) {
  const std::string folded = FoldKey(text);
  return std::any_of(rules.types().begin(), rules.types().end(),
                     [&](const TypeEntry& type) { return type.folded == folded; });
}

constexpr double kLetterRank = 5.5;  // a) is 6

// "12." and "3.12" are 12, "IV" is 4, "d)" is 4; 0 for none.
int OrdinalOf(const std::string& label) {
  const size_t last = label.find_last_of("0123456789");
  if (last != std::string::npos) {
    const size_t before = label.find_last_not_of("0123456789", last);
    return std::atoi(label.c_str() + (before == std::string::npos ? 0 : before + 1));
  }
  const std::string letters = StripDiacritics(label);
  const size_t begin = letters.find_first_not_of("("), end = letters.find_last_not_of(".)/-") + 1;
  if (begin == std::string::npos || end <= begin) return 0;
  const std::string core = letters.substr(begin, end - begin);
  constexpr std::string_view kRoman = "ivxl";
  constexpr int kValues[] = {1, 5, 10, 50};
  const bool small = label.find_first_of("ivxl") != std::string::npos;  // i), l) of a), b) …
  if (small || core.find_first_not_of(kRoman) != std::string::npos) return core.size() == 1 ? core[0] - 'a' + 1 : 0;
  int value = 0, previous = 0;
  for (size_t i = core.size(); i-- > 0;) {
    const int figure = kValues[kRoman.find(core[i])];
    value += figure < previous ? -figure : figure;
    previous = std::max(previous, figure);
  }
  return value;
}

// The label behind another, of one style or of two: "1" and "2", "II" and "1", "2" and "2.1".
bool GoesOn(const RuleSet& rules, const std::string& before, const std::string& label) {
  if (RankOfNumber(rules, before) != RankOfNumber(rules, label)) return true;
  const int from = OrdinalOf(before), to = OrdinalOf(label);
  const bool letters = RankOfNumber(rules, label) > kLetterRank;  // d), đ), e), g), h), i), k)
  return to == 1 || to == from + 1 || (letters && to >= from && to <= from + 2);
}

}  // namespace

ColumnProfile Measure(const Table& table, int column, const RuleSet& rules, const AgencyRegistry& agencies) {
  ColumnProfile profile;
  const CellLines lines(table, agencies);
  for (const TableRow& row : table.rows) {
    const TableCell& cell = row.cells[static_cast<size_t>(column)];
    const std::string text = Normalise(cell.Text());
    if (text.empty() || cell.column_span > 1) continue;
    ++profile.filled;
    profile.length += static_cast<double>(Length(text));
    profile.numbers += rules.Full("row_number", text).has_value();
    profile.agencies += agencies.Likelihood(lines.Of(&cell, column)) > 0.5;
    profile.kinds += IsTypeName(text, rules);
    profile.works += rules.First("work", text).has_value();
    profile.outputs += rules.First("deliverable", text).has_value();
    const std::optional<Deadline> deadline = ParseDeadline(rules, text, {});
    profile.dates += deadline && deadline->kind != "unknown" && Length(text) < 60;
  }
  if (profile.filled == 0) return profile;
  const double n = profile.filled;
  profile.numbers /= n;
  profile.agencies /= n;
  profile.dates /= n;
  profile.kinds /= n;
  profile.works /= n;
  profile.outputs /= n;
  profile.length /= n;
  return profile;
}

bool NumbersRows(const Table& table, int column, const RuleSet& rules) {
  constexpr double kNearlyAll = 0.75, kMostly = 0.6;
  std::vector<std::string> labels;
  size_t filled = 0;
  for (const TableRow& row : table.rows) {
    const TableCell& cell = row.cells[static_cast<size_t>(column)];
    const std::string text = Normalise(cell.Text());
    if (text.empty() || cell.column_span > 1) continue;
    ++filled;
    if (RankOfNumber(rules, text) > 0) labels.push_back(text);
  }
  if (labels.size() < 2 || static_cast<double>(labels.size()) < kNearlyAll * static_cast<double>(filled)) return false;
  size_t on = 0;
  for (size_t i = 1; i < labels.size(); ++i) on += GoesOn(rules, labels[i - 1], labels[i]);
  return static_cast<double>(on) >= kMostly * static_cast<double>(labels.size() - 1);
}

}  // namespace trichluc
