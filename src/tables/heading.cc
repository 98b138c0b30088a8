#include "tables/heading.h"

#include <algorithm>

#include "tables/cell_text.h"

namespace trichluc {
namespace {

constexpr size_t kDeepest = 4;
constexpr double kSameRow = 0.72;      // two pages' heading rows, found by nothing but their likeness
constexpr double kSameHeading = 0.58;  // a heading that is known to be one
constexpr size_t kLongEnough = 10;     // bytes: shorter rows are alike by chance

std::vector<std::string> Merge(std::vector<std::string> above, const std::vector<std::string>& below) {
  for (size_t i = 0; i < above.size() && i < below.size(); ++i) {
    if (!above[i].empty() && !below[i].empty()) above[i] += ' ';
    above[i] += below[i];
  }
  return above;
}

std::string Flat(const std::vector<std::string>& texts) {
  std::string flat;
  for (const std::string& text : texts) flat += text + ' ';
  return flat;
}

size_t Length(const std::vector<std::string>& texts) {
  size_t length = 0;
  for (const std::string& text : texts) length += text.size();
  return length;
}

// Cell by cell, weighted by length, so that titles in other columns are not alike.
double Likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  double alike = 0, weights = 0;
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const double weight = static_cast<double>(std::max(a[i].size(), b[i].size()));
    alike += weight * Similarity(a[i], b[i]);
    weights += weight;
  }
  const double cells = weights > 0 ? alike / weights : 1;
  // Where rules were read differently the words may stand one cell aside.
  return std::max(cells, Similarity(Flat(a), Flat(b)) - 0.15);
}

// "9", "(9)", "9=7/4", "(9) = (7) x 2": which column a cell says that it is, and what it is reckoned from; 0 for others.
int ColumnNumber(const std::string& text) {
  size_t at = text.starts_with('(') ? 1 : 0;
  int number = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number < 100; ++at) number = 10 * number + (text[at] - '0');
  if (at < text.size() && text[at] == ')') ++at;
  const size_t sign = text.find_first_not_of(' ', at);
  if (sign == std::string::npos) return number;
  const bool reckoned = text[sign] == '=' && sign + 1 < text.size() && text.find_first_not_of("0123456789()+-x*/:%., ", sign + 1) == std::string::npos;
  return reckoned ? number : 0;
}

bool LooksLike(const std::vector<std::string>& texts, const JoinOptions& options) {
  return options.looks_like_header && options.looks_like_header(texts);
}

// As far as cells of the first `depth` rows reach down.
size_t SpannedDepth(const std::vector<DraftRow>& rows, size_t depth) {
  const auto reached = [](const DraftRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const DraftCell& cell) { return cell.up; });
  };
  while (depth > 0 && depth < std::min(rows.size(), kDeepest) && reached(rows[depth])) ++depth;
  return depth;
}

// Below a title that spans columns stand the titles of these columns, and nothing elsewhere.
bool HoldsSubTitles(const DraftRow& above, const DraftRow& below) {
  bool under_span = false;
  for (size_t c = 0; c < below.cells.size(); ++c) {
    if (below.cells[c].Text().empty()) continue;
    const bool spanned = above.cells[c].left || (c + 1 < above.cells.size() && above.cells[c + 1].left);
    if (!spanned) return false;
    under_span = true;
  }
  return under_span && !below.cells.front().left;
}

size_t DepthByWords(const std::vector<DraftRow>& rows, const JoinOptions& options) {
  size_t depth = 0;
  if (rows.empty()) return 0;
  if (LooksLike(rows[0].Texts(), options)) depth = 1;
  if (depth == 0 && rows.size() > 1 && LooksLike(Merge(rows[0].Texts(), rows[1].Texts()), options) &&
      SpannedDepth(rows, 1) >= 2) {
    depth = 2;
  }
  if (depth == 0) return 0;
  depth = SpannedDepth(rows, depth);
  while (depth < std::min(rows.size(), kDeepest) &&
         (HoldsSubTitles(rows[depth - 1], rows[depth]) || LooksLike(rows[depth].Texts(), options))) {
    depth = SpannedDepth(rows, depth + 1);
  }
  return depth;
}

