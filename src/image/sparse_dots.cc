#include "image/sparse_dots.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/bricks.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kDot = 0.5, kRun = 1.2, kAlone = 1;  // mm: a dot, some that run together, and the white around them
constexpr int kBand = 3;                              // pixels: dots of one rule lie so level
constexpr size_t kFewest = 10, kStrips = 2;           // dots of a rule, columns that it crosses
constexpr size_t kFewestTogether = 3;                 // dots of stretches that go on from each other
constexpr double kByChance = 4;                       // times as many as lie level by chance
constexpr double kAround = 2, kMostAround = 0.34;     // mm above and below; share of the dots that may lie there: those of faint letters do
constexpr double kSurelyOpen = 3;                     // dots that a column without any should have, by those of the others
constexpr double kBeside = 1.5, kReach = 1;           // mm: from a known rule; beyond the end of an upright one
constexpr double kDense = 0.5, kToTheEnd = 1.2;       // dots a mm: leaders (Số: ……) have more, but do not come so near (mm) the upright lines
constexpr double kSteepest = 0.01, kTiltStep = 0.0025;  // of a page that lies straight on the whole, but was taken by a phone
constexpr double kPlainly = 1.2;                        // times as many dots that a tilted band must hold
constexpr size_t kMostDots = 4000, kMostRules = 80;

struct Dot {
  int x = 0, y = 0;
};

// What a page has of print, and of specks that may be dots of rules.
struct Ink {
  PixPtr small, large;

  Ink(const Image& level) {
    const PixPtr ink(pixThresholdToBinary(ToPix(level).get(), kInk));
    small.reset(pixSelectBySize(ink.get(), Pixels(kRun, level.dpi), Pixels(kDot, level.dpi), 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
    if (small) large.reset(pixXor(nullptr, ink.get(), small.get()));
  }

  // Those with white all around, top to bottom.
  std::vector<Dot> Dots(int dpi) const {
    std::vector<Dot> dots;
    if (!small) return dots;
    const int around = 2 * Pixels(kAlone, dpi) + 1;
    const PixPtr near = Dilated(large.get(), around, around);
    const PixPtr alone(pixSubtract(nullptr, small.get(), near.get()));
    Boxa* boxes = pixConnComp(alone.get(), nullptr, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
      int x = 0, y = 0, width = 0, height = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
      dots.push_back({x + width / 2, y + height / 2});
    }
    boxaDestroy(&boxes);
    std::sort(dots.begin(), dots.end(), [](const Dot& a, const Dot& b) { return a.y < b.y; });
    return dots;
  }
};

int InkIn(Pix* mask, const Box& box) {
  const PixPtr part = ClipTo(mask, box);
  int set = 0;
  return part && pixCountPixels(part.get(), &set, nullptr) == 0 ? set : 0;
}

// Where the upright lines stand that reach to `y`, from the left.
std::vector<int> ColumnsAt(const std::vector<RuledLine>& down, int y, int reach) {
  std::vector<int> columns;
  for (const RuledLine& line : down) {
    if (line.begin - reach <= y && y < line.end + reach) columns.push_back(static_cast<int>(std::lround(line.At(y))));
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end(), [&](int a, int b) { return b - a < 2 * reach; }), columns.end());
  return columns;
}

bool IsKnown(const std::vector<RuledLine>& across, int from, int to, int y, int beside) {
  return std::any_of(across.begin(), across.end(), [&](const RuledLine& line) {
    const int common = std::min(line.end, to) - std::max(line.begin, from);
    return 2 * common > to - from && std::abs(line.At((from + to) / 2.0) - y) < beside;
  });
}

class SparseDots {
 public:
  SparseDots(const Image& level, const std::vector<RuledLine>& across, const std::vector<RuledLine>& down)
      : across_(across),
        down_(down),
        dpi_(level.dpi),
        ink_(level),
        dots_(ink_.Dots(level.dpi)) {}

  // Bands with most dots first.
  std::vector<RuledLine> Find() {
    std::vector<RuledLine> found;
    if (dots_.size() > kMostDots) return found;
    std::vector<Dot> open = dots_;
    for (size_t round = 0; round < kMostRules; ++round) {
      const Band band = Fullest(open, 0);
      Band best = band;
      for (double tilt = kTiltStep; tilt < kSteepest + kTiltStep / 2; tilt += kTiltStep) {
        for (const double slope : {tilt, -tilt}) {
          Band tilted = Fullest(open, slope);
          if (tilted.dots.size() > best.dots.size()) best = std::move(tilted);
        }
      }
      if (static_cast<double>(best.dots.size()) < kPlainly * static_cast<double>(band.dots.size())) best = band;
      if (best.dots.size() < kFewest) break;
      for (RuledLine& line : LinesIn(best)) found.push_back(std::move(line));
      std::erase_if(open, [&](const Dot& dot) { return std::abs(best.Away(dot)) <= kBand / 2.0; });
    }
    return found;
  }

 private:
  // Dots that lie on one line.
  struct Band {
    double at = 0, slope = 0;  // where x is 0
    std::vector<Dot> dots;
    double At(double x) const { return at + slope * x; }
    int Level(double x) const { return static_cast<int>(std::lround(At(x))); }
    double Away(const Dot& dot) const { return dot.y - At(dot.x); }
  };

