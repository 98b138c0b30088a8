#include "layout/columns.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "layout/glyphs.h"

namespace trichluc {
namespace {

constexpr double kRunGap =
    0.62;  // em: wider gaps part runs; blanks of justified text too, which does no harm
constexpr double kWideGap = 2.2;  // em: hardly a blank
constexpr double kGutter = 0.62;  // em: what must stay empty
constexpr double kColumnWidth =
    0.11;  // of the text's width: narrower than any column of letterhead or signature
constexpr double kUpperPart = 0.45;  // of the page's height: letterheads stand above

struct Interval {
  double left = 0, right = 0;
  double Width() const { return right - left; }
  Interval Common(const Interval& other) const {
    return {std::max(left, other.left), std::min(right, other.right)};
  }
};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Empty stretches of a band, with a fill-in gap never among them.
std::vector<Interval> Gaps(const PrintBand& band, double em) {
  std::vector<PrintRow> runs = band.runs;
  std::sort(runs.begin(), runs.end(),
            [](const PrintRow& a, const PrintRow& b) { return a.box.left < b.box.left; });
  std::vector<Interval> gaps;
  const PrintRow* reach = nullptr;  // the run that reaches furthest right so far
  for (const PrintRow& run : runs) {
    if (reach != nullptr && run.box.left - reach->box.right > kGutter * em &&
        !IsFillInGap(reach->words.back(), run.words.front())) {
      gaps.push_back({static_cast<double>(reach->box.right), static_cast<double>(run.box.left)});
    }
    if (reach == nullptr || run.box.right > reach->box.right) reach = &run;
  }
  return gaps;
}

// The usual blank between words of the band, in pixels.
double UsualBlank(const PrintBand& band, double em) {
  std::vector<double> blanks;
  for (const PrintRow& run : band.runs) {
    for (size_t i = 1; i < run.words.size(); ++i) {
      blanks.push_back(std::max(0, run.words[i].box.left - run.words[i - 1].box.right));
    }
  }
  if (blanks.empty()) return 0.3 * em;
  std::nth_element(blanks.begin(), blanks.begin() + static_cast<long>(blanks.size() / 2), blanks.end());
  return std::max(0.2 * em, blanks[blanks.size() / 2]);
}

bool HasWord(const PrintBand& band, std::initializer_list<std::string_view> words) {
  for (const PrintRow& run : band.runs) {
    for (const Word& word : run.words) {
      if (IsOneOf(word.text, words)) return true;
    }
  }
  return false;
}

// A zone while it grows.
class Grower {
 public:
  Grower(const std::vector<PrintBand>& bands, const TextArea& area, double em)
      : bands_(bands), area_(area), em_(em) {}

  // Around the gap of a band; false when nothing convincing comes of it.
  bool Grow(size_t seed, const Interval& gap);
  ColumnZone Zone() const { return {first_, last_, gutter_.left, gutter_.right}; }
  double Score() const { return two_sided_ + 0.25 * static_cast<double>(last_ - first_); }
  int Lines() const;
  bool Convincing() const;

 private:
  bool Take(size_t index, bool downward);
  bool TakeTwoSided(const PrintBand& band);
  bool TakeRightOnly(const PrintBand& band);
  bool TakeLeftOnly(const PrintBand& band, size_t index, bool downward);
  void Include(const PrintBand& band);

