// How the ruling lines of a table are drawn.
#pragma once

#include "corpus/description.h"
#include "corpus/sheet.h"

namespace trichluc::corpus {

// A level or upright line from one point to another. The pattern of dots and dashes hangs on the paper, so
// that the common side of two cells, drawn by both, is one line.
void DrawStroke(Stroke stroke, double x0, double y0, double x1, double y1, Sheet* sheet);

}  // namespace trichluc::corpus
