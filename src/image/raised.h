// Small figures raised behind a word, the marks of footnotes: line models read "tỉnh¹²" as "tỉnh12".
#pragma once

#include "model/image.h"

namespace trichluc {

// How many raised glyphs stand at the right end of a word's image (grey), before `closing` glyphs of
// punctuation. `baseline` and `em` (font size) in pixels of the image. A raised figure stands wholly above a
// fifth of the em over the baseline and is about two thirds as high as a figure of the text; quotation marks
// are lower, capitals higher.
int RaisedGlyphs(const Image& word, double baseline, double em, int closing);

}  // namespace trichluc
