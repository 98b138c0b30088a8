// Binary morphology with rectangles, on pictures of one bit. Leptonica's pixDilateBrick, pixOpenBrick and pixCloseSafeBrick give the
// same pixels; these take time with the logarithm of the rectangle's sides and keep a row in the cache. Beyond the picture nothing is
// set. Sides are at least 1 pixel. Private to the room.
#pragma once

#include "image/pix.h"

namespace trichluc {

// The rectangle's middle is at (width / 2, height / 2).
PixPtr Dilated(Pix* mask, int width, int height);
// What the rectangle covers wherever it lies wholly on set pixels.
PixPtr Opened(Pix* mask, int width, int height);
// What no rectangle wholly on clear pixels reaches; at the edges the mask stays, too.
PixPtr Closed(Pix* mask, int width, int height);

}  // namespace trichluc
