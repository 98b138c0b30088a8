#include "pipeline/erase_inside.h"

#include "hand/pieces.h"
#include "image/analyse.h"
#include "model/pixels.h"
#include "pipeline/moved.h"

namespace trichluc {

void EraseInside(Image& image, const Box& box) {
  const int margin = Pixels(3, image.dpi);
  const Box around = Box{box.left - margin, box.top - margin, box.right + margin, box.bottom + margin}.Intersect(
      {0, 0, image.width, image.height});
  const Box inside = Moved(box, -around.left, -around.top);
  const Image cut = Cut(image, around);
  const Pieces pieces = FindPieces(cut);
  for (int y = 0; y < cut.height; ++y) {
    for (int x = 0; x < cut.width; ++x) {
      const int index = pieces.label[static_cast<size_t>(y) * cut.width + x];
      const bool in = inside.Contains(x, y);
      const bool within = index >= 0 && pieces.pieces[static_cast<size_t>(index)].box.Intersect(inside) ==
                                            pieces.pieces[static_cast<size_t>(index)].box;
      if (within || (in && index < 0)) image.Row(y + around.top)[x + around.left] = 255;
    }
  }
}

}  // namespace trichluc
