// Page images painted by a test: ruling lines, things shaped like lines of text, coloured discs. All measures
// in millimetres, from the top left.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>

#include "model/image.h"

namespace trichluc::testing {

using Colour = std::array<uint8_t, 3>;
constexpr Colour kBlack{0, 0, 0};

class PaintedPage {
 public:
  explicit PaintedPage(double width, double height, int dpi, int channels = 1, Colour paper = {255, 255, 255})
      : dpi_(dpi) {
    image_ = {Pixels(width), Pixels(height), channels, dpi};
    image_.pixels.resize(static_cast<size_t>(image_.width) * image_.height * channels);
    Rectangle(0, 0, width + 1, height + 1, paper);
  }

  int Pixels(double mm) const { return static_cast<int>(std::lround(mm * dpi_ / 25.4)); }
  Image& image() { return image_; }

  void Rectangle(double x, double y, double w, double h, Colour colour = kBlack) {
    const int left = Pixels(x), top = Pixels(y);
    const int right = left + std::max(1, Pixels(w)), bottom = top + std::max(1, Pixels(h));
    for (int row = std::max(0, top); row < std::min(image_.height, bottom); ++row) {
      for (int column = std::max(0, left); column < std::min(image_.width, right); ++column)
        Put(column, row, colour);
    }
  }

  void Across(double x0, double x1, double y, double thickness = 0.2, Colour colour = kBlack) {
    Rectangle(x0, y - thickness / 2, x1 - x0, thickness, colour);
  }
  void Down(double x, double y0, double y1, double thickness = 0.2, Colour colour = kBlack) {
    Rectangle(x - thickness / 2, y0, thickness, y1 - y0, colour);
  }

  // A line whose points are `at(t)`, t from 0 to 1.
  void Curve(const std::function<std::array<double, 2>(double)>& at, double thickness,
             Colour colour = kBlack) {
    for (double t = 0; t <= 1; t += 0.0005) {
      const auto [x, y] = at(t);
      Rectangle(x - thickness / 2, y - thickness / 2, thickness, thickness, colour);
    }
  }

  void Ring(double x, double y, double radius, double thickness, Colour colour) {
    Curve(
        [=](double t) {
          return std::array<double, 2>{x + radius * std::cos(6.2832 * t), y + radius * std::sin(6.2832 * t)};
        },
        thickness, colour);
  }

  // What a line of 13-point Vietnamese text is to a machine that cannot read: words of letters with stems,
  // serifs on the base line and at x-height, bowls, ascenders, marks above and dots below. `y` is the base
  // line.
  void TextLine(double x, double y, double width, std::mt19937& random, Colour colour = kBlack) {
    const auto pick = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (const double end = x + width; x + 2 < end; x += 1.2) {
      for (int letters = 1 + pick(6); letters > 0 && x + 2 < end; --letters) {
        const int kind = pick(5);
        if (kind < 3) {
          const double top = kind == 0 ? 3.1 : 2.05;
          for (int stem = 0; stem <= kind; ++stem, x += stem <= kind ? 0.95 : 0) {
            Rectangle(x + 0.3, y - top, 0.35, top, colour);
            Rectangle(x, y - 0.15, 0.95, 0.15, colour);
            Rectangle(x, y - top, 0.65, 0.15, colour);
          }
          x += 1;
        } else {
          Ring(x + 0.85, y - 1.02, 0.85, 0.3, colour);
          if (pick(2) == 0) Rectangle(x + 0.3, y - 2.9, 1.1, 0.25, colour);
          if (pick(4) == 0) Rectangle(x + 0.7, y + 0.5, 0.35, 0.35, colour);
          x += 1.9;
        }
      }
    }
  }

  // Grey noise of the given spread, and a share of pixels turned white.
  void Noise(double spread, double drop_out, std::mt19937& random) {
    std::normal_distribution<double> grey(0, std::max(spread, 1e-6));
    std::uniform_real_distribution<double> chance(0, 1);
    for (uint8_t& value : image_.pixels) {
      const double v = chance(random) < drop_out ? 255 : value + grey(random);
      value = static_cast<uint8_t>(std::clamp(v, 0.0, 255.0));
    }
  }

 private:
  void Put(int x, int y, Colour colour) {
    uint8_t* p = image_.Row(y) + static_cast<size_t>(x) * image_.channels;
    for (int c = 0; c < image_.channels; ++c) p[c] = colour[static_cast<size_t>(c)];
  }

  int dpi_;
  Image image_;
};

}  // namespace trichluc::testing
