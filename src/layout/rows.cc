#include "layout/rows.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "layout/glyphs.h"
#include "layout/words.h"

namespace trichluc {
namespace {

constexpr size_t kEnd = 6;         // words at the end of a row that tell where it goes on
constexpr double kRowXHeight = 0.46;  // em
constexpr double kChainGap = 1.5;  // em: wider gaps are not taken on the engine's word

// Where the baseline runs at one end of a chain of words.
struct Level {
  double baseline = 0, em = 0;
};

Level Measure(std::vector<Word>::const_iterator begin, std::vector<Word>::const_iterator end,
              double page_em) {
  std::vector<Reach> reaches;
  std::vector<double> baselines, ems;
  for (auto word = begin; word != end; ++word) {
    reaches.push_back(ReachOf(word->text));
    if (const double own = EmOf(*word, reaches.back()); own > 0)
      ems.push_back(std::clamp(own, 0.4 * page_em, 3.0 * page_em));
  }
  Level level{0, Median(std::move(ems), page_em)};
  for (auto word = begin; word != end; ++word) {
    const Reach& reach = reaches[static_cast<size_t>(word - begin)];
    // A superscript has its own baseline.
    if (!reach.IsOfMark() && EmOf(*word, reach) >= 0.75 * level.em)
      baselines.push_back(BaselineOf(*word, reach, level.em));
  }
  level.baseline = Median(std::move(baselines), BaselineOf(*begin, reaches.front(), level.em));
  return level;
}

// Words the engine gave one after the other in a line, or a row that grows.
struct Chain {
  std::vector<Word> words;
  Level front, back;
  int left = 0, right = 0;

