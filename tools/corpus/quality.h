// The qualities that paper is scanned in: a table of knobs. A new quality is one row in quality.cc.
#pragma once

#include <string>
#include <vector>

#include "corpus/old_codes.h"

namespace trichluc::corpus {

enum class Coding { kJpeg, kGreyFlate, kFax, kJpeg2000, kDigital };  // kDigital: no scan, the text itself

struct Quality {
  std::string name;
  double dpi;
  Coding coding;
  bool colour;              // pages with seal or stamps stay coloured
  int jpeg_quality;         // kJpeg
  int grey_levels;          // kGreyFlate: 4 or 16
  double skew;              // at most so many degrees either way
  double shift;             // of the paper on the glass, mm either way
  double blur;              // of the lens, sigma in pixels
  double ink_wander;        // how much the toner's darkness wanders over the page, 0..1
  double shade;             // light falling off towards an edge, 0..1
  double noise;             // of the sensor, sigma in grey values
  double specks;            // a page
  double threshold;         // kFax: grey value; above is paper
  double threshold_wander;  // of the whole page, either way: too light or too dark
  double paper;             // grey value of the empty paper
  double least_skew = 0;  // at least so many degrees; above 2 the image is as large as the turned paper needs
  int turn = 0;           // the sheet lies turned clockwise by 90, 180 or 270 degrees
  double border = 0;      // mm of black around the paper, with ragged edges
  double speck_size = 1;  // times the usual 0.1 to 0.33 mm
  bool stains = false;    // a streak down the page and the rings of two cups
  bool paired = false;    // two upright pages side by side on a sheet of A3
  OldFonts old_fonts = OldFonts::kNone;  // kDigital: what the text is set in
  double binding = 0;     // shade in the fold of a bound file, which falls off over the margin, 0..1
  double corner = 0;      // shade in a lower corner where the paper lifts off the glass, 0..1
  double faint = 0;       // share of the ink's darkness that is missing: an empty cartridge, a copy of a copy
  double grain = 0;       // and how unevenly the rest lies, pixel by pixel, 0..1
  double dirt = 0;        // flecks, hairs and smudges a page; with them a streak of the feeder
  double through = 0;     // share of the ink of the back that is seen through the paper
  double gamma = 1;       // above 1 the exposure is too dark: paper grey, strokes fat
  int stamps = 0;         // seals a page over running text and cells, with a signature over other lines
};

const std::vector<Quality>& Qualities();

// Throws Error naming the known ones.
const Quality& FindQuality(const std::string& name);

}  // namespace trichluc::corpus
