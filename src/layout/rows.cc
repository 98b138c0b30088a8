#include "layout/rows.h"

#include <algorithm>
#include <cmath>

#include "layout/glyphs.h"

namespace trichluc {
namespace {

constexpr double kDefaultPoints = 13;
constexpr double kSameBox = 0.72;      // covered share of the smaller box: the same print read twice
constexpr double kSpeckHeight = 0.42;  // em
constexpr float kSureMark = 0.6f;

double Median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const size_t middle = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + static_cast<long>(middle), values.end());
  return values[middle];
}

bool ReadTwice(const Word& a, const Word& b) {
  const long common = a.box.Intersect(b.box).Area();
  if (common == 0) return false;
  const long smaller = std::min(a.box.Area(), b.box.Area());
  const long larger = std::max(a.box.Area(), b.box.Area());
  // A speck inside a letter's box, or a word inside a badly cut one, is another matter.
  return common >= kSameBox * smaller && (a.text == b.text ? smaller * 3 >= larger : smaller * 2 >= larger);
}

bool Better(const Word& a, const Word& b) {
  if ((a.cell >= 0) != (b.cell >= 0)) return a.cell >= 0;
  return a.confidence > b.confidence;
}

std::vector<Word> WithoutDoubles(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return a.box.top < b.box.top; });
  std::vector<bool> dropped(words.size(), false);
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t j = i + 1; j < words.size() && words[j].box.top < words[i].box.bottom && !dropped[i]; ++j) {
      if (dropped[j] || !ReadTwice(words[i], words[j])) continue;
      dropped[Better(words[j], words[i]) ? i : j] = true;
    }
  }
  std::vector<Word> kept;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!dropped[i]) kept.push_back(std::move(words[i]));
  }
  return kept;
}

// A low-confidence dot or stroke. Dashes and bullets are wider or surer, and digits and letters always stay.
bool IsSpeck(const Word& word, double em) {
  return IsMark(word.text) && word.confidence < kSureMark && word.box.Height() < kSpeckHeight * em &&
         word.box.Width() < kSpeckHeight * em && word.text != "-" && word.text != "–";
}

// What the right end of a growing row looks like; the last words only, so that a slightly slanted row is
// followed.
struct RowEnd {
  std::vector<Word> words;
  double baseline = 0, em = 0;
  int right = 0;

  void Add(const Word& word, double page_em) {
    words.push_back(word);
    right = std::max(right, word.box.right);
    Measure(page_em);
  }
  void Measure(double page_em) {
    std::vector<double> baselines, ems;
    for (size_t i = words.size(); i-- > 0 && baselines.size() < 4;) {
      const double own = EmOf(words[i]);
      if (own <= 0) continue;
      ems.push_back(std::clamp(own, 0.4 * page_em, 3.0 * page_em));
    }
    em = Median(ems, page_em);
    for (size_t i = words.size(); i-- > 0 && baselines.size() < 4;) {
      if (IsMark(words[i].text)) continue;
      if (EmOf(words[i]) < 0.75 * em && baselines.size() > 0) continue;  // a superscript has its own baseline
      baselines.push_back(BaselineOf(words[i], em));
    }
    baseline = Median(baselines, BaselineOf(words.back(), em));
  }
};

double Overlap(double top_a, double bottom_a, double top_b, double bottom_b) {
  return std::min(bottom_a, bottom_b) - std::max(top_a, top_b);
}

// 0..1: how well the word stands on the row.
double Fit(const RowEnd& row, const Word& word, double page_em) {
  const double row_top = row.baseline - 0.46 * row.em;
  if (IsMark(word.text)) {
    const double room_top = row.baseline - 0.75 * row.em, room_bottom = row.baseline + 0.25 * row.em;
    const double centre = word.box.CentreY();
    if (centre < room_top || centre > room_bottom) return 0;
    return 1 - std::abs(centre - (row.baseline - 0.23 * row.em)) / row.em;
  }
  const double own = std::clamp(EmOf(word), 0.4 * page_em, 3.0 * page_em);
  const double baseline = BaselineOf(word, own);
  const double core = Overlap(row_top, row.baseline, baseline - 0.46 * own, baseline);
  const double fit = core / (0.46 * std::min(own, row.em));
  if (fit >= 0.45) return std::min(fit, 1.0);
  // Superscripts and subscripts: small, and inside the row's room.
  if (own < 0.8 * row.em || row.em < 0.8 * own) {
    const double room =
        Overlap(row.baseline - 0.85 * row.em, row.baseline + 0.22 * row.em, word.box.top, word.box.bottom);
    if (room >= 0.6 * word.box.Height()) return 0.3;
  }
  return 0;
}

