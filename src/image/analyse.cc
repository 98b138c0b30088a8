#include "image/analyse.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "image/border.h"
#include "image/broken_rules.h"
#include "image/dots.h"
#include "image/erase_lines.h"
#include "image/grids.h"
#include "image/lift_seal.h"
#include "image/light.h"
#include "image/lines.h"
#include "image/marks.h"
#include "image/paper.h"
#include "image/pix.h"
#include "image/seals.h"
#include "image/sparse_dots.h"
#include "image/specks.h"
#include "image/streaks.h"
#include "image/sweep.h"
#include "image/turn.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLongVertical =
    30;  // mm: scanner streaks and margins; shorter ones outside tables may be letters
constexpr double kBrokenVertical = 20;  // mm: three lines of print
constexpr double kBilevel = 0.95;       // share of white in the paper of a bilevel scan
constexpr size_t kLeastBroken = 2;      // a sheet's edge or a fold is one

double InkShare(const Image& level) {
  const auto ink =
      std::count_if(level.pixels.begin(), level.pixels.end(), [](uint8_t value) { return value < kInk; });
  return static_cast<double>(ink) / static_cast<double>(level.pixels.size());
}

bool InGrid(const RuledLine& vertical, const std::vector<Grid>& grids, int margin) {
  for (const Grid& grid : grids) {
    const double x = vertical.Middle();
    if (x >= grid.box.left - margin && x <= grid.box.right + margin && vertical.end > grid.box.top &&
        vertical.begin < grid.box.bottom) {
      return true;
    }
  }
  return false;
}

// Of the pixels of paper those that are wholly white: nearly all of a bilevel scan, even where it was drawn at another size; the light of a grey one is
// uneven, or its JPEG is.
double WhiteShare(const Image& page) {
  constexpr int kPaper = 200;
  long paper = 0, white = 0;
  for (size_t i = 0; i < page.pixels.size(); i += static_cast<size_t>(page.channels)) {
    paper += page.pixels[i] >= kPaper;
    white += page.pixels[i] == 255;
  }
  return paper == 0 ? 0 : static_cast<double>(white) / static_cast<double>(paper);
}

// Short vertical lines outside tables may be strokes of letters and stay.
void EraseLines(Image& image, const RuledLines& lines, const std::vector<Grid>& grids) {
  for (const RuledLine& line : lines.horizontal) EraseHorizontal(image, line);
  for (const RuledLine& line : lines.vertical) {
    if (line.Length() >= Pixels(kLongVertical, image.dpi) || InGrid(line, grids, Pixels(1, image.dpi))) {
      EraseVertical(image, line);
    }
  }
}

std::vector<Box> RulesOutside(const RuledLines& lines, const std::vector<Grid>& grids) {
  std::vector<Box> rules;
  for (const RuledLine& line : lines.horizontal) {
    const int y = static_cast<int>(std::lround(line.Middle()));
    const Box box{line.begin, y, line.end, y + 1};
    const bool inside = std::any_of(grids.begin(), grids.end(), [&](const Grid& grid) {
      return grid.box.Contains(box.CentreX(), box.CentreY());
    });
    if (!inside) rules.push_back(box);
  }
  return rules;
}

// The frames of stamps; their letters are smaller than the shortest line.
void EraseAllLines(Image& image) {
  const RuledLines lines = FindLines(MakeLevelPage(image));
  for (const RuledLine& line : lines.horizontal) EraseHorizontal(image, line);
  for (const RuledLine& line : lines.vertical) EraseVertical(image, line);
}

// A page turned straight; what is not paper is cut off.
struct Straight {
  PixPtr pix;
  int width = 0, height = 0;  // of the canvas
  Box paper;                  // on it

  Straight(Pix* grey, double degrees, int dpi) : pix(Straighten(grey, degrees)) {
    width = pixGetWidth(pix.get());
    height = pixGetHeight(pix.get());
    paper = {0, 0, width, height};
    if (std::abs(degrees) <= kAskew) return;
    paper = PaperOf(pix.get(), pixGetWidth(grey), pixGetHeight(grey), degrees, dpi);
    pix = CutOff(std::move(pix));
  }

