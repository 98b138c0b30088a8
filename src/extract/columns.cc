#include "extract/columns.h"

#include <algorithm>

#include "extract/dates.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kTitleTypos = 6;  // one misread letter for each so many of a title

bool NearlyEqual(const std::string& a, const std::string& b) {
  const size_t allowed = std::min(Length(a), Length(b)) / kTitleTypos;
  return EditDistance(a, b, allowed) <= allowed;
}

// Shares of a column's filled cells that look like something.
struct Profile {
  double numbers = 0, agencies = 0, dates = 0, length = 0;
  int filled = 0;
};

Profile Measure(const Table& table, int column, const RuleSet& rules, const AgencyRegistry& agencies) {
  Profile profile;
  for (const TableRow& row : table.rows) {
    const TableCell& cell = row.cells[static_cast<size_t>(column)];
    const std::string text = Normalise(cell.Text());
    if (text.empty() || cell.column_span > 1) continue;
    ++profile.filled;
    profile.length += static_cast<double>(Length(text));
    profile.numbers += rules.Full("row_number", text).has_value();
    profile.agencies += agencies.Likelihood(text) > 0.5;
    const std::optional<Deadline> deadline = ParseDeadline(rules, text, {});
    profile.dates += deadline && deadline->kind != "unknown" && Length(text) < 60;
  }
  if (profile.filled == 0) return profile;
  const double n = profile.filled;
  profile.numbers /= n;
  profile.agencies /= n;
  profile.dates /= n;
  profile.length /= n;
  return profile;
}

void Infer(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, ColumnMeanings& meanings) {
  int longest = -1;
  double longest_length = 0;
  for (int column = 0; column < table.columns; ++column) {
    const Profile profile = Measure(table, column, rules, agencies);
    if (profile.filled == 0) continue;
    std::string meaning;
    if (profile.numbers > 0.6) {
      meaning = "no";
    } else if (profile.dates > 0.5) {
      meaning = "deadline";
    } else if (profile.agencies > 0.5) {
      meaning = meanings.column.count("lead") ? "coordinators" : "lead";
    } else if (profile.length > longest_length) {
      longest = column;
      longest_length = profile.length;
      continue;
    }
    if (!meaning.empty()) meanings.column.emplace(meaning, column);
  }
  if (longest >= 0) meanings.column.emplace("content", longest);
}

}  // namespace

bool ColumnMeanings::AssignsTasks() const {
  if (!Has("content")) return false;
  const bool who = Has("lead") || Has("lead_and_coordinators");
  if (who) return by_title || Has("deadline");
  return by_title && Has("deadline") && (Has("coordinators") || Has("output") || Has("leader"));
}

std::string MeaningOfTitle(const RuleSet& rules, const std::string& title) {
  const std::string folded = FoldKey(title);
  if (folded.empty()) return "";
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::string& known : entry.titles) {
      if (FoldKey(known) == folded) return entry.meaning;
    }
  }
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::string& known : entry.titles) {
      if (Length(known) >= kTitleTypos && NearlyEqual(FoldKey(known), folded)) return entry.meaning;
    }
  }
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::string& phrase : entry.contains) {
      if (folded.find(FoldKey(phrase)) != std::string::npos) return entry.meaning;
    }
  }
  return "";
}

ColumnMeanings FindMeanings(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies) {
  ColumnMeanings meanings;
  const std::vector<std::string> titles = table.ColumnTitles();
  for (size_t i = 0; i < titles.size(); ++i) {
    const std::string meaning = MeaningOfTitle(rules, titles[i]);
    if (!meaning.empty()) meanings.column.emplace(meaning, static_cast<int>(i));
  }
  meanings.by_title = !table.header.empty() && !meanings.column.empty();
  if (!meanings.by_title) Infer(table, rules, agencies, meanings);
  return meanings;
}

}  // namespace trichluc
