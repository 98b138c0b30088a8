#include "tables/row_cut.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "tables/cell_text.h"

namespace trichluc {
namespace {

constexpr double kFull = 1.3;       // line pitches left below the text: no further line fits
constexpr double kGroups = 0.06;    // share of rows: cells that span rows are a habit of the column
constexpr double kWordSlack = 0.7;  // line heights: a blank and the cell's padding
constexpr double kRoom = 2.4;       // surely one would have fitted, even with two lines kept together

struct Score {
  double sum = 0;
  std::string* why = nullptr;
  int restarts = 0;  // cells that begin anew, the text above being complete
  int anew = 0;      // cells that begin anew, whatever stands above
  int links = 0;     // cells whose text clearly goes on

  void Add(double weight, const char* sign, size_t column) {
    if (weight == 0) return;
    sum += weight;
    if (why != nullptr) *why += fmt::format("{:+.2f} {} (column {})\n", weight, sign, column);
  }
};

// Distance of lines in a cell, from the lines of both parts.
double Pitch(const DraftCell& upper, const DraftCell& lower) {
  std::vector<double> pitches;
  for (const DraftCell* cell : {&upper, &lower}) {
    for (size_t i = 1; i < cell->part.size(); ++i) {
      pitches.push_back(cell->part[i].box.bottom - cell->part[i - 1].box.bottom);
    }
  }
  double height = 0;
  for (const DraftCell* cell : {&upper, &lower}) {
    for (const Line& line : cell->part) height = std::max(height, static_cast<double>(line.box.Height()));
  }
  if (pitches.empty()) return 1.2 * height;
  std::nth_element(pitches.begin(), pitches.begin() + static_cast<long>(pitches.size() / 2), pitches.end());
  return std::max(pitches[pitches.size() / 2], 0.6 * height);
}

// Lines of room below the upper part's text.
double RoomBelow(const DraftCell& upper, const DraftCell& lower) {
  const double pitch = Pitch(upper, lower);
  if (pitch <= 0 || upper.part.empty()) return 0;
  return (upper.box.bottom - upper.part.back().box.bottom) / pitch;
}

double RoomAbove(const DraftCell& upper, const DraftCell& lower) {
  const double pitch = Pitch(upper, lower);
  if (pitch <= 0 || lower.part.empty()) return 0;
  return (lower.part.front().box.top - lower.box.top) / pitch;
}

// Whether the upper text's last line had room for the lower text's first word. Then the upper text ended
// there.
bool HadRoomOnLine(const DraftCell& upper, const DraftCell& lower) {
  if (upper.part.empty() || lower.part.empty() || lower.part.front().words.empty()) return false;
  const Line& line = upper.part.back();
  const double height = line.box.Height();
  const double room = upper.box.Width() - line.box.Width() - 0.5 * height;
  return room > lower.part.front().words.front().box.Width() + kWordSlack * height;
}

void WeighNumber(Score& score, const std::string& above, const std::string& below, const DraftRow* following,
                 const ColumnHabits& habits) {
  const size_t column = static_cast<size_t>(habits.number);
  if (!below.empty()) {
    score.Add(IsNumberLabel(below) ? -4 : -1, "number cell filled", column);
    return;
  }
  const double groups =
      habits.spanned[column] > kGroups ? 0.5 : 1;  // a number may stand for several rows here
  if (!above.empty()) score.Add(1.2 * groups * habits.filled[column], "number cell empty", column);
  if (following == nullptr) return;
  const int last = LastNumber(above), next = LastNumber(following->cells[column].Text());
  if (last == 0 || next == 0) return;
  if (next == last + 1) score.Add(0.8, "numbers leave no place", column);
  if (next == last + 2) score.Add(-1.6, "a number is missing", column);
}

void WeighText(Score& score, const DraftCell& upper, const std::string& above, const DraftCell& lower,
               const std::string& below, size_t column) {
  const double room = RoomBelow(upper, lower);
  if (room >= kRoom) score.Add(-2.2, "room left above", column);
  if (room <= kFull && upper.part.size() > 1) score.Add(0.4, "full to the rule above", column);
  if (RoomAbove(upper, lower) > kRoom) score.Add(-1.0, "does not begin at the top", column);
  if (Similarity(above, below) > 0.9) {
    score.Add(-1.8, "same text again", column);
    return;
  }
  const bool ended = HadRoomOnLine(upper, lower);
  const bool wrapped = !ended && !EndsClosed(above);
  if (ended)
    score.Add(StartsWithListMark(below) ? -0.3
              : EndsClosed(above)       ? -0.7
                                        : -1.2,
              "its last line had room", column);
  if (wrapped) score.Add(0.4, "its last line was full", column);
  if (ClosesBracket(above, below) || EndsOpen(above) || StartsSmall(below)) ++score.links;
  if (ClosesBracket(above, below)) score.Add(1.5, "closes a bracket", column);
  if (EndsOpen(above)) score.Add(1.2, "stopped in the middle", column);
  if (StartsSmall(below)) {
    score.Add(StartsWithListMark(below) ? 0.2 : 1.6, "goes on in small letters", column);
    if (!EndsClosed(above)) score.Add(0.4, "no stop above", column);
  } else if (!EndsOpen(above)) {
    const bool list_goes_on = StartsWithListMark(below) && StartsWithListMark(above);
    if (!list_goes_on && !wrapped) ++score.restarts;
    ++score.anew;
    score.Add(list_goes_on ? 0.3 : StartsCapital(below) && !wrapped ? -0.65 : -0.4, "begins anew", column);
  }
}

// A speck is no word.
bool HasWords(const DraftCell& cell) {
  const std::string text = cell.Text();
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c >= 0x80; });
}

