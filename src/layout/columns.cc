#include "layout/columns.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "layout/glyphs.h"

namespace trichluc {
namespace {

constexpr double kWideGap = 2.2;  // em: hardly a blank
constexpr double kGutter = 0.62;  // em: what must stay empty
constexpr double kColumnWidth =
    0.11;  // of the text's width: narrower than any column of letterhead or signature
constexpr double kUpperPart = 0.45;  // of the page's height: letterheads stand above

// A stroke of the pen or the seal read as a letter or two must not end a column.
bool IsTiny(const PrintBand& band) {
  if (band.runs.size() != 1 || band.runs[0].words.size() != 1) return false;
  const std::string& text = band.runs[0].words[0].text;
  return DecodeUtf8(text).size() <= 2 && text.find_first_of("0123456789") == std::string::npos;
}

bool IsAddressee(const PrintBand& band) { return band.Has({"gửi:", "gửi", "gởi:"}); }
bool StartsSubject(const PrintBand& band) { return band.Has({"V/v", "V/V", "v/v"}); }
bool StartsRecipients(const PrintBand& band) { return band.Has({"Nơi", "nhận:"}); }

// A zone while it grows from the gap of one band.
class Grower {
 public:
  Grower(const std::vector<PrintBand>& bands, const Interval& area, double em)
      : bands_(bands), area_(area), em_(em) {}

  void Grow(size_t seed, const Interval& gap);
  bool Convincing() const;
  ColumnZone Zone() const { return {first_, last_, gutter_, {sides_.begin(), sides_.end()}}; }
  double Score() const { return two_sided_ + 0.25 * static_cast<double>(last_ - first_); }

 private:
  bool Take(size_t index, bool downward);
  bool TakeTwoSided(const PrintBand& band);
  bool TakeRightOnly(const PrintBand& band);
  bool TakeLeftOnly(size_t index, bool downward);
  bool MayReachOver(const PrintBand& band) const;
  bool EndsParagraph(size_t index) const;
  void Include(const PrintBand& band, ZoneSide side, bool downward);

