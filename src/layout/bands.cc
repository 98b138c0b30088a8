#include "layout/bands.h"

#include <algorithm>
#include <cmath>

#include "layout/words.h"

namespace trichluc {
namespace {

// Wider gaps (in em) part runs. Blanks of justified text can be as wide; that does no harm.
constexpr double kRunGap = 0.62;

bool IsOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// "112", or what a clerk's figures are read as ("AB", "1)"): a figure in it, or three letters at most.
bool MayBeNumber(const std::string& text) {
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return text.find('/') == std::string::npos && (letters <= 3 || text.find_first_of("0123456789") != std::string::npos);
}

// "/KH-UBND", "/KCB", "/2017/TT-BYT": capitals without tone marks, few of them in a run. A stroke of the pen before a title or a name
// ("/PHÓ", "/T") begins none, nor does a stroke alone.
bool BeginsSymbol(const std::string& text) {
  constexpr int kMost = 6;
  if (text.empty() || text[0] != '/') return false;
  int capitals = 0, run = 0, longest = 0;
  for (size_t i = 1; i < text.size(); ++i) {
    const auto at = static_cast<unsigned char>(text[i]);
    const bool letter_of_two = text.compare(i, 2, "Đ") == 0 || text.compare(i, 2, "Ư") == 0;
    if (at >= 0x80 && !letter_of_two) {
      if (run > 0) return false;
      break;
    }
    const bool capital = letter_of_two || (at >= 'A' && at <= 'Z');
    capitals += capital;
    run = capital ? run + 1 : 0;
    longest = std::max(longest, run);
    i += letter_of_two;
  }
  const bool parted = text.find_first_of("-/", 1) != std::string::npos;
  return capitals >= 2 && (parted || longest <= kMost);
}

// Nearer in height than lines of one column ever are, and beside: a line of another column that does not
// stand level.
bool StandsBesideBand(const PrintBand& band, const PrintRow& run, double em) {
  return std::any_of(band.runs.begin(), band.runs.end(), [&](const PrintRow& other) {
    const int gap = std::max(run.box.left - other.box.right, other.box.left - run.box.right);
    return gap > kRunGap * em &&
           std::abs(run.baseline - other.baseline) < 0.85 * std::min({run.em, other.em, em});
  });
}

}  // namespace

double PrintBand::Top() const {
  double top = 1e9;
  for (const PrintRow& run : runs) top = std::min(top, run.Top());
  return top;
}

double PrintBand::Baseline() const {
  double baseline = -1e9;
  for (const PrintRow& run : runs) baseline = std::max(baseline, run.baseline);
  return baseline;
}

bool PrintBand::Has(std::initializer_list<std::string_view> words) const {
  for (const PrintRow& run : runs) {
    for (const Word& word : run.words) {
      if (IsOneOf(word.text, words)) return true;
    }
  }
  return false;
}

std::vector<Word> PrintBand::Words() const {
  std::vector<Word> words;
  for (const PrintRow& run : runs) words.insert(words.end(), run.words.begin(), run.words.end());
  return words;
}

std::vector<PrintBand> MakeBands(const std::vector<Word>& words, double em) {
  std::vector<PrintRow> runs = ArrangeRows(words, em, kRunGap * em);
  std::stable_sort(runs.begin(), runs.end(),
                   [](const PrintRow& a, const PrintRow& b) { return a.Top() < b.Top(); });
  std::vector<PrintBand> bands;
  double bottom = -1e9;
  for (PrintRow& run : runs) {
    // Oversized print (a slanted stamp, strokes of a pen) must not chain lines together.
    const double height = std::min(run.baseline - run.Top(), 0.7 * em);
    const bool below = run.Top() > bottom - 0.35 * std::min(height, 0.46 * em);
    if (bands.empty() || (below && !StandsBesideBand(bands.back(), run, em))) bands.emplace_back();
    bottom = std::max(bottom, run.Top() + height);
    bands.back().box = bands.back().box.Union(run.box);
    bands.back().runs.push_back(std::move(run));
  }
  return bands;
}

std::vector<Interval> Gaps(const PrintBand& band, double em) {
  std::vector<PrintRow> runs = band.runs;
  std::sort(runs.begin(), runs.end(),
            [](const PrintRow& a, const PrintRow& b) { return a.box.left < b.box.left; });
  std::vector<Interval> gaps;
  const PrintRow* reach = nullptr;  // the run that reaches furthest right so far
  for (const PrintRow& run : runs) {
    if (reach != nullptr && run.box.left - reach->box.right > kRunGap * em &&
        !IsFillInGap(reach->words.back(), run.words.front())) {
      gaps.push_back({static_cast<double>(reach->box.right), static_cast<double>(run.box.left)});
    }
    if (reach == nullptr || run.box.right > reach->box.right) reach = &run;
  }
  return gaps;
}

double UsualBlank(const PrintBand& band, double em) {
  std::vector<double> blanks;
  for (const PrintRow& run : band.runs) {
    for (size_t i = 1; i < run.words.size(); ++i) {
      blanks.push_back(std::max(0, run.words[i].box.left - run.words[i - 1].box.right));
    }
  }
  return std::max(0.2 * em, Median(blanks, 0.3 * em));
}

bool IsFillInGap(const Word& left, const Word& right) {
  if (MayBeNumber(left.text) && BeginsSymbol(right.text)) return true;
  if (IsOneOf(left.text, {"Số", "Số:", "số", "số:", "Sô:", "Só:", "ngày", "tháng", "năm", "Ngày", "Ngày:"}))
    return true;
  const bool dotted = left.text.size() > 2 && left.text.compare(left.text.size() - 2, 2, "..") == 0;
  return dotted || IsOneOf(right.text, {"tháng", "năm"});
}

Interval MeasureTextArea(const std::vector<PrintBand>& bands, const Box& tables, int page_width, double em) {
  std::vector<double> lefts, rights;
  for (const PrintBand& band : bands) {
    if (band.box.Width() < 0.6 * page_width) continue;
    lefts.push_back(band.box.left);
    rights.push_back(band.box.right);
  }
  Interval area{0.14 * page_width, 0.93 * page_width};
  if (tables.Width() > 0.6 * page_width) {
    area = {static_cast<double>(tables.left), static_cast<double>(tables.right)};
  }
  if (lefts.size() >= 4) {
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    area = {lefts[lefts.size() / 5], rights[rights.size() * 4 / 5]};
  }
  if (area.Width() < 10 * em) area = {0, static_cast<double>(page_width)};
  return area;
}

}  // namespace trichluc
