// Page image → upright, clean image and what can be seen on it without reading: skew, rules, grids, stamps.
// The only room besides ocr that speaks Leptonica.
#pragma once

#include <vector>

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

struct PageImage {
  Image upright;   // deskewed grey image, colour stamps removed
  Image text;      // as `upright`, with ruling lines erased: what recognition reads
  std::vector<Grid> grids;      // ruled tables, top to bottom
  std::vector<Region> regions;  // stamps, signatures
  std::vector<Measurement> measurements;  // skew_degrees, ink_share, …
};

PageImage Analyse(const Image& page);

// A piece of an image; the box is clipped to it.
Image Cut(const Image& image, const Box& box);
// White over a box.
void Erase(Image& image, const Box& box);
std::string EncodePng(const Image& image);
Image DecodePng(const std::string& png);

}  // namespace trichluc
