#include "clerk/scan.h"

#include <algorithm>
#include <cmath>

namespace trichluc::clerk {
namespace {

double Distance(const Point& a, const Point& b, double x, double y) {
  const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  const double t = length == 0 ? 0 : std::clamp(((x - a.x) * dx + (y - a.y) * dy) / length, 0.0, 1.0);
  return std::hypot(x - a.x - t * dx, y - a.y - t * dy);
}

void Blur(std::vector<float>& values, int width, int height) {
  std::vector<float> in = values;
  const auto at = [&](int x, int y) {
    return in[static_cast<size_t>(std::clamp(y, 0, height - 1)) * width + std::clamp(x, 0, width - 1)];
  };
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      values[static_cast<size_t>(y) * width + x] = (at(x - 1, y) + 2 * at(x, y) + at(x + 1, y)) / 4;
  }
  in = values;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      values[static_cast<size_t>(y) * width + x] = (at(x, y - 1) + 2 * at(x, y) + at(x, y + 1)) / 4;
  }
}

// Blocks of 8 × 8 as a JPEG coder leaves them: their cosine parts rounded to multiples that grow with the
// frequency.
void RoundBlocks(double coarseness, std::vector<float>& values, int width, int height) {
  static const std::vector<double> waves = [] {
    std::vector<double> w(64);
    for (int k = 0; k < 8; ++k) {
      for (int n = 0; n < 8; ++n)
        w[k * 8 + n] = std::cos((2 * n + 1) * k * M_PI / 16) * (k == 0 ? std::sqrt(0.125) : 0.5);
    }
    return w;
  }();
  for (int top = 0; top < height; top += 8) {
    for (int left = 0; left < width; left += 8) {
      double block[64], half[64];
      for (int i = 0; i < 64; ++i) {
        block[i] = values[static_cast<size_t>(std::min(top + i / 8, height - 1)) * width +
                          std::min(left + i % 8, width - 1)];
      }
      const auto turn = [&](bool back) {
        for (int r = 0; r < 8; ++r) {
          for (int k = 0; k < 8; ++k) {
            double sum = 0;
            for (int n = 0; n < 8; ++n)
              sum += block[r * 8 + n] * (back ? waves[n * 8 + k] : waves[k * 8 + n]);
            half[k * 8 + r] = sum;
          }
        }
        for (int r = 0; r < 8; ++r) {
          for (int k = 0; k < 8; ++k) {
            double sum = 0;
            for (int n = 0; n < 8; ++n) sum += half[r * 8 + n] * (back ? waves[n * 8 + k] : waves[k * 8 + n]);
            block[k * 8 + r] = sum;
          }
        }
      };
      turn(false);
      for (int i = 0; i < 64; ++i) {
        const double unit = coarseness * (4 + 3 * (i / 8 + i % 8));
        block[i] = std::round(block[i] / unit) * unit;
      }
      turn(true);
      for (int i = 0; i < 64; ++i) {
        if (top + i / 8 < height && left + i % 8 < width) {
          values[static_cast<size_t>(top + i / 8) * width + left + i % 8] = static_cast<float>(block[i]);
        }
      }
    }
  }
}

}  // namespace

void DrawLine(const Stroke& line, double pen, double strength, Sheet* sheet) {
  const double half = pen / 2;
  for (size_t i = 0; i < line.size(); ++i) {
    const Point a = line[i], b = line[std::min(i + 1, line.size() - 1)];
    const int left = static_cast<int>(std::min(a.x, b.x) - half - 1),
              right = static_cast<int>(std::max(a.x, b.x) + half + 2);
    const int top = static_cast<int>(std::min(a.y, b.y) - half - 1),
              bottom = static_cast<int>(std::max(a.y, b.y) + half + 2);
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) {
        const double covered = half + 0.5 - Distance(a, b, x + 0.5, y + 0.5);
        if (covered > 0) sheet->Darken(x, y, static_cast<float>(strength * std::min({1.0, covered, pen})));
      }
    }
  }
}

