#include "clerk/grow.h"

#include <cmath>

namespace trichluc::clerk {
namespace {

double UsualSize(const std::vector<float>& weights) {
  double sum = 0;
  for (float weight : weights) sum += static_cast<double>(weight) * weight;
  return std::sqrt(sum / static_cast<double>(weights.size()));
}

// Which old channel each channel is of, and its share of the weight that readers gave to the old one.
struct Copies {
  std::vector<int> source;
  std::vector<double> share;
};

Copies Draw(int from, int to, Random* random) {
  Copies copies;
  std::vector<int> last(from);
  for (int c = 0; c < to; ++c) {
    const int source = c < from ? c : static_cast<int>(random->Next() % static_cast<uint64_t>(from));
    copies.source.push_back(source);
    copies.share.push_back(1);
    if (c >= from) {
      const double part = random->Between(0.25, 0.75);
      copies.share[c] = copies.share[last[source]] * part;
      copies.share[last[source]] *= 1 - part;
    }
    last[source] = c;
  }
  return copies;
}

Layer GrowLayer(const Layer& old, const Copies& in, const Copies& out) {
  Layer layer = old;
  const int window = old.rows * old.columns;
  layer.in = static_cast<int>(in.source.size());
  layer.out = static_cast<int>(out.source.size());
  layer.weights.clear();
  layer.bias.clear();
  for (int o : out.source) {
    layer.bias.push_back(old.bias[o]);
    for (size_t i = 0; i < in.source.size(); ++i) {
      const float* from = old.weights.data() + (static_cast<size_t>(o) * old.in + in.source[i]) * window;
      for (int k = 0; k < window; ++k) layer.weights.push_back(static_cast<float>(from[k] * in.share[i]));
    }
  }
  return layer;
}

// Values after a layer are not negative, so that clipping changes nothing.
Layer HandOn(int channels) {
  Layer layer{channels, channels, 1, 3, 1, 1, {}, std::vector<float>(channels)};
  layer.weights.resize(static_cast<size_t>(channels) * channels * 3);
  for (int c = 0; c < channels; ++c) layer.weights[(static_cast<size_t>(c) * channels + c) * 3 + 1] = 1;
  return layer;
}

}  // namespace

Network Grow(const Network& network, double times, double noise, Random* random) {
  Network grown;
  grown.signs = network.signs;
  grown.softness = network.softness;
  Copies in{{0}, {1}};
  for (size_t l = 0; l < network.layers.size(); ++l) {
    const Layer& old = network.layers[l];
    const bool last = l + 1 == network.layers.size();
    if (last) grown.layers.push_back(HandOn(static_cast<int>(in.source.size())));
    const Copies out = Draw(old.out, last ? old.out : static_cast<int>(std::lround(old.out * times)), random);
    grown.layers.push_back(GrowLayer(old, in, out));
    in = out;
  }
  for (Layer& layer : grown.layers) {
    const double size = noise * UsualSize(layer.weights);
    for (float& weight : layer.weights) weight += static_cast<float>(size * random->Gauss());
  }
  return grown;
}

}  // namespace trichluc::clerk