  static Band Fullest(const std::vector<Dot>& dots, double slope) {
    std::vector<std::pair<double, const Dot*>> order;
    for (const Dot& dot : dots) order.emplace_back(dot.y - slope * dot.x, &dot);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    size_t begin = 0, most = 0, first = 0;
    for (size_t end = 0; end < order.size(); ++end) {
      while (order[end].first - order[begin].first >= kBand) ++begin;
      if (end + 1 - begin > most) most = end + 1 - begin, first = begin;
    }
    Band band{0, slope, {}};
    for (size_t i = first; i < first + most; ++i) band.dots.push_back(*order[i].second);
    if (most > 0) band.at = order[first + most / 2].first;
    return band;
  }

  // Whether the level is more than one of those at which remains of faint letters lie.
  bool StandsAlone(const Band& band, int left, int right) const {
    const int around = Pixels(kAround, dpi_);
    size_t own = 0, other = 0;
    for (const Dot& dot : dots_) {
      const double away = std::abs(band.Away(dot));
      if (dot.x <= left || dot.x >= right || away > around) continue;
      ++(away < kBand ? own : other);
    }
    return static_cast<double>(other) <= kMostAround * static_cast<double>(own);
  }

  // Dots per band between these places, over the height that the upright lines have here.
  double ByChance(int left, int right, int y) const {
    int top = y, bottom = y;
    for (const RuledLine& line : down_) {
      if (line.begin > y || line.end <= y) continue;
      top = std::min(top, line.begin);
      bottom = std::max(bottom, line.end);
    }
    const auto inside = std::count_if(dots_.begin(), dots_.end(), [&](const Dot& dot) {
      return dot.x > left && dot.x < right && dot.y >= top && dot.y < bottom;
    });
    return static_cast<double>(inside) * kBand / std::max(1, bottom - top);
  }

  // What lies level between two upright lines.
  struct Stretch {
    int from = 0, to = 0;
    size_t dots = 0;
    bool closed = true;   // nothing is printed there, and no rule known
    bool reaches = true;  // one of the lines, where dots are as dense as those of leaders
  };
  Stretch Between(const Band& band, int from, int to) const {
    const int y = band.Level((from + to) / 2.0), edge = Pixels(kAlone, dpi_) / 2, reach = Pixels(kToTheEnd, dpi_);
    Stretch out{from, to};
    const bool print = InkIn(ink_.large.get(), {from + edge, y - 1, to - edge, y + 2}) > (to - from) / 4;
    out.closed = !print && !IsKnown(across_, from, to, y, Pixels(kBeside, dpi_));
    if (!out.closed) return out;
    out.dots = static_cast<size_t>(std::count_if(band.dots.begin(), band.dots.end(), [&](const Dot& dot) { return dot.x > from && dot.x < to; }));
    const bool dense = static_cast<double>(out.dots) > kDense * (to - from) * 25.4 / dpi_;
    const auto has_dots = [&](int left, int right) { return InkIn(ink_.small.get(), {left, y - kBand, right, y + kBand + 1}) > 0; };
    out.reaches = !dense || has_dots(from + 1, from + reach) || has_dots(to - reach, to);
    return out;
  }

  // The stretches of one rule.
  std::vector<RuledLine> LinesIn(const Band& band) const {
    const int y = band.Level(band.dots.front().x);
    const std::vector<int> columns = ColumnsAt(down_, y, Pixels(kReach, dpi_));
    std::vector<Stretch> stretches;
    size_t dots = 0, dotted = 0, reaching = 0;
    int width = 0;
    for (size_t c = 0; c + 1 < columns.size(); ++c) {
      const Stretch& stretch = stretches.emplace_back(Between(band, columns[c], columns[c + 1]));
      if (stretch.dots == 0) continue;
      dots += stretch.dots;
      reaching += stretch.reaches;
      width += stretch.to - stretch.from;
      ++dotted;
    }
    const bool leaders = 2 * reaching < dotted;
    if (dots < kFewest || dotted < kStrips || leaders || !StandsAlone(band, columns.front(), columns.back()) ||
        static_cast<double>(dots) < kByChance * ByChance(columns.front(), columns.back(), y))
      return {};
    std::vector<RuledLine> lines;
    std::vector<size_t> dots_of;
    for (size_t i = 0; i < stretches.size(); ++i) {
      const Stretch& stretch = stretches[i];
      const double expected = static_cast<double>(dots) * (stretch.to - stretch.from) / width;
      const bool beside = (i == 0 || stretches[i - 1].dots > 0) && (i + 1 == stretches.size() || stretches[i + 1].dots > 0);
      if (!stretch.closed || (stretch.dots == 0 && (!beside || expected >= kSurelyOpen))) continue;
      if (lines.empty() || lines.back().end != stretch.from) {
        lines.push_back({stretch.from, stretch.to, 1, {}});
        dots_of.push_back(0);
      }
      lines.back().end = stretch.to;
      dots_of.back() += stretch.dots;
    }
    for (size_t i = lines.size(); i-- > 0;) {
      if (dots_of[i] < kFewestTogether) lines.erase(lines.begin() + static_cast<long>(i));
    }
    for (RuledLine& line : lines) {
      for (int x = line.begin; x < line.end; x += RuledLine::kStep) line.across.push_back(static_cast<float>(band.At(x)));
    }
    return lines;
  }

  const std::vector<RuledLine>&across_, &down_;
  const int dpi_;
  const Ink ink_;
  const std::vector<Dot> dots_;
};

}  // namespace

std::vector<RuledLine> FindSparseDots(const Image& level, const std::vector<RuledLine>& across, const std::vector<RuledLine>& down) {
  constexpr size_t kLeastUpright = kStrips + 1;
  return down.size() < kLeastUpright ? std::vector<RuledLine>{} : SparseDots(level, across, down).Find();
}

}  // namespace trichluc
