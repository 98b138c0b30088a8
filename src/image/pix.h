// Leptonica's pictures inside this room: ownership, and the way from and to Image.
#pragma once

#include <memory>

#include "model/geometry.h"
#include "model/image.h"
#include "model/pixels.h"

struct Pix;

namespace trichluc {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

// 8 or 32 bits a pixel; an image of no size is a UsageError.
PixPtr ToPix(const Image& image);
Image FromPix(Pix* pix, int dpi);

// The part inside the box.
PixPtr ClipTo(Pix* pix, const Box& box);

// White where a mask of one bit is set; its top left corner lies at (left, top) of the page, and it ends within the page.
void Whiten(Image* page, Pix* mask, int left = 0, int top = 0);

// Rows become columns: a vertical line at x becomes a horizontal one at y = x.
PixPtr Transpose(Pix* pix);

}  // namespace trichluc
