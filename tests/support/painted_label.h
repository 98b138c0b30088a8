// Stamps of one line of capitals painted on a page: a frame or an arrow with bars in it that are to a machine what letters are.
#pragma once

#include <cmath>

#include "support/painted_page.h"

namespace trichluc::testing {

// About (x, y), turned clockwise by so many degrees: seven letters 3 by 4.5 mm, and around them a frame of 42 by 11 mm.
struct PaintedLabel {
  double x, y, degrees;
  Colour colour = kBlack;
  bool framed = true;

  void Paint(PaintedPage& page) const {
    for (int i = 0; i < 7; ++i) {
      const double left = -15 + 4.4 * i;
      Bar(page, left, -2.25, 0.8, 4.5);
      Bar(page, left + 2.2, -2.25, 0.8, 4.5);
      Bar(page, left, -0.4, 3, 0.8);
    }
    if (!framed) return;
    for (const double side : {-5.5, 5.2}) Bar(page, -21, side, 42, 0.6);
    for (const double side : {-21.0, 20.4}) Bar(page, side, -5.5, 0.6, 11.3);
  }

 private:
  void Bar(PaintedPage& page, double left, double top, double width, double height) const {
    const double c = std::cos(degrees * M_PI / 180), s = std::sin(degrees * M_PI / 180), step = 0.06;
    for (double u = left; u < left + width; u += step) {
      for (double v = top; v < top + height; v += step) page.Rectangle(x + u * c - v * s, y + u * s + v * c, 0.08, 0.08, colour);
    }
  }
};

}  // namespace trichluc::testing
