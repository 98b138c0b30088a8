#include "extract/columns.h"

#include <algorithm>

#include "extract/column_inference.h"
#include "extract/column_profile.h"
#include "extract/dates.h"
#include "extract/month_columns.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kTitleTypos = 6;  // one misread letter for each so many of a title

// The meaning of the known title with the fewest other letters; "" where none is near.
std::string MeaningOfNearest(const RuleSet& rules, std::u32string_view letters) {
  const ColumnEntry* nearest = nullptr;
  size_t fewest = 0;
  for (const ColumnEntry& entry : rules.columns()) {
    for (const std::u32string& known : entry.folded_titles) {
      const size_t shorter = std::min(known.size(), letters.size()), allowed = shorter / kTitleTypos;
      if (known.size() < kTitleTypos || std::max(known.size(), letters.size()) - shorter > allowed) continue;
      const size_t distance = EditDistance(std::u32string_view(known), letters, allowed);
      if (distance > allowed || (nearest != nullptr && distance >= fewest)) continue;
      nearest = &entry;
      fewest = distance;
    }
  }
  return nearest == nullptr ? "" : nearest->meaning;
}

// "TT (1)": without the number of the column, from the row of numbers below the titles.
std::string WithoutNumber(const RuleSet& rules, const std::string& printed) {
  const auto number = rules.First("column_number", printed);
  return number && number->span.begin > 0 ? printed.substr(0, number->span.begin) : printed;
}

}  // namespace

bool ColumnMeanings::AssignsTasks() const {
  if (!Has("content")) return false;
  const bool who = Has("lead") || Has("lead_and_coordinators") || leads_above;
  const bool when = Has("deadline") || !months.empty();
  if (who) return leads_above ? by_title && when : by_title || when;
  return by_title && when && (Has("coordinators") || Has("output") || Has("leader"));
}

