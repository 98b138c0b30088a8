#include "tables/part_titles.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/text.h"

namespace trichluc {
namespace {

// How many columns the cell that begins here covers.
size_t SpanAt(const DraftRow& row, size_t column) {
  size_t span = 1;
  while (column + span < row.cells.size() && row.cells[column + span].left) ++span;
  return span;
}

// Whether nothing stands below in these columns but what is part of the cell.
bool ReachesDown(const std::vector<DraftRow>& heading, size_t row, size_t column, size_t span) {
  for (size_t below = row + 1; below < heading.size(); ++below) {
    for (size_t c = column; c < column + span; ++c) {
      if (!heading[below].cells[c].up) return false;
    }
  }
  return true;
}

enum class Side { kLeft, kRight, kAcross };

Side SideOf(const Box& word, int edge) {
  constexpr double kOver = 0.25;  // heights of a word: letters lean
  const auto over = static_cast<int>(kOver * word.Height());
  if (word.right <= edge + over) return Side::kLeft;
  return word.left >= edge - over ? Side::kRight : Side::kAcross;
}

// White between them from top to bottom, and the right one begins with a capital: "Thời gian" | "thực hiện" is one title.
bool AreTitles(const std::vector<Line>& left, const std::vector<Line>& right) {
  constexpr double kWhite = 0.5;  // heights of a line
  const auto farther = [](const Line& a, const Line& b) { return a.box.right < b.box.right; };
  const auto nearer = [](const Line& a, const Line& b) { return a.box.left < b.box.left; };
  const int white = std::min_element(right.begin(), right.end(), nearer)->box.left - std::max_element(left.begin(), left.end(), farther)->box.right;
  const std::string first = FromCodePoints(ToCodePoints(right.front().words.front().text).substr(0, 1));
  return white >= kWhite * right.front().box.Height() && IsUpper(first);
}

// The words on the right of the edge are taken out of `lines`; none when the edge does not part them.
std::vector<Line> TakeRight(std::vector<Line>* lines, int page, int edge) {
  std::vector<Line> left, right;
  for (const Line& line : *lines) {
    Line before = line, behind = line;
    if (line.page != page) return {};
    before.words.clear();
    behind.words.clear();
    for (const Word& word : line.words) {
      const Side side = SideOf(word.box, edge);
      if (side == Side::kAcross) return {};
      (side == Side::kLeft ? before : behind).words.push_back(word);
    }
    for (auto [part, into] : {std::pair{&before, &left}, std::pair{&behind, &right}}) {
      if (part->words.empty()) continue;
      part->box = part->words.front().box;
      for (const Word& word : part->words) part->box = part->box.Union(word.box);
      into->push_back(*part);
    }
  }
  if (left.empty() || right.empty() || !AreTitles(left, right)) return {};
  *lines = std::move(left);
  return right;
}

}  // namespace

void PartTitles(const TableFragment& first, const std::vector<double>& edges, std::vector<DraftRow>* heading) {
  const Box& grid = first.SourceGrid().box;
  for (size_t row = 0; row < heading->size(); ++row) {
    for (size_t column = 0; column < (*heading)[row].cells.size(); ++column) {
      DraftRow& cells = (*heading)[row];
      const size_t span = SpanAt(cells, column);
      if (span < 2 || cells.cells[column].Covered() || !ReachesDown(*heading, row, column, span)) continue;
      const int edge = grid.left + static_cast<int>(edges[column + 1] * grid.Width());
      std::vector<Line> right = TakeRight(&cells.cells[column].lines, first.reading->page, edge);
      if (right.empty()) continue;
      cells.cells[column + 1].lines = std::move(right);
      for (size_t below = row; below < heading->size(); ++below) (*heading)[below].cells[column + 1].left = false;
    }
  }
}

}  // namespace trichluc
