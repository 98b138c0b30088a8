#include "extract/columns.h"

#include <algorithm>

#include "extract/dates.h"
#include "extract/month_columns.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kReadable = 0.75;  // mean confidence of a title that may be taken at its word
constexpr size_t kFewLetters = 3;
constexpr size_t kTitleTypos = 6;  // one misread letter for each so many of a title

bool NearlyEqual(std::u32string_view a, std::u32string_view b) {
  const size_t shorter = std::min(a.size(), b.size()), allowed = shorter / kTitleTypos;
  return std::max(a.size(), b.size()) - shorter <= allowed && EditDistance(a, b, allowed) <= allowed;
}

// Shares of a column's filled cells that look like something.
struct Profile {
  double numbers = 0, agencies = 0, dates = 0, kinds = 0, works = 0, outputs = 0, length = 0;
  int filled = 0;
};

// "Tờ trình", "Kế hoạch": nothing but the name of a type of document.
bool IsTypeName(const std::string& text, const RuleSet& rules) {
  const std::string folded = FoldKey(text);
  return std::any_of(rules.types().begin(), rules.types().end(),
                     [&](const TypeEntry& type) { return type.folded == folded; });
}

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
    const Profile profile = Measure(table, column, rules, agencies);
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
    const Profile profile = Measure(table, column, rules, agencies);
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

void Infer(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies,
           ColumnMeanings& meanings) {
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

}  // namespace

bool ColumnMeanings::AssignsTasks() const {
  if (!Has("content")) return false;
  const bool who = Has("lead") || Has("lead_and_coordinators");
  const bool when = Has("deadline") || !months.empty();
  if (who) return by_title || when;
  return by_title && when && (Has("coordinators") || Has("output") || Has("leader"));
}

std::string MeaningOfTitle(const RuleSet& rules, const std::string& printed) {
  // "TT (1)": the row of numbers below the titles
  const auto number = rules.First("column_number", printed);
  const std::string title = number && number->span.begin > 0 ? printed.substr(0, number->span.begin) : printed;
  const std::string folded = FoldKey(title);
  if (folded.empty()) return "";
  const auto exact = rules.column_titles().find(folded);
  if (exact != rules.column_titles().end()) return exact->second;
  const std::u32string letters = ToCodePoints(folded);
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::u32string& known : entry.folded_titles) {
      if (known.size() >= kTitleTypos && NearlyEqual(known, letters)) return entry.meaning;
    }
  }
  // The first words are the head: "Nhiệm vụ được phân công", "Nội dung phối hợp" say what, and not who.
  for (const ColumnEntry& entry : rules.columns()) {
    if (entry.meaning != "content") continue;
    for (const std::string& phrase : entry.folded_contains) {
      if (folded.rfind(phrase + " ", 0) == 0) return entry.meaning;
    }
  }
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::string& phrase : entry.folded_contains) {
      if (folded.find(phrase) != std::string::npos) return entry.meaning;
    }
  }
  return "";
}

namespace {

// Whether a column may mean what its title is only nearly called: "Nơi cùng thực hiện" of agencies is no misread "Nội dung thực hiện".
bool FitsCells(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, int column, const std::string& title,
               const std::string& meaning) {
  constexpr double kNearlyAll = 0.75, kSome = 0.3;
  if (meaning.empty() || rules.column_titles().count(FoldKey(title)) > 0) return true;
  const Profile profile = Measure(table, column, rules, agencies);
  if (profile.filled < 2) return true;
  if (meaning == "content") return profile.works > kSome || (profile.agencies < kNearlyAll && profile.dates < kNearlyAll);
  const bool who = meaning == "lead" || meaning == "coordinators";
  return !(who && profile.agencies < kSome && profile.works >= kNearlyAll);
}

// Of two columns that say when, the one that is called after a period ("Tháng") groups the rows; the other has the deadline.
bool PartPeriod(const std::vector<std::string>& titles, const RuleSet& rules, int second, ColumnMeanings& meanings) {
  const int first = meanings.Of("deadline");
  const auto groups = [&](int column) {
    return rules.Full("period_title", Normalise(titles[static_cast<size_t>(column)])).has_value();
  };
  if (groups(first) == groups(second) || meanings.Has("period")) return false;
  meanings.column["period"] = groups(first) ? first : second;
  meanings.column["deadline"] = groups(first) ? second : first;
  return true;
}

// Titles that mean one thing or another: what else the table has, and what the cells hold, tells.
void Decide(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, ColumnMeanings& meanings) {
  constexpr double kMostly = 0.5;
  if (const int when = meanings.Of("start_or_deadline"); when >= 0) {
    const bool ends = meanings.Has("end") || meanings.Has("deadline");
    meanings.column.erase("start_or_deadline");
    meanings.column.emplace(ends ? "start" : "deadline", when);
  }
  if (const int who = meanings.Of("lead_if_agencies"); who >= 0) {
    meanings.column.erase("lead_if_agencies");
    const bool free = !meanings.Has("lead") && !meanings.Has("lead_and_coordinators");
    if (free && Measure(table, who, rules, agencies).agencies > kMostly) meanings.column.emplace("lead", who);
  }
}

// "Tham gia" of "Trách nhiệm" over "Chủ trì | Tham gia"; "" where no title spans this column and another.
std::string SubTitle(const Table& table, size_t column) {
  if (table.header.size() < 2) return "";
  const TableCell& own = table.header.back().cells[column];
  if (own.covered || own.column_span > 1) return "";
  const std::vector<TableCell>& above = table.header[table.header.size() - 2].cells;
  size_t from = column;
  while (from > 0 && above[from].covered) --from;
  const bool shared = above[from].column_span > 1 && from + static_cast<size_t>(above[from].column_span) > column;
  return shared && !above[from].Text().empty() ? own.Text() : "";
}

// A title of its own says more than the one that it shares with its neighbours.
std::string MeaningOfColumn(const Table& table, const RuleSet& rules, size_t column, const std::string& title) {
  const auto& listed = rules.column_titles();
  if (const auto whole = listed.find(FoldKey(title)); whole != listed.end()) return whole->second;
  if (const auto own = listed.find(FoldKey(SubTitle(table, column))); own != listed.end()) return own->second;
  return MeaningOfTitle(rules, title);
}

// The second column of a meaning that only one can have. Of two that say who, the right one helps; of two that say what, the one
// with more cells is the work, the other groups it. What else it may be cannot be told.
void PartSecond(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, const std::string& meaning, int second,
                ColumnMeanings& meanings) {
  constexpr double kMostly = 0.5, kFew = 0.3;
  const Profile profile = Measure(table, second, rules, agencies);
  if (profile.filled == 0) return;
  if (meaning == "lead") {
    // Persons ahead of the office that does it ("Lãnh đạo | Chuyên viên | Phòng chủ trì") look after it.
    const bool persons = Measure(table, meanings.Of("lead"), rules, agencies).agencies < kFew;
    if (persons && profile.agencies > kMostly) {
      meanings.column["lead"] = second;
    } else if (profile.agencies > kMostly) {
      meanings.column.emplace("coordinators", second);
    }
    meanings.in_doubt = true;
  } else if (meaning == "content") {
    if (profile.filled > Measure(table, meanings.Of("content"), rules, agencies).filled) meanings.column["content"] = second;
    meanings.in_doubt = true;
  } else if (meaning == "deadline" && second == meanings.Of("deadline") + 1 && !SubTitle(table, static_cast<size_t>(second)).empty() &&
             !meanings.Has("start") && !meanings.Has("end") && profile.dates > kMostly) {
    // "Từ | Đến" below "Thời gian": the first begins, the second ends.
    meanings.column["start"] = meanings.Of("deadline");
    meanings.column["end"] = second;
    meanings.column.erase("deadline");
    meanings.in_doubt = true;
  } else if (meaning == "deadline" || meaning == "output" || meaning == "coordinators") {
    meanings.in_doubt = true;
  }
}

}  // namespace

