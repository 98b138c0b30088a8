#include "hand/network.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "hand/matrix.h"

namespace trichluc {
namespace {

constexpr std::string_view kMagic = "trichluc hand 1\n";
constexpr int kLargest = 32767;

template <typename T>
void Put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {}
  std::string_view Take(size_t size) {
    if (size > bytes_.size()) throw std::runtime_error("the hand model is cut short");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  template <typename T>
  T Get() {
    T value;
    std::memcpy(&value, Take(sizeof value).data(), sizeof value);
    return value;
  }
  int Small() {
    const int value = Get<int32_t>();
    if (value < 1 || value > 4096) throw std::runtime_error("the hand model is damaged");
    return value;
  }
  bool Empty() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

struct Volume {
  int channels, height, width;
  std::vector<float> values;
};

Volume Pool(const Volume& in, int rows, int columns) {
  if (rows == 1 && columns == 1) return in;
  Volume out{in.channels, in.height / rows, std::max(1, in.width / columns), {}};
  out.values.reserve(static_cast<size_t>(out.channels) * out.height * out.width);
  for (int c = 0; c < out.channels; ++c) {
    for (int y = 0; y < out.height; ++y) {
      for (int x = 0; x < out.width; ++x) {
        float best = 0;
        for (int dy = 0; dy < rows; ++dy) {
          for (int dx = 0; dx < columns && x * columns + dx < in.width; ++dx) {
            best = std::max(best, in.values[(c * in.height + y * rows + dy) * in.width + x * columns + dx]);
          }
        }
        out.values.push_back(best);
      }
    }
  }
  return out;
}

void MultiplyNarrow(const float* a, const float* b, float* c, int m, int n, int k) { AddProduct<4>(a, b, c, m, n, k); }

#ifdef __x86_64__
[[gnu::target("avx2")]] void MultiplyWide(const float* a, const float* b, float* c, int m, int n, int k) {
  AddProduct<8>(a, b, c, m, n, k);
}
#endif

// The same to the last bit on every machine.
void Multiply(const float* a, const float* b, float* c, int m, int n, int k) {
#ifdef __x86_64__
  static const bool wide = __builtin_cpu_supports("avx2");
  if (wide) return MultiplyWide(a, b, c, m, n, k);
#endif
  MultiplyNarrow(a, b, c, m, n, k);
}

Volume Convolve(const Layer& layer, const Volume& in, bool last) {
  const int height = in.height + 2 * ((layer.rows - 1) / 2) - layer.rows + 1;
  const int width = in.width + 2 * ((layer.columns - 1) / 2) - layer.columns + 1;
  const int area = height * width, depth = layer.in * layer.rows * layer.columns;
  if (in.channels != layer.in || height < 1 || width < 1)
    throw std::runtime_error("the hand model does not fit together");
  std::vector<float> patches(static_cast<size_t>(depth) * area);
  Unfold(in.values.data(), in.channels, in.height, in.width, layer.rows, layer.columns, patches.data());
  Volume out{layer.out, height, width, std::vector<float>(static_cast<size_t>(layer.out) * area)};
  for (int c = 0; c < layer.out; ++c)
    std::fill_n(out.values.begin() + static_cast<long>(c) * area, area, layer.bias[c]);
  Multiply(layer.weights.data(), patches.data(), out.values.data(), layer.out, area, depth);
  if (!last) {
    for (float& value : out.values) value = std::max(value, 0.0f);
  }
  return out;
}

}  // namespace

std::string Pack(const Network& network) {
  std::string out(kMagic);
  Put<int32_t>(out, static_cast<int32_t>(network.signs.size()));
  out += network.signs;
  Put(out, network.softness);
  Put<int32_t>(out, static_cast<int32_t>(network.layers.size()));
  for (const Layer& layer : network.layers) {
    for (int number : {layer.in, layer.out, layer.rows, layer.columns, layer.pool_rows, layer.pool_columns}) {
      Put<int32_t>(out, number);
    }
    const size_t row = layer.weights.size() / layer.out;
    for (int c = 0; c < layer.out; ++c) {
      float largest = 1e-9f;
      for (size_t i = 0; i < row; ++i) largest = std::max(largest, std::abs(layer.weights[c * row + i]));
      Put(out, largest);
      Put(out, layer.bias[c]);
      for (size_t i = 0; i < row; ++i) {
        Put(out, static_cast<int16_t>(std::lround(layer.weights[c * row + i] / largest * kLargest)));
      }
    }
  }
  return out;
}

Network Unpack(std::string_view bytes) {
  Source source(bytes);
  if (source.Take(kMagic.size()) != kMagic) throw std::runtime_error("no hand model");
  Network network;
  network.signs = source.Take(source.Small());
  network.softness = source.Get<float>();
  network.layers.resize(source.Small());
  for (Layer& layer : network.layers) {
    for (int* number :
         {&layer.in, &layer.out, &layer.rows, &layer.columns, &layer.pool_rows, &layer.pool_columns}) {
      *number = source.Small();
    }
    const int row = layer.in * layer.rows * layer.columns;
    for (int c = 0; c < layer.out; ++c) {
      const float largest = source.Get<float>();
      layer.bias.push_back(source.Get<float>());
      for (int i = 0; i < row; ++i) layer.weights.push_back(source.Get<int16_t>() * largest / kLargest);
    }
  }
  const size_t outputs = network.signs.size() + 1;
  if (!source.Empty() || network.layers.back().out != static_cast<int>(outputs)) {
    throw std::runtime_error("the hand model is damaged");
  }
  return network;
}

std::vector<std::vector<float>> Run(const Network& network, const Ink& strip) {
  Volume volume{1, strip.height, strip.width, strip.values};
  for (const Layer& layer : network.layers) {
    volume =
        Pool(Convolve(layer, volume, &layer == &network.layers.back()), layer.pool_rows, layer.pool_columns);
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
