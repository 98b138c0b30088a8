// Tables ruled with rows of dots, printed or drawn so sharply that white stands between the dots. Scans
// mostly blur them into grey lines, which FindLines sees; born-digital pages and good scanners do not.
#pragma once

#include "model/image.h"

namespace trichluc {

// Draws a line along each row of dots that crosses rows of dots in the other direction, on a page as Level
// (upright.h) gives it; returns how many. Dots are at most 0.6 mm long and 0.8 mm apart. Leaders (Số: ……)
// cross nothing and stay.
int DrawDottedRules(Image* level);

}  // namespace trichluc