std::optional<Table> WithHeading(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies) {
  constexpr size_t kFewestRows = 3, kLongest = 40;  // letters
  constexpr double kNearlyAll = 0.75, kMostly = 0.5;
  if (!table.header.empty() || table.rows.size() < kFewestRows || table.columns < 3) return std::nullopt;
  Table rest = table;
  rest.rows.erase(rest.rows.begin());
  bool dates = false;
  int others = 0, words = 0;
  for (int c = 0; c < table.columns; ++c) {
    const TableCell& cell = table.rows.front().cells[static_cast<size_t>(c)];
    const std::string text = Normalise(cell.Text());
    if (cell.covered || cell.column_span > 1 || cell.row_span > 1 || Length(text) > kLongest) return std::nullopt;
    if (text.empty()) continue;
    ++words;
    const std::optional<Deadline> time = ParseDeadline(rules, text, {});
    const bool when = time && time->kind != "unknown" && time->kind != "conditional";  // "Khi nào"
    if (rules.Full("row_number", text) || when) return std::nullopt;
    const Profile below = Measure(rest, c, rules, agencies);
    if (below.filled < 2) continue;
    dates = dates || below.dates >= kNearlyAll;
    others += below.numbers >= kNearlyAll || rules.column_titles().count(FoldKey(text)) > 0 ||
              (below.agencies > kMostly && agencies.Likelihood(text) < kMostly);
  }
  if (!dates || others == 0 || words + 1 < table.columns) return std::nullopt;
  rest.header.push_back(table.rows.front());
  return rest;
}

ColumnMeanings FindMeanings(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies) {
  ColumnMeanings meanings;
  const std::vector<std::string> titles = table.ColumnTitles();
  std::vector<bool> known;
  std::vector<std::pair<std::string, int>> seconds;
  for (size_t i = 0; i < titles.size(); ++i) {
    const int column = static_cast<int>(i);
    std::string meaning = MeaningOfColumn(table, rules, i, titles[i]);
    if (!FitsCells(table, rules, agencies, column, titles[i], meaning)) meaning.clear();
    known.push_back(!meaning.empty());
    if (meaning.empty() || meanings.column.emplace(meaning, column).second) continue;
    if (meaning == "deadline" && PartPeriod(titles, rules, column, meanings)) continue;
    seconds.push_back({meaning, column});
  }
  meanings.by_title = !table.header.empty() && !meanings.column.empty();
  meanings.months = FindMonthColumns(table, rules);
  std::erase_if(meanings.column, [&](const auto& entry) { return meanings.months.count(entry.second) > 0; });
  Decide(table, rules, agencies, meanings);
  for (const auto& [meaning, column] : seconds) {
    if (meanings.months.count(column) == 0) PartSecond(table, rules, agencies, meaning, column, meanings);
  }
  if (meanings.by_title) {
    InferUnreadable(table, known, rules, agencies, meanings);
    InferUnlisted(table, known, rules, agencies, meanings);
  } else {
    Infer(table, rules, agencies, meanings);
  }
  return meanings;
}

}  // namespace trichluc