void DrawPicture(const Shape& picture, const Placing& p, Sheet* sheet) {
  const double height = picture.height * p.scale_y, lean = p.slant * height;
  const int left = static_cast<int>(p.left + std::min(0.0, lean)) - 1;
  const int right = static_cast<int>(p.left + picture.width * p.scale_x + std::max(0.0, lean)) + 2;
  for (int y = static_cast<int>(p.base - height) - 1; y < p.base + 1; ++y) {
    const double up = p.base - (y + 0.5);
    const double v = picture.height - up / p.scale_y - 0.5;
    for (int x = left; x < right; ++x) {
      const double u = (x + 0.5 - p.left - p.slant * up) / p.scale_x - 0.5;
      const int u0 = static_cast<int>(std::floor(u)), v0 = static_cast<int>(std::floor(v));
      double value = 0;
      for (int k = 0; k < 4; ++k) {
        const int uu = u0 + k % 2, vv = v0 + k / 2;
        if (uu < 0 || vv < 0 || uu >= picture.width || vv >= picture.height) continue;
        value += picture.ink[static_cast<size_t>(vv) * picture.width + uu] * (k % 2 ? u - u0 : 1 - u + u0) *
                 (k / 2 ? v - v0 : 1 - v + v0);
      }
      const double ink = std::clamp((value - p.threshold) * p.contrast + 0.5, 0.0, 1.0);
      if (value > 0.02 && ink > 0) sheet->Darken(x, y, static_cast<float>(ink));
    }
  }
}

Scanner DrawScanner(Random* random) {
  Scanner scanner;
  const double paper = scanner.paper = random->Between(205, 255);
  const double pen = scanner.pen = random->Unit() < 0.5 ? random->Between(0, 70) : random->Between(50, 150);
  scanner.toner = random->Between(0, 80);
  scanner.blurs = random->Unit() < 0.25 ? static_cast<int>(random->Between(2, 6))
                                        : static_cast<int>(random->Between(0, 3));
  scanner.noise = random->Unit() < 0.5 ? random->Between(0, 4) : random->Between(2, 16);
  const double kind = random->Unit();
  if (kind < 0.4) {
    scanner.threshold = paper - (paper - pen) * random->Between(0.25, 0.65);
  } else if (kind < 0.75) {
    scanner.coarseness = random->Between(0.5, 6);
  }
  return scanner;
}

Scanner DrawScanner(const corpus::Quality& quality, Random* random) {
  Scanner scanner;
  scanner.paper = quality.paper;
  scanner.pen = random->Between(0, 110);
  scanner.toner = random->Between(0, 50);
  scanner.blurs =
      static_cast<int>(std::lround(2 * quality.blur * quality.blur));  // each adds half a pixel² of variance
  scanner.noise = quality.noise;
  if (quality.coding == corpus::Coding::kJpeg) {
    // libjpeg's scale of its table, whose steps grow from 16 by about 6 a frequency; RoundBlocks' from 4 by 3
    const double q = quality.jpeg_quality;
    scanner.coarseness = 3 * (q < 50 ? 50 / q : 2 - q / 50);
  }
  if (quality.coding == corpus::Coding::kFax) {
    scanner.threshold = quality.threshold + quality.threshold_wander * random->Between(-1, 1);
  }
  return scanner;
}

Image Scan(const Sheet& hand, const Sheet& print, const Scanner& scanner, Random* random) {
  const double paper = scanner.paper;
  std::vector<float> grey(hand.ink.size());
  for (size_t i = 0; i < grey.size(); ++i) {
    const double by_pen = paper - (paper - scanner.pen) * hand.ink[i],
                 by_toner = paper - (paper - scanner.toner) * print.ink[i];
    grey[i] = static_cast<float>(std::min(by_pen, by_toner));
  }
  for (int k = 0; k < scanner.blurs; ++k) Blur(grey, hand.width, hand.height);
  for (float& value : grey) value += static_cast<float>(scanner.noise * random->Gauss());
  if (scanner.threshold > 0) {
    for (float& value : grey) value = value < scanner.threshold ? 0.0f : 255.0f;
  } else if (scanner.coarseness > 0) {
    RoundBlocks(scanner.coarseness, grey, hand.width, hand.height);
  }
  Image image{hand.width, hand.height, 1, 200, {}};
  for (float value : grey) image.pixels.push_back(static_cast<uint8_t>(std::clamp(value, 0.0f, 255.0f)));
  return image;
}

}  // namespace trichluc::clerk
