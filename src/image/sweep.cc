#include "image/sweep.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "image/analyse.h"
#include "image/pix.h"

namespace trichluc {
namespace {

constexpr int kInk = 170;
constexpr double kBeside = 1.0, kThin = 0.75;  // millimetres
constexpr size_t kMany = 5;
constexpr double kMuch = 0.08;  // of the edge's length

struct Piece {
  Box box;
  int index = 0;
};

class Sweeper {
 public:
  Sweeper(Image& text, const Grid& grid)
      : text_(text), beside_(Pixels(kBeside, text.dpi, 3)), thin_(Pixels(kThin, text.dpi, 3)) {
    const Box& box = grid.box;
    area_ = Box{box.left - beside_ - thin_, box.top - beside_ - thin_, box.right + beside_ + thin_,
                box.bottom + beside_ + thin_}
                .Intersect({0, 0, text.width, text.height});
  }

  void Sweep(const Grid& grid) {
    if (area_.Empty()) return;
    const PixPtr ink(pixThresholdToBinary(ToPix(Cut(text_, area_)).get(), kInk));
    Pixa* shapes = nullptr;
    Boxa* boxes = pixConnComp(ink.get(), &shapes, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
      l_int32 x = 0, y = 0, w = 0, h = 0;
      boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
      if (std::min(w, h) <= thin_)
        pieces_.push_back({{area_.left + x, area_.top + y, area_.left + x + w, area_.top + y + h}, i});
    }
    for (const int x : grid.column_edges) SweepEdge(x, true, grid.box.Height(), shapes);
    for (const int y : grid.row_edges) SweepEdge(y, false, grid.box.Width(), shapes);
    boxaDestroy(&boxes);
    pixaDestroy(&shapes);
  }

 private:
  void SweepEdge(int edge, bool vertical, int length, Pixa* shapes) {
    std::vector<const Piece*> along;
    int covered = 0;
    for (const Piece& piece : pieces_) {
      const int from = vertical ? piece.box.left : piece.box.top,
                to = vertical ? piece.box.right : piece.box.bottom;
      if (from < edge - beside_ || to > edge + beside_ || to - from > thin_) continue;
      along.push_back(&piece);
      covered += vertical ? piece.box.Height() : piece.box.Width();
    }
    if (along.size() < kMany || covered < kMuch * length) return;
    for (const Piece* piece : along) Paint(*piece, shapes);
  }

  // The piece and the grey seam around it.
  void Paint(const Piece& piece, Pixa* shapes) {
    const PixPtr shape(pixaGetPix(shapes, piece.index, L_CLONE));
    for (int y = -1; y <= piece.box.Height(); ++y) {
      for (int x = -1; x <= piece.box.Width(); ++x) {
        if (!NearInk(shape.get(), x, y)) continue;
        const int px = piece.box.left + x, py = piece.box.top + y;
        if (px >= 0 && py >= 0 && px < text_.width && py < text_.height) text_.Row(py)[px] = 255;
      }
    }
  }

  static bool NearInk(Pix* shape, int x, int y) {
    for (int dy = -1; dy <= 1; ++dy) {
      for (int dx = -1; dx <= 1; ++dx) {
        l_uint32 value = 0;
        const bool inside =
            x + dx >= 0 && y + dy >= 0 && x + dx < pixGetWidth(shape) && y + dy < pixGetHeight(shape);
        if (inside && pixGetPixel(shape, x + dx, y + dy, &value) == 0 && value != 0) return true;
      }
    }
    return false;
  }

  Image& text_;
  int beside_, thin_;
  Box area_;
  std::vector<Piece> pieces_;
};

}  // namespace

void SweepRemains(Image& text, const std::vector<Grid>& grids) {
  if (text.channels != 1) return;
  for (const Grid& grid : grids) Sweeper(text, grid).Sweep(grid);
}

}  // namespace trichluc
