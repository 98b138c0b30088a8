#include "extract/row_numbers.h"

#include <algorithm>
#include <cctype>

#include "text/text.h"

namespace trichluc {

RowNumbers::RowNumbers(const RuleSet& rules, const Expanded& table, const ColumnMeanings& meanings)
    : rules_(rules), table_(table), meanings_(meanings) {
  const size_t rows = table.cells.size();
  for (size_t row = 0; row < rows; ++row) numbers_.push_back(ReadNumber(row));
  for (size_t row = 0; row < rows; ++row) DropSpeck(row);
  for (size_t row = 0; row < rows; ++row) RepairFirst(row);
  for (size_t row = 0; row < rows; ++row) RepairHead(row);
  for (size_t row = 0; row < rows; ++row) RepairMiddle(row);
  RepairDotted();
  for (size_t row = 0; row < rows; ++row) RepairBelow(row);
  RepairHeads();
}

void RowNumbers::Renumber(size_t row, const std::string& no) {
  if (no != numbers_[row].no) numbers_[row] = {no, numbers_[row].title, RankOfNumber(rules_, no)};
}

// "+" | "Hội nghị Ban Thường vụ": a mark beside a heading that stands elsewhere without one is a speck.
void RowNumbers::DropSpeck(size_t row) {
  if (HasWho(row) || !rules_.Full("bare_mark", numbers_[row].no)) return;
  const auto title = [&](size_t at) { return FoldKey(numbers_[at].title.empty() ? Text(at, "content") : numbers_[at].title); };
  for (size_t other = 0; other < numbers_.size(); ++other) {
    if (other == row || !numbers_[other].no.empty() || HasWho(other) || title(other).empty() || title(other) != title(row)) continue;
    numbers_[row].no.clear();
    numbers_[row].rank = 0;
    return;
  }
}

// The first of a run of rows that are work: the next number tells.
void RowNumbers::RepairFirst(size_t row) {
  size_t next = row + 1;
  while (next < numbers_.size() && numbers_[next].no.empty()) ++next;
  if (next == numbers_.size() || !HasWho(row) || !HasWho(next)) return;
  Renumber(row, RepairOne(rules_, numbers_[row].no, numbers_[next].no));
}

// "B" … "8", "6 Công việc của Sở", "1": a C read as a 6, a II as an 11. A heading above a new 1, or above the next number, whose own
// figure does not go on has the label behind the last heading's. "I", "1" … "4", "2": where the next heading is a 2, the I was a 1.
void RowNumbers::RepairHeads() {
  std::string last;
  int figure = 0, heading = 0;  // of the row before; of the heading before, below the last one of a higher rank
  std::optional<size_t> one;  // a heading that may be a 1
  for (size_t row = 0; row < numbers_.size(); ++row) {
    const RowNumber& own = numbers_[row];
    const bool head = !HasWho(row) && own.rank > 0;
    const int below = row + 1 < numbers_.size() && HasWho(row + 1) ? FigureOf(numbers_[row + 1].no) : 0;
    const bool stray = head && FigureOf(own.no) > 1 && figure > 0 && FigureOf(own.no) != figure + 1 && FigureOf(own.no) != heading + 1;
    if (stray && (below == 1 || below == figure + 1)) {
      if (one && FigureOf(own.no) == 2) {
        Renumber(*one, "1");
        last.clear();
      } else if (!NextHead(last).empty()) {
        Renumber(row, NextHead(last));
      }
    }
    if (head) one = rules_.Full("misread_one", own.no) && !one ? std::optional(row) : std::nullopt;
    if (head && own.rank < kArabicRank) last = own.no;
    if (head) heading = FigureOf(own.no);  // 0 of a higher one
    if (FigureOf(own.no) > 0) figure = FigureOf(own.no);
  }
}

// "C" … "10", "D", "12": a heading whose letter goes on from the one before.
bool RowNumbers::GoesOnFromHead(size_t row) const {
  if (HasWho(row)) return false;
  for (size_t above = row; above-- > 0;) {
    const RowNumber& head = numbers_[above];
    if (!HasWho(above) && head.rank > 0 && head.rank < kArabicRank) return FollowsHead(head.no, numbers_[row].no);
  }
  return false;
}

// "6" | "ý" | "8": what is no number, between two that leave room for one.
void RowNumbers::RepairMiddle(size_t row) {
  if (row == 0 || GoesOnFromHead(row)) return;
  Renumber(row, RepairLetter(numbers_[row - 1].no, numbers_[row].no));
  const bool last = row + 1 >= numbers_.size() || (HasWho(row) && !HasWho(row + 1));
  const bool alike = HasWho(row) && IsDoubtful(row);
  if (alike && last) Renumber(row, RepairAlike(numbers_[row - 1].no, numbers_[row].no, ""));
  if (row + 1 >= numbers_.size()) return;
  Renumber(row, RepairBetween(rules_, numbers_[row - 1].no, numbers_[row].no, numbers_[row + 1].no));
  if (alike && !last) Renumber(row, RepairAlike(numbers_[row - 1].no, numbers_[row].no, numbers_[row + 1].no));
  RepairEndOfLetters(row);
}

// Whether the engine was not sure of the number: typists write numbers twice, too.
bool RowNumbers::IsDoubtful(size_t row) const {
  constexpr float kSure = 0.9f;
  const int column = meanings_.Of("no");
  if (column < 0 || !table_.Own(row, column)) return false;
  for (const Line& line : table_.Cell(row, column)->lines) {
    if (std::any_of(line.words.begin(), line.words.end(), [](const Word& word) { return word.confidence < kSure; })) return true;
  }
  return false;
}

// "2" | "a", "b", "6" | "3": a letter read as a figure, behind which the numbers above the letters go on.
void RowNumbers::RepairEndOfLetters(size_t row) {
  static const std::string kNext = "abcdeghiklm";
  const std::string& before = numbers_[row - 1].no;
  const size_t letter = before.size() == 1 ? kNext.find(before) : std::string::npos;
  if (letter == std::string::npos || letter + 1 == kNext.size() || FigureOf(numbers_[row].no) == 0) return;
  size_t head = row - 1;
  while (head > 0 && FigureOf(numbers_[head].no) == 0) --head;
  const int above = FigureOf(numbers_[head].no);
  if (above > 0 && FigureOf(numbers_[row].no) != above + 1 && FigureOf(numbers_[row + 1].no) == above + 1)
    Renumber(row, kNext.substr(letter + 1, 1));
}

// "I" below "II" and above "1.1", or above "1.1 … 2": a lone 1 read as an I.
void RowNumbers::RepairHead(size_t row) {
  if (HasWho(row) || row + 1 >= numbers_.size() || !IntroducesNumber("1", numbers_[row + 1].no)) return;
  if (!rules_.Full("misread_one", numbers_[row].no)) return;
  const bool below = row > 0 && !HasWho(row - 1) && numbers_[row - 1].rank > 0 && numbers_[row - 1].rank < kArabicRank;
  size_t next = row + 1;
  while (next < numbers_.size() && (numbers_[next].no.empty() || numbers_[next].no.find('.') != std::string::npos)) ++next;
  const bool second = next < numbers_.size() && numbers_[next].no == "2";
  if (below || second) Renumber(row, "1");
}

// Dots and letters of the smallest numbers are lost in reading; the row that introduces them tells, by its colon or by the number
// behind the first: "1", "11", "1.2".
void RowNumbers::RepairBelow(size_t head) {
  if (HasWho(head)) return;
  const bool second = head + 2 < numbers_.size() && IntroducesNumber(numbers_[head].no, numbers_[head + 2].no);
  if (!second && !rules_.First("introduces", Text(head, "content"))) return;
  int ordinal = 1;
  for (size_t row = head + 1; row < numbers_.size(); ++row, ++ordinal) {
    const std::string after = row + 1 < numbers_.size() ? numbers_[row + 1].no : "";
    const std::string no = RepairSubNumber(numbers_[head].no, ordinal, numbers_[row].no, after);
    if (no == numbers_[row].no && !IntroducesNumber(numbers_[head].no, no)) return;
    Renumber(row, no);
  }
}

// "1" | "I1", "1.2", "19", "2" | "2.1" …: in a table whose headings mostly stand above "1.1", "1.2" the others are such, too.
void RowNumbers::RepairDotted() {
  constexpr size_t kFewest = 3;
  constexpr double kMost = 0.6;
  std::vector<std::pair<size_t, std::string>> repaired;
  std::string head;
  size_t fitting = 0, all = 0;
  int ordinal = 0;
  for (size_t row = 0; row < numbers_.size(); ++row) {
    const std::string& no = numbers_[row].no;
    if (!HasWho(row) || no.empty()) {
      head = FigureOf(no) > 0 && no.back() != '.' ? no : "";
      ordinal = 0;
      continue;
    }
    if (head.empty()) continue;
    // "2.2" | "3": the next head, which has its work itself; not where "2.4" follows.
    const bool next_head = no == std::to_string(FigureOf(head) + 1);
    if (next_head && (row + 1 == numbers_.size() || !numbers_[row + 1].no.starts_with(head + "."))) {
      head.clear();
      continue;
    }
    const std::string mended = trichluc::RepairDotted(head, ++ordinal, no);
    ++all;
    fitting += no == head + "." + std::to_string(ordinal);
    if (mended != no) repaired.emplace_back(row, mended);
  }
  if (fitting < kFewest || static_cast<double>(fitting) < kMost * static_cast<double>(all)) return;
  for (const auto& [row, no] : repaired) Renumber(row, no);
}

RowNumber RowNumbers::ReadNumber(size_t row) const {
  RowNumber item;
  const auto [span, column] = Widest(row);
  item.no = Text(row, "no");
  if (span > 1 || item.no.empty() || (column >= 0 && column == meanings_.Of("no") && span > 1)) {
    const std::string text = column >= 0 ? table_.Text(row, column) : "";
    if (const auto match = rules_.Full("section_row", text); match && span > 1) {
      if (column == meanings_.Of("no") || item.no.empty()) item.no = match->Get("no");
      item.title = match->Get("title");
    } else if (span > 1) {
      item.title = text;
      if (column == meanings_.Of("no")) item.no.clear();
    }
  }
  if (item.no.empty() && item.title.empty() && !HasWho(row)) ReadSectionInContent(row, item);
  item.rank = RankOfNumber(rules_, item.no);
  if (item.rank == 0) WithDots(item);
  if (item.rank == 0) {  // a stroke of the rule read behind the number
    const auto label = rules_.First("row_number_dirty", item.no);
    if (label) item.no = label->Get("no");
    if (label) item.rank = RankOfNumber(rules_, item.no);
  }
  return item;
}

// "II. Công tác kiểm tra" in the column of the work, where no rule shows that the row is one cell: a part of Roman number or letter.
void RowNumbers::ReadSectionInContent(size_t row, RowNumber& item) const {
  const auto match = rules_.Full("section_row", Text(row, "content"));
  if (!match) return;
  const double rank = RankOfNumber(rules_, match->Get("no"));
  if (rank <= 0 || rank >= kArabicRank) return;
  item.no = match->Get("no");
  item.title = match->Get("title");
}

// "1:2", "1,2" of rows are "1.2".
void RowNumbers::WithDots(RowNumber& item) const {
  std::string dotted = item.no;
  for (size_t i = 1; i + 1 < dotted.size(); ++i) {
    const bool between = std::isdigit(static_cast<unsigned char>(dotted[i - 1])) && std::isdigit(static_cast<unsigned char>(dotted[i + 1]));
    if (between && (dotted[i] == ':' || dotted[i] == ',' || dotted[i] == ';')) dotted[i] = '.';
  }
  const double rank = RankOfNumber(rules_, dotted);
  if (rank > 0) item = {dotted, item.title, rank};
}

bool RowNumbers::Says(const std::string& text) { return text.find_first_not_of("-_.,:;|/ ") != std::string::npos; }

std::pair<int, int> RowNumbers::Widest(size_t row) const {
  std::pair<int, int> best{0, -1};
  for (int c = 0; c < table_.table->columns; ++c) {
    if (!table_.Own(row, c) || table_.Text(row, c).empty()) continue;
    best = std::max(best, {table_.Cell(row, c)->column_span, c});
  }
  return best;
}

// "G" | "VĂN PHÒNG SỞ": a letter or Roman number and capitals are a heading, whatever the column says that a short one ends in.
bool RowNumbers::IsLoneTitle(size_t row) const {
  const int number = meanings_.Of("no");
  const double rank = RankOfNumber(rules_, Text(row, "no"));
  if (rank <= 0 || rank >= kArabicRank) return false;
  int titles = 0;
  for (int c = 0; c < table_.table->columns; ++c) {
    const std::string text = c == number ? "" : table_.Text(row, c);
    if (!Says(text)) continue;
    if (!IsUpper(text) || !table_.Own(row, c)) return false;
    ++titles;
  }
  return titles == 1;
}

bool RowNumbers::HasWho(size_t row) const {
  if (IsLoneTitle(row)) return false;
  for (const auto& [column, period] : meanings_.months) {
    if (table_.Own(row, column) && table_.Cell(row, column)->column_span == 1 && !table_.Text(row, column).empty()) return true;
  }
  for (const char* meaning :
       {"lead", "lead_and_coordinators", "coordinators", "deadline", "output", "leader", "start", "end"}) {
    const int column = meanings_.Of(meaning);
    if (column >= 0 && Says(table_.Text(row, column)) && column != meanings_.Of("content") &&
        table_.Cell(row, column)->column_span == 1) {
      return true;
    }
  }
  return false;
}

}  // namespace trichluc
