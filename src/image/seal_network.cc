#include "image/seal_network.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "image/pix.h"

namespace trichluc {
namespace {

constexpr std::string_view kMagic = "trichluc seal 1\n";
constexpr int kCell = 2;

// The square's part of the page, white where the page ends.
PixPtr Square(const Image& page, int left, int top, int side) {
  Image out{side, side, 1, page.dpi, std::vector<uint8_t>(static_cast<size_t>(side) * side, 255)};
  const Box box = Box{left, top, left + side, top + side}.Intersect({0, 0, page.width, page.height});
  for (int y = box.top; y < box.bottom; ++y)
    std::copy(page.Row(y) + box.left, page.Row(y) + box.right, out.Row(y - top) + box.left - left);
  return ToPix(out);
}

}  // namespace

SealView ViewOf(const Image& page, const Ring& seal) {
  SealView view;
  const double reach = kSealReach * seal.radius, wanted = static_cast<double>(kSealDpi) / std::max(1, page.dpi);
  const int from = 2 * static_cast<int>(std::ceil(reach));
  view.left = std::floor(seal.x - reach);
  view.top = std::floor(seal.y - reach);
  view.side = std::max(kCell, static_cast<int>(from * wanted) / kCell * kCell);
  view.scale = static_cast<double>(view.side) / from;
  view.middle = view.side / 2.0;
  view.radius = seal.radius * view.scale;
  const PixPtr square = Square(page, static_cast<int>(view.left), static_cast<int>(view.top), from);
  const PixPtr scaled(view.side == from ? pixClone(square.get()) : pixScaleToSize(square.get(), view.side, view.side));
  for (const uint8_t value : FromPix(scaled.get(), kSealDpi).pixels) view.ink.push_back(static_cast<float>(255 - value) / 255);
  return view;
}

Volume CellsOf(const SealView& view) {
  const int cells = view.side / kCell, area = cells * cells;
  Volume out{kSealChannels, cells, cells, std::vector<float>(static_cast<size_t>(kSealChannels) * area)};
  for (int y = 0; y < cells; ++y) {
    for (int x = 0; x < cells; ++x) {
      float* cell = out.values.data() + static_cast<size_t>(y) * cells + x;
      for (int part = 0; part < kCell * kCell; ++part, cell += area)
        *cell = view.ink[static_cast<size_t>(kCell * y + part / kCell) * view.side + kCell * x + part % kCell];
      const double across = kCell * (x + 0.5) - view.middle, down = kCell * (y + 0.5) - view.middle;
      const double away = std::max(1.0, std::hypot(across, down));
      cell[0] = static_cast<float>(away / view.radius);
      cell[area] = static_cast<float>(across / away);
      cell[2 * area] = static_cast<float>(down / away);
    }
  }
  return out;
}

std::string PackSealNetwork(const std::vector<Layer>& layers) {
  std::string out(kMagic);
  PutLayers(layers, true, &out);
  return out;
}

SealNetwork::SealNetwork(std::string_view bytes) {
  ByteSource source(bytes);
  if (bytes.size() < kMagic.size() || source.Take(kMagic.size()) != kMagic) throw std::runtime_error("no seal model");
  layers_ = TakeLayers(&source, true);
  if (!source.Empty() || layers_.front().in != kSealChannels || layers_.back().out != kCell * kCell)
    throw std::runtime_error("the seal model is damaged");
}

std::vector<float> SealNetwork::Print(const SealView& view) const {
  Volume volume = CellsOf(view);
  for (const Layer& layer : layers_) volume = Convolve(layer, volume, &layer == &layers_.back());
  std::vector<float> print(view.ink.size());
  const size_t cells = static_cast<size_t>(volume.width);
  for (size_t i = 0; i < volume.values.size(); ++i) {
    const size_t part = i / (cells * cells), y = i / cells % cells, x = i % cells;
    print[(kCell * y + part / kCell) * view.side + kCell * x + part % kCell] = 1 / (1 + std::exp(-volume.values[i]));
  }
  return print;
}

TakenSeal SealNetwork::Take(const Image& page, const Ring& seal) const {
  TakenSeal taken{ViewOf(page, seal), {}};
  taken.print = Print(taken.view);
  return taken;
}

void TakenSeal::TakeOff(Image* page, double least) const {
  const int from = static_cast<int>(std::lround(view.side / view.scale));
  const Box box = Box{static_cast<int>(view.left), static_cast<int>(view.top), static_cast<int>(view.left) + from,
                      static_cast<int>(view.top) + from}
                      .Intersect({0, 0, page->width, page->height});
  const auto at = [&](int pixel, double begin) {
    return std::min(view.side - 1, static_cast<int>((pixel + 0.5 - begin) * view.scale));
  };
  for (int y = box.top; y < box.bottom; ++y) {
    const float* row = print.data() + static_cast<size_t>(at(y, view.top)) * view.side;
    for (int x = box.left; x < box.right; ++x) {
      if (row[at(x, view.left)] < least) page->Row(y)[x] = 255;
    }
  }
}

}  // namespace trichluc
