// What a pen left on a page of print: signatures, initials behind the last word, notes in the margin, a preposition
// written before a title. Told from print by how far it hangs together and by what was read: the page's words are known.
#pragma once

#include <vector>

#include "model/geometry.h"
#include "model/image.h"

namespace trichluc {

// What is known of the ink before it is asked for the pen's. All boxes in pixels of the page.
struct KnownPrint {
  std::vector<Box> words;    // print for sure: its ink is no pen's
  std::vector<Box> likely;   // probably print, or what runs together in it: only ink much higher than print is a pen's
  std::vector<Box> strokes;  // what was read there is no word, and stands where people sign: its ink needs no other sign
  std::vector<Box> closed;   // tables, seals, figures that are read as such: nothing is looked for within
  int letter = 0;            // height of a line's print, in pixels
};

// Boxes of ink that hangs together more widely or higher than letters do, with what lies right beside it; `grey` without
// ruling lines and seals. Frames, ruling lines, black borders and spots of solid ink are none.
std::vector<Box> FindPenStrokes(const Image& grey, const KnownPrint& known);

}  // namespace trichluc