  PixPtr CutOff(PixPtr turned) const {
    if (paper.Width() == width && paper.Height() == height) return turned;
    return ClipTo(turned.get(), paper);
  }
  double Trimmed() const {
    return 1 - static_cast<double>(paper.Area()) / (static_cast<double>(width) * height);
  }
};

// Where regions of the page lie on the straight page; their boxes keep their size.
std::vector<Region> Turned(std::vector<Region> regions, double degrees, const Image& page,
                           const Straight& straight) {
  const double sine = std::sin(degrees * M_PI / 180), cosine = std::cos(degrees * M_PI / 180);
  for (Region& region : regions) {
    Box& box = region.box;
    const double x = (box.left + box.right - page.width) / 2.0,
                 y = (box.top + box.bottom - page.height) / 2.0;
    const int dx = static_cast<int>(std::lround(straight.width / 2.0 + x * cosine + y * sine)) -
                   straight.paper.left - box.CentreX();
    const int dy = static_cast<int>(std::lround(straight.height / 2.0 - x * sine + y * cosine)) -
                   straight.paper.top - box.CentreY();
    box = Box{box.left + dx, box.top + dy, box.right + dx, box.bottom + dy}.Intersect(
        {0, 0, straight.paper.Width(), straight.paper.Height()});
  }
  return regions;
}

// Even light and dark ink, where the page lacks them.
Light Lighten(Image* page) {
  *page = OnWhite(*page);
  Light light = MeasureLight(*page);
  if (light.shade > kUneven) {
    *page = WithEvenLight(*page);
    const double shade = light.shade;
    light = MeasureLight(*page);
    light.shade = shade;
  }
  if (light.ink_tone > kPale) *page = WithStrongInk(*page, light.usual_tone);
  return light;
}

// Ruling lines and tables of a page that lies straight; what recognition reads is `lifted` without them.
struct Ruled {
  LevelPage level;
  RuledLines lines;
  size_t found = 0;  // lines, before traces of grids
  int dotted = 0;
};

// Rules that are there in parts: upright ones, which tell where columns are, and what meets them.
void AddBrokenRules(Ruled* ruled) {
  std::vector<RuledLine> upright = FindBrokenRules(ruled->level.down, kBrokenVertical);
  if (upright.size() < kLeastBroken) return;
  GoOnToRules(ruled->level.across, upright, kLeastBroken, &ruled->lines.horizontal);
  GoOnToRules(ruled->level.down, ruled->lines.horizontal, 0, &upright);
  for (RuledLine& line : upright) ruled->lines.vertical.push_back(std::move(line));
}

Ruled FindTables(const Image& lifted, int dpi, bool bilevel, std::vector<Grid>* grids) {
  Image flat = FromPix(Level(ToPix(lifted).get()).get(), dpi);
  const int dotted = DrawDottedRules(&flat);
  Ruled out{MakeLevelPage(std::move(flat)), {}, 0, dotted};
  out.lines = FindLines(out.level);
  DropStreaks(&out.lines, dpi);
  if (bilevel) AddBrokenRules(&out);  // of a grey page the averages of its rows and columns tell more (faint_lines.h)
  for (RuledLine& line : FindSparseDots(out.level.across, out.lines.horizontal, out.lines.vertical)) out.lines.horizontal.push_back(std::move(line));
  out.found = out.lines.horizontal.size() + out.lines.vertical.size();
  RuledLines traces;
  *grids = BuildGrids(out.lines, out.level, &traces);
  for (RuledLine& line : traces.horizontal) out.lines.horizontal.push_back(std::move(line));
  for (RuledLine& line : traces.vertical) out.lines.vertical.push_back(std::move(line));
  return out;
}

PixPtr Bilevel(const Image& grey) {
  return PixPtr(pixThresholdToBinary(Level(ToPix(grey).get()).get(), kInk));
}

}  // namespace

