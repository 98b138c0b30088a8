// A small convolutional network that tells print from the ink of a black seal and of a pen over it, pixel by
// pixel. Trained by tools/seals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "image/rings.h"
#include "model/image.h"
#include "net/layer.h"

namespace trichluc {

// A square of the page around a seal as the network is given it: kSealDpi, its side even.
struct SealView {
  double left = 0, top = 0;  // on the page, its pixels
  double scale = 1;          // pixels of the view to one of the page
  int side = 0;              // pixels of the view
  std::vector<float> ink;    // side × side: 0 paper, 1 ink
  double middle = 0, radius = 0;  // of the seal, pixels of the view; its centre is (middle, middle)
};
constexpr int kSealDpi = 150;
constexpr double kSealReach = 1.3;  // of the seal's radius: half the view's side

SealView ViewOf(const Image& page, const Ring& seal);
// What the first layer reads: each cell is a square of 2 × 2 pixels of the view, whose ink stands in four
// channels; then how far from the centre it lies (1: on the ring), and the cosine and sine of the direction.
constexpr int kSealChannels = 7;
Volume CellsOf(const SealView& view);

std::string PackSealNetwork(const std::vector<Layer>& layers);

// How likely print is from which on ink stays. Less than even: a letter that keeps a piece of a ring is still read, one that lost
// its bar to the ring is another letter.
constexpr double kPrintStays = 0.15;

// A seal as the network saw it.
struct TakenSeal {
  SealView view;
  std::vector<float> print;  // for each pixel of the view how likely its ink is print
  double X() const { return view.left + view.middle / view.scale; }  // of the centre, pixels of the page
  double Y() const { return view.top + view.middle / view.scale; }
  // Whitens the ink of `page` that is less likely print than `least`.
  void TakeOff(Image* page, double least = kPrintStays) const;
};

class SealNetwork {
 public:
  // Damaged bytes, and a network of another kind: std::runtime_error.
  explicit SealNetwork(std::string_view bytes);
  std::vector<float> Print(const SealView& view) const;
  TakenSeal Take(const Image& page, const Ring& seal) const;

 private:
  std::vector<Layer> layers_;
};

}  // namespace trichluc
