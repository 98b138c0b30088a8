#include "tables/label_rows.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "tables/cell_text.h"

namespace trichluc {
namespace {

constexpr double kCore = 0.35;     // of a line's height, above and below its middle: marks of neighbours reach into each other
constexpr double kMostGoOn = 0.6;  // share of labels that go on from the one above
constexpr double kLeastRead = 0.6; // share of labels that are no misread ones
constexpr size_t kLongestMisread = 5;
constexpr double kLeast = 0.1;     // of a label's height: white that parts
constexpr double kWidest = 0.92;   // of the widest white: of whites alike the lowest parts, as cells mostly begin at the top

struct White {
  double top = 0, bottom = 0;
  double Height() const { return bottom - top; }
};

int Level(const std::string& label) { return static_cast<int>(std::count(label.begin(), label.end(), '.')); }

// "3" behind "2.4": the number at its own level.
bool GoesOnAbove(const std::string& above, const std::string& label) {
  const size_t end = above.find('.');
  return Level(label) < Level(above) && LastNumber(label) == LastNumber(above.substr(0, end)) + 1;
}

// "2" behind "1", "1" behind "III", "3" behind "2.4", "b)" behind "a)"; not "T" behind "T".
bool GoesOn(const std::string& above, const std::string& label) {
  const int upper = LastNumber(above), lower = LastNumber(label);
  return lower > 0 ? lower == upper + 1 || lower == 1 || GoesOnAbove(above, label) : label > above;
}

// What a label comes out as where it was misread: "I1", "1:2", "l.3".
bool IsMisreadLabel(const std::string& text) {
  return text.size() <= kLongestMisread && text.find_first_not_of("0123456789.,:;IVXilo|") == std::string::npos;
}

// "(1) TT | (2) Nội dung | (3) …": the numbers of the columns stand with what is below them.
bool HoldsColumnNumbers(const DraftRow& row) {
  const auto numbered = [](const DraftCell& cell) {
    const std::string text = cell.Text();
    return text.size() > 2 && text.front() == '(' && text.find_first_not_of("0123456789", 1) == text.find(')');
  };
  return std::count_if(row.cells.begin(), row.cells.end(), numbered) >= 3;
}

// Most of the labels are no misread ones, and those go on from each other.
bool AreLabels(const std::vector<const Line*>& lines) {
  std::vector<std::string> labels;
  for (const Line* line : lines) {
    if (IsNumberLabel(line->Text())) labels.push_back(line->Text());
  }
  if (labels.size() < 2 || static_cast<double>(labels.size()) < kLeastRead * static_cast<double>(lines.size())) return false;
  size_t on = 0;
  for (size_t i = 1; i < labels.size(); ++i) on += GoesOn(labels[i - 1], labels[i]);
  return static_cast<double>(on) >= kMostGoOn * static_cast<double>(labels.size() - 1);
}

// The labels of the first cell, top to bottom; empty where the lines below its titles are something else.
std::vector<const Line*> LabelsOf(const DraftCell& cell) {
  std::vector<const Line*> labels;
  for (const Line& line : cell.lines) {
    const std::string text = line.Text();
    if (IsNumberLabel(text) || (!labels.empty() && IsMisreadLabel(text))) {
      if (!labels.empty() && line.box.CentreY() <= labels.back()->box.bottom) return {};
      labels.push_back(&line);
    } else if (!labels.empty()) {
      return {};
    }
  }
  return AreLabels(labels) ? labels : std::vector<const Line*>{};
}

// Where no line of any cell stands, between the first and the last.
std::vector<White> WhitesOf(const DraftRow& row) {
  std::vector<std::pair<double, double>> print;
  for (const DraftCell& cell : row.cells) {
    for (const Line& line : cell.lines) {
      const double middle = line.box.CentreY(), half = kCore * line.box.Height();
      print.emplace_back(middle - half, middle + half);
    }
  }
  std::sort(print.begin(), print.end());
  std::vector<White> whites;
  double bottom = print.empty() ? 0 : print.front().second;
  for (const auto& [top, end] : print) {
    if (top > bottom) whites.push_back({bottom, top});
    bottom = std::max(bottom, end);
  }
  return whites;
}

// Where the rows of the labels part; empty where two of them cannot be parted.
std::vector<int> CutsOf(const DraftRow& row, std::vector<const Line*> labels) {
  const std::vector<White> whites = WhitesOf(row);
  const Line& first = row.cells.front().lines.front();
  if (&first != labels.front()) labels.insert(labels.begin(), &row.cells.front().lines[0]);  // the titles
  std::vector<int> cuts;
  for (size_t i = 1; i < labels.size(); ++i) {
    const White* best = nullptr;
    for (const White& white : whites) {
      if (white.Height() < kLeast * labels[i]->box.Height()) continue;
      if (white.top < labels[i - 1]->box.CentreY() || white.bottom > labels[i]->box.CentreY()) continue;
      if (best == nullptr || white.Height() >= kWidest * best->Height()) best = &white;
    }
    if (best == nullptr) return {};
    cuts.push_back(static_cast<int>(std::lround((best->top + best->bottom) / 2)));
  }
  return cuts;
}

size_t PartAt(const std::vector<int>& cuts, const Line& line) {
  return static_cast<size_t>(std::upper_bound(cuts.begin(), cuts.end(), line.box.CentreY()) - cuts.begin());
}

// A cell that reaches into the row below and has its print within one part stands for all of them.
bool SpansParts(const DraftCell& cell, const std::vector<int>& cuts, bool reaches_down) {
  return cell.up || (reaches_down && !cell.lines.empty() && PartAt(cuts, cell.lines.front()) == PartAt(cuts, cell.lines.back()));
}

// `below`: the row below; null for the last.
std::vector<DraftRow> PartsOf(const DraftRow& row, const DraftRow* below, const std::vector<int>& cuts) {
  DraftRow blank = row;
  for (DraftCell& cell : blank.cells) cell.lines.clear();
  std::vector<DraftRow> parts(cuts.size() + 1, blank);
  for (size_t c = 0; c < row.cells.size(); ++c) {
    const bool spans = SpansParts(row.cells[c], cuts, below != nullptr && below->cells[c].up);
    for (const Line& line : row.cells[c].lines) parts[spans ? 0 : PartAt(cuts, line)].cells[c].lines.push_back(line);
    for (size_t r = 0; r < parts.size(); ++r) {
      DraftCell& part = parts[r].cells[c];
      part.part = part.lines;
      part.up = part.up || (spans && r > 0);
      if (spans) continue;
      if (r > 0) part.box.top = cuts[r - 1];
      if (r < cuts.size()) part.box.bottom = cuts[r];
    }
  }
  return parts;
}

// "12" below the rest of a row that the page before broke: a label stands in the middle of its row's print, or on its first line. Where
// the print above it is another row's: one cut, or none.
std::vector<int> CutAboveLabel(const DraftRow& row) {
  constexpr double kOff = 0.8, kOn = 0.35;  // of a label's height, from its middle
  const std::vector<Line>& lines = row.cells.front().lines;
  if (lines.size() != 1 || !IsNumberLabel(lines[0].Text())) return {};
  std::vector<double> print;  // middles of all lines
  for (const DraftCell& cell : row.cells) {
    for (const Line& line : cell.lines) print.push_back(line.box.CentreY());
  }
  std::sort(print.begin(), print.end());
  const double height = lines[0].box.Height(), label = lines[0].box.CentreY();
  if (label - (print.front() + print.back()) / 2 < kOff * height) return {};
  const White* best = nullptr;
  const std::vector<White> whites = WhitesOf(row);
  for (const White& white : whites) {
    if (white.bottom > label || white.Height() < kLeast * height) continue;
    const double first = *std::upper_bound(print.begin(), print.end(), white.bottom);
    const bool middle = std::abs((first + print.back()) / 2 - label) <= kOn * height, begins = std::abs(first - label) <= kOn * height;
    if ((middle || begins) && (best == nullptr || white.Height() > best->Height())) best = &white;
  }
  if (best == nullptr) return {};
  return {static_cast<int>(std::lround((best->top + best->bottom) / 2))};
}

// "II- Nhóm nhiệm vụ về …": a title of one line that runs across columns, so that a word of it stands on an edge between them, becomes
// the first cell's.
void MergeAcross(DraftRow& row) {
  constexpr double kOver = 0.25;  // of the line's height, to both sides of the edge
  size_t last = 0;
  while (last + 1 < row.cells.size() && row.cells[last + 1].lines.size() == 1) ++last;
  const std::vector<Line>& first = row.cells.front().lines;
  if (last == 0 || first.size() != 1) return;
  for (size_t c = last + 1; c < row.cells.size(); ++c) {
    if (!row.cells[c].lines.empty()) return;
  }
  bool over = false;
  std::vector<Word> words = first[0].words;
  for (size_t c = 0; c <= last; ++c) {
    const DraftCell& cell = row.cells[c];
    if (cell.up || cell.box.Empty() || !SameLine(cell.lines[0].box, first[0].box)) return;
    const double slack = kOver * first[0].box.Height();
    for (const Word& word : cell.lines[0].words)
      over |= (c > 0 && word.box.left < cell.box.left - slack) || (c < row.cells.size() - 1 && word.box.right > cell.box.right + slack);
    if (c > 0) words.insert(words.end(), cell.lines[0].words.begin(), cell.lines[0].words.end());
  }
  if (!over) return;
  Line line = first[0];
  for (const Word& word : words) line.box = line.box.Union(word.box);
  line.words = std::move(words);
  DraftCell& whole = row.cells.front();
  whole.lines = whole.part = {line};
  whole.box = whole.box.Union(row.cells.back().box);
  for (size_t c = 1; c < row.cells.size(); ++c) {
    row.cells[c].left = true;
    row.cells[c].lines.clear();
    row.cells[c].part.clear();
  }
}

// The labels' own cell reaches into no other row.
bool StandsAlone(const std::vector<DraftRow>& rows, size_t r) {
  return !rows[r].cells.front().up && (r + 1 == rows.size() || !rows[r + 1].cells.front().up);
}

}  // namespace

void PartAtLabels(TableFragment& fragment) {
  constexpr size_t kFirstBody = 1;  // below a repeated heading: where the rest of a broken row stands
  std::vector<DraftRow> rows;
  for (size_t r = 0; r < fragment.rows.size(); ++r) {
    DraftRow& row = fragment.rows[r];
    std::vector<const Line*> labels;
    if (StandsAlone(fragment.rows, r) && !HoldsColumnNumbers(row)) labels = LabelsOf(row.cells.front());
    std::vector<int> cuts = labels.empty() ? std::vector<int>{} : CutsOf(row, labels);
    if (cuts.empty() && r <= kFirstBody && StandsAlone(fragment.rows, r)) cuts = CutAboveLabel(row);
    if (cuts.empty()) {
      rows.push_back(row);
    } else {
      const DraftRow* below = r + 1 < fragment.rows.size() ? &fragment.rows[r + 1] : nullptr;
      for (DraftRow& part : PartsOf(row, below, cuts)) {
        MergeAcross(part);
        rows.push_back(std::move(part));
      }
    }
  }
  fragment.rows = std::move(rows);
}

}  // namespace trichluc
