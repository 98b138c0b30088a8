#include "corpus/raster.h"

#include <cairo-pdf.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "corpus/defects.h"
#include "corpus/error.h"

namespace trichluc::corpus {
namespace {

using SurfacePtr = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using InkPtr = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

constexpr double kSlight = 2;  // degrees: further turned, the paper needs a larger glass

SurfacePtr Paint(const Sheet& sheet, double dpi, double degrees, double dx, double dy) {
  const double sine = std::abs(degrees) > kSlight ? std::abs(std::sin(degrees * std::numbers::pi / 180)) : 0;
  const double cosine = std::sqrt(1 - sine * sine);
  const double wide = sheet.width() * cosine + sheet.height() * sine;
  const double high = sheet.height() * cosine + sheet.width() * sine;
  const int width = static_cast<int>(std::lround(wide * dpi / 72));
  const int height = static_cast<int>(std::lround(high * dpi / 72));
  SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), cairo_surface_destroy);
  const InkPtr ink(cairo_create(surface.get()), cairo_destroy);
  cairo_set_source_rgb(ink.get(), 1, 1, 1);
  cairo_paint(ink.get());
  cairo_scale(ink.get(), dpi / 72, dpi / 72);
  cairo_translate(ink.get(), wide / 2 + dx, high / 2 + dy);
  cairo_rotate(ink.get(), degrees * std::numbers::pi / 180);
  cairo_translate(ink.get(), -sheet.width() / 2, -sheet.height() / 2);
  sheet.Replay(ink.get());
  cairo_surface_flush(surface.get());
  return surface;
}

// One channel blurred by a small Gaussian, first along the rows, then along the columns.
void BlurPass(int count, int stride, int lines, int line_stride, const std::vector<double>& kernel,
              std::vector<std::uint8_t>* pixels, int offset) {
  const int reach = static_cast<int>(kernel.size()) - 1;
  std::vector<double> line(count);
  for (int l = 0; l < lines; ++l) {
    std::uint8_t* at = pixels->data() + offset + static_cast<std::ptrdiff_t>(l) * line_stride;
    for (int i = 0; i < count; ++i) line[i] = at[static_cast<std::ptrdiff_t>(i) * stride];
    for (int i = 0; i < count; ++i) {
      double sum = kernel[0] * line[i];
      for (int k = 1; k <= reach; ++k) {
        sum += kernel[k] * (line[std::max(i - k, 0)] + line[std::min(i + k, count - 1)]);
      }
      at[static_cast<std::ptrdiff_t>(i) * stride] = static_cast<std::uint8_t>(std::lround(sum));
    }
  }
}

// Smooth values around 0, at most 1 either way: a coarse grid of random numbers, interpolated.
class SmoothField {
 public:
  SmoothField(int width, int height, Random* random)
      : sx_(kCells / static_cast<double>(width)), sy_(kCells / static_cast<double>(height)) {
    for (double& value : grid_) value = random->Between(-1, 1);
  }

  double At(int x, int y) const {
    const double fx = x * sx_, fy = y * sy_;
    const int ix = static_cast<int>(fx), iy = static_cast<int>(fy);
    const double ax = fx - ix, ay = fy - iy;
    const double* g = grid_ + iy * (kCells + 2) + ix;
    return (g[0] * (1 - ax) + g[1] * ax) * (1 - ay) + (g[kCells + 2] * (1 - ax) + g[kCells + 3] * ax) * ay;
  }

 private:
  static constexpr int kCells = 6;
  double sx_, sy_;
  double grid_[(kCells + 2) * (kCells + 2)];
};

// Dirt on the glass and in the toner: dark spots of a few pixels.
void AddSpecks(const Quality& quality, Random* random, Raster* raster) {
  const int count = static_cast<int>(quality.specks * random->Between(0.5, 1.5));
  for (int i = 0; i < count; ++i) {
    const double x = random->Unit() * raster->width, y = random->Unit() * raster->height;
    const double radius = random->Between(0.4, 1.3) * quality.speck_size * quality.dpi / 200,
                 dark = random->Between(0.3, 0.9);
    const int reach = static_cast<int>(radius) + 1;
    for (int py = std::max(0, static_cast<int>(y) - reach);
         py <= std::min(raster->height - 1, static_cast<int>(y) + reach); ++py) {
      for (int px = std::max(0, static_cast<int>(x) - reach);
           px <= std::min(raster->width - 1, static_cast<int>(x) + reach); ++px) {
        if (std::hypot(px + 0.5 - x, py + 0.5 - y) > radius) continue;
        std::uint8_t* pixel =
            &raster->pixels[(static_cast<std::size_t>(py) * raster->width + px) * raster->channels];
        for (int c = 0; c < raster->channels; ++c)
          pixel[c] = static_cast<std::uint8_t>(pixel[c] * (1 - dark));
      }
    }
  }
}

