#include "corpus/defects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "corpus/set_text.h"

namespace trichluc::corpus {
namespace {

constexpr double kFold = 20, kCorner = 70;  // mm over which the shade of fold and corner falls off
constexpr double kPaperDepth = 0.25;        // mm by which ink is blurred on its way through the paper

void Fleck(cairo_t* ink, double x, double y, Random* random) {
  cairo_save(ink);
  cairo_translate(ink, x, y);
  cairo_rotate(ink, random->Between(0, std::numbers::pi));
  cairo_scale(ink, random->Between(0.5, 1), random->Between(0.5, 1));
  cairo_arc(ink, 0, 0, Millimetres(random->Between(0.15, 0.6)), 0, 2 * std::numbers::pi);
  cairo_restore(ink);
  cairo_set_source_rgba(ink, 0, 0, 0, random->Between(0.3, 0.9));
  cairo_fill(ink);
}

void Hair(cairo_t* ink, double x, double y, Random* random) {
  const double reach = Millimetres(random->Between(2, 7));
  const auto near = [&](double at) { return at + random->Between(-reach, reach); };
  cairo_move_to(ink, x, y);
  const double x1 = near(x), y1 = near(y), x2 = near(x), y2 = near(y), x3 = near(x), y3 = near(y);
  cairo_curve_to(ink, x1, y1, x2, y2, x3, y3);
  cairo_set_line_width(ink, Millimetres(random->Between(0.06, 0.18)));
  cairo_set_source_rgba(ink, 0, 0, 0, random->Between(0.3, 0.8));
  cairo_stroke(ink);
}

void Smudge(cairo_t* ink, double x, double y, Random* random) {
  const double radius = Millimetres(random->Between(1.5, 6)), depth = random->Between(0.1, 0.3);
  cairo_pattern_t* soft = cairo_pattern_create_radial(x, y, 0, x, y, radius);
  cairo_pattern_add_color_stop_rgba(soft, 0, 0, 0, 0, depth);
  cairo_pattern_add_color_stop_rgba(soft, 1, 0, 0, 0, 0);
  cairo_set_source(ink, soft);
  cairo_pattern_destroy(soft);
  cairo_arc(ink, x, y, radius, 0, 2 * std::numbers::pi);
  cairo_fill(ink);
}

}  // namespace

void DrawDirt(cairo_t* ink, double width, double height, const Quality& quality, Random* random) {
  const int count = static_cast<int>(quality.dirt * random->Between(0.7, 1.3));
  for (int i = 0; i < count; ++i) {
    const double x = random->Unit() * width, y = random->Unit() * height, kind = random->Unit();
    if (kind < 0.7) {
      Fleck(ink, x, y, random);
    } else if (kind < 0.85) {
      Hair(ink, x, y, random);
    } else {
      Smudge(ink, x, y, random);
    }
  }
  const double x = random->Unit() * width;
  cairo_move_to(ink, x, 0);
  cairo_line_to(ink, x, height);
  cairo_set_line_width(ink, Millimetres(random->Between(0.1, 0.2)));
  cairo_set_source_rgba(ink, 0, 0, 0, random->Between(0.3, 0.6));
  cairo_stroke(ink);
}

void ShowThrough(const Quality& quality, const Raster& back, Raster* front) {
  if (back.width != front->width || back.height != front->height) return;
  Raster mirrored{back.width, back.height, 1, {}};
  mirrored.pixels.reserve(static_cast<std::size_t>(back.width) * back.height);
  for (int y = 0; y < back.height; ++y) {
    const std::uint8_t* row = &back.pixels[static_cast<std::size_t>(y) * back.width * back.channels];
    for (int x = back.width - 1; x >= 0; --x) {
      const std::uint8_t* pixel = row + static_cast<std::ptrdiff_t>(x) * back.channels;
      mirrored.pixels.push_back(*std::min_element(pixel, pixel + back.channels));
    }
  }
  Blur(kPaperDepth * quality.dpi / 25.4, &mirrored);
  for (std::size_t i = 0; i < front->pixels.size(); ++i) {
    const int ink = 255 - mirrored.pixels[i / static_cast<std::size_t>(front->channels)];
    front->pixels[i] = static_cast<std::uint8_t>(front->pixels[i] * (1 - quality.through * ink / 255));
  }
}

double LightAt(const Quality& quality, const Raster& raster, int x, int y) {
  const double mm = quality.dpi / 25.4;
  const double fold = quality.binding * std::exp(-x / mm / kFold);
  const double away = std::hypot(raster.width - x, raster.height - y) / mm / kCorner;
  const double corner = quality.corner * std::max(0.0, 1 - away);
  return (1 - fold) * (1 - corner);
}

void Expose(const Quality& quality, Raster* raster) {
  std::array<std::uint8_t, 256> tone{};
  for (int value = 0; value < 256; ++value) {
    tone[value] = static_cast<std::uint8_t>(std::lround(255 * std::pow(value / 255.0, quality.gamma)));
  }
  for (std::uint8_t& value : raster->pixels) value = tone[value];
}

}  // namespace trichluc::corpus
