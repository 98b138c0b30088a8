#include "tables/row_cut.h"

#include <fmt/format.h>

#include <algorithm>

#include "tables/cell_text.h"

namespace trichluc {
namespace {

constexpr double kFull = 1.3;  // line pitches left below the text: no further line fits
constexpr double kRoom = 2.4;  // surely one would have fitted, even with two lines kept together

struct Score {
  double sum = 0;
  std::string* why = nullptr;

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

void WeighNumber(Score& score, const std::string& above, const std::string& below, const DraftRow* following,
                 const ColumnHabits& habits) {
  const size_t column = static_cast<size_t>(habits.number);
  if (!below.empty()) {
    score.Add(IsNumberLabel(below) ? -4 : -1, "number cell filled", column);
    return;
  }
  if (!above.empty()) score.Add(1.2 * habits.filled[column], "number cell empty", column);
  if (following == nullptr) return;
  const int last = LastNumber(above), next = LastNumber(following->cells[column].Text());
  if (last == 0 || next == 0) return;
  if (next == last + 1) score.Add(0.8, "numbers leave no place", column);
  if (next == last + 2) score.Add(-1.6, "a number is missing", column);
}

void WeighText(Score& score, const DraftCell& upper, const std::string& above, const DraftCell& lower,
               const std::string& below, size_t column, double usual_length) {
  const bool prose = usual_length > 60;
  const double room = RoomBelow(upper, lower);
  if (room >= kRoom) score.Add(-2.2, "room left above", column);
  if (room <= kFull) score.Add(0.4, "full to the rule above", column);
  if (RoomAbove(upper, lower) > kRoom) score.Add(-1.0, "does not begin at the top", column);
  if (Similarity(above, below) > 0.9) {
    score.Add(-1.8, "same text again", column);
    return;
  }
  if (ClosesBracket(above, below)) score.Add(1.5, "closes a bracket", column);
  if (EndsOpen(above)) score.Add(1.2, "stopped in the middle", column);
  if (StartsSmall(below)) {
    score.Add(StartsWithListMark(below) ? 0.2 : 1.6, "goes on in small letters", column);
    if (!EndsClosed(above)) score.Add(0.4, "no stop above", column);
  } else if (StartsCapital(below) && !EndsOpen(above)) {
    const bool list_goes_on = StartsWithListMark(below) && StartsWithListMark(above);
    score.Add(list_goes_on ? 0.3 : prose ? -0.7 : -0.6, "begins with a capital", column);
  }
}

}  // namespace

ColumnHabits MeasureHabits(const std::vector<const std::vector<DraftRow>*>& parts) {
  ColumnHabits habits;
  std::vector<int> filled, labels;
  std::vector<std::vector<double>> lengths;
  int rows = 0;
  for (const std::vector<DraftRow>* part : parts) {
    for (const DraftRow& row : *part) {
      filled.resize(row.cells.size());
      labels.resize(row.cells.size());
      lengths.resize(row.cells.size());
      ++rows;
      for (size_t c = 0; c < row.cells.size(); ++c) {
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
    std::sort(lengths[c].begin(), lengths[c].end());
    habits.length.push_back(lengths[c].empty() ? 0 : lengths[c][lengths[c].size() / 2]);
    const bool numbers = filled[c] >= 2 && labels[c] * 10 >= filled[c] * 7 && habits.length[c] <= 6;
    if (numbers && habits.number < 0 && c <= 1) habits.number = static_cast<int>(c);
  }
  return habits;
}

double CutScore(const std::vector<DraftRow>& rows, const DraftRow& lower, const DraftRow* following,
                const ColumnHabits& habits, std::string* why) {
  Score score{0, why};
  const size_t last = rows.size() - 1;
  bool goes_on = false;
  for (size_t c = 0; c < lower.cells.size(); ++c) {
    const DraftCell& upper = rows[last].cells[c];
    const std::string above = OwnerText(rows, last, c), below = lower.cells[c].Text();
    if (static_cast<int>(c) == habits.number) {
      WeighNumber(score, above, below, following, habits);
      continue;
    }
    if (below.empty()) {
      // A span is empty below in either case.
      if (!above.empty() && !upper.Covered() && !lower.cells[c].Covered()) {
        score.Add(0.5 * habits.filled[c], "complete above", c);
      }
      continue;
    }
    goes_on = true;
    if (above.empty()) {
      score.Add(-1.8, "was empty above", c);
    } else if (upper.part.empty() && !upper.Covered()) {
      score.Add(-1.2, "had stopped a page earlier", c);
    } else {
      WeighText(score, upper, above, lower.cells[c], below, c, habits.length[c]);
    }
  }
  if (!goes_on) score.Add(-1, "nothing goes on", 0);
  return score.sum;
}

}  // namespace trichluc
