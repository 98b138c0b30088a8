// Which raster images a page draws, how large and at what resolution: found by walking the page's content
// without painting it.
#pragma once

#include <vector>

#include "render/pdf.h"

class PDFDoc;

namespace trichluc {

// One image as placed on the page: its box as fractions of the page (0..1, origin top left), its resolution.
struct PlacedImage {
  double left = 0, top = 0, right = 0, bottom = 0;
  double dpi = 0;

  double Area() const { return (right - left) * (bottom - top); }
};

// What a walk over a page's content sees.
struct PageContent {
  std::vector<PlacedImage> images;
  int characters = 0;  // of the text layer, invisible ones included, blanks not
  int hidden = 0;      // of them: drawn invisibly, or under an image that is drawn later
  double image_pixels = 0;  // of all images, as declared
  double drawn = 0;         // what all images cover as they are placed, one over the other and beside the page: in areas of the page
};

PageContent WalkPage(PDFDoc& document, int page);

// Share of the page that lies under at least one image.
double CoveredShare(const std::vector<PlacedImage>& images);

// The resolution that most of the pictured area has. A scan kept in layers (a coarse background, a fine
// bilevel mask) has the finest of those that cover a similar area. 0 without images. Not rounded: a page
// drawn at exactly this resolution has the pixels of its scan.
double ImageDpi(const std::vector<PlacedImage>& images);

}  // namespace trichluc
