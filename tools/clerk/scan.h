// What pen, paper and scanner do to ink. All sizes in pixels of the scan.
#pragma once

#include <vector>

#include "clerk/shapes.h"
#include "corpus/quality.h"
#include "model/image.h"

namespace trichluc::clerk {

// Ink 0..1 on a sheet; writing darkens, never lightens.
struct Sheet {
  int width, height;
  std::vector<float> ink;
  Sheet(int w, int h) : width(w), height(h), ink(static_cast<size_t>(w) * h) {}
  void Darken(int x, int y, float value) {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    float& at = ink[static_cast<size_t>(y) * width + x];
    at = std::max(at, value);
  }
};

// A round pen of the given width along a line; strength 0..1.
void DrawLine(const Stroke& line, double pen, double strength, Sheet* sheet);

// A picture of ink, scaled and slanted (x grows by slant per row upwards), its lower left corner at (left,
// base); what is above `threshold` becomes ink, the edge as steep as `contrast`.
struct Placing {
  double left, base, scale_x, scale_y, slant, threshold, contrast;
};
void DrawPicture(const Shape& picture, const Placing& placing, Sheet* sheet);

// What a scanner adds; drawn wide for training, or one of the corpus maker's qualities for measuring.
struct Scanner {
  double paper = 235, pen = 60, toner = 30;  // grey values
  int blurs = 0;                             // each is a quarter, a half, a quarter of three neighbours
  double noise = 0;                          // sigma in grey values
  double coarseness = 0;                     // of JPEG's rounding; 0: none
  double threshold = 0;                      // black and white below and above; 0: grey
};
Scanner DrawScanner(Random* random);
// One of corpus::Qualities(): its paper, blur, noise, coding; pens of all shades but the faintest pencil.
Scanner DrawScanner(const corpus::Quality& quality, Random* random);

// Lens, sensor, and one of: grey, JPEG, black and white. `hand` and `print` are two inks on one paper.
Image Scan(const Sheet& hand, const Sheet& print, const Scanner& scanner, Random* random);

}  // namespace trichluc::clerk