void Darken(int x, int y, double share, Raster* raster) {
  if (x < 0 || y < 0 || x >= raster->width || y >= raster->height) return;
  std::uint8_t* pixel = &raster->pixels[(static_cast<std::size_t>(y) * raster->width + x) * raster->channels];
  for (int c = 0; c < raster->channels; ++c) pixel[c] = static_cast<std::uint8_t>(pixel[c] * (1 - share));
}

// What a scratched drum and two cups leave.
void AddStains(const Quality& quality, Random* random, Raster* raster) {
  const double mm = quality.dpi / 25.4;
  const int streak = static_cast<int>(random->Between(0.2, 0.8) * raster->width);
  for (int y = 0; y < raster->height; ++y) Darken(streak, y, random->Between(0.2, 0.7), raster);
  for (int cup = 0; cup < 2; ++cup) {
    const double x = random->Unit() * raster->width, y = random->Unit() * raster->height;
    const double radius = random->Between(25, 40) * mm, thick = random->Between(0.5, 1.5) * mm;
    const int reach = static_cast<int>(radius + thick);
    for (int dy = -reach; dy <= reach; ++dy) {
      for (int dx = -reach; dx <= reach; ++dx) {
        if (std::abs(std::hypot(dx, dy) - radius) < thick / 2)
          Darken(static_cast<int>(x) + dx, static_cast<int>(y) + dy, random->Between(0.15, 0.35), raster);
      }
    }
  }
}

// Toner that wanders, paper that is not white, lamp that falls off towards one edge, noise.
void AddLight(const Quality& quality, Random* random, Raster* raster) {
  const SmoothField toner(raster->width, raster->height, random), lamp(raster->width, raster->height, random);
  const double slope = random->Between(-1, 1), paper = quality.paper / 255;
  const bool uneven = quality.binding > 0 || quality.corner > 0;
  std::uint8_t* pixel = raster->pixels.data();
  for (int y = 0; y < raster->height; ++y) {
    for (int x = 0; x < raster->width; ++x) {
      double faded = quality.ink_wander * (0.5 + 0.5 * toner.At(x, y));
      if (quality.faint > 0)
        faded = 1 - (1 - faded) * (1 - quality.faint) * (1 - quality.grain * random->Unit());
      const double edge = slope * (static_cast<double>(x) / raster->width - 0.5);
      double light = paper * (1 - quality.shade * (0.5 + 0.25 * lamp.At(x, y) + edge));
      if (uneven) light *= LightAt(quality, *raster, x, y);
      const double noise = quality.noise > 0 ? quality.noise * random->Gauss() : 0;
      for (int c = 0; c < raster->channels; ++c, ++pixel) {
        const double ink = (255 - *pixel) * (1 - faded);
        *pixel = static_cast<std::uint8_t>(std::clamp((255 - ink) * light + noise + 0.5, 0.0, 255.0));
      }
    }
  }
}

// What lies beside the paper under an open lid: black, of another width on each side, with a ragged edge.
void AddBorder(const Quality& quality, Random* random, Raster* raster) {
  const double most = quality.border * quality.dpi / 25.4;
  const double left = random->Between(0.2, 1) * most, right = random->Between(0.2, 1) * most;
  const double top = random->Between(0.2, 1) * most, bottom = random->Between(0.2, 1) * most;
  for (int y = 0; y < raster->height; ++y) {
    const double ragged = random->Between(-2, 2);
    for (int x = 0; x < raster->width; ++x) {
      const bool inside = x > left + ragged && raster->width - x > right + ragged &&
                          y > top + 2 * std::sin(x * 0.1) &&
                          raster->height - y > bottom + 2 * std::sin(x * 0.07);
      if (inside) continue;
      for (int c = 0; c < raster->channels; ++c) {
        raster->pixels[(static_cast<std::size_t>(y) * raster->width + x) * raster->channels + c] = 12;
      }
    }
  }
}