// The two parts share no cell, and each lacks what every other row has: one row whose cells, set in the middle, came to
// stand whole on one page or the other. Where the rule between them is missing one cell alone, the tallest, may have begun above.
bool AreHalves(const std::vector<DraftRow>& rows, const DraftRow& lower, bool open, const ColumnHabits& habits) {
  constexpr double kMostly = 0.7;  // of the rows, the halves among them
  constexpr int kManyLack = 3;
  const size_t last = rows.size() - 1;
  int above_lacks = 0, below_lacks = 0, both = 0, only_above = 0;
  for (size_t c = 0; c < lower.cells.size(); ++c) {
    const DraftCell& upper = rows[last].cells[c];
    const bool above = HasWords(upper), below = HasWords(lower.cells[c]);
    if (upper.Covered() || lower.cells[c].Covered()) continue;
    both += above && below;
    only_above += above && !below;
    if (habits.filled[c] < kMostly) continue;
    above_lacks += below && !above;
    below_lacks += above && !below;
  }
  if (both > 0) return open && both == 1 && only_above == 0 && above_lacks >= kManyLack;
  return above_lacks > 0 && below_lacks > 0;
}

}  // namespace

ColumnHabits MeasureHabits(const std::vector<const std::vector<DraftRow>*>& parts) {
  ColumnHabits habits;
  std::vector<int> filled, labels, spanned;
  std::vector<std::vector<double>> lengths;
  int rows = 0;
  for (const std::vector<DraftRow>* part : parts) {
    for (const DraftRow& row : *part) {
      filled.resize(row.cells.size());
      labels.resize(row.cells.size());
      spanned.resize(row.cells.size());
      lengths.resize(row.cells.size());
      ++rows;
      for (size_t c = 0; c < row.cells.size(); ++c) {
        spanned[c] += row.cells[c].up;
        const std::string text = row.cells[c].Text();
        if (text.empty()) continue;
        ++filled[c];
        labels[c] += IsNumberLabel(text);
        lengths[c].push_back(static_cast<double>(text.size()));
      }
    }
  }
  for (size_t c = 0; c < filled.size(); ++c) {
    habits.filled.push_back(rows == 0 ? 0 : static_cast<double>(filled[c]) / rows);
    habits.spanned.push_back(rows == 0 ? 0 : static_cast<double>(spanned[c]) / rows);
    std::sort(lengths[c].begin(), lengths[c].end());
    habits.length.push_back(lengths[c].empty() ? 0 : lengths[c][lengths[c].size() / 2]);
    const bool numbers = filled[c] >= 2 && labels[c] * 10 >= filled[c] * 7 && habits.length[c] <= 6;
    if (numbers && habits.number < 0 && c <= 1) habits.number = static_cast<int>(c);
  }
  return habits;
}

double TextGoesOn(const DraftCell& upper, const std::string& above, const DraftCell& lower) {
  Score score;
  WeighText(score, upper, above, lower, lower.Text(), 0);
  return score.sum;
}

double CutScore(const std::vector<DraftRow>& rows, const BelowBreak& break_below, const ColumnHabits& habits,
                std::string* why) {
  Score score{0, why};
  const DraftRow& lower = *break_below.row;
  const size_t last = rows.size() - 1;
  for (size_t c = 0; c < lower.cells.size(); ++c) {
    if (rows[last].cells[c].left != lower.cells[c].left) {
      score.Add(-10, "other cells", c);  // a section's title across the table, and a row of cells
      return score.sum;
    }
  }
  if (AreHalves(rows, lower, break_below.open, habits)) {
    score.Add(2, "halves of one row", 0);
    return score.sum;
  }
  bool goes_on = false;
  for (size_t c = 0; c < lower.cells.size(); ++c) {
    const DraftCell& upper = rows[last].cells[c];
    const std::string above = OwnerText(rows, last, c), below = lower.cells[c].Text();
    if (static_cast<int>(c) == habits.number) {
      WeighNumber(score, above, below, break_below.following, habits);
    } else if (below.empty()) {
      // A span is empty below in either case.
      const bool spans = upper.Covered() || lower.cells[c].Covered();
      if (!above.empty() && !spans) {
        score.Add((habits.spanned[c] > kGroups ? 0.1 : 0.5) * habits.filled[c], "complete above", c);
      }
    } else if (above.empty()) {
      goes_on = true;
      score.Add(-1.8, "was empty above", c);
    } else {
      goes_on = true;
      if (upper.part.empty() && !upper.Covered()) {
        score.Add(-1.2, "had stopped a page earlier", c);
      } else {
        WeighText(score, upper, above, lower.cells[c], below, c);
      }
    }
  }
  if (!goes_on) score.Add(-1, "nothing goes on", 0);
  if (break_below.open) score.Add(1.2, "no rule at the break", 0);
  if (score.links == 0 && score.anew > 1) score.Add(-0.3 * score.anew, "no cell clearly goes on", 0);
  if (score.restarts > 1) score.Add(-0.5 * (score.restarts - 1), "several cells begin anew", 0);
  return score.sum;
}

}  // namespace trichluc
