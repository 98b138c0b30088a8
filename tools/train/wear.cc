#include "train/wear.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace trichluc::train {
namespace {

using corpus::Raster;

std::uint8_t& At(Raster* raster, int x, int y, int c) {
  return raster->pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(raster->width) +
                         static_cast<std::size_t>(x)) *
                            static_cast<std::size_t>(raster->channels) +
                        static_cast<std::size_t>(c)];
}

// Smooth random values 0..1 with cells of so many pixels.
class Cloud {
 public:
  Cloud(int width, int height, double cell, Random* random)
      : cell_(cell), columns_(static_cast<int>(width / cell) + 2) {
    grid_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(height / cell + 2));
    for (float& value : grid_) value = static_cast<float>(random->Unit());
  }
  double At(int x, int y) const {
    const double fx = x / cell_, fy = y / cell_;
    const int ix = static_cast<int>(fx), iy = static_cast<int>(fy);
    const double ax = fx - ix, ay = fy - iy;
    const float* g = grid_.data() + static_cast<std::ptrdiff_t>(iy) * columns_ + ix;
    return (g[0] * (1 - ax) + g[1] * ax) * (1 - ay) + (g[columns_] * (1 - ax) + g[columns_ + 1] * ax) * ay;
  }

 private:
  double cell_;
  int columns_;
  std::vector<float> grid_;
};

// Towards the darkest or lightest of a pixel and its four neighbours, by `share`, more in some places.
void Swell(bool darker, double share, Random* random, Raster* raster) {
  const Cloud cloud(raster->width, raster->height, 90, random);
  Raster before = *raster;
  for (int y = 1; y + 1 < raster->height; ++y) {
    for (int x = 1; x + 1 < raster->width; ++x) {
      const double here = std::clamp(share * (0.4 + 1.2 * cloud.At(x, y)), 0.0, 1.0);
      for (int c = 0; c < raster->channels; ++c) {
        const int self = At(&before, x, y, c), left = At(&before, x - 1, y, c),
                  right = At(&before, x + 1, y, c), up = At(&before, x, y - 1, c),
                  down = At(&before, x, y + 1, c);
        const int end =
            darker ? std::min({self, left, right, up, down}) : std::max({self, left, right, up, down});
        At(raster, x, y, c) = static_cast<std::uint8_t>(self + here * (end - self));
      }
    }
  }
}

// Toner that did not hold: holes of the cloud's size, in some places more.
void Holes(double cell, double share, Random* random, Raster* raster) {
  const Cloud fine(raster->width, raster->height, cell, random),
      coarse(raster->width, raster->height, 120, random);
  for (int y = 0; y < raster->height; ++y) {
    for (int x = 0; x < raster->width; ++x) {
      if (At(raster, x, y, 0) > 230) continue;
      const double loss =
          std::clamp((fine.At(x, y) - (1 - share * (0.3 + 1.4 * coarse.At(x, y)))) * 5, 0.0, 0.95);
      for (int c = 0; c < raster->channels; ++c) {
        std::uint8_t& pixel = At(raster, x, y, c);
        pixel = static_cast<std::uint8_t>(pixel + loss * (255 - pixel));
      }
    }
  }
}

// As a scan of so much coarser dots, enlarged again between the dots.
void Coarsen(double factor, Raster* raster) {
  const int n = raster->channels, w = static_cast<int>(raster->width / factor),
            h = static_cast<int>(raster->height / factor);
  std::vector<double> sum(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) *
                          static_cast<std::size_t>(n));
  std::vector<int> count(sum.size());
  const auto place = [&](int x, int y, int c) {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)) *
               static_cast<std::size_t>(n) +
           static_cast<std::size_t>(c);
  };
  for (int y = 0; y < raster->height; ++y) {
    const int sy = std::min(h - 1, static_cast<int>(y / factor));
    for (int x = 0; x < raster->width; ++x) {
      const int sx = std::min(w - 1, static_cast<int>(x / factor));
      for (int c = 0; c < n; ++c) {
        sum[place(sx, sy, c)] += At(raster, x, y, c);
        ++count[place(sx, sy, c)];
      }
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] /= std::max(1, count[i]);
  for (int y = 0; y < raster->height; ++y) {
    const double fy = std::clamp((y + 0.5) / factor - 0.5, 0.0, h - 1.001);
    const int iy = static_cast<int>(fy);
    for (int x = 0; x < raster->width; ++x) {
      const double fx = std::clamp((x + 0.5) / factor - 0.5, 0.0, w - 1.001);
      const int ix = static_cast<int>(fx);
      const double ax = fx - ix, ay = fy - iy;
      for (int c = 0; c < n; ++c) {
        const double value = (sum[place(ix, iy, c)] * (1 - ax) + sum[place(ix + 1, iy, c)] * ax) * (1 - ay) +
                             (sum[place(ix, iy + 1, c)] * (1 - ax) + sum[place(ix + 1, iy + 1, c)] * ax) * ay;
        At(raster, x, y, c) = static_cast<std::uint8_t>(value + 0.5);
      }
    }
  }
}

}  // namespace

void WearPrint(double dpi, Random* random, Raster* raster) {
  const double pixel = dpi / 200;  // a step of Swell changes less of a finer scan
  if (random->Unit() < 0.7) {
    const bool darker = random->Unit() < 0.55;
    Swell(darker, random->Between(0.1, darker ? 0.75 : 0.55) * std::min(1.0, pixel), random, raster);
    if (pixel > 1.2) Swell(darker, random->Between(0.1, 0.6), random, raster);
  }
  if (random->Unit() < 0.45)
    Holes(random->Between(1.2, 3.5) * pixel, random->Between(0.1, 0.5), random, raster);
  if (random->Unit() < 0.3) Coarsen(random->Between(1.2, dpi > 250 ? 2.6 : dpi > 170 ? 1.8 : 1.3), raster);
  if (random->Unit() < 0.25) {
    const double threshold = random->Between(110, 205);
    for (std::uint8_t& value : raster->pixels) value = value > threshold ? 255 : 0;
  }
}

void WearScan(bool bilevel, Random* random, Raster* raster) {
  if (random->Unit() > 0.4) return;
  const double most = bilevel ? 0.006 : 0.003, salt = random->Between(0, most),
               pepper = random->Between(0, most / 3);
  const double all = static_cast<double>(raster->width) * raster->height;
  for (const auto& [share, value] : {std::pair(salt * 3, 255), std::pair(pepper, 0)}) {
    for (auto left = static_cast<long>(all * share); left > 0; --left) {
      const int x = static_cast<int>(random->Next() % static_cast<std::uint64_t>(raster->width));
      const int y = static_cast<int>(random->Next() % static_cast<std::uint64_t>(raster->height));
      for (int c = 0; c < raster->channels; ++c)
        At(raster, x, y, c) = static_cast<std::uint8_t>(bilevel ? value : (At(raster, x, y, c) + value) / 2);
    }
  }
}

}  // namespace trichluc::train
