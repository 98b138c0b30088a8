// What is wrong with the paper and with the glass it lies on, beside what every scanner does (raster.h).
#pragma once

#include <cairo.h>

#include "corpus/quality.h"
#include "corpus/random.h"
#include "corpus/raster.h"

namespace trichluc::corpus {

// Flecks, hairs and smudges, quality.dirt of them a page, and the streak that a speck on the feeder's glass
// draws. `width`, `height`: of the page, points.
void DrawDirt(cairo_t* ink, double width, double height, const Quality& quality, Random* random);

// The ink of the back, mirrored and soft, as the paper lets it through. Nothing when the back is paper of
// another size.
void ShowThrough(const Quality& quality, const Raster& back, Raster* front);

// The share of light that the fold (at the left) and the lifted corner (lower right) leave at a pixel.
double LightAt(const Quality& quality, const Raster& raster, int x, int y);

// Too dark an exposure: middle tones fall towards black.
void Expose(const Quality& quality, Raster* raster);

}  // namespace trichluc::corpus
