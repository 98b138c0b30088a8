#include "extract/column_inference.h"

#include <algorithm>

#include "extract/column_profile.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kReadable = 0.75;  // mean confidence of a title that may be taken at its word
constexpr size_t kFewLetters = 3;

// Of the titles of a column that no rule knows: whether it was hardly read at all.
bool Unreadable(const Table& table, size_t column) {
  double sum = 0, words = 0;
  for (const TableRow& row : table.header) {
    for (const Line& line : row.cells[column].lines) {
      for (const Word& word : line.words) sum += word.confidence;
      words += static_cast<double>(line.words.size());
    }
  }
  return words == 0 || sum / words < kReadable;
}

// Columns whose titles could not be read: what their cells hold says whose place that is still free they
// take.
void InferUnreadable(const Table& table, const std::vector<bool>& known, const RuleSet& rules,
                     const AgencyRegistry& agencies, ColumnMeanings& meanings) {
  const std::vector<std::string> titles = table.ColumnTitles();
  for (size_t i = 0; i < known.size(); ++i) {
    // TT is easily read as IT or II, and surely.
    const bool short_title = i == 0 && !meanings.Has("no") && Length(Normalise(titles[i])) <= kFewLetters;
    if (known[i] || !(short_title || Unreadable(table, i))) continue;
    const int column = static_cast<int>(i);
    const ColumnProfile profile = Measure(table, column, rules, agencies);
    if (profile.filled < 2 || (short_title && profile.numbers <= 0.6)) continue;
    const auto take = [&](const char* meaning, bool fits) {
      return fits && meanings.column.emplace(meaning, column).second;
    };
    if (take("no", profile.numbers > 0.6)) continue;
    if (take("deadline", profile.dates > 0.5 && !meanings.Has("end"))) continue;
    if (take("kind", profile.kinds > 0.5)) continue;
    if (take("lead", profile.agencies > 0.5 && !meanings.Has("lead_and_coordinators"))) continue;
    if (take("coordinators", profile.agencies > 0.5 && !meanings.Has("lead_and_coordinators"))) continue;
    take("content", profile.length > 20 && profile.agencies < 0.3);
  }
}

// Agencies in a column of their own, right of those who lead: who helps. Nobody said so, and the row is doubtful.
void TakeHelpers(int column, ColumnMeanings& meanings) {
  const int lead = meanings.Of("lead");
  if (lead >= 0 && column > lead) meanings.column.emplace("coordinators", column);
  meanings.in_doubt = true;
}

// Columns whose titles can be read but are in no list ("Giao cho", "Khi nào xong"): where nearly all their cells say the same
// kind of thing, and nothing else has its place, they are that; the work is by far the longest and begins with verbs. The table is
// then known by its cells. Work and who does it are guessed together only where somebody helps, too: a list of lessons or of
// papers has one office a row.
void InferUnlisted(const Table& table, const std::vector<bool>& known, const RuleSet& rules, const AgencyRegistry& agencies,
                   ColumnMeanings& meanings) {
  constexpr double kNearlyAll = 0.75, kHalf = 0.5, kFew = 0.3, kRival = 0.6, kWork = 20, kShort = 60;  // the last two: letters
  bool who = false;
  int longest = -1;
  double length = kWork, next = 0;
  const auto take = [&](const char* meaning, int column) {
    const bool free = meanings.column.emplace(meaning, column).second;
    meanings.by_title = meanings.by_title && !free;
    meanings.in_doubt = meanings.in_doubt || !free;
  };
  for (size_t i = 0; i < known.size(); ++i) {
    const int column = static_cast<int>(i);
    const auto is_taken = [&](const auto& entry) { return entry.second == column; };
    if (known[i] || meanings.months.count(column) || std::any_of(meanings.column.begin(), meanings.column.end(), is_taken)) continue;
    const ColumnProfile profile = Measure(table, column, rules, agencies);
    if (profile.filled < 2) continue;
    if (profile.dates >= kNearlyAll) {
      if (meanings.months.empty() && !meanings.Has("start") && !meanings.Has("end")) take("deadline", column);
    } else if (profile.agencies >= kNearlyAll) {
      const bool free = !meanings.Has("lead") && !meanings.Has("lead_and_coordinators");
      if (free || who) take(free ? "lead" : "coordinators", column);
      if (!free && !who) TakeHelpers(column, meanings);
      who = who || free;
    } else if (profile.outputs >= kNearlyAll && profile.length < kShort && meanings.Has("content")) {
      meanings.column.emplace(profile.kinds >= kNearlyAll ? "kind" : "output", column);
      meanings.in_doubt = true;
    } else if (std::max(profile.agencies, profile.dates) > kHalf) {
      meanings.in_doubt = true;
    } else if (profile.length > length) {
      const bool work = profile.works > kHalf && profile.agencies < kFew && profile.numbers < kFew;
      next = longest >= 0 ? length : next;
      longest = work ? column : -1;
      length = profile.length;
    } else {
      next = std::max(next, profile.length);
    }
  }
  // Beside persons, places and amounts the longest cells say something else.
  if (longest < 0 || meanings.Has("other") || next > kRival * length || (who && !meanings.Has("coordinators"))) return;
  take("content", longest);
}

}  // namespace

void InferBesideTitles(const Table& table, const std::vector<bool>& known, const RuleSet& rules, const AgencyRegistry& agencies,
                       ColumnMeanings& meanings) {
  InferUnreadable(table, known, rules, agencies, meanings);
  InferUnlisted(table, known, rules, agencies, meanings);
}

void InferAll(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, ColumnMeanings& meanings) {
  int longest = -1;
  double longest_length = 0;
  for (int column = 0; column < table.columns; ++column) {
    const ColumnProfile profile = Measure(table, column, rules, agencies);
    if (profile.filled == 0) continue;
    std::string meaning;
    if (profile.numbers > 0.6) {
      meaning = "no";
    } else if (profile.dates > 0.5) {
      meaning = "deadline";
    } else if (profile.kinds > 0.5) {
      meaning = "kind";
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

}  // namespace trichluc