  void Close(double page_em) {
    const long reach = static_cast<long>(std::min(kEnd, words.size()));
    front = Measure(words.begin(), words.begin() + reach, page_em);
    back = Measure(words.end() - reach, words.end(), page_em);
    left = words.front().box.left;
    right = 0;
    for (const Word& word : words) right = std::max(right, word.box.right);
  }
};

double Overlap(double top_a, double bottom_a, double top_b, double bottom_b) {
  return std::min(bottom_a, bottom_b) - std::max(top_a, top_b);
}
double Overlap(const Box& a, const Box& b) { return Overlap(a.top, a.bottom, b.top, b.bottom); }

// Boxes of like height at one level. Engines sometimes draw a box into the line below, which hides the
// baseline.
bool StandsBeside(const Box& a, const Box& b) {
  const int smaller = std::min(a.Height(), b.Height()), larger = std::max(a.Height(), b.Height());
  return 2 * smaller >= larger && Overlap(a, b) >= 0.75 * smaller;
}

// "1", "12", or a figure the engine took for a mark ("®", "°", "*").
bool IsFigure(const Word& word) {
  const std::vector<char32_t> letters = DecodeUtf8(word.text);
  if (letters.size() == 1 && IsMark(word.text))
    return std::string_view("-–.,:;").find(word.text) == std::string_view::npos;
  return letters.size() <= 3 && std::all_of(letters.begin(), letters.end(), IsDigit);
}

// What items begin with. Its box tells nothing of a baseline.
bool IsBullet(const Word& word) {
  return word.text == "-" || word.text == "–" || word.text == "+" || word.text == "•";
}

// The figure of a footnote right beside the word it belongs to, whatever size the engine saw in it.
bool IsRaisedBeside(const Word& last, const Word& word, double page_em) {
  if (!IsFigure(last) && !IsFigure(word)) return false;
  const Word &figure = IsFigure(word) ? word : last, &other = IsFigure(word) ? last : word;
  const int raised = other.box.bottom - figure.box.bottom;
  return word.box.left - last.box.right < 0.6 * page_em && raised > 0 && raised < 0.6 * page_em &&
         figure.box.top < other.box.top + 0.15 * page_em &&
         6 * Overlap(last.box, word.box) >= figure.box.Height();
}

// Share of the box that lies where a line of this level may have ink.
double Inside(const Box& box, const Level& level) {
  return Overlap(level.baseline - 0.85 * level.em, level.baseline + 0.22 * level.em, box.top, box.bottom) /
         box.Height();
}

// 0..1: how well a lone mark stands on the row.
double FitMark(const Level& row, const Word& mark) {
  const double centre = mark.box.CentreY();
  if (centre < row.baseline - 0.75 * row.em || centre > row.baseline + 0.25 * row.em) return 0;
  return 1 - std::abs(centre - (row.baseline - kRowXHeight / 2 * row.em)) / row.em;
}

// 0..1: how well the chain goes on with the row.
double Fit(const Chain& row, const Chain& chain, double page_em) {
  const Word &last = row.words.back(), &first = chain.words.front();
  if (chain.words.size() == 1 && IsMark(first.text)) return FitMark(row.back, first);
  if (row.words.size() == 1 && IsBullet(last)) return FitMark(chain.front, last);
  const Level &above = row.back, &own = chain.front;
  const double core = Overlap(above.baseline - kRowXHeight * above.em, above.baseline,
                              own.baseline - kRowXHeight * own.em, own.baseline);
  const double fit = core / (kRowXHeight * std::min(own.em, above.em));
  if (fit >= 0.45) return std::min(fit, 1.0);
  // Superscripts and subscripts stand inside the room of the large ones.
  if (own.em < 0.8 * above.em && chain.words.size() == 1 && Inside(first.box, above) >= 0.6) return 0.3;
  if (above.em < 0.8 * own.em && Inside(last.box, own) >= 0.6) return 0.3;
  if (StandsBeside(last.box, first.box)) return 0.5;
  return IsRaisedBeside(last, first, page_em) ? 0.25 : 0;
}

// The engine's own lines, as far as they are credible: the next word to the right, at the same level, close
// by.
std::vector<Chain> FollowEngine(const std::vector<Word>& words, double em, double max_gap) {
  const double widest = std::min(max_gap, kChainGap * em);
  std::vector<Chain> chains;
  for (const Word& word : words) {
    if (!chains.empty()) {
      const Word& last = chains.back().words.back();
      const int gap = word.box.left - last.box.right;
      // A box may reach far into the next word; what counts is that the words begin one after the other.
      const bool follows = word.box.left > last.box.left && gap <= widest;
      const auto level = [&] { return Measure(chains.back().words.begin(), chains.back().words.end(), em); };
      if (follows && (StandsBeside(last.box, word.box) || IsRaisedBeside(last, word, em) ||
                      (IsMark(word.text) && FitMark(level(), word) > 0.6))) {
        chains.back().words.push_back(word);
        continue;
      }
    }
    chains.emplace_back().words.push_back(word);
  }
  for (Chain& chain : chains) chain.Close(em);
  return chains;
}

// The row the chain belongs to, or -1.
int Choose(const std::vector<Chain>& rows, const Chain& chain, double em, double max_gap) {
  const Word& first = chain.words.front();
  int best = -1;
  double best_score = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const int gap = chain.left - rows[i].right;
    if (gap > max_gap) continue;
    const double fit = Fit(rows[i], chain, em);
    if (fit <= 0) continue;
    // Engines give boxes that reach into the next word; only what hardly fits must not overlap.
    const double overlap = std::max(0, -gap) / static_cast<double>(first.box.Width());
    if (overlap > 0.5 && (fit < 0.7 || IsMark(first.text))) continue;
    const double score = fit - 0.04 * std::min(std::max(0, gap) / em, 6.0) - 0.2 * std::min(overlap, 1.0);
    if (best < 0 || score > best_score) {
      best = static_cast<int>(i);
      best_score = score;
    }
  }
  return best;
}

}  // namespace

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
  std::vector<Reach> reaches;
  std::vector<double> ems, baselines;
  for (const Word& word : words) {
    row.box = row.box.Union(word.box);
    reaches.push_back(ReachOf(word.text));
    if (const double own = EmOf(word, reaches.back()); own > 0) ems.push_back(own);
  }
  row.em = std::clamp(Median(std::move(ems), em), 0.4 * em, 3.0 * em);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!reaches[i].IsOfMark() || words.size() == 1) baselines.push_back(BaselineOf(words[i], reaches[i], row.em));
  }
  row.baseline = Median(std::move(baselines), BaselineOf(words.front(), reaches.front(), row.em));
  row.words = std::move(words);
  return row;
}

std::vector<PrintRow> ArrangeRows(const std::vector<Word>& words, double em, double max_gap) {
  std::vector<Chain> chains = FollowEngine(words, em, max_gap);
  std::stable_sort(chains.begin(), chains.end(), [](const Chain& a, const Chain& b) {
    return a.left != b.left ? a.left < b.left : a.front.baseline < b.front.baseline;
  });
  std::vector<Chain> grown;
  for (Chain& chain : chains) {
    const int row = Choose(grown, chain, em, max_gap);
    if (row < 0) {
      grown.push_back(std::move(chain));
      continue;
    }
    Chain& home = grown[static_cast<size_t>(row)];
    home.words.insert(home.words.end(), chain.words.begin(), chain.words.end());
    home.Close(em);
  }
  std::vector<PrintRow> rows;
  for (Chain& chain : grown) {
    // A mark of one chain may stand inside another.
    std::stable_sort(chain.words.begin(), chain.words.end(),
                     [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
    rows.push_back(MakeRow(std::move(chain.words), em));
  }
  SortRows(rows, em);
  return rows;
}

}  // namespace trichluc