size_t CommonHead(const std::vector<DraftRow>& a, const std::vector<DraftRow>& b) {
  size_t depth = 0;
  while (depth < std::min({a.size(), b.size(), kDeepest})) {
    const std::vector<std::string> one = a[depth].Texts(), other = b[depth].Texts();
    if (std::min(Length(one), Length(other)) < kLongEnough && !NumbersColumns(a[depth])) break;
    if (Likeness(one, other) < kSameRow) break;
    ++depth;
  }
  return depth;
}

bool IsFigure(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos && text.find_first_not_of("0123456789.,%+-–/() ") == std::string::npos;
}

bool IsYear(const std::string& text) { return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && IsFigure(text); }

// Titles that no rule knows, of statistics: words or years in every column, and below one of them figures alone.
size_t DepthByFigures(const std::vector<DraftRow>& rows) {
  constexpr size_t kFewestRows = 3;
  if (rows.size() < kFewestRows) return 0;
  for (const DraftCell& title : rows[0].cells) {
    const std::string text = title.Text();
    if (title.Covered() || text.empty() || (IsNumberLabel(text) && !IsYear(text)) || (IsFigure(text) && !IsYear(text))) return 0;
  }
  for (size_t c = 1; c < rows[0].cells.size(); ++c) {  // the first may number the rows
    size_t figures = 0, others = 0;
    for (size_t r = 1; r < rows.size(); ++r) {
      const std::string text = rows[r].cells[c].Covered() ? "" : rows[r].cells[c].Text();
      (IsFigure(text) ? figures : others) += !text.empty();
    }
    if (figures + 1 >= kFewestRows && others == 0) return 1;
  }
  return 0;
}

}  // namespace

bool NumbersColumns(const DraftRow& row) {
  constexpr size_t kFewestInPlace = 4, kMostSpoilt = 1, kLeft = 3;  // the last: bytes
  constexpr size_t kMany = 6;
  size_t labels = 0, in_place = 0, spoilt = 0;
  bool other = false;
  for (size_t c = 0; c < row.cells.size(); ++c) {
    const std::string text = row.cells[c].Text();
    if (text.empty()) continue;
    const int number = ColumnNumber(text);
    const bool label = IsNumberLabel(text) || number > 0;
    labels += label;
    in_place += label && (number > 0 ? number : LastNumber(text)) == static_cast<int>(c) + 1;
    spoilt += !label;
    other = other || (!label && text.size() > kLeft);
  }
  if (in_place >= kMany && 3 * in_place >= 2 * (labels + spoilt)) return true;
  if (other) return false;
  if (spoilt > 0) return spoilt <= kMostSpoilt && in_place >= kFewestInPlace && labels == in_place;
  return labels >= 3 || (labels >= 2 && labels == row.cells.size());
}

size_t HeadingDepth(const TableFragment& first, const std::vector<TableFragment>& later,
                    const JoinOptions& options) {
  size_t depth = DepthByWords(first.rows, options);
  for (const TableFragment& fragment : later) {
    const size_t repeated = CommonHead(first.rows, fragment.rows);
    if (depth == 0 && repeated > 0) depth = SpannedDepth(first.rows, repeated);
  }
  if (depth == 0) depth = DepthByFigures(first.rows);
  if (depth > 0 && depth < std::min(first.rows.size(), kDeepest) && NumbersColumns(first.rows[depth]))
    ++depth;
  return depth;
}

size_t RepeatedHeading(const std::vector<DraftRow>& heading, const TableFragment& fragment) {
  if (heading.empty()) return 0;
  const size_t most = std::min(fragment.rows.size(), heading.size() + 1);
  std::vector<std::string> whole, part;
  for (const DraftRow& row : heading) whole = whole.empty() ? row.Texts() : Merge(whole, row.Texts());
  size_t best = 0;
  double best_likeness = kSameHeading;
  for (size_t depth = 1; depth <= most; ++depth) {
    const std::vector<std::string> texts = fragment.rows[depth - 1].Texts();
    part = part.empty() ? texts : Merge(part, texts);
    const double likeness = Likeness(whole, part);
    if (likeness > best_likeness) {
      best = depth;
      best_likeness = likeness;
    }
  }
  if (best == 0 && NumbersColumns(heading.back()) && !fragment.rows.empty() &&
      NumbersColumns(fragment.rows[0]))
    return 1;
  return best;
}