bool Follows(const RowEnd& row, const Word& word, double max_gap) {
  const int gap = word.box.left - row.right;
  if (gap > max_gap) return false;
  const int allowed = std::min(word.box.Width(), row.words.back().box.Width()) / 2;
  return gap >= -std::max(allowed, 1);
}

// The row the word belongs to, or -1.
int Choose(const std::vector<RowEnd>& rows, const Word& word, double page_em, double max_gap) {
  int best = -1;
  double best_score = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const double fit = Follows(rows[i], word, max_gap) ? Fit(rows[i], word, page_em) : 0;
    if (fit <= 0) continue;
    const double gap = std::max(0, word.box.left - rows[i].right) / page_em;
    const double score = fit - 0.04 * std::min(gap, 6.0);
    if (best < 0 || score > best_score) {
      best = static_cast<int>(i);
      best_score = score;
    }
  }
  return best;
}

}  // namespace

double UsualEm(const std::vector<Word>& words, int dpi) {
  std::vector<double> ems;
  for (const Word& word : words) {
    const double em = EmOf(word);
    if (em > 0 && word.confidence >= 0.4f && DecodeUtf8(word.text).size() >= 2) ems.push_back(em);
  }
  const double expected = kDefaultPoints / 72.0 * (dpi > 0 ? dpi : 200);
  const double median = Median(ems, expected);
  return std::clamp(median, 0.4 * expected, 2.5 * expected);
}

std::vector<Word> UsableWords(const std::vector<Word>& words, double em) {
  std::vector<Word> usable;
  for (const Word& word : words) {
    if (!word.text.empty() && !word.box.Empty() && !IsSpeck(word, em)) usable.push_back(word);
  }
  return WithoutDoubles(std::move(usable));
}

void SortRows(std::vector<PrintRow>& rows, double em) {
  const auto higher = [](const PrintRow& a, const PrintRow& b) { return a.baseline < b.baseline; };
  const auto before = [](const PrintRow& a, const PrintRow& b) { return a.box.left < b.box.left; };
  std::stable_sort(rows.begin(), rows.end(), higher);
  for (size_t from = 0, to = 0; from < rows.size(); from = to) {
    while (to < rows.size() && rows[to].baseline <= rows[from].baseline + 0.3 * em) ++to;
    std::stable_sort(rows.begin() + static_cast<long>(from), rows.begin() + static_cast<long>(to), before);
  }
}

PrintRow MakeRow(std::vector<Word> words, double em) {
  PrintRow row;
  std::vector<double> ems, baselines;
  for (const Word& word : words) {
    row.box = row.box.Union(word.box);
    if (const double own = EmOf(word); own > 0) ems.push_back(own);
  }
  row.em = std::clamp(Median(ems, em), 0.4 * em, 3.0 * em);
  for (const Word& word : words) {
    if (!IsMark(word.text) || words.size() == 1) baselines.push_back(BaselineOf(word, row.em));
  }
  row.baseline = Median(baselines, BaselineOf(words.front(), row.em));
  row.words = std::move(words);
  return row;
}

std::vector<PrintRow> ArrangeRows(const std::vector<Word>& words, double em, double max_gap) {
  std::vector<Word> sorted = words;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Word& a, const Word& b) {
    return a.box.left != b.box.left ? a.box.left < b.box.left : a.box.top < b.box.top;
  });
  std::vector<RowEnd> ends;
  for (const Word& word : sorted) {
    const int row = Choose(ends, word, em, max_gap);
    if (row < 0) ends.emplace_back();
    ends[row < 0 ? ends.size() - 1 : static_cast<size_t>(row)].Add(word, em);
  }
  std::vector<PrintRow> rows;
  for (RowEnd& end : ends) rows.push_back(MakeRow(std::move(end.words), em));
  SortRows(rows, em);
  return rows;
}

}  // namespace trichluc
