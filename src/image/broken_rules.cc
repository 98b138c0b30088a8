#include "image/broken_rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kThick = 0.5, kCounts = 3;       // mm: as high as ink of such a rule is; what a stroke counts at most
constexpr double kBand = 0.2, kRounded = 0.6;     // mm to each side of the line, a pixel at least; and what pixels round off
constexpr double kSteepest = 0.02, kStep = 0.0025;  // tilt of pages that a phone took, when they lie straight on the whole
constexpr double kSpacing = 3.3, kSparse = 8, kBeside = 5;  // mm: from piece to piece on the whole, and where there are many; beside the line
constexpr double kSurelyGap = 2, kLongestGap = 9, kNear = 15;  // mm: no shorter gap parts, and any longer one, where the next table begins; around it
constexpr double kNearlySolid = 0.8;              // share of ink there
constexpr size_t kFewest = 10, kFewestSparse = 16, kMost = 20000;  // pieces of a line; of a page, which is screened beyond
constexpr double kSolid = 0.5;                    // share of the line, from which fewer pieces do
constexpr double kAlone = 0.7, kMostlyAlone = 0.6;  // mm of white beside a piece; share of the pieces that have it
constexpr double kMostPrint = 0.08;               // share of the line that may lie on print: where others cross it
constexpr double kByChance = 5;                   // times as many as stand beside it
constexpr double kBridge = 25;                    // mm: from one part of a rule to the next
constexpr size_t kFewestBeside = 3;               // pieces of such a part
constexpr double kLetter = 1.2, kBelowLetters = 1.2;  // mm: less of print is a rule that crosses; white between letters and the rules of their row
constexpr double kOnward = 9, kMeets = 2, kSpeck = 0.6;  // mm: to the rule that it meets, and beyond that one's end; print that may lie between
constexpr int kMostLines = 60;

struct Piece {
  int begin = 0, end = 0;
  double across = 0, height = 0;
  bool free = true;
  double Middle() const { return (begin + end) / 2.0; }
};

struct Tilted {
  double at = 0, slope = 0;  // where the middle of the page is, pixels a pixel
  double At(double t, double middle) const { return at + slope * (t - middle); }
};

// What a page has of print, and of ink as thin as a rule's.
struct Inks {
  PixPtr all, thin;

  explicit Inks(const Image& level) : all(pixThresholdToBinary(ToPix(level).get(), kInk)) {
    thin.reset(pixSelectBySize(all.get(), 0, Pixels(kThick, level.dpi), 8, L_SELECT_HEIGHT, L_SELECT_IF_LTE, nullptr));
  }
  PixPtr Print() const { return PixPtr(thin ? pixXor(nullptr, all.get(), thin.get()) : pixClone(all.get())); }
};

bool IsSet(Pix* mask, int x, long y) {
  return x >= 0 && y >= 0 && x < pixGetWidth(mask) && y < pixGetHeight(mask) && GET_DATA_BIT(pixGetData(mask) + y * pixGetWpl(mask), x) != 0;
}

class BrokenRules {
 public:
  BrokenRules(const Image& level, double least_mm)
      : dpi_(level.dpi),
        least_(Pixels(least_mm, level.dpi)),
        band_(std::max(1, Pixels(kBand, level.dpi))),
        height_(level.height),
        middle_(level.width / 2.0) {
    const Inks inks(level);
    if (!inks.thin) return;
    print_ = inks.Print();
    Boxa* boxes = pixConnComp(inks.thin.get(), nullptr, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
      int x = 0, y = 0, width = 0, height = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
      pieces_.push_back({x, x + width, y + (height - 1) / 2.0, static_cast<double>(height)});
    }
    boxaDestroy(&boxes);
  }

  std::vector<RuledLine> Find() {
    std::vector<RuledLine> found;
    if (pieces_.size() < kFewest || pieces_.size() > kMost) return found;
    for (int round = 0; round < kMostLines; ++round) {
      const Tilted line = Fullest();
      std::vector<Piece*> on = On(line);
      if (on.size() < 2) break;
      for (Piece* piece : on) piece->free = false;
      for (const Stretch& stretch : Rules(line, StretchesOf(on))) TraceParts(line, stretch, &found);
    }
    return found;
  }

 private:
  struct Stretch {
    std::vector<const Piece*> pieces;
    int begin = 0, end = 0;
    bool rule = false;
  };

