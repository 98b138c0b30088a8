// The tones of a word's image: how dark its ink is.
#pragma once

#include "model/image.h"

namespace trichluc {

constexpr int kLeastContrast = 60;  // with less there is paper alone

struct Tones {
  int darkest = 255, lightest = 0;

  int Contrast() const { return lightest - darkest; }
  // What is darker is ink. Nearer to the paper than the middle: thin strokes are greyer than thick ones.
  int Threshold() const { return darkest + Contrast() * 3 / 5; }
};

// Of an image without pixels, tones without contrast.
Tones TonesOf(const Image& image);

}  // namespace trichluc
