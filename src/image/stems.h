// Upright strokes of a word, looked at one by one. Recognition by line models runs "III" into "II" and takes
// "I" for "1"; counting strokes does not.
#pragma once

#include <vector>

#include "model/image.h"

namespace trichluc {

enum class StemKind {
  kNumeral,  // serifs to both sides at the top: the letter I
  kDigit,    // a flag to the left only: the digit 1
  kPlain,    // it cannot be told
};

struct Stem {
  int left = 0, right = 0;  // pixels of the image, right exclusive
  StemKind kind = StemKind::kPlain;
};

// The run of full-height upright strokes at the left end of a word's image (grey), up to the first ink that
// is none: "III" and the first three strokes of "III-2021" give three. `skip` leaves out that many other
// glyphs before (the X of "XIII"). `closed` tells whether nothing but a gap, a dash, a slash or the end
// follows.
struct StemRun {
  std::vector<Stem> stems;
  bool closed = false;
};
StemRun LeadingStems(const Image& word, bool skip_first_glyph);

}  // namespace trichluc
