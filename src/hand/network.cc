#include "hand/network.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace trichluc {
namespace {

constexpr std::string_view kMagic = "trichluc hand 1\n";

}  // namespace

std::string Pack(const Network& network) {
  std::string out(kMagic);
  Put(static_cast<int>(network.signs.size()), &out);
  out += network.signs;
  Put(network.softness, &out);
  PutLayers(network.layers, false, &out);
  return out;
}

Network Unpack(std::string_view bytes) {
  ByteSource source(bytes);
  if (bytes.size() < kMagic.size() || source.Take(kMagic.size()) != kMagic) throw std::runtime_error("no hand model");
  Network network;
  network.signs = source.Take(static_cast<size_t>(source.Count()));
  network.softness = source.Real();
  network.layers = TakeLayers(&source, false);
  const size_t outputs = network.signs.size() + 1;
  if (!source.Empty() || network.layers.back().out != static_cast<int>(outputs)) {
    throw std::runtime_error("the hand model is damaged");
  }
  return network;
}

std::vector<std::vector<float>> Run(const Network& network, const Ink& strip) {
  Volume volume{1, strip.height, strip.width, strip.values};
  for (const Layer& layer : network.layers) {
    volume = Pool(layer, Convolve(layer, volume, &layer == &network.layers.back()));
  }
  std::vector<std::vector<float>> chances(volume.width, std::vector<float>(volume.channels));
  for (int x = 0; x < volume.width; ++x) {
    float largest = -1e30f, sum = 0;
    for (int c = 0; c < volume.channels; ++c)
      largest = std::max(largest, volume.values[c * volume.width + x]);
    for (int c = 0; c < volume.channels; ++c) {
      chances[x][c] = std::exp((volume.values[c * volume.width + x] - largest) / network.softness);
      sum += chances[x][c];
    }
    for (float& chance : chances[x]) chance /= sum;
  }
  return chances;
}

}  // namespace trichluc
