// Circles as large as seals, by what their edges point at.
#pragma once

#include <vector>

#include "model/image.h"

namespace trichluc {

struct Ring {
  double x = 0, y = 0, radius = 0;  // pixels of the image; part of it may lie beside the image
  double share = 0;                 // of its directions inside the image in which ink lies on it
};

// Centres that the edges of thin lines all around point at (a Hough transform with the direction of each
// edge), strongest first, within a millimetre or two; radius of the outermost such line, 13 to 21 mm. Lines
// of text point at no centre, so that rings over running text and tables are found as well.
std::vector<Ring> FindRings(const Image& grey);

}  // namespace trichluc
