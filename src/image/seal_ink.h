// The ink of a black seal's rings, told from the print that it lies over.
#pragma once

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "image/rings.h"
#include "image/upright.h"
#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// A seal seen from its middle: rows are directions, columns distances, in half pixels.
class Rays {
 public:
  Rays(const Image& image, const Ring& seal)
      : image_(image),
        x_(seal.x),
        y_(seal.y),
        radius_(seal.radius),
        directions_(static_cast<int>(4 * M_PI * radius_)) {
    for (int d = 0; d < directions_; ++d) {
      const double angle = 2 * M_PI * d / directions_;
      towards_.emplace_back(std::cos(angle), std::sin(angle));
    }
  }

  int directions() const { return directions_; }
  double radius() const { return radius_; }
  double mm() const { return image_.dpi / 25.4; }
  // Offset of the pixel; -1 beside the image.
  ptrdiff_t At(int direction, double distance) const {
    const auto [across, down] = towards_[static_cast<size_t>(direction)];
    const int x = static_cast<int>(std::floor(x_ + distance * across + 0.5));
    const int y = static_cast<int>(std::floor(y_ + distance * down + 0.5));
    if (x < 0 || y < 0 || x >= image_.width || y >= image_.height) return -1;
    return static_cast<ptrdiff_t>(y) * image_.width + x;
  }
  bool Dark(int direction, double distance) const {
    const ptrdiff_t at = At((direction + directions_) % directions_, distance);
    return at >= 0 && image_.pixels[static_cast<size_t>(at)] < kInk;
  }

  std::pair<int, double> Of(int x, int y) const {
    double angle = std::atan2(y - y_, x - x_);
    if (angle < 0) angle += 2 * M_PI;
    return {static_cast<int>(angle / (2 * M_PI) * directions_) % directions_, std::hypot(x - x_, y - y_)};
  }
  // Whether ink that is thin along the radius lies there.
  bool Thin(int direction, double distance) const;

 private:
  const Image& image_;
  double x_, y_, radius_;
  int directions_;
  std::vector<std::pair<double, double>> towards_;
};

struct Band {
  double inner, outer;  // pixels from the outer edge, negative inwards
};

// Looks at the image while it is made and asked for pixels; the image must live as long.
class RingInk {
 public:
  RingInk(const Image& image, const Ring& seal);

  // Offsets of the rings' pixels, but for strokes of print that cross a ring.
  std::vector<size_t> Pixels() const;
  // Whether a box lies between the outermost and the innermost ring, where the seal's letters are.
  bool HoldsLetters(const Box& box) const;

 private:
  bool Crossed(const Band& band, int direction, double distance) const;
  bool Leaves(const Band& band, int direction, double distance, double slant, int way) const;

  Rays rays_;
  std::vector<double> edge_;  // distance of the outer edge in each direction
  std::vector<Band> bands_;
};

}  // namespace trichluc
