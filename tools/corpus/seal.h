// Drawn things that are not text: the round red seal and the handwritten signature.
#pragma once

#include <string>

#include "corpus/random.h"
#include "corpus/sheet.h"

namespace trichluc::corpus {

// A round seal of 36 mm: two rings, the agency's name along the upper arc, the one above it (or stars) along
// the lower, a star in the middle; slightly turned and worn. The centre is at x, y in points.
void DrawSeal(double x, double y, const std::string& agency, const std::string& above, Random* random,
              Sheet* sheet);

// A blue signature about 45 mm wide around x, y.
void DrawSignature(double x, double y, Random* random, Sheet* sheet);

}  // namespace trichluc::corpus