void TakeMostRead(std::vector<DraftRow>& heading, const std::vector<std::vector<DraftRow>>& repetitions) {
  const auto sureness = [](const DraftCell& cell) {
    double sum = 0, words = 0;
    for (const Line& line : cell.lines) {
      for (const Word& word : line.words) sum += word.confidence;
      words += static_cast<double>(line.words.size());
    }
    return words > 0 ? sum / words : 0;
  };
  for (size_t r = 0; r < heading.size(); ++r) {
    for (size_t c = 0; c < heading[r].cells.size(); ++c) {
      DraftCell& cell = heading[r].cells[c];
      std::vector<const DraftCell*> readings{&cell};
      for (const std::vector<DraftRow>& rows : repetitions) {
        if (r < rows.size() && c < rows[r].cells.size() && rows[r].cells[c].Covered() == cell.Covered())
          readings.push_back(&rows[r].cells[c]);
      }
      const auto votes = [&](const DraftCell* reading) {
        return std::count_if(readings.begin(), readings.end(),
                             [&](const DraftCell* other) { return other->Text() == reading->Text(); });
      };
      const auto best =
          std::max_element(readings.begin(), readings.end(), [&](const DraftCell* a, const DraftCell* b) {
            return std::make_pair(votes(a), sureness(*a)) < std::make_pair(votes(b), sureness(*b));
          });
      const std::vector<Line> lines = (*best)->lines;
      cell.lines = lines;
    }
  }
}

void DropColumnNumbers(DraftRow& row) {
  constexpr size_t kFewest = 3;
  int last = 0;
  size_t numbers = 0;
  for (const DraftCell& cell : row.cells) {
    if (cell.Text().empty()) continue;
    const std::string word = cell.lines.front().words.empty() ? "" : cell.lines.front().words.front().text;
    if (word.size() < 3 || word.front() != '(' || word.back() != ')') return;
    const int number = LastNumber(word);
    if (number <= last) return;
    last = number;
    ++numbers;
  }
  if (numbers < kFewest) return;
  for (DraftCell& cell : row.cells) {
    for (std::vector<Line>* lines : {&cell.lines, &cell.part}) {
      if (lines->empty()) continue;
      std::vector<Word>& words = lines->front().words;
      words.erase(words.begin());
      if (words.empty()) lines->erase(lines->begin());
    }
  }
}

void TakeOffHeading(const std::vector<DraftRow>& heading, DraftRow* row) {
  constexpr double kSameTitle = 0.8, kMostTitles = 0.8;
  constexpr size_t kFewest = 3;
  std::vector<std::string> titles;
  for (const DraftRow& part : heading) titles = titles.empty() ? part.Texts() : Merge(titles, part.Texts());
  const auto words_of = [](const std::string& text) { return text.empty() ? 0 : 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' ')); };
  std::vector<size_t> matched;
  size_t all = 0;
  bool more = false;
  for (size_t c = 0; c < std::min(titles.size(), row->cells.size()); ++c) {
    if (titles[c].empty()) continue;
    ++all;
    std::string head;
    size_t left = words_of(titles[c]);
    for (const Line& line : row->cells[c].lines) {
      for (const Word& word : line.words) {
        more = more || left == 0;
        if (left > 0) head += (head.empty() ? "" : " ") + word.text, --left;
      }
    }
    if (Similarity(titles[c], head) >= kSameTitle) matched.push_back(c);
  }
  if (!more || matched.size() < kFewest || static_cast<double>(matched.size()) < kMostTitles * static_cast<double>(all)) return;
  for (const size_t c : matched) {
    DraftCell& cell = row->cells[c];
    for (std::vector<Line>* lines : {&cell.lines, &cell.part}) {
      size_t left = words_of(titles[c]);
      for (Line& line : *lines) {
        const size_t taken = std::min(left, line.words.size());
        line.words.erase(line.words.begin(), line.words.begin() + static_cast<long>(taken));
        left -= taken;
      }
      std::erase_if(*lines, [](const Line& line) { return line.words.empty(); });
    }
  }
}

bool HasOtherHeading(const TableFragment& first, const TableFragment& fragment, const JoinOptions& options) {
  const size_t depth = DepthByWords(fragment.rows, options);
  if (depth == 0) return false;
  const size_t own = std::max<size_t>(1, DepthByWords(first.rows, options));
  const std::vector<DraftRow> heading(
      first.rows.begin(), first.rows.begin() + static_cast<long>(std::min(own, first.rows.size())));
  return RepeatedHeading(heading, fragment) == 0;
}

}  // namespace trichluc