  // Whether the rule stops behind piece `i`: nearly solid near by, it has none for a while.
  bool Stops(const std::vector<Piece*>& on, size_t i) const {
    const int near = Pixels(kNear, dpi_), end = on[i]->end, begin = on[i + 1]->begin, gap = begin - end;
    if (gap > Pixels(kLongestGap, dpi_)) return true;
    if (gap <= Pixels(kSurelyGap, dpi_)) return false;
    int white = 0;
    for (size_t k = i; k-- > 0 && end - on[k + 1]->begin < near;) white += std::max(0, std::min(on[k + 1]->begin - on[k]->end, near - (end - on[k + 1]->begin)));
    for (size_t k = i + 1; k + 1 < on.size() && on[k]->end - begin < near; ++k) white += std::max(0, std::min(on[k + 1]->begin - on[k]->end, near - (on[k]->end - begin)));
    return white <= (1 - kNearlySolid) * 2 * near;
  }

  // Parted by the titles of sections, and where the next table begins.
  std::vector<Stretch> StretchesOf(const std::vector<Piece*>& on) const {
    std::vector<Stretch> stretches;
    for (size_t i = 0; i < on.size(); ++i) {
      const bool parted = i == 0 || Stops(on, i - 1);
      if (parted) stretches.push_back({{}, on[i]->begin, on[i]->end});
      stretches.back().pieces.push_back(on[i]);
      stretches.back().end = std::max(stretches.back().end, on[i]->end);
    }
    return stretches;
  }

  // A short part before or behind a title is one, too, where the rule goes on beyond.
  std::vector<Stretch> Rules(const Tilted& line, std::vector<Stretch> stretches) const {
    for (Stretch& stretch : stretches) stretch.rule = IsRule(line, stretch);
    const auto follow = [&](Stretch& stretch, const Stretch& rule, int away) {
      if (rule.rule && away <= Pixels(kBridge, dpi_) && stretch.pieces.size() >= kFewestBeside && PrintOn(line, stretch.begin, stretch.end) == 0 &&
          AloneOf(stretch) >= kMostlyAlone * static_cast<double>(stretch.pieces.size()))
        stretch.rule = true;
    };
    for (size_t i = 1; i < stretches.size(); ++i) follow(stretches[i], stretches[i - 1], stretches[i].begin - stretches[i - 1].end);
    for (size_t i = stretches.size(); i-- > 1;) follow(stretches[i - 1], stretches[i], stretches[i].begin - stretches[i - 1].end);
    std::erase_if(stretches, [](const Stretch& stretch) { return !stretch.rule; });
    return stretches;
  }

  // The line with most ink of pieces that stand on none yet.
  Tilted Fullest() {
    const double reach = kSteepest * middle_;
    counts_.resize(static_cast<size_t>(height_ + 2 * reach) + 2 * static_cast<size_t>(band_) + 3);
    Tilted best;
    double most = 0;
    for (double slope = -kSteepest; slope < kSteepest + kStep / 2; slope += kStep) {
      std::fill(counts_.begin(), counts_.end(), 0);
      for (const Piece& piece : pieces_) {
        if (!piece.free) continue;
        const double at = piece.across - slope * (piece.Middle() - middle_) + reach;
        const auto place = static_cast<size_t>(std::lround(std::max(0.0, at))) + static_cast<size_t>(band_);
        if (place < counts_.size()) counts_[place] += std::min<double>(piece.end - piece.begin, Pixels(kCounts, dpi_)) + 1;
      }
      double sum = 0;
      const size_t wide = 2 * static_cast<size_t>(band_) + 1;
      for (size_t i = 0; i < counts_.size(); ++i) {
        sum += counts_[i] - (i >= wide ? counts_[i - wide] : 0);
        if (sum > most) most = sum, best = {static_cast<double>(i) - 2 * band_ - reach, slope};
      }
    }
    return best;
  }

  std::vector<Piece*> On(const Tilted& line) {
    std::vector<Piece*> on;
    for (Piece& piece : pieces_) {
      if (piece.free && std::abs(piece.across - line.At(piece.Middle(), middle_)) <= band_ + kRounded) on.push_back(&piece);
    }
    std::sort(on.begin(), on.end(), [](const Piece* a, const Piece* b) { return a->begin < b->begin; });
    return on;
  }