  const std::vector<PrintBand>& bands_;
  const TextArea& area_;
  double em_;
  size_t first_ = 0, last_ = 0;
  Interval gutter_;
  Box left_, right_;  // what stands on either side
  int two_sided_ = 0;
};

void Grower::Include(const PrintBand& band) {
  for (const PrintRow& run : band.runs) {
    Box& side = run.box.CentreX() < (gutter_.left + gutter_.right) / 2 ? left_ : right_;
    side = side.Union(run.box);
  }
}

bool Grower::TakeTwoSided(const PrintBand& band) {
  const double blank = UsualBlank(band, em_);
  for (const Interval& gap : Gaps(band, em_)) {
    const Interval common = gutter_.Common(gap);
    if (common.Width() < kGutter * em_ || gap.Width() < std::max(0.8 * em_, 1.5 * blank)) continue;
    gutter_ = common;
    ++two_sided_;
    return true;
  }
  return false;
}

bool Grower::TakeRightOnly(const PrintBand& band) {
  const Interval common = gutter_.Common({0, static_cast<double>(band.box.left)});
  if (common.Width() < kGutter * em_) return false;
  // A title in the middle of the page also stands right of the gutter.
  if (std::abs(band.box.CentreX() - area_.Centre()) < std::abs(band.box.CentreX() - right_.CentreX()))
    return false;
  gutter_ = common;
  return true;
}

bool Grower::TakeLeftOnly(const PrintBand& band, size_t index, bool downward) {
  const Interval common = gutter_.Common({static_cast<double>(band.box.right), 1e9});
  if (common.Width() < kGutter * em_) return false;
  const double neighbour =
      downward ? band.Top() - bands_[last_].Baseline() : bands_[first_].Top() - band.Baseline();
  if (neighbour > 5 * em_) return false;
  if (std::abs(band.box.CentreX() - area_.Centre()) < std::abs(band.box.CentreX() - left_.CentreX()))
    return false;
  if (!downward && index > 0 && !HasWord(band, {"Nơi", "nhận:"})) {
    // The last line of the paragraph above stands at the left as well.
    const PrintBand& above = bands_[index - 1];
    const bool across = std::any_of(above.runs.begin(), above.runs.end(), [&](const PrintRow& run) {
      return run.box.left < gutter_.left && run.box.right > gutter_.right;
    });
    if (across && band.Top() - above.Baseline() < 1.6 * em_) return false;
  }
  gutter_ = common;
  return true;
}

bool Grower::Take(size_t index, bool downward) {
  const PrintBand& band = bands_[index];
  const double middle = (gutter_.left + gutter_.right) / 2;
  const bool taken = band.box.left > middle    ? TakeRightOnly(band)
                     : band.box.right < middle ? TakeLeftOnly(band, index, downward)
                                               : TakeTwoSided(band);
  if (taken) Include(band);
  return taken;
}

bool Grower::Grow(size_t seed, const Interval& gap) {
  first_ = last_ = seed;
  gutter_ = gap;
  two_sided_ = 1;
  Include(bands_[seed]);
  for (bool grew = true; grew;) {  // in turns, for the gutter narrows on both sides
    grew = false;
    if (last_ + 1 < bands_.size() && Take(last_ + 1, true)) ++last_, grew = true;
    if (first_ > 0 && Take(first_ - 1, false)) --first_, grew = true;
  }
  return Convincing();
}

int Grower::Lines() const {
  int lines = 0;
  for (size_t i = first_; i <= last_; ++i) {
    double below = -1e9;
    std::vector<double> baselines;
    for (const PrintRow& run : bands_[i].runs) baselines.push_back(run.baseline);
    std::sort(baselines.begin(), baselines.end());
    for (const double baseline : baselines) {
      if (baseline > below + 0.4 * em_) ++lines, below = baseline;
    }
  }
  return lines;
}

bool Grower::Convincing() const {
  const double narrow = kColumnWidth * area_.Width();
  return Lines() >= 2 && left_.Width() > narrow && right_.Width() > narrow;
}

// Nothing of the body stands above it, or nothing below, or its words say what it is.
bool IsLetterheadOrSignature(const std::vector<PrintBand>& bands, const ColumnZone& zone,
                             const TextArea& area, int page_height) {
  const auto body = [&](size_t i) { return bands[i].box.Width() > 0.72 * area.Width(); };
  bool above = false, below = false;
  for (size_t i = 0; i < zone.first; ++i) above = above || body(i);
  for (size_t i = zone.last + 1; i < bands.size(); ++i) below = below || body(i);
  for (size_t i = zone.first; i <= zone.last; ++i) {
    if (HasWord(bands[i], {"Nơi", "nhận:", "TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L"})) return true;
    if (HasWord(bands[i], {"CỘNG", "CỌNG", "Độc", "NGHĨA", "Số:", "V/v"})) return true;
  }
  return (!above && bands[zone.first].box.top < kUpperPart * page_height) || !below;
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

bool IsFillInGap(const Word& left, const Word& right) {
  if (right.text[0] == '/' && left.text.find('/') == std::string::npos) return true;
  if (IsOneOf(left.text, {"Số", "Số:", "số", "số:", "Sô:", "Só:", "ngày", "tháng", "năm", "Ngày", "Ngày:"}))
    return true;
  return IsOneOf(right.text, {"tháng", "năm"}) || EndsWith(left.text, "..");
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
    if (bands.empty() || run.Top() > bottom - 0.35 * std::min(height, 0.46 * em)) bands.emplace_back();
    bottom = std::max(bottom, run.Top() + height);
    bands.back().box = bands.back().box.Union(run.box);
    bands.back().runs.push_back(std::move(run));
  }
  return bands;
}

TextArea MeasureTextArea(const std::vector<PrintBand>& bands, const Box& tables, int page_width, double em) {
  std::vector<double> lefts, rights;
  for (const PrintBand& band : bands) {
    if (band.box.Width() < 0.6 * page_width) continue;
    lefts.push_back(band.box.left);
    rights.push_back(band.box.right);
  }
  TextArea area{0.14 * page_width, 0.93 * page_width};
  if (tables.Width() > 0.6 * page_width) {
    area = {static_cast<double>(tables.left), static_cast<double>(tables.right)};
  }
  if (lefts.size() >= 4) {
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    area.left = lefts[lefts.size() / 5];
    area.right = rights[rights.size() * 4 / 5];
  }
  if (area.right - area.left < 10 * em) area = {0, static_cast<double>(page_width)};
  return area;
}

std::vector<ColumnZone> FindColumnZones(const std::vector<PrintBand>& bands, const TextArea& area,
                                        int page_height, double em) {
  struct Candidate {
    ColumnZone zone;
    double score;
  };
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < bands.size(); ++i) {
    if (HasWord(bands[i], {"gửi:", "gửi"})) continue;  // Kính gửi and its list are read across
    const double blank = UsualBlank(bands[i], em);
    for (const Interval& gap : Gaps(bands[i], em)) {
      if (gap.Width() < kWideGap * em && gap.Width() < std::max(em, 2.2 * blank)) continue;
      Grower grower(bands, area, em);
      if (!grower.Grow(i, gap)) continue;
      if (!IsLetterheadOrSignature(bands, grower.Zone(), area, page_height)) continue;
      candidates.push_back({grower.Zone(), grower.Score()});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<ColumnZone> zones;
  for (const Candidate& candidate : candidates) {
    const bool free = std::none_of(zones.begin(), zones.end(), [&](const ColumnZone& zone) {
      return candidate.zone.first <= zone.last && zone.first <= candidate.zone.last;
    });
    if (free) zones.push_back(candidate.zone);
  }
  std::sort(zones.begin(), zones.end(),
            [](const ColumnZone& a, const ColumnZone& b) { return a.first < b.first; });
  return zones;
}

}  // namespace trichluc
