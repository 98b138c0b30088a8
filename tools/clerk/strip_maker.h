// Made crops of handwritten numbers, days and months, as a scanner would give them.
#pragma once

#include <string>

#include "clerk/shapes.h"
#include "corpus/quality.h"
#include "model/image.h"

namespace trichluc::clerk {

struct Sample {
  std::string text;
  Image crop;  // grey
  // Whether a person could tell the figures: of each, two thirds are not under others or print, and two
  // thirds are still dark after the scan. Thin pens on coarse black-and-white scans leave a few dots.
  bool legible = true;
  // What most of its figures are drawn from: MNIST, Semeion, Pendigits, copybook, typeset.
  const char* source = "";
};

// One hand writes 1 to 5 figures (rarely a letter behind) between the printed words of a letterhead; drawn
// with one pen, one slant, figures apart, touching or overlapping; then dotted lines, parts of stamps, and a
// scan: resolution, blur, noise, JPEG, bilevel. The crop is wider than the figures by chance, so that parts
// of neighbours stand in it.
class StripMaker {
 public:
  explicit StripMaker(const DigitSets& sets);
  // `quality`: as that scanner of the corpus maker gives it, figures 3 to 6 mm high; null: drawn wide, for
  // training.
  Sample Make(Random* random, const corpus::Quality* quality = nullptr) const;

 private:
  struct Print {
    int width = 0, height = 0, base = 0;  // the base line's row
    std::vector<float> ink;
  };
  std::vector<Print> left_, right_, typeset_;
  const DigitSets& sets_;
  static Print Set(const char* text, bool italic, const char* face);
};

}  // namespace trichluc::clerk