  const std::vector<PrintBand>& bands_;
  const Interval& area_;
  double em_;
  size_t first_ = 0, last_ = 0;
  Interval gutter_;
  std::deque<ZoneSide> sides_;
  Box left_, right_;  // what stands on either side
  int two_sided_ = 0;
  bool subject_ = false, recipients_ = false;  // what the left column holds
};

void Grower::Include(const PrintBand& band, ZoneSide side, bool downward) {
  for (const PrintRow& run : band.runs) {
    const bool left =
        side == ZoneSide::kLeft || (side == ZoneSide::kBoth && run.box.CentreX() < gutter_.Middle());
    Box& box = left ? left_ : right_;
    box = box.Union(run.box);
  }
  subject_ = subject_ || StartsSubject(band);
  recipients_ = recipients_ || StartsRecipients(band);
  downward ? sides_.push_back(side) : sides_.push_front(side);
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
  if (std::abs(band.box.CentreX() - area_.Middle()) < std::abs(band.box.CentreX() - right_.CentreX()))
    return false;
  gutter_ = common;
  return true;
}

// Below motto and date nothing stands at the right, so that the lines of a subject or of recipients may be
// longer.
bool Grower::MayReachOver(const PrintBand& band) const {
  if (band.box.left > left_.left + 6 * em_) return false;
  if (subject_ || StartsSubject(band)) return band.box.right < area_.Middle() + 0.1 * area_.Width();
  return recipients_ && std::abs(band.box.left - left_.left) < em_ &&
         band.box.right < area_.right - 0.25 * area_.Width();
}

// The band is the last line of a paragraph, which stands at the left as well.
bool Grower::EndsParagraph(size_t index) const {
  if (index == 0 || StartsRecipients(bands_[index])) return false;
  const PrintBand& above = bands_[index - 1];
  const bool across = std::any_of(above.runs.begin(), above.runs.end(), [&](const PrintRow& run) {
    return run.box.left < gutter_.left && run.box.right > gutter_.right;
  });
  return across && bands_[index].Top() - above.Baseline() < 1.6 * em_;
}

bool Grower::TakeLeftOnly(size_t index, bool downward) {
  const PrintBand& band = bands_[index];
  const Interval common = gutter_.Common({static_cast<double>(band.box.right), 1e9});
  const bool inside = common.Width() >= kGutter * em_;
  if (!inside && !(downward && MayReachOver(band))) return false;
  const double neighbour =
      downward ? band.Top() - bands_[last_].Baseline() : bands_[first_].Top() - band.Baseline();
  if (neighbour > 5 * em_) return false;
  if (inside &&
      std::abs(band.box.CentreX() - area_.Middle()) < std::abs(band.box.CentreX() - left_.CentreX())) {
    return false;
  }
  if (!downward && EndsParagraph(index)) return false;
  if (inside) gutter_ = common;
  return true;
}

bool Grower::Take(size_t index, bool downward) {
  const PrintBand& band = bands_[index];
  if (IsAddressee(band)) return false;
  ZoneSide side = ZoneSide::kBoth;
  bool taken = false;
  if (IsTiny(band)) {
    side = band.box.CentreX() < gutter_.Middle() ? ZoneSide::kLeft : ZoneSide::kRight;
    sides_.insert(downward ? sides_.end() : sides_.begin(), side);
    return true;
  }
  if (band.box.left > gutter_.Middle()) {
    side = ZoneSide::kRight;
    taken = TakeRightOnly(band);
  } else {
    taken = band.box.right > gutter_.Middle() && TakeTwoSided(band);
    if (!taken) {
      side = ZoneSide::kLeft;
      taken = TakeLeftOnly(index, downward);
    }
  }
  if (taken) Include(band, side, downward);
  return taken;
}

void Grower::Grow(size_t seed, const Interval& gap) {
  first_ = last_ = seed;
  gutter_ = gap;
  two_sided_ = 1;
  Include(bands_[seed], ZoneSide::kBoth, true);
  for (bool grew = true; grew;) {  // in turns, for the gutter narrows on both sides
    grew = false;
    if (last_ + 1 < bands_.size() && Take(last_ + 1, true)) ++last_, grew = true;
    if (first_ > 0 && Take(first_ - 1, false)) --first_, grew = true;
  }
}

bool Grower::Convincing() const {
  size_t lines = 0;
  for (size_t i = first_; i <= last_; ++i) {
    std::vector<double> baselines;
    for (const PrintRow& run : bands_[i].runs) baselines.push_back(run.baseline);
    std::sort(baselines.begin(), baselines.end());
    double below = -1e9;
    for (const double baseline : baselines) {
      if (baseline > below + 0.4 * em_) ++lines, below = baseline;
    }
  }
  const double narrow = kColumnWidth * area_.Width();
  return lines >= 2 && left_.Width() > narrow && right_.Width() > narrow;
}

// Nothing of the body stands above it, or nothing below, or its words say what it is.
bool IsLetterheadOrSignature(const std::vector<PrintBand>& bands, const ColumnZone& zone,
                             const Interval& area, int page_height, double em) {
  for (size_t i = zone.first; i <= zone.last; ++i) {
    if (StartsRecipients(bands[i]) || bands[i].Has({"TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L"}))
      return true;
    if (bands[i].Has({"CỘNG", "CỌNG", "Độc", "NGHĨA", "Số:"})) return true;
  }
  // A list of names and offices without rules: both sides on every line.
  const long level = std::count(zone.sides.begin(), zone.sides.end(), ZoneSide::kBoth);
  if (level >= 4 && 10 * level > 6 * static_cast<long>(zone.sides.size())) return false;
  // One justified line with a wide blank, below the last short one of a paragraph or a heading.
  if (level < 2 && zone.gutter.Width() < kWideGap * em) return false;
  const auto body = [&](const PrintBand& band) { return band.box.Width() > 0.72 * area.Width(); };
  const auto begin = bands.begin();
  const bool above = std::any_of(begin, begin + static_cast<long>(zone.first), body);
  const bool below = std::any_of(begin + static_cast<long>(zone.last) + 1, bands.end(), body);
  return (!above && bands[zone.first].box.top < kUpperPart * page_height) || !below;
}

}  // namespace

std::vector<ColumnZone> FindColumnZones(const std::vector<PrintBand>& bands, const Interval& area,
                                        int page_height, double em) {
  struct Candidate {
    ColumnZone zone;
    double score;
  };
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < bands.size(); ++i) {
    if (IsAddressee(bands[i])) continue;  // Kính gửi and its list are read across
    const double blank = UsualBlank(bands[i], em);
    for (const Interval& gap : Gaps(bands[i], em)) {
      if (gap.Width() < kWideGap * em && gap.Width() < std::max(em, 2.2 * blank)) continue;
      Grower grower(bands, area, em);
      grower.Grow(i, gap);
      if (!grower.Convincing() || !IsLetterheadOrSignature(bands, grower.Zone(), area, page_height, em)) continue;
      candidates.push_back({grower.Zone(), grower.Score()});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<ColumnZone> zones;
  for (Candidate& candidate : candidates) {
    const bool free = std::none_of(zones.begin(), zones.end(), [&](const ColumnZone& zone) {
      return candidate.zone.first <= zone.last && zone.first <= candidate.zone.last;
    });
    if (free) zones.push_back(std::move(candidate.zone));
  }
  std::sort(zones.begin(), zones.end(),
            [](const ColumnZone& a, const ColumnZone& b) { return a.first < b.first; });
  return zones;
}

}  // namespace trichluc