std::string MeaningOfTitle(const RuleSet& rules, const std::string& printed) {
  const std::string folded = FoldKey(WithoutNumber(rules, printed));
  if (folded.empty()) return "";
  const auto exact = rules.column_titles().find(folded);
  if (exact != rules.column_titles().end()) return exact->second;
  const std::string near = MeaningOfNearest(rules, ToCodePoints(folded));
  if (!near.empty()) return near;
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
  constexpr double kNearlyAll = 0.75, kHalf = 0.5, kSome = 0.3;
  if (meaning.empty() || rules.column_titles().count(FoldKey(title)) > 0) return true;
  const ColumnProfile profile = Measure(table, column, rules, agencies);
  if (profile.filled < 2) return true;
  if (meaning == "content") return profile.works > kSome || (profile.agencies < kNearlyAll && profile.dates < kNearlyAll);
  const bool who = meaning == "lead" || meaning == "coordinators";
  return !(who && profile.agencies < kSome && (profile.works >= kNearlyAll || profile.dates >= kHalf));  // what is left of "Thời gian thực hiện"
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

struct FiguresOfColumn {
  int filled = 0, figures = 0;  // cells
};

FiguresOfColumn CountFigures(const Table& table, const RuleSet& rules, int column) {
  FiguresOfColumn count;
  for (const TableRow& row : table.rows) {
    const TableCell& cell = row.cells[static_cast<size_t>(column)];
    const std::string text = cell.column_span > 1 ? "" : Normalise(cell.Text());
    count.filled += !text.empty();
    count.figures += rules.Full("amount", text).has_value();
  }
  return count;
}

// "Tên chỉ tiêu | Đơn vị tính | Chỉ tiêu | Đơn vị chịu trách nhiệm": of the columns called after targets the first that holds more than
// figures is the work, where no column is called so.
void DecideTargets(const Table& table, const RuleSet& rules, const std::vector<int>& targets, ColumnMeanings& meanings) {
  constexpr int kFew = 3;  // of so many cells one may be a figure
  for (const int column : targets) {
    const auto [filled, figures] = CountFigures(table, rules, column);
    const bool work = !meanings.Has("content") && filled > 0 && kFew * figures <= filled;
    if (work) {
      meanings.column.emplace("content", column);
    } else {
      meanings.column.emplace("other", column);
      meanings.others.insert(column);
    }
  }
}

// "Kế hoạch | Thực hiện | Tỷ lệ (%)" of a table of figures: a column of nothing but amounts says neither who nor what comes of it.
void DropFigures(const Table& table, const RuleSet& rules, ColumnMeanings& meanings) {
  constexpr int kFewest = 2;
  for (const char* meaning : {"lead", "coordinators", "lead_and_coordinators", "leader", "output"}) {
    const int column = meanings.Of(meaning);
    if (column < 0) continue;
    const auto [filled, figures] = CountFigures(table, rules, column);
    if (filled < kFewest || figures < filled) continue;
    meanings.column.erase(meaning);
    meanings.column.emplace("other", column);
  }
}

// "Người theo dõi | Nội dung duy trì | Kỳ thực hiện": who looks after the work leads it, where the table names nobody else.
void TakeLeaders(ColumnMeanings& meanings) {
  const int leader = meanings.Of("leader");
  if (leader < 0 || meanings.Has("lead") || meanings.Has("lead_and_coordinators") || meanings.Has("coordinators")) return;
  meanings.column.erase("leader");
  meanings.column.emplace("lead", leader);
  meanings.in_doubt = true;
}

// "Họ và tên | Nhiệm vụ được phân công": whoever is named does the work beside the name, where that begins with verbs.
void TakePersons(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, const std::vector<std::string>& titles,
                 ColumnMeanings& meanings) {
  constexpr double kMostly = 0.5;
  if (!meanings.Has("content") || meanings.Has("lead") || meanings.Has("lead_and_coordinators")) return;
  for (size_t i = 0; i < titles.size(); ++i) {
    if (!rules.Full("person_title", Normalise(titles[i]))) continue;
    if (Measure(table, meanings.Of("content"), rules, agencies).works <= kMostly) return;
    meanings.column.emplace("lead", static_cast<int>(i));
    meanings.in_doubt = true;
    return;
  }
}

// Work in groups, each below the office that does it: rows with nothing but a number and a name.
void FindLeadsAbove(const Table& table, const AgencyRegistry& agencies, ColumnMeanings& meanings) {
  constexpr int kFewest = 2;
  if (!meanings.Has("content") || meanings.Has("lead") || meanings.Has("lead_and_coordinators") || meanings.Has("leader")) return;
  int heads = 0, offices = 0;
  for (const TableRow& row : table.rows) {
    std::string text;
    int filled = 0;
    for (int c = 0; c < table.columns; ++c) {
      const std::string cell = c == meanings.Of("no") ? "" : Normalise(row.cells[static_cast<size_t>(c)].Text());
      if (cell.empty() || row.cells[static_cast<size_t>(c)].covered) continue;
      text = cell;
      ++filled;
    }
    if (filled != 1) continue;
    ++heads;
    offices += agencies.Likelihood(text) >= kHeadOfGroup;
  }
  meanings.leads_above = offices >= kFewest && offices == heads;
  meanings.in_doubt = meanings.in_doubt || meanings.leads_above;
}

// "Tham gia" of "Trách nhiệm" over "Chủ trì | Tham gia"; "" where no title spans this column and another.
std::string SubTitle(const Table& table, const RuleSet& rules, size_t column) {
  const auto numbers = [&](const TableRow& row) {  // "(1) | (2) | (3)" below the titles
    return std::all_of(row.cells.begin(), row.cells.end(), [&](const TableCell& cell) {
      const auto number = rules.First("column_number", cell.Text());
      return cell.covered || cell.Text().empty() || (number && number->span.begin == 0);
    });
  };
  size_t rows = table.header.size();
  while (rows > 0 && numbers(table.header[rows - 1])) --rows;
  if (rows < 2) return "";
  const TableCell& own = table.header[rows - 1].cells[column];
  if (own.covered || own.column_span > 1) return "";
  const std::vector<TableCell>& above = table.header[rows - 2].cells;
  size_t from = column;
  while (from > 0 && above[from].covered) --from;
  const bool shared = above[from].column_span > 1 && from + static_cast<size_t>(above[from].column_span) > column;
  return shared && !above[from].Text().empty() ? WithoutNumber(rules, own.Text()) : "";
}

// A title of its own says more than the one that it shares with its neighbours.
std::string MeaningOfColumn(const Table& table, const RuleSet& rules, size_t column, const std::string& title) {
  const auto& listed = rules.column_titles();
  if (const auto whole = listed.find(FoldKey(title)); whole != listed.end()) return whole->second;
  if (const auto own = listed.find(FoldKey(SubTitle(table, rules, column))); own != listed.end()) return own->second;
  return MeaningOfTitle(rules, title);
}

// The second column of a meaning that only one can have. Of two that say who, the right one helps; of two that say what, the one
// with more cells is the work, the other groups it. What else it may be cannot be told.
void PartSecond(const Table& table, const RuleSet& rules, const AgencyRegistry& agencies, const std::string& meaning, int second,
                ColumnMeanings& meanings) {
  constexpr double kMostly = 0.5, kFew = 0.3;
  const ColumnProfile profile = Measure(table, second, rules, agencies);
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
  } else if (meaning == "deadline" && second == meanings.Of("deadline") + 1 && !SubTitle(table, rules, static_cast<size_t>(second)).empty() &&
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
    const ColumnProfile below = Measure(rest, c, rules, agencies);
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
  std::vector<int> targets;
  for (size_t i = 0; i < titles.size(); ++i) {
    const int column = static_cast<int>(i);
    std::string meaning = MeaningOfColumn(table, rules, i, titles[i]);
    if (!FitsCells(table, rules, agencies, column, titles[i], meaning)) meaning.clear();
    // "Mã số", "TT nhiệm vụ"; also behind a period: "Tháng | Thứ tự việc"
    const bool may_number = !meanings.Has("no") && (i == 0 || (i <= 2 && meaning.empty()));
    if (may_number && NumbersRows(table, column, rules)) meaning = "no";
    known.push_back(!meaning.empty());
    if (meaning == "content_or_amount") {
      targets.push_back(column);
      continue;
    }
    if (meaning == "other") meanings.others.insert(column);
    if (meaning.empty() || meanings.column.emplace(meaning, column).second) continue;
    if (meaning == "deadline" && PartPeriod(titles, rules, column, meanings)) continue;
    seconds.push_back({meaning, column});
  }
  meanings.by_title = !table.header.empty() && !meanings.column.empty();
  meanings.months = FindMonthColumns(table, rules);
  std::erase_if(meanings.column, [&](const auto& entry) { return meanings.months.count(entry.second) > 0; });
  Decide(table, rules, agencies, meanings);
  DecideTargets(table, rules, targets, meanings);
  DropFigures(table, rules, meanings);
  TakePersons(table, rules, agencies, titles, meanings);
  TakeLeaders(meanings);
  for (const auto& [meaning, column] : seconds) {
    if (meanings.months.count(column) == 0) PartSecond(table, rules, agencies, meaning, column, meanings);
  }
  if (meanings.by_title) {
    InferBesideTitles(table, known, rules, agencies, meanings);
  } else {
    InferAll(table, rules, agencies, meanings);
  }
  FindLeadsAbove(table, agencies, meanings);
  return meanings;
}

}  // namespace trichluc
