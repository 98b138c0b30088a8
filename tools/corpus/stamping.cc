#include "corpus/stamping.h"

#include <algorithm>

#include "corpus/seal.h"

namespace trichluc::corpus {
namespace {

using Line = Sheet::PrintedLine;

constexpr double kWide = 0.5;  // of the page: running text rather than a cell
constexpr double kLeastInk =
    4;  // square points of a stamp inside a line's box that make it lie under the stamp

double Width(const Line& line) { return line.right - line.left; }

// The lines of a page that are wide, or narrow; all where there are none.
std::vector<Line> Choose(const Sheet& page, bool wide) {
  std::vector<Line> chosen;
  for (const Line& line : page.printed()) {
    if ((Width(line) > kWide * page.width()) == wide) chosen.push_back(line);
  }
  return chosen.empty() ? page.printed() : chosen;
}

void DrawStamps(const Sheet& page, int count, const std::string& agency, const std::string& above,
                Random random, Sheet* sheet) {
  const auto place = [&](const std::vector<Line>& lines, double* x, double* y) {
    const Line& line = lines[static_cast<std::size_t>(random.Unit() * static_cast<double>(lines.size()))];
    *x = random.Between(line.left, line.right);
    *y = (line.top + line.bottom) / 2;
  };
  double x = 0, y = 0;
  for (int i = 0; i < count; ++i) {
    place(Choose(page, i % 2 == 0), &x, &y);
    DrawSeal(x, y, agency, above, &random, sheet);
  }
  place(page.printed(), &x, &y);
  cairo_push_group(sheet->ink());
  DrawSignature(x, y, &random, sheet);
  cairo_pop_group_to_source(sheet->ink());
  cairo_set_operator(sheet->ink(), CAIRO_OPERATOR_MULTIPLY);
  cairo_paint(sheet->ink());
}

// How many points (pixels of 72 dpi) of `ink` are inked inside a line's box.
class InkMap {
 public:
  explicit InkMap(const Sheet& ink)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, static_cast<int>(ink.width()),
                                            static_cast<int>(ink.height())),
                 cairo_surface_destroy) {
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> target(cairo_create(surface_.get()),
                                                                    cairo_destroy);
    ink.Replay(target.get());
    cairo_surface_flush(surface_.get());
  }

  int In(const Line& line) const {
    const unsigned char* data = cairo_image_surface_get_data(surface_.get());
    const int stride = cairo_image_surface_get_stride(surface_.get());
    const int right =
        std::min(cairo_image_surface_get_width(surface_.get()), static_cast<int>(line.right) + 1);
    const int bottom =
        std::min(cairo_image_surface_get_height(surface_.get()), static_cast<int>(line.bottom) + 1);
    int count = 0;
    for (int y = std::max(0, static_cast<int>(line.top)); y < bottom; ++y) {
      for (int x = std::max(0, static_cast<int>(line.left)); x < right; ++x) {
        count += data[static_cast<std::ptrdiff_t>(y) * stride + x] > 100;
      }
    }
    return count;
  }

 private:
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
};

}  // namespace

StampedSheet Stamp(const Sheet& page, int count, const std::string& agency, const std::string& above,
                   Random random) {
  StampedSheet stamped{std::make_shared<Sheet>(page.width(), page.height()), {}};
  page.Replay(stamped.sheet->ink());
  if (page.coloured()) stamped.sheet->MarkColoured();
  if (page.printed().empty()) return stamped;
  DrawStamps(page, count, agency, above, random, stamped.sheet.get());
  Sheet alone(page.width(), page.height());
  DrawStamps(page, count, agency, above, random, &alone);  // the same once more, for its shape
  const InkMap map(alone);
  for (const Line& line : page.printed()) {
    if (map.In(line) >= kLeastInk) stamped.under.push_back(line.text);
  }
  return stamped;
}

}  // namespace trichluc::corpus