  bool IsRule(const Tilted& line, const Stretch& stretch) const {
    const int begin = stretch.begin, end = stretch.end, length = end - begin;
    if (length < least_) return false;
    int inked = 0;
    for (const Piece* piece : stretch.pieces) inked += piece->end - piece->begin;
    const auto pieces = static_cast<double>(stretch.pieces.size());
    const bool solid = inked >= kSolid * length;
    const bool sparse = length > pieces * Pixels(kSpacing, dpi_);
    if (!solid && (stretch.pieces.size() < (sparse ? kFewestSparse : kFewest) || length > pieces * Pixels(kSparse, dpi_))) return false;
    const double beside = Pixels(kBeside, dpi_);
    const auto near = static_cast<double>(std::count_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      const double away = std::abs(piece.across - line.At(piece.Middle(), middle_));
      return piece.begin >= begin && piece.end <= end && away > 2 * band_ && away <= beside;
    }));
    const double by_chance = near * (2 * band_ + 1) / (2 * (beside - 2 * band_));
    if (!solid && AloneOf(stretch) < kMostlyAlone * pieces) return false;
    return (solid || pieces >= (sparse ? 2 : 1) * kByChance * by_chance) && PrintOn(line, begin, end) <= kMostPrint * length;
  }

  // Pieces with white on both sides; dots of letters ("P.") stand beside others.
  double AloneOf(const Stretch& stretch) const {
    const int beside = Pixels(kAlone, dpi_);
    return static_cast<double>(std::count_if(stretch.pieces.begin(), stretch.pieces.end(), [&](const Piece* piece) {
      for (int t = piece->begin; t < piece->end; ++t) {
        for (int d = -beside; d <= beside; ++d) {
          if (IsSet(print_.get(), t, std::lround(piece->across) + d)) return false;
        }
      }
      return true;
    }));
  }

  bool IsPrint(const Tilted& line, int t) const { return IsSet(print_.get(), t, std::lround(line.At(t, middle_))); }

  int PrintOn(const Tilted& line, int begin, int end) const {
    int print = 0;
    for (int t = begin; t < end; ++t) print += IsPrint(line, t);
    return print;
  }

  // The rule, which stops where it would cross letters: a title runs across it there. Other rules are thinner.
  void TraceParts(const Tilted& line, const Stretch& stretch, std::vector<RuledLine>* found) const {
    std::vector<double> heights;
    for (const Piece* piece : stretch.pieces) heights.push_back(piece->height);
    std::nth_element(heights.begin(), heights.begin() + static_cast<long>(heights.size() / 2), heights.end());
    const int letter = Pixels(kLetter, dpi_), margin = Pixels(kBelowLetters, dpi_);
    int begin = stretch.begin;
    const auto add = [&](int end) {
      if (end - begin < letter) return;
      RuledLine part{begin, end, heights[heights.size() / 2], {}};
      for (int t = begin; t < end; t += RuledLine::kStep) part.across.push_back(static_cast<float>(line.At(t, middle_)));
      found->push_back(std::move(part));
    };
    for (int t = stretch.begin; t < stretch.end; ++t) {
      int end = t;
      while (end < stretch.end && IsPrint(line, end)) ++end;
      if (end - t >= letter) {
        add(t - margin);
        begin = end + margin;
      }
      t = std::max(t, end);
    }
    add(stretch.end);
  }

  const int dpi_, least_, band_, height_;
  const double middle_;
  PixPtr print_;
  std::vector<Piece> pieces_;
  std::vector<double> counts_;
};

void Lengthen(RuledLine* line, int begin, int end) {
  RuledLine longer{begin, end, line->thickness, {}};
  for (int t = begin; t < end; t += RuledLine::kStep) longer.across.push_back(static_cast<float>(line->At(t)));
  *line = std::move(longer);
}

}  // namespace

std::vector<RuledLine> FindBrokenRules(const Image& level, double least_mm) { return BrokenRules(level, least_mm).Find(); }

void GoOnToRules(const Image& level, const std::vector<RuledLine>& crossing, size_t least_met, std::vector<RuledLine>* lines) {
  if (crossing.empty()) return;
  const PixPtr print = Inks(level).Print();
  const int onward = Pixels(kOnward, level.dpi), meets = Pixels(kMeets, level.dpi), speck = Pixels(kSpeck, level.dpi);
  for (RuledLine& line : *lines) {
    const auto white = [&](int from, int to) {
      int printed = 0;
      for (int t = from; t < to; ++t) printed += IsSet(print.get(), t, std::lround(line.At(t)));
      return printed <= speck;
    };
    const auto met = std::count_if(crossing.begin(), crossing.end(), [&](const RuledLine& other) {
      const double along = other.At(line.Middle()), across = line.At(along);
      return along > line.begin - meets && along < line.end + meets && other.begin - meets <= across && across <= other.end + meets;
    });
    if (static_cast<size_t>(met) < least_met) continue;
    int begin = line.begin - onward, end = line.end + onward;
    bool before = false, behind = false;
    for (const RuledLine& other : crossing) {
      const double first = line.At(line.begin), last = line.At(line.end);
      const auto at = static_cast<int>(std::lround(other.At(first)));
      if (other.begin - meets <= first && first <= other.end + meets && at >= begin && at < line.begin) begin = at, before = true;
      const auto there = static_cast<int>(std::lround(other.At(last)));
      if (other.begin - meets <= last && last <= other.end + meets && there <= end && there >= line.end) end = there, behind = true;
    }
    before = before && white(begin, line.begin);
    behind = behind && white(line.end, end);
    if (before || behind) Lengthen(&line, before ? begin : line.begin, behind ? end + 1 : line.end);
  }
}

}  // namespace trichluc