PageImage Analyse(const Image& scanned, int known_turn, bool drawn, const SealNetwork* network) {
  Image page = scanned;
  const int dpi = page.dpi > 0 ? page.dpi : 200;
  const double white = WhiteShare(scanned), border = WhitenBorder(&page);
  const Light light = Lighten(&page);
  Marks marks = TakeOffMarks(page);
  PixPtr bilevel = Bilevel(marks.grey);
  Turn turn = MeasureTurn(bilevel.get(), dpi);
  if (known_turn != kMeasureTurn) turn.degrees = known_turn;
  if (turn.degrees != 0) {
    page = TurnBack(page, turn.degrees);
    marks = TakeOffMarks(page);
    bilevel = Bilevel(marks.grey);
  }
  const PixPtr grey = ToPix(marks.grey);
  const Skew skew = MeasureSkew(bilevel.get(), dpi);
  const Straight straight(grey.get(), skew.degrees, dpi);
  const Image upright = FromPix(straight.pix.get(), dpi);
  Image lifted = upright;
  std::vector<Ring> seals;
  if (marks.red.Empty()) seals = FindBlackSeals(upright);
  PageImage out;
  for (const Ring& seal : seals) {
    if (auto taken = LiftSeal(&lifted, seal, network)) out.taken_seals.push_back(std::move(*taken));
  }
  out.upright = upright;
  const Ruled ruled = FindTables(lifted, dpi, !drawn && white >= kBilevel, &out.grids);
  const RuledLines& lines = ruled.lines;
  out.text = std::move(lifted);
  EraseLines(out.text, lines, out.grids);
  SweepRemains(out.text, out.grids);
  if (!seals.empty()) {
    out.sealed = upright;
    EraseLines(out.sealed, lines, out.grids);
  }
  const int specks = TakeOffSpecks(&out.text);
  out.rules = RulesOutside(lines, out.grids);
  for (const auto& [ink, straightened] : {std::pair{&marks.red, &out.red}, std::pair{&marks.blue, &out.blue}}) {
    if (ink->Empty()) continue;
    *straightened = FromPix(straight.CutOff(Straighten(ToPix(*ink).get(), skew.degrees)).get(), dpi);
    EraseAllLines(*straightened);
  }
  out.regions = Turned(marks.regions, skew.degrees, page, straight);
  for (const Ring& seal : seals) out.regions.push_back(SealRegion(seal, upright));
  double confidence = 1;
  for (const Grid& grid : out.grids) confidence = std::min<double>(confidence, grid.confidence);
  out.measurements = {{"skew_degrees", skew.degrees},
                      {"skew_from_rules", skew.from_rules ? 1.0 : 0.0},
                      {"ink_share", InkShare(ruled.level.across)},
                      {"red_share", marks.red_share},
                      {"blue_share", marks.blue_share},
                      {"rules", static_cast<double>(ruled.found)},
                      {"grid_confidence", confidence},
                      {"turned_degrees", static_cast<double>(turn.degrees)},
                      {"sideways", turn.sideways},
                      {"upness", turn.upness},
                      {"border_share", border},
                      {"shade", light.shade},
                      {"ink_tone", light.ink_tone},
                      {"white_share", white},
                      {"specks", static_cast<double>(specks)},
                      {"trimmed_share", straight.Trimmed()}};
  if (ruled.dotted > 0) out.measurements.push_back({"dotted_rules", static_cast<double>(ruled.dotted)});
  if (!seals.empty()) out.measurements.push_back({"black_seals", static_cast<double>(seals.size())});
  return out;
}

PageImage AsScanned(const Image& scanned) {
  const int dpi = scanned.dpi > 0 ? scanned.dpi : 200;
  const PixPtr pix = ToPix(scanned);
  PageImage out;
  out.upright = FromPix(PixPtr(pixConvertTo8(pix.get(), 0)).get(), dpi);
  const Ruled ruled = FindTables(out.upright, dpi, WhiteShare(out.upright) >= kBilevel, &out.grids);
  out.text = out.upright;
  EraseLines(out.text, ruled.lines, out.grids);
  out.rules = RulesOutside(ruled.lines, out.grids);
  out.measurements = {{"as_scanned", 1}, {"rules", static_cast<double>(ruled.found)}};
  return out;
}

}  // namespace trichluc
