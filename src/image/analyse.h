// Page image → upright, clean image and what can be seen on it without reading: skew, rules, grids, stamps.
// The only room besides ocr that speaks Leptonica.
#pragma once

#include <vector>

#include "image/seal_network.h"
#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// All images have the size of `upright`, which is a little larger than the page when it was turned a little,
// and as large as the paper when it was turned further (image/paper.h).
struct PageImage {
  Image upright;            // turned upright, deskewed grey image on white ground, colour stamps removed
  Image text;    // as `upright`, with ruling lines erased and black seals lifted off: what recognition reads
  Image sealed;  // as `text`, black seals left where they are; empty where there is none
  std::vector<TakenSeal> taken_seals;  // black seals that a network told from print
  Image red;                // what was removed as red: dark on white, without rules; empty when there is none
  Image blue;               // what the page shows under large blue regions, without rules; empty when there is none
  std::vector<Grid> grids;  // ruled tables, top to bottom
  std::vector<Box> rules;   // level ruling lines outside grids
  std::vector<Region> regions;  // "stamp" (red, or black where a page has no red) and "signature" (blue)
  // skew_degrees (clockwise turn that was undone), skew_from_rules (1: measured on ruling lines, 0: on text),
  // ink_share, red_share, blue_share, rules, grid_confidence (the lowest);
  // turned_degrees (0, 90, 180, 270: clockwise turn of the content that was undone before the skew),
  // sideways, upness (Turn in image/turn.h: what said so), border_share (black around the paper that was
  // whitened), shade, ink_tone (Light in image/light.h: above kUneven the light was made even, above kPale
  // the ink dark), white_share (of the paper; where nearly all is, the scan is bilevel and broken rules are
  // looked for), trimmed_share (of the turned page, beside the paper), specks (lying by themselves; whitened
  // where there are many), dotted_rules (rows of dots taken for rules; only where there are any)
  std::vector<Measurement> measurements;
};

// `turn`: 0, 90, 180 or 270 where it is known how the content lies (turned clockwise); else it is measured. `drawn`: no scan, but drawn by a program,
// whose rules are whole. `network`: takes black seals off; without it their geometry does.
constexpr int kMeasureTurn = -1;
PageImage Analyse(const Image& scanned, int turn = kMeasureTurn, bool drawn = false, const SealNetwork* network = nullptr);
// The page as it was scanned: grey, with its ruling lines found and erased, and nothing else done. For measuring what the rest is
// worth.
PageImage AsScanned(const Image& scanned);

// A piece of an image; the box is clipped to it.
Image Cut(const Image& image, const Box& box);
// White over a box.
void Erase(Image& image, const Box& box);
// A whole number of times as large, smoothly; dpi grows with it.
Image Enlarge(const Image& image, int factor);
// UsageError when an image has no pixels, or the bytes are no PNG.
std::string EncodePng(const Image& image);
Image DecodePng(const std::string& png);

}  // namespace trichluc
