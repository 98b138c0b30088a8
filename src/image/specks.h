// Dirt that lies by itself on the paper.
#pragma once

#include "model/image.h"

namespace trichluc {

constexpr int kManySpecks = 50;  // a page: with fewer nothing is done about them

// Specks of ink at most 0.8 mm in size with no other ink within 1.5 mm: no dot of a letter, no full stop, no
// point of a dotted line stands so. Returns how many there are; where there are many they are whitened.
int TakeOffSpecks(Image* page);

}  // namespace trichluc
