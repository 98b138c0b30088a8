#include "net/layer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "net/matrix.h"

namespace trichluc {
namespace {

constexpr int kLargest = 32767;
constexpr int kBlock = 1 << 14;  // pixels whose patches are unfolded at once, about: more would leave the cache

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

template <typename T>
void PutBytes(T value, std::string* out) {
  out->append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
T TakeValue(ByteSource* source) {
  T value;
  std::memcpy(&value, source->Take(sizeof value).data(), sizeof value);
  return value;
}

}  // namespace

Volume Convolve(const Layer& layer, const Volume& in, bool last) {
  const Window window{layer.rows, layer.columns, layer.apart};
  const int height = window.OutHeight(in.height), width = window.OutWidth(in.width);
  const int depth = layer.in * layer.rows * layer.columns;
  if (in.channels != layer.in || height < 1 || width < 1) throw std::runtime_error("the network does not fit together");
  Volume out{layer.out, height, width, std::vector<float>(static_cast<size_t>(layer.out) * height * width)};
  const int block = std::clamp(kBlock / width, 1, height);
  std::vector<float> patches(static_cast<size_t>(depth) * block * width), sums;
  for (int top = 0; top < height; top += block) {
    const int rows = std::min(block, height - top), area = rows * width;
    Unfold(in.values.data(), in.channels, in.height, in.width, window, top, rows, patches.data());
    sums.clear();
    for (int c = 0; c < layer.out; ++c) sums.insert(sums.end(), static_cast<size_t>(area), layer.bias[static_cast<size_t>(c)]);
    Multiply(layer.weights.data(), patches.data(), sums.data(), layer.out, area, depth);
    for (int c = 0; c < layer.out; ++c) {
      float* to = out.values.data() + (static_cast<size_t>(c) * height + top) * width;
      const float* from = sums.data() + static_cast<size_t>(c) * area;
      for (int i = 0; i < area; ++i) to[i] = last ? from[i] : std::max(from[i], 0.0f);
    }
  }
  return out;
}

Volume Pool(const Layer& layer, const Volume& in) {
  const int rows = layer.pool_rows, columns = layer.pool_columns;
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

std::string_view ByteSource::Take(size_t size) {
  if (size > bytes_.size()) throw std::runtime_error("the network is cut short");
  const std::string_view taken = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return taken;
}

float ByteSource::Real() { return TakeValue<float>(this); }

int ByteSource::Count() {
  const int value = TakeValue<int32_t>(this);
  if (value < 1 || value > 4096) throw std::runtime_error("the network is damaged");
  return value;
}

void Put(int number, std::string* out) { PutBytes<int32_t>(number, out); }
void Put(float number, std::string* out) { PutBytes(number, out); }

void PutLayers(const std::vector<Layer>& layers, bool with_apart, std::string* out) {
  Put(static_cast<int>(layers.size()), out);
  for (const Layer& layer : layers) {
    for (int number : {layer.in, layer.out, layer.rows, layer.columns, layer.pool_rows, layer.pool_columns}) Put(number, out);
    if (with_apart) Put(layer.apart, out);
    const size_t row = layer.weights.size() / layer.out;
    for (int c = 0; c < layer.out; ++c) {
      float largest = 1e-9f;
      for (size_t i = 0; i < row; ++i) largest = std::max(largest, std::abs(layer.weights[c * row + i]));
      Put(largest, out);
      Put(layer.bias[c], out);
      for (size_t i = 0; i < row; ++i) {
        PutBytes(static_cast<int16_t>(std::lround(layer.weights[c * row + i] / largest * kLargest)), out);
      }
    }
  }
}

std::vector<Layer> TakeLayers(ByteSource* source, bool with_apart) {
  std::vector<Layer> layers(source->Count());
  for (Layer& layer : layers) {
    for (int* number : {&layer.in, &layer.out, &layer.rows, &layer.columns, &layer.pool_rows, &layer.pool_columns}) {
      *number = source->Count();
    }
    if (with_apart) layer.apart = source->Count();
    const int row = layer.in * layer.rows * layer.columns;
    for (int c = 0; c < layer.out; ++c) {
      const float largest = source->Real();
      layer.bias.push_back(source->Real());
      for (int i = 0; i < row; ++i) layer.weights.push_back(TakeValue<int16_t>(source) * largest / kLargest);
    }
  }
  return layers;
}

}  // namespace trichluc
