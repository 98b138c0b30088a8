// Seals and pens of many hands, drawn wider apart than the corpus maker's: what a network must not take for print.
#pragma once

#include <string>

#include "corpus/random.h"
#include "corpus/sheet.h"

namespace trichluc::seals {

using corpus::Random;

// What the letters of a seal say.
struct Legend {
  std::string upper, lower;
};

// Around (x, y), points; answers the radius of its outermost ring. 26 to 42 mm across; one to three rings, letters of
// any face between them, in the middle a star, an emblem, words or nothing; turned, worn, pressed unevenly.
double DrawAnySeal(double x, double y, const Legend& legend, Random* random, corpus::Sheet* sheet);

// A signature or initials about (x, y): the corpus maker's, or strokes of any width and slant.
void DrawAnyPen(double x, double y, Random* random, corpus::Sheet* sheet);

}  // namespace trichluc::seals
