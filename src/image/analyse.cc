#include "image/analyse.h"

#include <leptonica/allheaders.h>

#include <algorithm>

#include "image/erase_lines.h"
#include "image/grids.h"
#include "image/lines.h"
#include "image/marks.h"
#include "image/pix.h"
#include "image/upright.h"

namespace trichluc {
namespace {

constexpr double kLongVertical =
    30;  // mm: scanner streaks and margins; shorter ones outside tables may be letters

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

void EraseLines(Image& image, const RuledLines& lines, const std::vector<Grid>& grids) {
  for (const RuledLine& line : lines.horizontal) EraseHorizontal(image, line);
  for (const RuledLine& line : lines.vertical) {
    if (line.Length() >= Pixels(kLongVertical, image.dpi) || InGrid(line, grids, Pixels(1, image.dpi))) {
      EraseVertical(image, line);
    }
  }
}

// Where a box of the page lies on the page turned by Straighten: the box around its turned corners is close
// enough for the few degrees in question, so only the shift of the larger canvas is made good.
std::vector<Region> Shifted(std::vector<Region> regions, const Image& page, const Image& upright) {
  const int dx = (upright.width - page.width) / 2, dy = (upright.height - page.height) / 2;
  for (Region& region : regions) {
    region.box = {region.box.left + dx, region.box.top + dy, region.box.right + dx, region.box.bottom + dy};
  }
  return regions;
}

}  // namespace

PageImage Analyse(const Image& page) {
  const int dpi = page.dpi > 0 ? page.dpi : 200;
  const Marks marks = TakeOffMarks(page);
  const PixPtr grey = ToPix(marks.grey);
  const Skew skew = MeasureSkew(PixPtr(pixThresholdToBinary(Level(grey.get()).get(), kInk)).get(), dpi);
  const PixPtr straight = Straighten(grey.get(), skew.degrees);
  const LevelPage level = MakeLevelPage(FromPix(Level(straight.get()).get(), dpi));
  const RuledLines lines = FindLines(level);

  PageImage out;
  out.upright = FromPix(straight.get(), dpi);
  out.grids = BuildGrids(lines, level);
  out.text = out.upright;
  EraseLines(out.text, lines, out.grids);
  if (!marks.red.Empty()) {
    out.red = FromPix(Straighten(ToPix(marks.red).get(), skew.degrees).get(), dpi);
    EraseLines(out.red, FindLines(MakeLevelPage(out.red)), {});
  }
  out.regions = Shifted(marks.regions, page, out.upright);
  double confidence = 1;
  for (const Grid& grid : out.grids) confidence = std::min<double>(confidence, grid.confidence);
  out.measurements = {{"skew_degrees", skew.degrees},
                      {"skew_from_rules", skew.from_rules ? 1.0 : 0.0},
                      {"ink_share", InkShare(level.across)},
                      {"red_share", marks.red_share},
                      {"blue_share", marks.blue_share},
                      {"rules", static_cast<double>(lines.horizontal.size() + lines.vertical.size())},
                      {"grid_confidence", confidence}};
  return out;
}

}  // namespace trichluc