// The sheet as it was put on the glass.
void Lay(int turn, Raster* raster) {
  for (; turn > 0; turn -= 90) {
    Raster turned{raster->height, raster->width, raster->channels,
                  std::vector<std::uint8_t>(raster->pixels.size())};
    for (int y = 0; y < raster->height; ++y) {
      for (int x = 0; x < raster->width; ++x) {
        const std::size_t from = (static_cast<std::size_t>(y) * raster->width + x) * raster->channels;
        const std::size_t to =
            (static_cast<std::size_t>(x) * turned.width + (turned.width - 1 - y)) * raster->channels;
        std::copy_n(&raster->pixels[from], raster->channels, &turned.pixels[to]);
      }
    }
    *raster = std::move(turned);
  }
}

}  // namespace

void Blur(double sigma, Raster* raster) {
  if (sigma <= 0) return;
  std::vector<double> kernel;
  double sum = 0;
  for (int k = 0; k <= static_cast<int>(std::ceil(3 * sigma)); ++k) {
    kernel.push_back(std::exp(-k * k / (2 * sigma * sigma)));
    sum += k == 0 ? kernel.back() : 2 * kernel.back();
  }
  for (double& weight : kernel) weight /= sum;
  const int n = raster->channels, w = raster->width, h = raster->height;
  for (int c = 0; c < n; ++c) {
    BlurPass(w, n, h, n * w, kernel, &raster->pixels, c);
    BlurPass(h, n * w, w, n, kernel, &raster->pixels, c);
  }
}

Raster Render(const Sheet& sheet, const Quality& quality, Random* random) {
  double skew = random->Between(-quality.skew, quality.skew);
  if (quality.least_skew > 0) {
    const double share = std::abs(skew) / quality.skew;
    skew = std::copysign(quality.least_skew + share * (quality.skew - quality.least_skew), skew);
  }
  const double dx = Millimetres(random->Between(-quality.shift, quality.shift));
  const double dy = Millimetres(random->Between(-quality.shift, quality.shift));
  const SurfacePtr surface = Paint(sheet, quality.dpi, skew, dx, dy);
  if (quality.dirt > 0) {
    const InkPtr ink(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(ink.get(), quality.dpi / 72, quality.dpi / 72);
    DrawDirt(ink.get(), sheet.width(), sheet.height(), quality, random);
    cairo_surface_flush(surface.get());
  }
  Raster raster{cairo_image_surface_get_width(surface.get()),
                cairo_image_surface_get_height(surface.get()),
                quality.colour && sheet.coloured() ? 3 : 1,
                {}};
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  raster.pixels.reserve(static_cast<std::size_t>(raster.width) * raster.height * raster.channels);
  for (int y = 0; y < raster.height; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < raster.width; ++x) {
      const std::uint32_t r = (row[x] >> 16) & 255, g = (row[x] >> 8) & 255, b = row[x] & 255;
      if (raster.channels == 1) {
        raster.pixels.push_back(static_cast<std::uint8_t>((299 * r + 587 * g + 114 * b + 500) / 1000));
      } else {
        for (const std::uint32_t value : {r, g, b}) raster.pixels.push_back(static_cast<std::uint8_t>(value));
      }
    }
  }
  return raster;
}

void Spoil(const Quality& quality, Random* random, Raster* raster) {
  AddSpecks(quality, random, raster);
  if (quality.stains) AddStains(quality, random, raster);
  if (quality.border > 0) AddBorder(quality, random, raster);
  Blur(quality.blur, raster);
  AddLight(quality, random, raster);
  if (quality.gamma != 1) Expose(quality, raster);
  Lay(quality.turn, raster);
  if (quality.coding != Coding::kFax) return;
  const double threshold =
      quality.threshold + random->Between(-quality.threshold_wander, quality.threshold_wander);
  for (std::uint8_t& value : raster->pixels) value = value > threshold ? 255 : 0;
}

std::string PrintPdf(const std::vector<std::shared_ptr<Sheet>>& sheets) {
  std::string bytes;
  const auto write = [](void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
  };
  {
    const SurfacePtr surface(cairo_pdf_surface_create_for_stream(write, &bytes, 1, 1), cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2020-01-01T00:00:00Z");
    const InkPtr ink(cairo_create(surface.get()), cairo_destroy);
    for (const auto& sheet : sheets) {
      cairo_pdf_surface_set_size(surface.get(), sheet->width(), sheet->height());
      sheet->Replay(ink.get());
      cairo_show_page(ink.get());
    }
    cairo_surface_finish(surface.get());
  }
  return bytes;
}

void WritePng(const Sheet& sheet, double dpi, const std::string& path) {
  const SurfacePtr surface = Paint(sheet, dpi, 0, 0, 0);
  const cairo_status_t status = cairo_surface_write_to_png(surface.get(), path.c_str());
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error(fmt::format("{}: {}", path, cairo_status_to_string(status)));
}

}  // namespace trichluc::corpus
